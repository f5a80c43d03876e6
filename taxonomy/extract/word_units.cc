#include "taxonomy/extract/word_units.h"

#include <algorithm>
#include <tuple>

#include "taxonomy/extract/verb_forms.h"
#include "taxonomy/words/stemmer.h"

namespace overstap::extract {
namespace {

// What a part of a compound says less than the word by itself.
constexpr float kHeadShare = 0.9F;
constexpr float kModifierShare = 0.9F;

void SortUnique(std::vector<WordUnit>* units) {
  const auto key = [](const WordUnit& unit) {
    return std::tuple(unit.unit, unit.piece, -unit.strength);
  };
  std::sort(units->begin(), units->end(),
            [&](const WordUnit& a, const WordUnit& b) { return key(a) < key(b); });
  units->erase(std::unique(units->begin(), units->end(),
                           [](const WordUnit& a, const WordUnit& b) {
                             return a.unit == b.unit && a.piece == b.piece;
                           }),
               units->end());
}

}  // namespace

const std::vector<WordUnit>& WordUnitReader::Read(const std::string& folded) {
  const auto found = read_.find(folded);
  if (found != read_.end()) return found->second;
  return read_.emplace(folded, Find(folded)).first->second;
}

void WordUnitReader::AddExpanded(UnitId unit, float share, Piece piece,
                                 std::vector<WordUnit>* units) const {
  if (unit == text::WordGraph::kNoUnit) return;
  for (const text::WeightedUnit& near : index_.Near(unit)) {
    units->push_back({near.unit, near.strength * share, piece});
  }
}

void WordUnitReader::AddVerb(std::string_view infinitive, std::vector<WordUnit>* units) const {
  const UnitId unit = words_.graph().Find(words::DutchStem(infinitive));
  if (unit != text::WordGraph::kNoUnit && index_.Has(unit)) {
    units->push_back({unit, kVerbForm, Piece::kWhole});
  }
}

std::vector<WordUnit> WordUnitReader::Find(const std::string& folded) const {
  std::vector<WordUnit> units;
  const text::LabelWord dutch = words_.ReadLabelWord(folded, kDutch);
  const UnitId english = words_.ReadLabelWord(folded, kEnglish).whole;
  AddExpanded(dutch.whole, 1, Piece::kWhole, &units);
  if (english != dutch.whole) AddExpanded(english, 1, Piece::kWhole, &units);
  for (size_t i = 0; i < dutch.parts.size(); ++i) {
    const bool head = i + 1 == dutch.parts.size();
    AddExpanded(dutch.parts[i], head ? kHeadShare : kModifierShare,
                head ? Piece::kHead : Piece::kModifier, &units);
  }
  for (const std::string& infinitive : InfinitivesOf(folded)) AddVerb(infinitive, &units);
  SortUnique(&units);
  return units;
}

std::vector<WordUnit> WordUnitReader::ReadSeparated(std::string_view particle,
                                                    std::string_view folded) const {
  std::vector<WordUnit> units;
  AddVerb(StrCat(particle, folded), &units);
  for (const std::string& infinitive : InfinitivesOf(folded)) {
    AddVerb(StrCat(particle, infinitive), &units);
  }
  SortUnique(&units);
  return units;
}

}  // namespace overstap::extract
