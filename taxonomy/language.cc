#include "taxonomy/language.h"

namespace overstap {
namespace {
bool IsLowerAscii(char c) { return c >= 'a' && c <= 'z'; }
}  // namespace

std::optional<Language> Language::Parse(std::string_view code) {
  if (code.size() != 2 || !IsLowerAscii(code[0]) || !IsLowerAscii(code[1])) return std::nullopt;
  return Language(code[0], code[1]);
}

LanguageOrder DefaultLanguageOrder() { return {kDutch, kEnglish}; }

}  // namespace overstap
