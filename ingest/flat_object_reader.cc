#include "ingest/flat_object_reader.h"

#include <cmath>
#include <limits>

#include "base/day.h"

namespace overstap::ingest {

using Kind = FlatValue::Kind;

const FlatValue* FlatObjectReader::Find(std::string_view field, Need need) {
  for (size_t looked_at = 0; looked_at < object_.members; ++looked_at) {
    if (cursor_ >= object_.end) cursor_ = first_;
    const FlatValue& value = values_[cursor_];
    cursor_ = value.end;
    if (value.key != field) continue;
    ++found_;
    if (value.kind != Kind::kNull) return &value;
    break;
  }
  if (need == ObjectReader::kRequired) refused_ = true;
  return nullptr;
}

const FlatValue* FlatObjectReader::FindOf(std::string_view field, Need need, Kind kind) {
  const FlatValue* value = Find(field, need);
  if (value == nullptr || value->kind == kind) return value;
  refused_ = true;
  return nullptr;
}

const FlatValue* FlatObjectReader::FindNumber(std::string_view field, Need need) {
  const FlatValue* value = Find(field, need);
  if (value == nullptr || value->kind == Kind::kWhole || value->kind == Kind::kFraction) {
    return value;
  }
  refused_ = true;
  return nullptr;
}

std::string_view FlatObjectReader::View(std::string_view field, Need need) {
  const FlatValue* value = FindOf(field, need, Kind::kText);
  return value == nullptr ? std::string_view() : value->text;
}

std::optional<double> FlatObjectReader::Number(std::string_view field, Need need) {
  const FlatValue* value = FindNumber(field, need);
  if (value == nullptr) return std::nullopt;
  return value->number;
}

std::optional<int> FlatObjectReader::WholeNumber(std::string_view field, Need need) {
  const FlatValue* value = FindNumber(field, need);
  if (value == nullptr) return std::nullopt;
  if (std::abs(value->number) <= std::numeric_limits<int>::max() &&
      std::floor(value->number) == value->number) {
    return static_cast<int>(value->number);
  }
  refused_ = true;
  return std::nullopt;
}

std::optional<absl::CivilDay> FlatObjectReader::Date(std::string_view field, Need need) {
  const FlatValue* value = FindOf(field, need, Kind::kText);
  if (value == nullptr) return std::nullopt;
  const auto day = ParseDay(value->text);
  if (!day) refused_ = true;
  return day;
}

std::vector<std::string> FlatObjectReader::Texts(std::string_view field, Need need) {
  std::vector<std::string> texts;
  const FlatValue* list = FindOf(field, need, Kind::kList);
  if (list == nullptr) return texts;
  for (size_t at = Position(*list) + 1; at < list->end; at = values_[at].end) {
    refused_ = refused_ || values_[at].kind != Kind::kText || values_[at].text.empty();
    texts.emplace_back(values_[at].text);
  }
  return texts;
}

std::vector<absl::CivilDay> FlatObjectReader::Dates(std::string_view field, Need need) {
  std::vector<absl::CivilDay> days;
  for (const std::string& text : Texts(field, need)) {
    const auto day = ParseDay(text);
    refused_ = refused_ || !day;
    days.push_back(day.value_or(absl::CivilDay()));
  }
  return days;
}

}  // namespace overstap::ingest
