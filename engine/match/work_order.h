// Occupations in an order in which like work is near.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "taxonomy/taxonomy.h"

namespace overstap::match {

// By ISCO code. Immutable; thread-safe. The taxonomy outlives it.
class WorkOrder {
 public:
  explicit WorkOrder(const Taxonomy& taxonomy);

  // Where the occupation stands; one that is not known stands behind all others.
  uint32_t RankOf(std::optional<OccupationId> occupation) const;
  // The first rank of an ISCO group, and that behind its last: occupations whose code begins with
  // `isco`.
  std::pair<uint32_t, uint32_t> RanksOf(std::string_view isco) const;

 private:
  std::vector<uint32_t> ranks_;          // by occupation
  std::vector<std::string_view> codes_;  // by rank
};

}  // namespace overstap::match
