// Fields of one JSON object, each checked for its type.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "absl/status/status.h"
#include "absl/time/civil_time.h"
#include "nlohmann/json.hpp"

namespace overstap::ingest {

// Each call names one field and thereby makes it known. A field that is missing or null gives the
// empty value; when it is required, or has the wrong type, the first such fault is remembered and
// Finish gives it. Not thread-safe; does not own the object.
class ObjectReader {
 public:
  enum class Need { kOptional, kRequired };
  static constexpr Need kOptional = Need::kOptional;
  static constexpr Need kRequired = Need::kRequired;

  // What Finish says of fields that no call named: outside formats grow, our own do not.
  enum class Unknown { kRefused, kPassedOver };

  // `object` must be an object.
  explicit ObjectReader(const nlohmann::json& object, Unknown unknown = Unknown::kRefused)
      : object_(object), unknown_(unknown) {}

  std::string Text(std::string_view field, Need need);
  std::optional<double> Number(std::string_view field, Need need);
  // A number without a fraction that fits an int.
  std::optional<int> WholeNumber(std::string_view field, Need need);
  // "YYYY-MM-DD", a day that exists, in the years 1900 to 2200.
  std::optional<absl::CivilDay> Date(std::string_view field, Need need);

  // Elements of an array.
  std::vector<std::string> Texts(std::string_view field, Need need);
  std::vector<absl::CivilDay> Dates(std::string_view field, Need need);
  // Calls `read` with a reader of each element; an array of objects.
  void Objects(std::string_view field, Need need,
               const std::function<void(ObjectReader& element)>& read);
  // The same for one object.
  void Object(std::string_view field, Need need,
              const std::function<void(ObjectReader& element)>& read);
  // How many values the field has: none when missing or null, those of a list, else 1.
  int64_t Count(std::string_view field);
  // The text of an object, without spaces, keys in order.
  std::string CompactObject(std::string_view field, Need need);

  // A name from a list, by `parse` ("essential" -> Importance::kEssential).
  template <class Enum, class Parse>
  Enum Name(std::string_view field, Enum otherwise, const Parse& parse) {
    const std::string text = Text(field, kRequired);
    if (!status_.ok()) return otherwise;
    const std::optional<Enum> value = parse(text);
    if (!value) FailName(field, text);
    return value.value_or(otherwise);
  }

  // The same for a field that may be missing.
  template <class Enum, class Parse>
  std::optional<Enum> OptionalName(std::string_view field, const Parse& parse) {
    const std::string text = Text(field, kOptional);
    if (!status_.ok() || text.empty()) return std::nullopt;
    const std::optional<Enum> value = parse(text);
    if (!value) FailName(field, text);
    return value;
  }

  // The first fault, or a field that no call named unless those are passed over: kInvalidArgument
  // naming it.
  absl::Status Finish();

 private:
  const nlohmann::json* Find(std::string_view field, Need need);
  const nlohmann::json* FindArray(std::string_view field, Need need);
  void Fail(std::string_view field, std::string_view what);
  void FailName(std::string_view field, std::string_view name);
  void ReadElement(std::string_view field, const nlohmann::json& element,
                   const std::function<void(ObjectReader& element)>& read);

  const nlohmann::json& object_;
  Unknown unknown_;
  std::vector<std::string> known_;
  absl::Status status_;
};

}  // namespace overstap::ingest
