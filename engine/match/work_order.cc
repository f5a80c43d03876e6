#include "engine/match/work_order.h"

#include <algorithm>
#include <limits>
#include <tuple>

namespace overstap::match {

WorkOrder::WorkOrder(const Taxonomy& taxonomy) : ranks_(taxonomy.occupation_count()) {
  std::vector<OccupationId> order;
  for (uint32_t i = 0; i < ranks_.size(); ++i) order.emplace_back(i);
  std::sort(order.begin(), order.end(), [&](OccupationId a, OccupationId b) {
    return std::tuple(taxonomy.IscoCode(a), a) < std::tuple(taxonomy.IscoCode(b), b);
  });
  for (const OccupationId occupation : order) {
    ranks_[occupation.index()] = static_cast<uint32_t>(codes_.size());
    codes_.push_back(taxonomy.IscoCode(occupation));
  }
}

uint32_t WorkOrder::RankOf(std::optional<OccupationId> occupation) const {
  return occupation ? ranks_[occupation->index()] : std::numeric_limits<uint32_t>::max();
}

std::pair<uint32_t, uint32_t> WorkOrder::RanksOf(std::string_view isco) const {
  const auto first = std::lower_bound(codes_.begin(), codes_.end(), isco);
  const auto end =
      std::find_if_not(first, codes_.end(), [&](auto code) { return code.starts_with(isco); });
  return {static_cast<uint32_t>(first - codes_.begin()),
          static_cast<uint32_t>(end - codes_.begin())};
}

}  // namespace overstap::match
