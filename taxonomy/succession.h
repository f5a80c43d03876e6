// Which concepts of a newer version took the place of those that went away?
#pragma once

#include <string>
#include <vector>

#include "base/strings.h"
#include "taxonomy/crosswalk.h"
#include "taxonomy/source.h"

namespace overstap {

// Something of `from`, a concept of the version before, lives on in `to`, one of the version after.
// Their URIs differ, and at least one of the two is in one version only.
struct Succession {
  std::string from;
  std::string to;

  friend auto operator<=>(const Succession&, const Succession&) = default;
};

// The rule. It compares concepts of the same kind (a skill and a knowledge area count as one kind):
//   l  1 when the preferred label of the one is a label of the other in the same language, folded
//      (normalise.h); else the number of shared labels by the smaller number of labels of the two;
//   q  the number of shared requirements (of an occupation the skills that it requires, of a skill
//      the occupations that require it) by the smaller number of the two; 0 for fewer than
//      kLeastShared and for less than a quarter of the larger number;
//   h  the same for the concepts directly below.
// A concept that is gone and a new one are linked when l >= kLabelsFrom, q >= kRelationsFrom or
// h >= kRelationsFrom, and l + q + h is at least kShareOfBest of the best that either has.
// A concept that is gone and is linked to no new one is compared in the same way with what the
// concepts that stayed *gained*, as a share of what it had itself; a new concept that is linked to
// none that is gone, with what those that stayed *lost*. The rule is the same forwards and
// backwards: from after to before it gives the same links, turned round.
inline constexpr double kLabelsFrom = 0.5;
inline constexpr double kRelationsFrom = 0.8;
inline constexpr double kShareOfBest = 0.6;
inline constexpr size_t kLeastShared = 2;

// Ascending, each once. Both sources are canonical. Takes time in proportion to what is not in both
// versions and the concepts that have something in common with it.
std::vector<Succession> FindSuccessions(const TaxonomySource& before, const TaxonomySource& after);

// For each URI that is gone and has successors: one successor is an exact match, several are
// narrower ones. Ascending by URI. `successions` as FindSuccessions gives them; `after` is the
// version that they lead to.
struct Successor {
  std::string uri;
  MatchKind kind = MatchKind::kExact;

  friend bool operator==(const Successor&, const Successor&) = default;
};
StringMap<std::vector<Successor>> SuccessorsOf(const std::vector<Succession>& successions,
                                               const TaxonomySource& after);

}  // namespace overstap
