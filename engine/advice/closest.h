// Which occupations are nearest to this one?
#pragma once

#include <functional>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "base/progress.h"
#include "engine/advice/context.h"
#include "engine/explain/tree.h"

namespace overstap::advice {

struct ClosestParams {
  std::string occupation;                  // URI or title
  size_t limit = 10;                       // 1..10,000
  std::string techniek{kEveryOccupation};  // only those the definition includes

  absl::Status Validate() const;
};

struct ClosestItem {
  ConceptRef occupation;
  double closeness = 0;          // of the two occupations (transition/closeness.h), 0..1
  std::optional<int> level_gap;  // unknown when either level is
  explain::Node explanation;     // likeness and the share lost to the step in level
};

struct ClosestResult {
  model::Versions versions;
  std::string techniek;  // name and version of the definition; empty: every occupation
  ConceptRef origin;
  std::optional<Understood> understood;
  // When the URI is of another scheme or an older version: all that it stands for, best first.
  // `origin` is the best of them; closeness is the largest from any, times its strength.
  Translations translations;
  std::vector<ClosestItem> items;  // best first, ties in order of URI; no origin is among them
};

absl::StatusOr<ClosestResult> FindClosest(const Context& context, const ClosestParams& params);

struct Neighbour {
  OccupationId occupation;
  float closeness = 0;
};

// The nearest `limit` (1..10,000) of every occupation, in order of origin URI. `visit` may end it
// with an error.
absl::Status ForEachClosest(
    const snapshot::Snapshot& snapshot, size_t limit, Progress* progress,
    const std::function<absl::Status(OccupationId, std::span<const Neighbour>)>& visit);

}  // namespace overstap::advice
