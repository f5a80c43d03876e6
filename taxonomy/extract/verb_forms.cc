#include "taxonomy/extract/verb_forms.h"

#include <algorithm>
#include <array>

#include "base/strings.h"

namespace overstap::extract {
namespace {

constexpr size_t kShortestBase = 2;
constexpr size_t kLongestWord = 40;
constexpr std::array<std::string_view, 24> kParticles = {
    "aan",   "af",   "bij", "door", "in",   "klaar", "los",   "mee",
    "na",    "neer", "om",  "op",   "open", "over",  "samen", "schoon",
    "terug", "toe",  "uit", "vast", "voor", "weg",   "onder", "bijeen"};

bool IsVowel(char c) { return std::string_view("aeiou").find(c) != std::string_view::npos; }

// Infinitives of a stem as it is spelt at the end of a word: "las" lassen, "repareer" repareren,
// "schrijf" schrijven, "lees" lezen.
void AddInfinitives(std::string_view stem, std::string_view prefix,
                    std::vector<std::string>* infinitives) {
  if (stem.size() < kShortestBase) return;
  const size_t n = stem.size();
  const char last = stem[n - 1];
  const bool long_vowel =
      n >= 3 && !IsVowel(last) && stem[n - 2] == stem[n - 3] && IsVowel(stem[n - 2]);
  std::string base(stem);
  if (long_vowel) base.erase(n - 2, 1);
  infinitives->push_back(StrCat(prefix, base, "en"));
  const bool short_vowel =
      n >= 2 && !IsVowel(last) && IsVowel(stem[n - 2]) && (n < 3 || !IsVowel(stem[n - 3]));
  if (short_vowel) infinitives->push_back(StrCat(prefix, stem, std::string(1, last), "en"));
  if (last == 'f' || last == 's') {
    base.back() = last == 'f' ? 'v' : 'z';
    infinitives->push_back(StrCat(prefix, base, "en"));
  }
}

// `form` is a conjugated form without prefix: "steld", "las", "reinigde".
void AddFromForm(std::string_view form, std::string_view prefix,
                 std::vector<std::string>* infinitives) {
  for (const std::string_view end : {"den", "ten", "de", "te", "d", "t"}) {
    if (!form.ends_with(end)) continue;
    AddInfinitives(form.substr(0, form.size() - end.size()), prefix, infinitives);
  }
}

void AddFromParticiple(std::string_view word, std::string_view particle,
                       std::vector<std::string>* infinitives) {
  if (!word.starts_with("ge")) return;
  const std::string_view form = word.substr(2);
  AddFromForm(form, particle, infinitives);
  if (form.ends_with("en")) infinitives->push_back(StrCat(particle, form));
}

}  // namespace

std::vector<std::string> InfinitivesOf(std::string_view folded) {
  std::vector<std::string> infinitives;
  if (folded.size() < 4 || folded.size() > kLongestWord) return infinitives;
  AddFromParticiple(folded, "", &infinitives);
  for (const std::string_view particle : kParticles) {
    if (!folded.starts_with(particle)) continue;
    AddFromParticiple(folded.substr(particle.size()), particle, &infinitives);
  }
  AddFromForm(folded, "", &infinitives);
  AddInfinitives(folded, "", &infinitives);
  return infinitives;
}

bool IsParticle(std::string_view folded) {
  return std::find(kParticles.begin(), kParticles.end(), folded) != kParticles.end();
}

}  // namespace overstap::extract
