// Fields of one object of FlatJson, for records that are as they should be.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "absl/status/status.h"
#include "absl/time/civil_time.h"
#include "ingest/flat_json.h"
#include "ingest/object_reader.h"

namespace overstap::ingest {

// Has the calls of ObjectReader and gives what that gives. What that would refuse this refuses too,
// without saying why; so ask that. Each call names another field. Not thread-safe; does not own the
// values.
class FlatObjectReader {
 public:
  using Need = ObjectReader::Need;

  // The value at `at` must be an object.
  FlatObjectReader(const std::vector<FlatValue>& values, size_t at)
      : values_(values), object_(values[at]), first_(at + 1), cursor_(at + 1) {}

  std::string Text(std::string_view field, Need need) { return std::string(View(field, need)); }
  std::optional<double> Number(std::string_view field, Need need);
  std::optional<int> WholeNumber(std::string_view field, Need need);
  std::optional<absl::CivilDay> Date(std::string_view field, Need need);
  std::vector<std::string> Texts(std::string_view field, Need need);
  std::vector<absl::CivilDay> Dates(std::string_view field, Need need);
  // Left to ObjectReader.
  std::string CompactObject(std::string_view, Need) {
    refused_ = true;
    return {};
  }

  template <class Read>
  void Objects(std::string_view field, Need need, const Read& read) {
    const FlatValue* list = FindOf(field, need, FlatValue::Kind::kList);
    if (list == nullptr) return;
    for (size_t at = Position(*list) + 1; at < list->end && !refused_; at = values_[at].end) {
      if (values_[at].kind != FlatValue::Kind::kObject) {
        refused_ = true;
        return;
      }
      FlatObjectReader element(values_, at);
      read(element);
      refused_ = element.IsRefused();
    }
  }

  template <class Enum, class Parse>
  Enum Name(std::string_view field, Enum otherwise, const Parse& parse) {
    const std::optional<Enum> value = parse(View(field, ObjectReader::kRequired));
    if (!value) refused_ = true;
    return value.value_or(otherwise);
  }

  template <class Enum, class Parse>
  std::optional<Enum> OptionalName(std::string_view field, const Parse& parse) {
    const std::string_view text = View(field, ObjectReader::kOptional);
    if (text.empty()) return std::nullopt;
    const std::optional<Enum> value = parse(text);
    if (!value) refused_ = true;
    return value;
  }

  // kInvalidArgument when a field is not as it should be, unknown, or there twice.
  absl::Status Finish() const {
    return IsRefused() ? absl::InvalidArgumentError("refused") : absl::OkStatus();
  }

 private:
  bool IsRefused() const { return refused_ || found_ != object_.members; }
  size_t Position(const FlatValue& value) const {
    return static_cast<size_t>(&value - values_.data());
  }
  // Null when it is missing or null.
  const FlatValue* Find(std::string_view field, Need need);
  const FlatValue* FindOf(std::string_view field, Need need, FlatValue::Kind kind);
  const FlatValue* FindNumber(std::string_view field, Need need);
  std::string_view View(std::string_view field, Need need);

  const std::vector<FlatValue>& values_;
  const FlatValue& object_;
  const size_t first_;
  size_t cursor_;  // behind the field found last: fields mostly stand in our order
  size_t found_ = 0;
  bool refused_ = false;
};

}  // namespace overstap::ingest
