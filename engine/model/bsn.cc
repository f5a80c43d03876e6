#include "engine/model/bsn.h"

#include <algorithm>

namespace overstap::model {
namespace {

constexpr size_t kBsnDigits = 9;

bool IsDigit(char c) { return c >= '0' && c <= '9'; }

// Bytes of a character beyond ASCII count as letters.
bool IsTokenByte(char c) {
  return IsDigit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
         (static_cast<unsigned char>(c) & 0x80) != 0;
}

bool PassesElevenTest(std::string_view digits) {
  int sum = 0;
  for (size_t i = 0; i + 1 < kBsnDigits; ++i) {
    sum += static_cast<int>(kBsnDigits - i) * (digits[i] - '0');
  }
  sum -= digits.back() - '0';
  return sum % 11 == 0 && digits.find_first_not_of('0') != std::string_view::npos;
}

}  // namespace

bool HoldsBsn(std::string_view text) {
  while (!text.empty()) {
    const auto begin = std::find_if(text.begin(), text.end(), IsTokenByte);
    text.remove_prefix(static_cast<size_t>(begin - text.begin()));
    const auto end = std::find_if_not(text.begin(), text.end(), IsTokenByte);
    const std::string_view token = text.substr(0, static_cast<size_t>(end - text.begin()));
    if (token.size() == kBsnDigits && std::all_of(token.begin(), token.end(), IsDigit) &&
        PassesElevenTest(token)) {
      return true;
    }
    text.remove_prefix(token.size());
  }
  return false;
}

absl::Status RefuseBsn() {
  return absl::InvalidArgumentError(
      "a text looks like a burgerservicenummer; a profile must not say who somebody is");
}

}  // namespace overstap::model
