// What a job title says that is not about the work: sex, hours, pay, contract, place, seniority.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace overstap::words {

// The words of `folded` (normalise.h) that say something about the work, in order: without
// "m v x", "36u", "32 40 uur", amounts of money, contract words, the larger places of the
// Netherlands and Flanders, and stop words. Seniority ("junior", "allround", "leerling") and bare
// numbers go too. When nothing would be left, the words that are no stop word; and when there are
// none of those either, all words. At most kMostWords. Thread-safe.
std::vector<std::string> ContentWords(std::string_view folded);

// The same with the stop words, as text with a space between words; `folded` itself when only stop
// words would be left.
std::string WithoutNoise(std::string_view folded);

inline constexpr size_t kMostWords = 40;

}  // namespace overstap::words
