#include "taxonomy/isco.h"

#include <algorithm>

namespace overstap {
namespace {

bool IsIscoCode(std::string_view code) {
  return !code.empty() && code.size() <= 4 &&
         std::all_of(code.begin(), code.end(), [](char c) { return c >= '0' && c <= '9'; });
}

std::optional<int> ArmedForcesLevel(std::string_view code) {
  if (code.size() < 2) return std::nullopt;
  switch (code[1]) {
    case '1':
      return 4;
    case '2':
      return 2;
    case '3':
      return 1;
    default:
      return std::nullopt;
  }
}

}  // namespace

std::optional<int> IscoSkillLevel(std::string_view code) {
  if (!IsIscoCode(code)) return std::nullopt;
  switch (code[0]) {
    case '0':
      return ArmedForcesLevel(code);
    case '1':
      return code.starts_with("14") ? 3 : 4;
    case '2':
      return 4;
    case '3':
      return 3;
    case '9':
      return 1;
    default:
      return 2;
  }
}

double IscoProximity(std::string_view a, std::string_view b) {
  size_t shared = 0;
  while (shared < 4 && shared < a.size() && shared < b.size() && a[shared] == b[shared]) ++shared;
  return static_cast<double>(shared) / 4;
}

}  // namespace overstap
