#include "engine/advice/work_places.h"

#include <algorithm>
#include <map>
#include <utility>

#include "engine/advice/vacancy_filter.h"

namespace overstap::advice {

WorkPlaces::WorkPlaces(const Context& context) {
  std::map<std::pair<OccupationId, std::string>, int64_t> counts;
  for (const snapshot::VacancyRow& row : context.snapshot.vacancies()) {
    if (!row.occupation || !model::IsOpen(row.vacancy, context.today)) continue;
    ++counts[{*row.occupation, row.vacancy.region}];
  }
  for (const auto& [place, vacancies] : counts) {
    all_.push_back({place.first, place.second, vacancies});
  }
}

std::vector<size_t> WorkPlaces::WithinTravel(const Context& context, OccupationId occupation,
                                             const std::string& region,
                                             std::optional<double> radius_km) const {
  const auto first = std::lower_bound(
      all_.begin(), all_.end(), occupation,
      [](const OpenWork& work, OccupationId wanted) { return work.occupation < wanted; });
  const auto home = PlaceOf(context, region);
  std::vector<size_t> within;
  for (auto work = first; work != all_.end() && work->occupation == occupation; ++work) {
    const auto place = PlaceOf(context, work->region);
    const bool near = radius_km && home && place && model::DistanceKm(*home, *place) <= *radius_km;
    if (!region.empty() && work->region != region && !near) continue;
    within.push_back(static_cast<size_t>(work - all_.begin()));
  }
  return within;
}

}  // namespace overstap::advice
