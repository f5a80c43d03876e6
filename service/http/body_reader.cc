#include "service/http/body_reader.h"

#include <algorithm>
#include <utility>

#include "base/day.h"
#include "base/text_encoding.h"

namespace overstap::http {
namespace {
constexpr size_t kMaxShownBytes = 60;
}  // namespace

std::string PointerToken(std::string_view field) {
  std::string token;
  for (const char byte : Utf8Prefix(field, kMaxShownBytes)) {
    if (byte == '~') {
      token += "~0";
    } else if (byte == '/') {
      token += "~1";
    } else {
      token.push_back(byte);
    }
  }
  return token;
}

void BodyReader::AddFault(std::string pointer, std::string_view code, std::string detail) {
  if (faults_.size() >= kMaxFaults) return;
  faults_.push_back({"body", std::move(pointer), std::string(code), std::move(detail)});
}

void BodyReader::Fail(std::string_view field, std::string_view code, std::string detail) {
  AddFault(StrCat(pointer_, "/", PointerToken(field)), code, std::move(detail));
}

const nlohmann::json* BodyReader::Value(std::string_view field) {
  known_.emplace_back(field);
  const auto found = object_.find(known_.back());
  return found == object_.end() || found->is_null() ? nullptr : &*found;
}

std::string BodyReader::Text(std::string_view field) {
  const nlohmann::json* value = Value(field);
  if (value == nullptr) return "";
  if (const auto* text = value->get_ptr<const std::string*>()) return *text;
  Fail(field, "type", StrCat(field, " must be a text"));
  return "";
}

std::string BodyReader::Required(std::string_view field) {
  const bool is_there = Value(field) != nullptr;
  std::string text = Text(field);
  if (!is_there || (text.empty() && Value(field)->is_string())) {
    Fail(field, "missing", StrCat(field, " is missing"));
  }
  return text;
}

std::vector<std::string> BodyReader::Texts(std::string_view field) {
  const nlohmann::json* value = Value(field);
  std::vector<std::string> texts;
  if (value == nullptr) return texts;
  if (!value->is_array()) {
    Fail(field, "type", StrCat(field, " must be a list of texts"));
    return texts;
  }
  for (size_t i = 0; i < value->size(); ++i) {
    if (const auto* text = (*value)[i].get_ptr<const std::string*>()) {
      texts.push_back(*text);
    } else {
      AddFault(StrCat(pointer_, "/", PointerToken(field), "/", i), "type",
               StrCat(field, " must be a list of texts"));
    }
  }
  return texts;
}

std::optional<double> BodyReader::Number(std::string_view field, double low, double high) {
  const nlohmann::json* value = Value(field);
  if (value == nullptr) return std::nullopt;
  if (!value->is_number()) {
    Fail(field, "type", StrCat(field, " must be a number"));
    return std::nullopt;
  }
  const double number = value->get<double>();
  if (number >= low && number <= high) return number;
  Fail(field, "range", StrCat(field, " must be between ", low, " and ", high));
  return std::nullopt;
}

std::optional<int> BodyReader::Whole(std::string_view field, int low, int high) {
  const nlohmann::json* value = Value(field);
  if (value == nullptr) return std::nullopt;
  if (!value->is_number_integer()) {
    Fail(field, "type", StrCat(field, " must be a whole number"));
    return std::nullopt;
  }
  // A double holds every whole number that can be in range exactly.
  const double number = value->get<double>();
  if (number >= low && number <= high) return static_cast<int>(number);
  Fail(field, "range", StrCat(field, " must be between ", low, " and ", high));
  return std::nullopt;
}

std::optional<bool> BodyReader::Flag(std::string_view field) {
  const nlohmann::json* value = Value(field);
  if (value == nullptr) return std::nullopt;
  if (value->is_boolean()) return value->get<bool>();
  Fail(field, "type", StrCat(field, " must be true or false"));
  return std::nullopt;
}

std::optional<absl::CivilDay> BodyReader::Day(std::string_view field) {
  const std::string text = Text(field);
  if (text.empty()) return std::nullopt;
  const std::optional<absl::CivilDay> day = ParseDay(text);
  if (!day) Fail(field, "value", StrCat(field, " must be a day such as 2026-11-21"));
  return day;
}

LanguageOrder BodyReader::Languages() {
  LanguageOrder order = DefaultLanguageOrder();
  const std::string text = Text("language");
  if (text.empty()) return order;
  if (const auto language = Language::Parse(text)) {
    order.insert(order.begin(), *language);
  } else {
    Fail("language", "value", "language must be an ISO 639-1 code such as nl");
  }
  return order;
}

void BodyReader::Object(std::string_view field,
                        const std::function<void(BodyReader& inner)>& read) {
  const nlohmann::json* value = Value(field);
  if (value == nullptr) return;
  if (!value->is_object()) {
    Fail(field, "type", StrCat(field, " must be an object"));
    return;
  }
  BodyReader inner(*value, StrCat(pointer_, "/", PointerToken(field)), &faults_);
  read(inner);
  inner.Finish();
}

void BodyReader::Finish() {
  for (const auto& [key, value] : object_.items()) {
    if (std::find(known_.begin(), known_.end(), key) != known_.end()) continue;
    AddFault(StrCat(pointer_, "/", PointerToken(key)), "unknown",
             StrCat("there is no field '", Utf8Prefix(key, kMaxShownBytes), "' here"));
  }
}

}  // namespace overstap::http
