// What changed between two versions of a skills language?
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "taxonomy/importance.h"
#include "taxonomy/language.h"
#include "taxonomy/source.h"

namespace overstap {

// Named for people: the preferred label in the version after, for a concept that is gone the one
// before; in the first language that has one, else in any, else empty.
struct DiffConcept {
  std::string uri;
  ConceptKind kind = ConceptKind::kSkill;
  std::string label;

  friend bool operator==(const DiffConcept&, const DiffConcept&) = default;
};

// Same URI, other preferred label. When a concept has several in one language, those that differ
// are paired in order.
struct RenamedConcept {
  DiffConcept subject;
  Language language;
  std::string before;  // empty: it had none in this language
  std::string after;   // empty: it has none any more
};

// Found by the rule of succession.h. `into` may hold `from` itself, when a part of it got a URI of
// its own. Two or more; ascending by URI.
struct SplitConcept {
  DiffConcept from;
  std::vector<DiffConcept> into;
};
struct MergedConcept {
  std::vector<DiffConcept> from;
  DiffConcept into;
};
// One in the place of one: the same under another URI.
struct ReplacedConcept {
  DiffConcept from;
  DiffConcept into;
};

// Of an occupation that is in both versions. One of the two importances may be absent.
struct RelationChange {
  DiffConcept occupation;
  DiffConcept skill;
  std::optional<Importance> before;  // absent: the requirement is new
  std::optional<Importance> after;   // absent: it is gone
};

// Same URI, other concepts directly above. Ascending by URI.
struct MovedConcept {
  DiffConcept subject;
  std::vector<DiffConcept> from;  // no longer above
  std::vector<DiffConcept> to;    // newly above
};

enum class DetailKind : uint8_t { kKind, kCode, kLevel, kOtherLabels, kDescriptions };
inline constexpr int kDetailKindCount = 5;
std::string_view DetailKindName(DetailKind kind);  // "kind", "code", "level", "labels", ...

// Same URI; what else differs. Labels that are not preferred count as "labels".
struct DetailChange {
  DiffConcept subject;
  std::vector<DetailKind> what;  // ascending, at least one
};

// Every list is ascending by the URI of its first concept, then by the second or by language.
struct TaxonomyDiff {
  std::vector<DiffConcept> added;    // with all that they have; also those in the lists below
  std::vector<DiffConcept> removed;  // likewise
  std::vector<ReplacedConcept> replaced;
  std::vector<SplitConcept> split;
  std::vector<MergedConcept> merged;
  std::vector<RenamedConcept> renamed;
  std::vector<RelationChange> relations;
  std::vector<MovedConcept> moved;
  std::vector<DetailChange> details;

  bool empty() const;
};

// Both sources are canonical. Empty exactly when their concepts are equal. The same change seen
// from after to before gives the same lists with before and after, added and removed, split and
// merged changing places. Deterministic; thread-safe.
TaxonomyDiff DiffTaxonomies(const TaxonomySource& before, const TaxonomySource& after,
                            const LanguageOrder& languages = DefaultLanguageOrder());

}  // namespace overstap
