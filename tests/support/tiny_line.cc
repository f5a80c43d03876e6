#include "tests/support/tiny_line.h"

#include <cmath>

#include "absl/strings/numbers.h"
#include "base/strings.h"

namespace overstap {
namespace {

constexpr std::string_view kSigns = ",:|<";
constexpr std::string_view kSpace = " \t\r";

bool IsSign(const std::string& word) {
  return word.size() == 1 && kSigns.find(word[0]) != std::string_view::npos;
}

std::optional<double> ParseNumber(const std::string& word) {
  double value = 0;
  if (!absl::SimpleAtod(word, &value) || !std::isfinite(value)) return std::nullopt;
  return value;
}

}  // namespace

TinyLine::TinyLine(int number, std::string_view text) : number_(number) {
  std::string word;
  const auto end_word = [&] {
    if (!word.empty()) words_.push_back(std::move(word));
    word.clear();
  };
  for (const char c : text) {
    const bool sign = kSigns.find(c) != std::string_view::npos;
    if (sign || kSpace.find(c) != std::string_view::npos) end_word();
    if (sign) words_.emplace_back(1, c);
    if (!sign && kSpace.find(c) == std::string_view::npos) word += c;
  }
  end_word();
}

bool TinyLine::Accept(std::string_view word) {
  if (AtEnd() || words_[position_] != word) return false;
  ++position_;
  return true;
}

void TinyLine::Expect(std::string_view word) {
  if (!Accept(word)) Fail(StrCat("expected '", word, "'"));
}

std::string TinyLine::Name(std::string_view what) {
  if (AtEnd() || IsSign(words_[position_])) {
    Fail(StrCat("expected ", what));
    return "";
  }
  return words_[position_++];
}

std::vector<std::string> TinyLine::Names(std::string_view what) {
  std::vector<std::string> names;
  do {
    names.push_back(Name(what));
  } while (Accept(","));
  return names;
}

double TinyLine::Number(std::string_view what) {
  const std::optional<double> value = MaybeNumber();
  if (!value) Fail(StrCat("expected a number for ", what));
  return value.value_or(0);
}

int TinyLine::WholeNumber(std::string_view what) {
  const double value = Number(what);
  if (value != std::floor(value) || std::abs(value) > 1e9) {
    Fail(StrCat("expected a whole number for ", what));
    return 0;
  }
  return static_cast<int>(value);
}

absl::CivilDay TinyLine::Day(std::string_view what) {
  const std::string word = Name(what);
  absl::CivilDay day;
  if (!absl::ParseCivilTime(word, &day)) {
    Fail(StrCat("expected a day such as 2026-11-21 for ", what, ", not '", word, "'"));
  }
  return day;
}

std::vector<absl::CivilDay> TinyLine::Days(std::string_view what) {
  std::vector<absl::CivilDay> days;
  do {
    days.push_back(Day(what));
  } while (Accept(","));
  return days;
}

std::optional<double> TinyLine::MaybeNumber() {
  if (AtEnd()) return std::nullopt;
  const std::optional<double> value = ParseNumber(words_[position_]);
  if (value) ++position_;
  return value;
}

void TinyLine::Fail(std::string_view what) {
  if (!status_.ok()) return;
  const std::string at = position_ < words_.size() ? StrCat(" at '", words_[position_], "'")
                                                   : std::string(" at the end of the line");
  status_ = absl::InvalidArgumentError(StrCat("line ", number_, ": ", what, at));
}

absl::Status TinyLine::Finish() {
  if (!AtEnd()) Fail("did not understand this");
  return status_;
}

}  // namespace overstap
