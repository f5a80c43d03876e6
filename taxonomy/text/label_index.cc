#include "taxonomy/text/label_index.h"

#include <algorithm>
#include <cmath>
#include <functional>

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

void ForEachGram(std::string_view folded, const std::function<void(uint64_t)>& visit) {
  const std::string padded = StrCat(" ", folded, " ");
  const std::vector<size_t> offsets = CharacterOffsets(padded);
  const std::string_view view = padded;
  for (size_t length = kShortest; length <= kLongest; ++length) {
    for (size_t i = 0; i + length < offsets.size(); ++i) {
      visit(
          std::hash<std::string_view>{}(view.substr(offsets[i], offsets[i + length] - offsets[i])));
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

float Norm(const std::vector<std::pair<uint32_t, int>>& counts, const std::vector<float>& idf) {
  float sum = 0;
  for (const auto& [gram, count] : counts) {
    const float weight = static_cast<float>(count) * idf[gram];
    sum += weight * weight;
  }
  return std::sqrt(sum);
}

}  // namespace

LabelIndex::LabelIndex(std::span<const std::string> folded) : label_count_(folded.size()) {
  std::vector<GramCounts> counts;
  CountGrams(folded, &counts);
  FillPostings(counts);
}

void LabelIndex::CountGrams(std::span<const std::string> folded, std::vector<GramCounts>* counts) {
  std::vector<uint32_t> document_frequency;
  counts->reserve(folded.size());
  std::vector<uint32_t> ids;
  for (const std::string& label : folded) {
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
  for (const uint32_t frequency : document_frequency) {
    idf_.push_back(std::log((1 + total) / static_cast<float>(1 + frequency)) + 1);
  }
  begin_.assign(document_frequency.size() + 1, 0);
  for (size_t gram = 0; gram < document_frequency.size(); ++gram) {
    begin_[gram + 1] = begin_[gram] + document_frequency[gram];
  }
}

void LabelIndex::FillPostings(const std::vector<GramCounts>& counts) {
  postings_.resize(begin_.back());
  std::vector<size_t> next(begin_.begin(), begin_.end() - 1);
  for (uint32_t label = 0; label < counts.size(); ++label) {
    const float norm = Norm(counts[label], idf_);
    for (const auto& [gram, count] : counts[label]) {
      postings_[next[gram]++] = {label, static_cast<float>(count) * idf_[gram] / norm};
    }
  }
}

std::vector<LabelIndex::Hit> LabelIndex::Score(std::string_view folded_query) const {
  size_t end = std::min(folded_query.size(), kMaxQueryBytes);
  while (end > 0 && end < folded_query.size() && !StartsCharacter(folded_query[end])) --end;
  std::vector<uint32_t> ids;
  float unknown = 0;  // squared weight of n-grams that no label has
  const float unknown_idf = std::log(1 + static_cast<float>(label_count_)) + 1;
  ForEachGram(folded_query.substr(0, end), [&](uint64_t hash) {
    const auto found = gram_ids_.find(hash);
    if (found != gram_ids_.end())
      ids.push_back(found->second);
    else
      unknown += unknown_idf * unknown_idf;
  });
  const GramCounts counts = Count(std::move(ids));
  const float known = Norm(counts, idf_);
  const float norm = std::sqrt(known * known + unknown);
  std::vector<float> scores(label_count_, 0);
  for (const auto& [gram, count] : counts) {
    const float weight = static_cast<float>(count) * idf_[gram] / norm;
    for (size_t i = begin_[gram]; i < begin_[gram + 1]; ++i) {
      scores[postings_[i].label] += weight * postings_[i].weight;
    }
  }
  std::vector<Hit> hits;
  for (uint32_t label = 0; label < scores.size(); ++label) {
    if (scores[label] > 0) hits.push_back({label, std::min(1.0F, scores[label])});
  }
  return hits;
}

}  // namespace overstap::text
