#include "engine/advice/shown_counts.h"

#include <map>

namespace overstap::advice {

std::optional<int64_t> ShownCount(int64_t people) {
  if (people < kFewestShown) return std::nullopt;
  return (people + kCountBase / 2) / kCountBase * kCountBase;
}

std::vector<ShownPeople> CountPeople(const Context& context, const std::string& region) {
  std::map<OccupationId, int64_t> counts;
  for (const snapshot::ProfileRow& row : context.snapshot.profiles()) {
    if (row.profile.region != region || !model::MayBeKept(row.profile, context.today)) continue;
    if (row.occupation) ++counts[*row.occupation];
  }
  std::vector<ShownPeople> shown;
  for (const auto& [occupation, people] : counts) {
    if (const auto count = ShownCount(people)) shown.push_back({occupation, *count});
  }
  return shown;
}

}  // namespace overstap::advice
