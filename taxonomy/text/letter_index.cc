#include "taxonomy/text/letter_index.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "base/strings.h"

namespace overstap::text {
namespace {

constexpr size_t kShortest = 3;
constexpr size_t kLongest = 5;

bool StartsCharacter(char c) { return (static_cast<unsigned char>(c) & 0xc0) != 0x80; }

// Byte offsets at which characters begin, and the end.
std::vector<size_t> CharacterOffsets(std::string_view text) {
  std::vector<size_t> offsets;
  for (size_t i = 0; i < text.size(); ++i) {
    if (StartsCharacter(text[i])) offsets.push_back(i);
  }
  offsets.push_back(text.size());
  return offsets;
}

// A number for at most five characters (20 bytes); FNV-1a, 64 bits.
uint64_t GramNumber(std::string_view gram) {
  uint64_t number = 14695981039346656037ULL;
  for (const char c : gram) {
    number = (number ^ static_cast<unsigned char>(c)) * 1099511628211ULL;
  }
  return number;
}

template <class Visit>
void ForEachGram(std::string_view folded, Visit visit) {
  const std::string padded = StrCat(" ", folded, " ");
  const std::vector<size_t> offsets = CharacterOffsets(padded);
  const std::string_view view = padded;
  for (size_t length = kShortest; length <= kLongest; ++length) {
    for (size_t i = 0; i + length < offsets.size(); ++i) {
      visit(GramNumber(view.substr(offsets[i], offsets[i + length] - offsets[i])));
    }
  }
}

// (n-gram id, count), ascending by id.
std::vector<std::pair<uint32_t, int>> Count(std::vector<uint32_t> ids) {
  std::sort(ids.begin(), ids.end());
  std::vector<std::pair<uint32_t, int>> counts;
  for (const uint32_t id : ids) {
    if (counts.empty() || counts.back().first != id) counts.push_back({id, 0});
    ++counts.back().second;
  }
  return counts;
}

}  // namespace

LetterIndex::LetterIndex(std::span<const std::string_view> folded) : label_count_(folded.size()) {
  std::vector<GramCounts> counts;
  CountGrams(folded, &counts);
  FillPostings(counts);
}

void LetterIndex::CountGrams(std::span<const std::string_view> folded,
                             std::vector<GramCounts>* counts) {
  std::vector<uint32_t> document_frequency;
  counts->reserve(folded.size());
  std::vector<uint32_t> ids;
  for (const std::string_view label : folded) {
    ids.clear();
    ForEachGram(label, [&](uint64_t hash) {
      const auto id =
          gram_ids_.try_emplace(hash, static_cast<uint32_t>(gram_ids_.size())).first->second;
      ids.push_back(id);
    });
    counts->push_back(Count(ids));
    document_frequency.resize(gram_ids_.size(), 0);
    for (const auto& [gram, count] : counts->back()) ++document_frequency[gram];
  }
  const auto total = static_cast<float>(folded.size());
  const auto most = static_cast<uint32_t>(
      std::max(kMostShare * static_cast<double>(folded.size()), static_cast<double>(kFewLabels)));
  for (uint32_t& frequency : document_frequency) {
    const bool telling = frequency <= most;
    idf_.push_back(telling ? std::log((1 + total) / static_cast<float>(1 + frequency)) + 1 : 0);
    if (!telling) frequency = 0;
  }
  begin_.assign(document_frequency.size() + 1, 0);
  for (size_t gram = 0; gram < document_frequency.size(); ++gram) {
    begin_[gram + 1] = begin_[gram] + document_frequency[gram];
  }
}

void LetterIndex::FillPostings(const std::vector<GramCounts>& counts) {
  postings_.resize(begin_.back());
  std::vector<size_t> next(begin_.begin(), begin_.end() - 1);
  for (uint32_t label = 0; label < counts.size(); ++label) {
    const float norm = Norm(counts[label]);
    for (const auto& [gram, count] : counts[label]) {
      if (idf_[gram] == 0) continue;
      postings_[next[gram]++] = {label, static_cast<float>(count) * idf_[gram] / norm};
    }
  }
}

float LetterIndex::Norm(const GramCounts& counts) const {
  float sum = 0;
  for (const auto& [gram, count] : counts) {
    const float weight = static_cast<float>(count) * idf_[gram];
    sum += weight * weight;
  }
  return std::sqrt(sum);
}

void LetterIndex::Score(std::string_view folded_query, std::vector<float>* scores,
                        std::vector<uint32_t>* alike) const {
  for (const uint32_t label : *alike) (*scores)[label] = 0;
  alike->clear();
  scores->resize(label_count_, 0);
  size_t end = std::min(folded_query.size(), kMaxQueryBytes);
  while (end > 0 && end < folded_query.size() && !StartsCharacter(folded_query[end])) --end;
  thread_local std::vector<uint16_t> times;  // by gram
  times.resize(std::max(times.size(), idf_.size()), 0);
  std::vector<uint32_t> ids;  // of the query's grams that labels have, each once
  float unknown = 0;          // squared weight of n-grams that no label has
  const float unknown_idf = std::log(1 + static_cast<float>(label_count_)) + 1;
  ForEachGram(folded_query.substr(0, end), [&](uint64_t hash) {
    const auto found = gram_ids_.find(hash);
    if (found == gram_ids_.end()) {
      unknown += unknown_idf * unknown_idf;
    } else if (times[found->second]++ == 0) {
      ids.push_back(found->second);
    }
  });
  GramCounts counts;
  for (const uint32_t id : ids) counts.emplace_back(id, std::exchange(times[id], uint16_t{0}));
  const float known = Norm(counts);
  const float norm = std::sqrt(known * known + unknown);
  // Each label is written down, and kept when it is new: a branch here is taken at random.
  thread_local std::vector<uint32_t> touched;
  touched.resize(std::max(touched.size(), label_count_ + 1));
  size_t count_of_touched = 0;
  for (const auto& [gram, count] : counts) {
    const float weight = static_cast<float>(count) * idf_[gram] / norm;
    for (size_t i = begin_[gram]; i < begin_[gram + 1]; ++i) {
      float& score = (*scores)[postings_[i].label];
      touched[count_of_touched] = postings_[i].label;
      count_of_touched += score == 0 ? 1 : 0;
      score += weight * postings_[i].weight;
    }
  }
  alike->assign(touched.begin(), touched.begin() + static_cast<std::ptrdiff_t>(count_of_touched));
}

}  // namespace overstap::text
