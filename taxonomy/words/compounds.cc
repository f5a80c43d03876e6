#include "taxonomy/words/compounds.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

namespace overstap::words {
namespace {

// Letters between two parts, the commonest first, and the log of how much rarer they make a split.
struct Link {
  std::string_view letters;
  double log_cost;
};
constexpr std::array<Link, 5> kLinks = {
    {{"", 0}, {"s", -1}, {"en", -1.2}, {"e", -1.8}, {"n", -2.5}}};

constexpr double kPartCost = -1.5;
constexpr double kImpossible = -std::numeric_limits<double>::infinity();

}  // namespace

void CompoundSplitter::Add(std::string_view word, double count) {
  if (word.size() < kShortestPart) return;
  counts_.try_emplace(std::string(word), 0).first->second += count;
  total_ += count;
}

double CompoundSplitter::LogShare(std::string_view part) const {
  const auto found = counts_.find(part);
  if (found == counts_.end()) return kImpossible;
  // Short words are often there by chance.
  const double chance = part.size() == kShortestPart ? -2.0 : 0.0;
  return std::log(found->second / total_) + chance;
}

// Readings that end where a known word ends that begins at `begin` or after linking letters there.
void CompoundSplitter::Extend(std::string_view word, size_t begin,
                              std::vector<Reading>* readings) const {
  const Reading before = (*readings)[begin];
  if (begin > 0 && before.part_length == 0) return;
  for (const Link& link : kLinks) {
    if (begin == 0 && !link.letters.empty()) break;
    if (!word.substr(begin).starts_with(link.letters)) continue;
    const size_t start = begin + link.letters.size();
    for (size_t end = start + kShortestPart; end <= word.size(); ++end) {
      if (end - start == word.size()) continue;  // the word itself is no part
      const double share = LogShare(word.substr(start, end - start));
      if (share == kImpossible) continue;
      const double total = before.log_likelihood + link.log_cost + kPartCost + share;
      Reading& reading = (*readings)[end];
      if (reading.part_length == 0 || total > reading.log_likelihood) {
        reading = {total, start, end - start, begin};
      }
    }
  }
}

std::vector<std::string> CompoundSplitter::Split(std::string_view word) const {
  std::vector<std::string> parts;
  if (word.size() < kShortestCompound || word.size() > kLongestCompound) return parts;
  std::vector<Reading> readings(word.size() + 1);
  for (size_t begin = 0; begin + kShortestPart <= word.size(); ++begin) {
    Extend(word, begin, &readings);
  }
  for (size_t end = word.size(); end > 0;) {
    const Reading& reading = readings[end];
    if (reading.part_length == 0) return {};
    parts.emplace_back(word.substr(reading.part_begin, reading.part_length));
    end = reading.previous_end;
  }
  std::reverse(parts.begin(), parts.end());
  return parts;
}

}  // namespace overstap::words
