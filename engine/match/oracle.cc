#include "engine/match/oracle.h"

#include <algorithm>

namespace overstap::match {

std::vector<Ranked> RankAll(size_t count, size_t limit,
                            const std::function<std::optional<double>(size_t)>& score) {
  std::vector<Ranked> all;
  for (size_t index = 0; index < count; ++index) {
    const std::optional<double> value = score(index);
    if (value && *value > 0) all.push_back({index, *value});
  }
  const auto better = [](const Ranked& a, const Ranked& b) {
    return a.score != b.score ? a.score > b.score : a.index < b.index;
  };
  const size_t kept = std::min(limit, all.size());
  std::partial_sort(all.begin(), all.begin() + static_cast<std::ptrdiff_t>(kept), all.end(),
                    better);
  all.resize(kept);
  return all;
}

}  // namespace overstap::match
