#include "engine/advice/work_places.h"

#include <algorithm>
#include <map>
#include <utility>

#include "engine/advice/spot.h"

namespace overstap::advice {

WorkPlaces::WorkPlaces(const Context& context) {
  struct Found {
    int64_t vacancies = 0;
    std::map<std::string_view, model::GeoPoint> spots;  // by name
  };
  std::map<std::pair<OccupationId, std::string>, Found> found;
  for (const snapshot::VacancyRow& row : context.snapshot.vacancies()) {
    if (!row.occupation || !model::IsOpen(row.vacancy, context.today)) continue;
    Found& here = found[{*row.occupation, row.vacancy.region}];
    ++here.vacancies;
    if (const auto spot = SpotOf(context, row.vacancy)) here.spots[spot->name] = spot->point;
  }
  for (const auto& [place, here] : found) {
    OpenWork& work = all_.emplace_back();
    work.occupation = place.first;
    work.region = place.second;
    work.vacancies = here.vacancies;
    for (const auto& [name, point] : here.spots) work.points.push_back(point);
  }
}

std::vector<size_t> WorkPlaces::WithinTravel(const Context& context, OccupationId occupation,
                                             const model::Profile& profile,
                                             std::optional<double> radius_km) const {
  const auto first = std::lower_bound(
      all_.begin(), all_.end(), occupation,
      [](const OpenWork& work, OccupationId wanted) { return work.occupation < wanted; });
  const auto home = SpotOf(context, model::FactsOf(profile));
  const auto is_near = [&](const model::GeoPoint& point) {
    return AreWithin(*radius_km, *home, {SpotKind::kRegion, "", point});
  };
  const bool is_anywhere = profile.region.empty() && !(home && radius_km);
  std::vector<size_t> within;
  for (auto work = first; work != all_.end() && work->occupation == occupation; ++work) {
    const bool near = radius_km && home && std::ranges::any_of(work->points, is_near);
    const bool in_region = !profile.region.empty() && work->region == profile.region;
    if (!is_anywhere && !in_region && !near) continue;
    within.push_back(static_cast<size_t>(work - all_.begin()));
  }
  return within;
}

}  // namespace overstap::advice
