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
// A concept with a label of the same letters comes before all others.
constexpr float kSameLettersShare = 1000;

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

// Of one question with every label and concept. Kept from question to question: what one has set is
// taken back by the next.
struct ConceptIndex::Likeness {
  Question question;
  std::array<uint64_t, 2> letter_numbers{};  // of the text, and of the text without noise
  std::vector<float> letters;                // by label
  std::vector<uint32_t> alike;               // labels with letters in common
  std::vector<float> covered;     // by label: weight of the question that its units cover
  std::vector<uint8_t> seen;      // by label: last facet that covered it, from 1
  std::vector<uint32_t> said;     // labels that cover something
  std::vector<float> passages;    // by concept
  std::vector<float> letters_of;  // by concept: of the label that is most alike
  std::vector<float> dice_of;     // by concept: as estimated for its best label
  std::vector<float> estimate;    // by concept: how likely it is meant; 0: nothing in common
};

ConceptIndex::ConceptIndex(const WordModel* words, std::span<const ConceptText> concepts)
    : words_(words),
      reader_(words),
      statistics_(words->graph().size(), concepts, &reader_),
      labels_(concepts, statistics_, words->graph().size(), &reader_),
      passages_(concepts, words->graph().size(), &reader_),
      letters_(MakeLetterIndex(labels_)) {
  for (const ConceptText& text : concepts) {
    has_own_language_.push_back(HasDutchName(text) ? 1 : 0);
    is_named_.push_back(text.labels.empty() ? 0 : 1);
  }
  reader_ = LabelReader(words);
}

void ConceptIndex::Compare(std::string_view folded, Likeness* likeness) const {
  likeness->question = ReadQuestion(*words_, statistics_, folded);
  const std::string title = words::WithoutNoise(folded);
  likeness->letter_numbers = {LabelTable::LetterNumber(folded), LabelTable::LetterNumber(title)};
  letters_->Score(title, &likeness->letters, &likeness->alike);
  CoverLabels(likeness);
  passages_.Covered(likeness->question, &likeness->passages);
  Estimate(likeness);
}

void ConceptIndex::Estimate(Likeness* likeness) const {
  const size_t concepts = has_own_language_.size();
  likeness->letters_of.assign(concepts, 0);
  likeness->dice_of.assign(concepts, 0);
  likeness->estimate.resize(concepts);
  for (const uint32_t label : likeness->alike) {
    float& best = likeness->letters_of[labels_.Owner(label)];
    best = std::max(best, likeness->letters[label]);
  }
  const float* const weights = labels_.weights().data();
  for (const uint32_t label : likeness->said) {
    const float both = likeness->question.weight + weights[label];
    float& best = likeness->dice_of[labels_.Owner(label)];
    best = std::max(best, 2 * likeness->covered[label] / both);
  }
  for (size_t owner = 0; owner < concepts; ++owner) {
    likeness->estimate[owner] = is_named_[owner] * (kLettersShare * likeness->letters_of[owner] +
                                                    kDiceShare * likeness->dice_of[owner] +
                                                    kPassageShare * likeness->passages[owner]);
  }
  for (const uint64_t number : likeness->letter_numbers) {
    for (const uint32_t label : labels_.LabelsWithLetters(number)) {
      likeness->estimate[labels_.Owner(label)] += kSameLettersShare;
    }
  }
}

// The units of a facet come strongest first, so the first that a label has is what counts.
void ConceptIndex::CoverLabels(Likeness* likeness) const {
  for (const uint32_t label : likeness->said) {
    likeness->covered[label] = 0;
    likeness->seen[label] = 0;
  }
  likeness->said.clear();
  likeness->covered.resize(labels_.size(), 0);
  likeness->seen.resize(labels_.size(), 0);
  for (uint8_t f = 0; f < likeness->question.facets.size(); ++f) {
    const Facet& facet = likeness->question.facets[f];
    if (facet.weight <= 0) continue;
    for (const WeightedUnit& unit : facet.units) {
      for (const uint32_t label : labels_.LabelsWith(unit.unit)) {
        uint8_t& seen = likeness->seen[label];
        if (seen == f + 1) continue;
        if (seen == 0) likeness->said.push_back(label);
        seen = static_cast<uint8_t>(f + 1);
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
