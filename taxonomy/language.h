// Languages of labels.
#pragma once

#include <array>
#include <compare>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace overstap {

// An ISO 639-1 code such as "nl".
class Language {
 public:
  constexpr Language() = default;  // "en"
  constexpr Language(char first, char second) : code_{first, second} {}

  // Two lower-case ASCII letters, or nothing.
  static std::optional<Language> Parse(std::string_view code);

  std::string_view code() const { return {code_.data(), code_.size()}; }

  friend constexpr auto operator<=>(const Language&, const Language&) = default;

 private:
  std::array<char, 2> code_{'e', 'n'};
};

inline constexpr Language kDutch{'n', 'l'};
inline constexpr Language kEnglish{'e', 'n'};

// Languages in order of preference: a label is shown in the first of these that has one, and else
// in whatever language there is.
using LanguageOrder = std::vector<Language>;
LanguageOrder DefaultLanguageOrder();  // nl, then en

}  // namespace overstap
