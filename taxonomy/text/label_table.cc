#include "taxonomy/text/label_table.h"

#include <algorithm>
#include <array>
#include <numeric>

namespace overstap::text {

LabelTable::LabelTable(std::span<const ConceptText> concepts, const UnitStatistics& statistics,
                       size_t unit_count, LabelReader* reader) {
  for (const ConceptText& text : concepts) {
    const auto owner = static_cast<uint32_t>(begin_.size());
    begin_.push_back(static_cast<uint32_t>(labels_.size()));
    for (const FoldedLabel& label : text.labels) Add(owner, label, statistics, reader);
  }
  begin_.push_back(static_cast<uint32_t>(labels_.size()));
  FillPostings(unit_count);
  by_letters_.resize(labels_.size());
  std::iota(by_letters_.begin(), by_letters_.end(), 0);
  std::stable_sort(by_letters_.begin(), by_letters_.end(), [this](uint32_t a, uint32_t b) {
    return labels_[a].letter_number < labels_[b].letter_number;
  });
}

std::span<const uint32_t> LabelTable::LabelsWithLetters(uint64_t letter_number) const {
  const auto begin = std::lower_bound(
      by_letters_.begin(), by_letters_.end(), letter_number,
      [this](uint32_t label, uint64_t of) { return labels_[label].letter_number < of; });
  const auto end = std::upper_bound(
      begin, by_letters_.end(), letter_number,
      [this](uint64_t of, uint32_t label) { return of < labels_[label].letter_number; });
  return {begin, end};
}

// FNV-1a, 64 bits, of everything but the spaces.
uint64_t LabelTable::LetterNumber(std::string_view folded) {
  uint64_t number = 14695981039346656037ULL;
  for (const char c : folded) {
    if (c != ' ') number = (number ^ static_cast<unsigned char>(c)) * 1099511628211ULL;
  }
  return number;
}

LabelTable::Word LabelTable::AddWord(const LabelWord& read, const UnitStatistics& statistics) {
  Word word;
  word.whole = read.whole;
  word.weight = statistics.WordWeight(read.whole, read.parts);
  word.parts_begin = static_cast<uint32_t>(parts_.size());
  float sum = 0;
  for (const UnitId part : read.parts) sum += statistics.Idf(part);
  for (const UnitId part : read.parts) {
    parts_.push_back({part, sum > 0 ? statistics.Idf(part) / sum : 0});
  }
  word.parts_end = static_cast<uint32_t>(parts_.size());
  return word;
}

void LabelTable::Add(uint32_t owner, const FoldedLabel& label, const UnitStatistics& statistics,
                     LabelReader* reader) {
  Entry entry;
  entry.label = label.label;
  entry.words_begin = static_cast<uint32_t>(words_.size());
  float best_head = -1;
  float weight = 0;
  for (const std::string_view text : reader->Words(label.folded)) {
    const LabelWord& read = reader->Read(text, label.label->language);
    const float last = read.parts.empty() ? 0 : statistics.Headness(read.parts.back());
    const float head = std::max(statistics.Headness(read.whole), last);
    if (head > best_head) {
      best_head = head;
      entry.head = static_cast<uint32_t>(words_.size());
    }
    words_.push_back(AddWord(read, statistics));
    weight += words_.back().weight;
  }
  entry.words_end = static_cast<uint32_t>(words_.size());
  entry.letter_number = LetterNumber(label.folded);
  folded_.push_back(label.folded);
  labels_.push_back(entry);
  totals_.push_back({owner, weight});
  preferred_.push_back(label.label->kind == LabelKind::kPreferred ? 1 : 0);
}

void LabelTable::FillPostings(size_t unit_count) {
  std::vector<std::pair<UnitId, uint32_t>> pairs;
  for (uint32_t i = 0; i < labels_.size(); ++i) {
    for (uint32_t w = labels_[i].words_begin; w < labels_[i].words_end; ++w) {
      pairs.emplace_back(words_[w].whole, i);
      for (uint32_t p = words_[w].parts_begin; p < words_[w].parts_end; ++p) {
        pairs.emplace_back(parts_[p].unit, i);
      }
    }
  }
  std::erase_if(pairs, [](const auto& pair) { return pair.first == WordGraph::kNoUnit; });
  std::sort(pairs.begin(), pairs.end());
  pairs.erase(std::unique(pairs.begin(), pairs.end()), pairs.end());
  posting_begin_.assign(unit_count + 1, 0);
  for (const auto& [unit, label] : pairs) {
    ++posting_begin_[unit + 1];
    postings_.push_back(label);
  }
  for (size_t i = 1; i < posting_begin_.size(); ++i) posting_begin_[i] += posting_begin_[i - 1];
}

// What the units of one label say of the question.
class LabelTable::Touch {
 public:
  explicit Touch(const Question& question) : question_(question) {
    std::fill_n(covered_.begin(), question.facets.size(), 0.0F);
  }

  // The greatest strength with which the unit stands for a facet.
  float Unit(UnitId unit, bool in_head) {
    float best = 0;
    for (const FacetStrength& entry : question_.strengths.Of(unit)) {
      covered_[entry.facet] = std::max(covered_[entry.facet], entry.strength);
      best = std::max(best, entry.strength);
      if (in_head && entry.facet == question_.head) head_ = std::max(head_, entry.strength);
    }
    return best;
  }

  float head() const { return head_; }
  float covered(size_t facet) const { return covered_[facet]; }

 private:
  const Question& question_;
  std::array<float, kMostFacets> covered_;  // by facet of the question
  float head_ = 0;
};

LabelScore LabelTable::Score(const Question& question, uint32_t label,
                             std::span<float> concept_covered) const {
  const Entry& entry = labels_[label];
  Touch touch(question);
  float label_says = 0;
  for (uint32_t w = entry.words_begin; w < entry.words_end; ++w) {
    const Word& word = words_[w];
    const float whole = touch.Unit(word.whole, w == entry.head);
    float parts = 0;
    for (uint32_t p = word.parts_begin; p < word.parts_end; ++p) {
      const bool in_head = w == entry.head && p + 1 == word.parts_end;
      parts += touch.Unit(parts_[p].unit, in_head) * parts_[p].share;
    }
    label_says += word.weight * std::max(whole, parts);
  }
  float text_says = 0;
  for (size_t f = 0; f < question.facets.size(); ++f) {
    text_says += question.facets[f].weight * touch.covered(f);
    concept_covered[f] = std::max(concept_covered[f], touch.covered(f));
  }
  LabelScore score;
  const float total = question.weight + Weight(label);
  if (question.weight > 0) score.text_covered = text_says / question.weight;
  if (Weight(label) > 0) score.label_covered = label_says / Weight(label);
  if (total > 0) score.dice = (text_says + label_says) / total;
  score.head = touch.head();
  return score;
}

}  // namespace overstap::text
