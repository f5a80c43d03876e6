// The plainest measure that closeness is compared with.
#pragma once

#include <span>
#include <vector>

#include "taxonomy/taxonomy.h"

namespace overstap::measure {

// Jaccard index of the requirements of two occupations, whatever their importance: how many both
// have, of how many either has. 0 when neither has any. Thread-safe.
class SharedSkills {
 public:
  // `taxonomy` outlives it.
  explicit SharedSkills(const Taxonomy& taxonomy);

  // One cell for each occupation.
  void FillRow(OccupationId from, std::span<float> row) const;

 private:
  const Taxonomy& taxonomy_;
  std::vector<std::vector<OccupationId>> by_skill_;  // that require it
};

}  // namespace overstap::measure
