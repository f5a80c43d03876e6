// A text that somebody is typing, among labels that are themselves any text.
#include <algorithm>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "base/strings.h"
#include "base/text_encoding.h"
#include "taxonomy/normalise.h"
#include "taxonomy/text/suggest.h"
#include "tests/fuzz/check.h"
#include "tests/fuzz/fuzz_targets.h"

namespace overstap::fuzz {
namespace {

constexpr size_t kLimit = 5;

Taxonomy TaxonomyWith(std::string_view bytes) {
  TaxonomySource source;
  source.scheme = "fuzz";
  const std::vector<std::string> labels = {"lasrobotoperator",   "lasser",       "café-houder",
                                           "monteur van pompen", "Straßenbauer", "C++ developer",
                                           CleanLabel(bytes)};
  for (size_t i = 0; i < labels.size(); ++i) {
    if (labels[i].empty()) continue;
    ConceptSource entry;
    entry.uri = StrCat("t:", i);
    entry.kind = i % 3 == 0 ? ConceptKind::kSkill : ConceptKind::kOccupation;
    entry.labels = {{i % 2 == 0 ? kDutch : kEnglish, LabelKind::kPreferred, labels[i]},
                    {kDutch, LabelKind::kAlternative, StrCat(labels[(i + 1) % 6], " operator")}};
    source.concepts.push_back(std::move(entry));
  }
  Canonicalise(&source);
  std::string version = ContentVersion(source);
  return Taxonomy::Build(std::move(source), std::move(version)).value();
}

template <class Id>
void CheckSuggestions(const std::vector<text::Suggestion<Id>>& suggestions) {
  OVERSTAP_FUZZ_CHECK(suggestions.size() <= kLimit);
  std::set<Id> seen;
  double before = 1;
  for (const text::Suggestion<Id>& suggestion : suggestions) {
    OVERSTAP_FUZZ_CHECK(seen.insert(suggestion.id).second);
    OVERSTAP_FUZZ_CHECK(suggestion.score > 0 && suggestion.score <= before);
    before = suggestion.score;
    const auto [begin, end] = suggestion.highlight;
    const std::string& label = suggestion.label->text;
    OVERSTAP_FUZZ_CHECK(begin < end && end <= label.size());
    OVERSTAP_FUZZ_CHECK(IsValidUtf8(std::string_view(label).substr(begin, end - begin)));
  }
}

}  // namespace

void FuzzSuggest(std::string_view bytes) {
  const std::string_view typed = bytes.substr(0, bytes.find('\n'));
  const Taxonomy taxonomy = TaxonomyWith(bytes.substr(std::min(typed.size() + 1, bytes.size())));
  const text::Suggester suggester(&taxonomy, nullptr, {});
  const auto occupations = suggester.Occupations(typed, kLimit, {kDutch});
  CheckSuggestions(occupations);
  CheckSuggestions(suggester.Skills(typed, kLimit, {kEnglish, kDutch}));
  if (FoldLabel(typed).empty()) OVERSTAP_FUZZ_CHECK(occupations.empty());
}

}  // namespace overstap::fuzz
