#include "engine/advice/shown_counts.h"

#include <limits>
#include <map>

#include "engine/match/uri_translator.h"

namespace overstap::advice {
namespace {

std::optional<OccupationId> Find(const Context& context, const std::string& uri) {
  if (const auto own = context.snapshot.taxonomy().FindOccupation(uri)) return own;
  const auto translated = context.snapshot.translator().Occupations(uri);
  if (translated.empty()) return std::nullopt;
  return translated.front().id;
}

std::optional<OccupationId> LatestOccupation(const Context& context,
                                             const model::Profile& profile) {
  std::optional<OccupationId> latest;
  int last_year = std::numeric_limits<int>::min();
  for (const model::WorkExperience& work : profile.occupations) {
    const int until = work.until.value_or(std::numeric_limits<int>::max());
    if (latest && until <= last_year) continue;
    const auto occupation = Find(context, work.occupation_uri);
    if (!occupation) continue;
    latest = occupation;
    last_year = until;
  }
  return latest;
}

}  // namespace

std::optional<int64_t> ShownCount(int64_t people) {
  if (people < kFewestShown) return std::nullopt;
  return (people + kCountBase / 2) / kCountBase * kCountBase;
}

std::vector<ShownPeople> CountPeople(const Context& context, const std::string& region) {
  std::map<OccupationId, int64_t> counts;
  for (const model::Profile& profile : context.snapshot.profiles()) {
    if (profile.region != region || !model::MayBeKept(profile, context.today)) continue;
    if (const auto occupation = LatestOccupation(context, profile)) ++counts[*occupation];
  }
  std::vector<ShownPeople> shown;
  for (const auto& [occupation, people] : counts) {
    if (const auto count = ShownCount(people)) shown.push_back({occupation, *count});
  }
  return shown;
}

}  // namespace overstap::advice
