#include "taxonomy/text/concept_index.h"

#include <algorithm>
#include <array>
#include <functional>
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

// A number that at least `count` of the values reach, or 0: the count-th greatest of the greatest
// values of blocks.
float SurelyReached(std::span<const float> values, size_t count) {
  constexpr size_t kBlock = 16;
  if (values.size() < count * kBlock) return 0;
  thread_local std::vector<float> greatest;
  greatest.clear();
  for (size_t begin = 0; begin + kBlock <= values.size(); begin += kBlock) {
    float most = 0;
    for (size_t i = begin; i < begin + kBlock; ++i) most = std::max(most, values[i]);
    greatest.push_back(most);
  }
  std::nth_element(greatest.begin(), greatest.begin() + (count - 1), greatest.end(),
                   std::greater<>());
  return greatest[count - 1];
}

bool HasDutchName(const ConceptText& text) {
  return std::any_of(text.labels.begin(), text.labels.end(), [](const FoldedLabel& label) {
    return label.label->kind == LabelKind::kPreferred && label.label->language == kDutch;
  });
}

}  // namespace

// What a label's units say of the question, in four bytes: a hundred thousand of them are passed
// over at random, and fit a small cache.
class Cover {
 public:
  // In steps, at least one.
  static uint32_t Steps(float weight) {
    return std::max(1U, static_cast<uint32_t>(weight * kStepsPerWeight));
  }

  bool empty() const { return bits_ == 0; }
  float weight() const { return static_cast<float>(bits_ >> kFacetBits) / kStepsPerWeight; }

  // A facet, from 0, adds once; facets come in order.
  void Add(uint32_t facet, uint32_t steps) {
    const uint32_t is_new = (bits_ & kFacetMask) == facet + 1 ? 0 : 1;
    bits_ = ((bits_ & ~kFacetMask) + is_new * (steps << kFacetBits)) | (facet + 1);
  }

 private:
  // 64 facets of a weight of at most 40 (1.5 ln(1 + N) of 2^38 concepts) stay under 2^24 steps.
  static constexpr float kStepsPerWeight = 4096;
  static constexpr uint32_t kFacetBits = 8;
  static constexpr uint32_t kFacetMask = (1U << kFacetBits) - 1;
  static_assert(kMostFacets < kFacetMask);

  uint32_t bits_ = 0;  // the steps, and the last facet that added, from 1
};

// Of one question with every label and concept. Kept from question to question: what one has set is
// taken back by the next.
struct ConceptIndex::Likeness {
  Question question;
  std::vector<uint32_t> same;     // labels of the same letters as the text, with noise or without
  std::vector<float> letters;     // by label
  std::vector<uint32_t> alike;    // labels with letters in common
  std::vector<Cover> covered;     // by label
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
  likeness->same.clear();
  for (const std::string_view text : {folded, std::string_view(title)}) {
    const auto same = labels_.LabelsWithLetters(LabelTable::LetterNumber(text));
    likeness->same.insert(likeness->same.end(), same.begin(), same.end());
  }
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
  for (const uint32_t label : likeness->said) {
    const float both = likeness->question.weight + labels_.Weight(label);
    float& best = likeness->dice_of[labels_.Owner(label)];
    best = std::max(best, 2 * likeness->covered[label].weight() / both);
  }
  for (size_t owner = 0; owner < concepts; ++owner) {
    likeness->estimate[owner] = is_named_[owner] * (kLettersShare * likeness->letters_of[owner] +
                                                    kDiceShare * likeness->dice_of[owner] +
                                                    kPassageShare * likeness->passages[owner]);
  }
  for (const uint32_t label : likeness->same) {
    likeness->estimate[labels_.Owner(label)] += kSameLettersShare;
  }
}

// The units of a facet come strongest first, so the first that a label has is what counts.
void ConceptIndex::CoverLabels(Likeness* likeness) const {
  for (const uint32_t label : likeness->said) likeness->covered[label] = {};
  likeness->covered.resize(labels_.size());
  // Each label is written down, and kept when it is new: a branch here is taken at random.
  thread_local std::vector<uint32_t> touched;
  touched.resize(std::max(touched.size(), labels_.size() + 1));
  size_t said = 0;
  for (uint32_t f = 0; f < likeness->question.facets.size(); ++f) {
    const Facet& facet = likeness->question.facets[f];
    if (facet.weight <= 0) continue;
    for (const WeightedUnit& unit : facet.units) {
      const uint32_t steps = Cover::Steps(facet.weight * unit.strength);
      for (const uint32_t label : labels_.LabelsWith(unit.unit)) {
        Cover& cover = likeness->covered[label];
        touched[said] = label;
        said += cover.empty() ? 1 : 0;
        cover.Add(f, steps);
      }
    }
  }
  likeness->said.assign(touched.begin(), touched.begin() + static_cast<std::ptrdiff_t>(said));
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
    const bool says = !likeness.covered[i].empty();
    const bool same = std::ranges::find(likeness.same, i) != likeness.same.end();
    if (letters == 0 && !says && !same) continue;
    const bool preferred = labels_.IsPreferred(i);
    LabelScore score;
    if (says) score = labels_.Score(likeness.question, i, covered);
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
  const std::vector<float>& estimate = likeness.estimate;
  const float least = SurelyReached(estimate, kMostCandidates);
  std::vector<uint32_t> owners;
  for (uint32_t owner = 0; owner < estimate.size(); ++owner) {
    if (estimate[owner] >= least && estimate[owner] > 0) owners.push_back(owner);
  }
  if (owners.size() <= kMostCandidates) return owners;
  const auto kept = owners.begin() + kMostCandidates;
  std::nth_element(owners.begin(), kept, owners.end(), [&](uint32_t a, uint32_t b) {
    return estimate[a] != estimate[b] ? estimate[a] > estimate[b] : a < b;
  });
  owners.erase(kept, owners.end());
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
