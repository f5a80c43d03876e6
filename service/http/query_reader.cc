#include "service/http/query_reader.h"

#include <algorithm>
#include <cmath>
#include <set>

#include "absl/strings/numbers.h"
#include "base/strings.h"
#include "base/text_encoding.h"

namespace overstap::http {
namespace {
constexpr size_t kMaxShownBytes = 60;
}  // namespace

const std::string* QueryReader::Find(std::string_view name) {
  known_.emplace_back(name);
  for (const auto& [key, value] : target_.query) {
    if (key == name) return &value;
  }
  return nullptr;
}

void QueryReader::Fail(std::string_view name, std::string_view code, std::string detail) {
  faults_.push_back({"query", std::string(name), std::string(code), std::move(detail)});
}

std::string QueryReader::Text(std::string_view name, size_t max_bytes) {
  const std::string* value = Find(name);
  if (value == nullptr) return "";
  if (value->size() <= max_bytes) return *value;
  Fail(name, "range", StrCat(name, " is longer than ", max_bytes, " bytes"));
  return "";
}

size_t QueryReader::Whole(std::string_view name, size_t otherwise, size_t low, size_t high) {
  const std::string* value = Find(name);
  if (value == nullptr) return otherwise;
  uint64_t number = 0;
  if (absl::SimpleAtoi(*value, &number) && number >= low && number <= high) return number;
  Fail(name, "range", StrCat(name, " must be a whole number between ", low, " and ", high));
  return otherwise;
}

double QueryReader::Number(std::string_view name, double otherwise, double low, double high) {
  const std::string* value = Find(name);
  if (value == nullptr) return otherwise;
  double number = 0;
  if (absl::SimpleAtod(*value, &number) && number >= low && number <= high) return number;
  Fail(name, "range", StrCat(name, " must be a number between ", low, " and ", high));
  return otherwise;
}

std::string QueryReader::OneOf(std::string_view name, std::span<const std::string_view> names) {
  const std::string* value = Find(name);
  if (value == nullptr) return std::string(names.front());
  if (std::find(names.begin(), names.end(), *value) != names.end()) return *value;
  std::string listed;
  for (const std::string_view one : names) {
    StrAppend(&listed, listed.empty() ? "" : ", ", one);
  }
  Fail(name, "value", StrCat(name, " must be one of ", listed));
  return std::string(names.front());
}

LanguageOrder QueryReader::Languages() {
  LanguageOrder order = DefaultLanguageOrder();
  const std::string* value = Find("language");
  if (value == nullptr) return order;
  if (const auto language = Language::Parse(*value)) {
    order.insert(order.begin(), *language);
  } else {
    Fail("language", "value", "language must be an ISO 639-1 code such as nl");
  }
  return order;
}

absl::Status QueryReader::Finish() {
  std::set<std::string_view> seen;
  for (const auto& [key, value] : target_.query) {
    const std::string shown(Utf8Prefix(key, kMaxShownBytes));
    if (std::find(known_.begin(), known_.end(), key) == known_.end()) {
      Fail(shown, "unknown", StrCat("there is no parameter '", shown, "' here"));
    } else if (!seen.insert(key).second) {
      Fail(shown, "value", StrCat(shown, " stands twice"));
    }
  }
  return CheckFaults(faults_);
}

}  // namespace overstap::http
