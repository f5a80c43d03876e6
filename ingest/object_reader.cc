#include "ingest/object_reader.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "base/day.h"
#include "base/strings.h"
#include "base/text_encoding.h"

namespace overstap::ingest {
namespace {

using nlohmann::json;

constexpr size_t kMaxQuotedBytes = 40;

bool IsWholeInt(const json& value) {
  if (value.is_number_unsigned()) {
    return value.get<uint64_t>() <= uint64_t{std::numeric_limits<int>::max()};
  }
  if (value.is_number_integer()) return value.get<int64_t>() >= std::numeric_limits<int>::min();
  const double number = value.get<double>();
  return std::abs(number) <= std::numeric_limits<int>::max() && std::floor(number) == number;
}

}  // namespace

void ObjectReader::Fail(std::string_view field, std::string_view what) {
  if (status_.ok()) status_ = absl::InvalidArgumentError(StrCat("field '", field, "' ", what));
}

const json* ObjectReader::Find(std::string_view field, Need need) {
  known_.emplace_back(field);
  const auto found = object_.find(known_.back());
  if (found != object_.end() && !found->is_null()) return &*found;
  if (need == kRequired) Fail(field, "is missing");
  return nullptr;
}

const json* ObjectReader::FindArray(std::string_view field, Need need) {
  const json* value = Find(field, need);
  if (value == nullptr || value->is_array()) return value;
  Fail(field, "must be a list: [ ... ]");
  return nullptr;
}

void ObjectReader::FailName(std::string_view field, std::string_view name) {
  Fail(field, StrCat("is '", Utf8Prefix(name, kMaxQuotedBytes),
                     "', which is not one of the names that it can have"));
}

std::string ObjectReader::Text(std::string_view field, Need need) {
  const json* value = Find(field, need);
  if (value == nullptr) return {};
  if (value->is_string()) return value->get<std::string>();
  Fail(field, "must be text");
  return {};
}

std::optional<double> ObjectReader::Number(std::string_view field, Need need) {
  const json* value = Find(field, need);
  if (value == nullptr) return std::nullopt;
  if (value->is_number()) return value->get<double>();
  Fail(field, "must be a number");
  return std::nullopt;
}

std::optional<int> ObjectReader::WholeNumber(std::string_view field, Need need) {
  const json* value = Find(field, need);
  if (value == nullptr) return std::nullopt;
  if (value->is_number() && IsWholeInt(*value)) return static_cast<int>(value->get<double>());
  Fail(field, "must be a whole number");
  return std::nullopt;
}

std::optional<absl::CivilDay> ObjectReader::Date(std::string_view field, Need need) {
  const json* value = Find(field, need);
  if (value == nullptr) return std::nullopt;
  const auto day =
      value->is_string() ? ParseDay(value->get_ref<const std::string&>()) : std::nullopt;
  if (!day) Fail(field, "must be a day that exists, as \"2026-11-21\"");
  return day;
}

std::vector<std::string> ObjectReader::Texts(std::string_view field, Need need) {
  std::vector<std::string> texts;
  const json* list = FindArray(field, need);
  if (list == nullptr) return texts;
  for (const json& element : *list) {
    if (!element.is_string() || element.get_ref<const std::string&>().empty()) {
      Fail(field, "must hold texts that are not empty, and nothing else");
      return {};
    }
    texts.push_back(element.get<std::string>());
  }
  return texts;
}

std::vector<absl::CivilDay> ObjectReader::Dates(std::string_view field, Need need) {
  std::vector<absl::CivilDay> days;
  for (const std::string& text : Texts(field, need)) {
    const auto day = ParseDay(text);
    if (!day) {
      Fail(field, "must hold days that exist, as \"2026-11-21\"");
      return {};
    }
    days.push_back(*day);
  }
  return days;
}

void ObjectReader::ReadElement(std::string_view field, const json& element,
                               const std::function<void(ObjectReader& element)>& read) {
  if (!element.is_object()) return Fail(field, "must hold objects: { ... }");
  ObjectReader reader(element, unknown_);
  read(reader);
  if (const absl::Status status = reader.Finish(); !status.ok()) {
    Fail(field, StrCat("has an element whose ", FromAbsl(status.message())));
  }
}

void ObjectReader::Objects(std::string_view field, Need need,
                           const std::function<void(ObjectReader& element)>& read) {
  const json* list = FindArray(field, need);
  if (list == nullptr) return;
  for (const json& element : *list) {
    ReadElement(field, element, read);
    if (!status_.ok()) return;
  }
}

void ObjectReader::Object(std::string_view field, Need need,
                          const std::function<void(ObjectReader& element)>& read) {
  const json* value = Find(field, need);
  if (value != nullptr) ReadElement(field, *value, read);
}

int64_t ObjectReader::Count(std::string_view field) {
  const json* value = Find(field, kOptional);
  if (value == nullptr) return 0;
  return value->is_array() ? static_cast<int64_t>(value->size()) : 1;
}

std::string ObjectReader::CompactObject(std::string_view field, Need need) {
  const json* value = Find(field, need);
  if (value == nullptr) return {};
  if (value->is_object()) return value->dump();
  Fail(field, "must be an object: { ... }");
  return {};
}

absl::Status ObjectReader::Finish() {
  if (!status_.ok() || unknown_ == Unknown::kPassedOver) return status_;
  for (const auto& item : object_.items()) {
    if (std::find(known_.begin(), known_.end(), item.key()) != known_.end()) continue;
    std::string known = known_.empty() ? "none" : known_.front();
    for (size_t i = 1; i < known_.size(); ++i) StrAppend(&known, ", ", known_[i]);
    Fail(Utf8Prefix(item.key(), kMaxQuotedBytes), StrCat("is unknown; the fields are ", known));
    break;
  }
  return status_;
}

}  // namespace overstap::ingest
