#include "taxonomy/text/concept_index.h"

#include <algorithm>
#include <array>
#include <string>

#include "taxonomy/words/noise.h"

namespace overstap::text {
namespace {

// How much a likeness counts in the estimate that picks the candidates; about what the fitted
// rankings give it.
constexpr float kLettersShare = 5;
constexpr float kDiceShare = 9;
constexpr float kPassageShare = 6;

std::unique_ptr<LetterIndex> MakeLetterIndex(const LabelTable& labels) {
  std::vector<std::string_view> folded;
  for (uint32_t i = 0; i < labels.size(); ++i) folded.push_back(labels.folded(i));
  return std::make_unique<LetterIndex>(folded);
}

bool HasDutchName(const ConceptText& text) {
  return std::any_of(text.labels.begin(), text.labels.end(), [](const FoldedLabel& label) {
    return label.label->kind == LabelKind::kPreferred && label.label->language == kDutch;
  });
}

}  // namespace

// Of one question with every label and concept.
struct ConceptIndex::Likeness {
  Question question;
  std::array<uint64_t, 2> letter_numbers{};  // of the text, and of the text without noise
  std::vector<float> letters;                // by label
  std::vector<float> covered;   // by label: weight of the question that its units cover
  std::vector<uint8_t> seen;    // by label: last facet that covered it, from 1
  std::vector<float> passages;  // by concept
  std::vector<float> estimate;  // by concept: how likely it is meant; 0: nothing in common
};

ConceptIndex::ConceptIndex(const WordModel* words, std::span<const ConceptText> concepts)
    : words_(words),
      reader_(words),
      statistics_(words->graph().size(), concepts, &reader_),
      labels_(concepts, statistics_, words->graph().size(), &reader_),
      passages_(concepts, words->graph().size(), &reader_),
      letters_(MakeLetterIndex(labels_)) {
  for (const ConceptText& text : concepts) has_own_language_.push_back(HasDutchName(text) ? 1 : 0);
  reader_ = LabelReader(words);
}

void ConceptIndex::Compare(std::string_view folded, Likeness* likeness) const {
  likeness->question = ReadQuestion(*words_, statistics_, folded);
  const std::string title = words::WithoutNoise(folded);
  likeness->letter_numbers = {LabelTable::LetterNumber(folded), LabelTable::LetterNumber(title)};
  letters_->Score(title, &likeness->letters);
  CoverLabels(likeness);
  passages_.Covered(likeness->question, &likeness->passages);
  const size_t concepts = has_own_language_.size();
  likeness->estimate.resize(concepts);
  const float* const weights = labels_.weights().data();
  for (uint32_t owner = 0; owner < concepts; ++owner) {
    float letters = 0, dice = 0;
    for (uint32_t label = labels_.Begin(owner); label < labels_.End(owner); ++label) {
      letters = std::max(letters, likeness->letters[label]);
      if (likeness->covered[label] == 0) continue;
      const float both = likeness->question.weight + weights[label];
      dice = std::max(dice, 2 * likeness->covered[label] / both);
    }
    const bool named = labels_.Begin(owner) < labels_.End(owner);
    likeness->estimate[owner] = named ? kLettersShare * letters + kDiceShare * dice +
                                            kPassageShare * likeness->passages[owner]
                                      : 0;
  }
}

// The units of a facet come strongest first, so the first that a label has is what counts.
void ConceptIndex::CoverLabels(Likeness* likeness) const {
  likeness->covered.assign(labels_.size(), 0);
  likeness->seen.assign(labels_.size(), 0);
  for (uint8_t f = 0; f < likeness->question.facets.size(); ++f) {
    const Facet& facet = likeness->question.facets[f];
    for (const WeightedUnit& unit : facet.units) {
      for (const uint32_t label : labels_.LabelsWith(unit.unit)) {
        if (likeness->seen[label] == f + 1) continue;
        likeness->seen[label] = static_cast<uint8_t>(f + 1);
        likeness->covered[label] += facet.weight * unit.strength;
      }
    }
  }
}

ScoredConcept ConceptIndex::ScoreConcept(const Likeness& likeness, uint32_t owner) const {
  ScoredConcept out;
  out.owner = owner;
  const auto feature = [&](Feature which) -> double& {
    return out.features[static_cast<size_t>(which)];
  };
  const std::vector<Facet>& facets = likeness.question.facets;
  std::array<float, kMostFacets> covered{};
  LabelScore best;
  double best_value = -1;
  for (uint32_t i = labels_.Begin(owner); i < labels_.End(owner); ++i) {
    const double letters = likeness.letters[i];
    const bool same = labels_.HasLetters(i, likeness.letter_numbers[0]) ||
                      labels_.HasLetters(i, likeness.letter_numbers[1]);
    const bool preferred = labels_.label(i).kind == LabelKind::kPreferred;
    if (letters == 0 && likeness.covered[i] == 0 && !same) continue;
    LabelScore score;
    if (likeness.covered[i] > 0) score = labels_.Score(likeness.question, i, covered);
    if (preferred) {
      feature(Feature::kLettersPreferred) = std::max(feature(Feature::kLettersPreferred), letters);
    }
    feature(Feature::kLetters) = std::max(feature(Feature::kLetters), letters);
    feature(Feature::kHead) = std::max(feature(Feature::kHead), static_cast<double>(score.head));
    if (same) feature(Feature::kSameText) = 1;
    if (same && preferred) feature(Feature::kSamePreferred) = 1;
    const double value = (same ? 3 : 0) + (preferred ? 0.001 : 0) + score.dice + letters;
    if (value <= best_value) continue;
    best_value = value;
    best = score;
    out.label = i;
  }
  if (best_value < 0) out.label = labels_.Begin(owner);
  feature(Feature::kDice) = best.dice;
  feature(Feature::kTextCovered) = best.text_covered;
  feature(Feature::kLabelCovered) = best.label_covered;
  feature(Feature::kOwnLanguage) = has_own_language_[owner];
  feature(Feature::kPassages) = likeness.passages[owner];
  double sum = 0;
  for (size_t f = 0; f < facets.size(); ++f) sum += facets[f].weight * covered[f];
  if (likeness.question.weight > 0) {
    feature(Feature::kConceptCovers) = sum / likeness.question.weight;
  }
  return out;
}

// The owners with the kMostCandidates greatest estimates above 0, ascending; of equal ones the
// first.
std::vector<uint32_t> ConceptIndex::Likely(const Likeness& likeness) const {
  using Entry = std::pair<float, uint32_t>;  // (-estimate, owner)
  std::vector<Entry> heap;                   // the worst on top
  float least = 0;
  for (uint32_t owner = 0; owner < likeness.estimate.size(); ++owner) {
    if (likeness.estimate[owner] <= least) continue;
    if (heap.size() == kMostCandidates) {
      std::pop_heap(heap.begin(), heap.end());
      heap.pop_back();
    }
    heap.emplace_back(-likeness.estimate[owner], owner);
    std::push_heap(heap.begin(), heap.end());
    if (heap.size() == kMostCandidates) least = -heap.front().first;
  }
  std::vector<uint32_t> owners;
  for (const Entry& entry : heap) owners.push_back(entry.second);
  std::sort(owners.begin(), owners.end());
  return owners;
}

std::vector<ScoredConcept> ConceptIndex::Candidates(std::string_view folded) const {
  // Kept by each thread, so that a question does not have to ask for megabytes.
  thread_local Likeness likeness;
  Compare(folded, &likeness);
  std::vector<ScoredConcept> scored;
  for (const uint32_t owner : Likely(likeness)) {
    scored.push_back(ScoreConcept(likeness, owner));
  }
  return scored;
}

std::vector<ScoredConcept> ConceptIndex::AllConcepts(std::string_view folded) const {
  Likeness likeness;
  Compare(folded, &likeness);
  std::vector<ScoredConcept> scored;
  for (uint32_t owner = 0; owner < has_own_language_.size(); ++owner) {
    if (likeness.estimate[owner] > 0) {
      scored.push_back(ScoreConcept(likeness, owner));
    }
  }
  return scored;
}

}  // namespace overstap::text
