#include "engine/plan/cover.h"

#include <algorithm>
#include <cmath>

#include "engine/plan/cover_branch.h"
#include "engine/plan/cover_dated.h"

namespace overstap::plan {

double BeginOf(std::span<const double> starts, double ready, double repeats_after) {
  if (starts.empty()) return ready;
  const auto next = std::lower_bound(starts.begin(), starts.end(), ready);
  if (next != starts.end()) return *next;
  const double last = starts.back();
  const double rounds = std::max(1.0, std::ceil((ready - last) / repeats_after));
  // The pattern comes back at last + (rounds - 1) * repeats_after and is over at the end of it.
  const auto again = std::lower_bound(starts.begin(), starts.end(), ready - rounds * repeats_after);
  return *again + rounds * repeats_after;
}

template <class Mask>
CoverSolution SolveCover(const CoverProblemOf<Mask>& problem) {
  if (problem.goal == Mask(0)) {
    CoverSolution nothing_to_do;
    nothing_to_do.found = nothing_to_do.optimal = true;
    return nothing_to_do;
  }
  const bool is_dated = std::any_of(problem.items.begin(), problem.items.end(),
                                    [](const auto& item) { return !item.starts.empty(); });
  return is_dated ? SolveDatedCover(problem) : SolveCoverByBranching(problem);
}

template CoverSolution SolveCover(const CoverProblemOf<uint64_t>&);
template CoverSolution SolveCover(const CoverProblemOf<WideMask>&);

}  // namespace overstap::plan
