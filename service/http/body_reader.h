// Fields of a JSON object in the body of a request, each checked.
#pragma once

#include <functional>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "absl/status/status.h"
#include "absl/time/civil_time.h"
#include "base/strings.h"
#include "service/http/problem.h"
#include "taxonomy/language.h"

namespace overstap::http {

// Each call names one field and thereby makes it known. A field that is missing or null gives the
// empty value; what is wrong is added to `faults` with its JSON Pointer, at most kMaxFaults. Not
// thread-safe; owns neither.
class BodyReader {
 public:
  static constexpr size_t kMaxFaults = 100;

  // `object` is an object, at `pointer` in the body.
  BodyReader(const nlohmann::json& object, std::string pointer, Faults* faults)
      : object_(object), pointer_(std::move(pointer)), faults_(*faults) {}

  // The value itself; null when it is missing or null.
  const nlohmann::json* Value(std::string_view field);
  std::string Text(std::string_view field);
  // A text that must be there and say something.
  std::string Required(std::string_view field);
  std::vector<std::string> Texts(std::string_view field);
  std::optional<double> Number(std::string_view field, double low, double high);
  std::optional<int> Whole(std::string_view field, int low, int high);
  std::optional<bool> Flag(std::string_view field);
  std::optional<absl::CivilDay> Day(std::string_view field);
  LanguageOrder Languages();

  // A name from a list, by `parse`.
  template <class Parse>
  auto Name(std::string_view field, const Parse& parse) -> decltype(parse("")) {
    const std::string text = Text(field);
    if (text.empty()) return std::nullopt;
    const auto value = parse(text);
    if (!value) Fail(field, "value", StrCat(field, " has a value that is not in the contract"));
    return value;
  }

  // Calls `read` with a reader of the object in the field, if any.
  void Object(std::string_view field, const std::function<void(BodyReader& inner)>& read);

  void Fail(std::string_view field, std::string_view code, std::string detail);

  // Fields that no call named are faults.
  void Finish();

 private:
  void AddFault(std::string pointer, std::string_view code, std::string detail);

  const nlohmann::json& object_;
  std::string pointer_;
  Faults& faults_;
  std::vector<std::string> known_;
};

// A token of a JSON Pointer: '~' and '/' escaped.
std::string PointerToken(std::string_view field);

}  // namespace overstap::http
