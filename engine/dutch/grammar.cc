#include "engine/dutch/grammar.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "absl/strings/str_format.h"
#include "base/strings.h"

namespace overstap::dutch {
namespace {

std::string Number(double value) {
  std::string text = absl::StrFormat("%.1f", value);
  if (text.ends_with(".0")) text.resize(text.size() - 2);
  std::replace(text.begin(), text.end(), '.', ',');
  return text;
}

}  // namespace

std::string Count(double count, std::string_view one, std::string_view many) {
  const std::string number = Number(count);
  if (number == "0" || number == "-0") return StrCat("geen ", many);
  return StrCat(number, " ", number == "1" ? one : many);
}

std::string Euros(double euros) {
  const std::string digits = absl::StrFormat("%d", std::llround(std::abs(euros)));
  std::string text = euros <= -0.5 ? "€ -" : "€ ";
  for (size_t i = 0; i < digits.size(); ++i) {
    if (i > 0 && (digits.size() - i) % 3 == 0) text.push_back('.');
    text.push_back(digits[i]);
  }
  return text;
}

std::string Percent(double share) {
  const long percent = std::lround(share * 100);
  return absl::StrFormat("%d%%", share > 0 ? std::max(percent, 1L) : percent);
}

std::string Day(absl::CivilDay day) {
  static constexpr std::array<const char*, 12> kMonths = {
      "januari", "februari", "maart",     "april",   "mei",      "juni",
      "juli",    "augustus", "september", "oktober", "november", "december"};
  return StrCat(day.day(), " ", kMonths[static_cast<size_t>(day.month() - 1)], " ",
                static_cast<int64_t>(day.year()));
}

std::string List(const std::vector<std::string>& items, size_t most) {
  std::vector<std::string> parts(
      items.begin(), items.begin() + static_cast<std::ptrdiff_t>(std::min(most, items.size())));
  if (items.size() > most) parts.push_back(StrCat("nog ", items.size() - most));
  std::string text;
  for (size_t i = 0; i < parts.size(); ++i) {
    StrAppend(&text, i == 0 ? "" : i + 1 == parts.size() ? " en " : ", ", parts[i]);
  }
  return text;
}

}  // namespace overstap::dutch
