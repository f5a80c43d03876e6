#include "taxonomy/text/spelling.h"

#include <algorithm>
#include <functional>
#include <utility>

namespace overstap::text {
namespace {

uint64_t Hash(std::string_view text) { return std::hash<std::string_view>{}(text); }

// The word and the word less each of its letters.
template <class Visit>
void ForEachDeletion(std::string_view word, Visit visit) {
  visit(word);
  std::string less;
  for (size_t i = 0; i < word.size(); ++i) {
    if (i > 0 && word[i] == word[i - 1]) continue;
    less.assign(word.substr(0, i));
    less.append(word.substr(i + 1));
    visit(std::string_view(less));
  }
}

int MostChanges(std::string_view word) { return word.size() >= Spelling::kShortestForTwo ? 2 : 1; }

}  // namespace

int EditDistance(std::string_view a, std::string_view b) {
  const size_t width = b.size() + 1;
  std::vector<int> before(width), above(width), row(width);
  for (size_t j = 0; j < width; ++j) row[j] = static_cast<int>(j);
  for (size_t i = 1; i <= a.size(); ++i) {
    before.swap(above);
    above.swap(row);
    row[0] = static_cast<int>(i);
    for (size_t j = 1; j < width; ++j) {
      const int replaced = above[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
      row[j] = std::min({above[j] + 1, row[j - 1] + 1, replaced});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
        row[j] = std::min(row[j], before[j - 2] + 1);
      }
    }
  }
  return row[b.size()];
}

void Spelling::Add(std::string_view word) {
  if (word.size() + 2 < kShortestWord || word.size() > kLongestWord) return;
  const auto [slot, is_new] =
      ids_.try_emplace(std::string(word), static_cast<uint32_t>(words_.size()));
  if (!is_new) return;
  words_.emplace_back(word);
  const uint32_t id = slot->second;
  ForEachDeletion(word, [&](std::string_view less) { deletions_.emplace_back(Hash(less), id); });
}

void Spelling::Finish() {
  std::sort(deletions_.begin(), deletions_.end());
  ids_ = {};
}

std::vector<Spelling::Near> Spelling::Find(std::string_view word, size_t limit) const {
  std::vector<Near> near;
  if (word.size() < kShortestWord || word.size() > kLongestWord) return near;
  std::vector<uint32_t> candidates;
  ForEachDeletion(word, [&](std::string_view less) {
    const uint64_t hash = Hash(less);
    auto it = std::lower_bound(deletions_.begin(), deletions_.end(), std::pair(hash, uint32_t{0}));
    for (; it != deletions_.end() && it->first == hash; ++it) candidates.push_back(it->second);
  });
  std::sort(candidates.begin(), candidates.end());
  candidates.erase(std::unique(candidates.begin(), candidates.end()), candidates.end());
  for (const uint32_t id : candidates) {
    const int changes = EditDistance(word, words_[id]);
    if (changes > 0 && changes <= MostChanges(word)) near.push_back({words_[id], changes});
  }
  std::sort(near.begin(), near.end(), [](const Near& a, const Near& b) {
    return std::pair(a.changes, a.word) < std::pair(b.changes, b.word);
  });
  if (near.size() > limit) near.resize(limit);
  return near;
}

}  // namespace overstap::text
