#include "ingest/work_hours.h"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "absl/strings/ascii.h"
#include "base/strings.h"

namespace overstap::ingest {
namespace {

constexpr int kMostHours = 80;

// Numbers, words and marks; a number with a mark inside ("9:00", "36,5") is one token.
std::vector<std::string> Tokens(std::string_view text) {
  std::vector<std::string> tokens;
  bool open = false;
  for (const char byte : text) {
    const auto c = static_cast<unsigned char>(byte);
    const bool digit = absl::ascii_isdigit(c);
    const bool inner = byte == ':' || byte == '.' || byte == ',';
    const bool letter = absl::ascii_isalpha(c);
    if (!digit && !letter && !inner) {
      // The dashes of typographers are three bytes, of which this is the first.
      if (byte == '-' || c == 0xe2) tokens.emplace_back("-");
      open = false;
      continue;
    }
    const bool same =
        open &&
        (inner || absl::ascii_isdigit(static_cast<unsigned char>(tokens.back().front())) == digit);
    if (!same) tokens.emplace_back();
    tokens.back().push_back(byte);
    open = true;
  }
  return tokens;
}

std::optional<int> HoursOf(const std::string& token) {
  if (token.size() > 2 || !std::all_of(token.begin(), token.end(), [](char c) {
        return absl::ascii_isdigit(static_cast<unsigned char>(c));
      })) {
    return std::nullopt;
  }
  const int hours = token.size() == 1 ? token[0] - '0' : (token[0] - '0') * 10 + token[1] - '0';
  return hours >= 1 && hours <= kMostHours ? std::optional(hours) : std::nullopt;
}

template <size_t N>
bool IsOneOf(const std::string& token, const std::array<std::string_view, N>& words) {
  return std::find(words.begin(), words.end(), token) != words.end();
}

bool IsUnit(const std::string& token) {
  constexpr std::array<std::string_view, 8> kUnits = {"uur",  "uren", "u", "hours",
                                                      "hour", "hrs",  "h", "urige"};
  return IsOneOf(token, kUnits);
}

bool IsRange(const std::string& token) {
  constexpr std::array<std::string_view, 5> kWords = {"-", "tot", "to", "en", "a"};
  return IsOneOf(token, kWords);
}

}  // namespace

WorkHours ReadWorkHours(std::string_view text) {
  const std::vector<std::string> tokens = Tokens(absl::AsciiStrToLower(ToAbsl(text)));
  for (size_t i = 0; i < tokens.size(); ++i) {
    const std::optional<int> first = HoursOf(tokens[i]);
    if (!first) continue;
    size_t last = i;
    if (i + 2 < tokens.size() && IsRange(tokens[i + 1]) && HoursOf(tokens[i + 2])) last = i + 2;
    const bool alone = i == 0 && last + 1 == tokens.size();
    if (!alone && (last + 1 == tokens.size() || !IsUnit(tokens[last + 1]))) continue;
    const int second = *HoursOf(tokens[last]);
    return {std::min(*first, second), std::max(*first, second)};
  }
  return {};
}

}  // namespace overstap::ingest
