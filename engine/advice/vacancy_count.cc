#include "engine/advice/vacancy_count.h"

#include "engine/advice/vacancy_filter.h"
#include "engine/model/geo.h"

namespace overstap::advice {
namespace {

int64_t CountOpen(const Context& context, const VacancyFilter& filter, OccupationId occupation) {
  int64_t count = 0;
  for (const snapshot::VacancyRow& row : context.snapshot.VacanciesFor(occupation)) {
    if (Passes(context, filter, row.vacancy)) ++count;
  }
  return count;
}

VacancyFilter HoursOf(const model::Profile& profile) {
  VacancyFilter hours;
  hours.hours_min = profile.hours_min;
  hours.hours_max = profile.hours_max;
  return hours;
}

}  // namespace

VacancyCount CountVacancies(const Context& context, const model::Profile& profile,
                            std::optional<double> radius_km, OccupationId occupation) {
  VacancyCount count;
  // Without any vacancy in the store a zero would say what nobody knows.
  if (context.snapshot.vacancies().empty()) return count;
  const VacancyFilter hours = HoursOf(profile);
  if (!profile.region.empty()) {
    VacancyFilter filter = hours;
    filter.region = profile.region;
    count.region = CountOpen(context, filter, occupation);
  }
  const auto place = SpotOf(context, model::FactsOf(profile));
  if (place && radius_km) {
    VacancyFilter filter = hours;
    filter.radius_km = radius_km;
    filter.near = place;
    count.within_radius = CountOpen(context, filter, occupation);
  }
  return count;
}

plan::WorkNear FindWork(const Context& context, const model::Profile& profile,
                        std::optional<double> radius_km, OccupationId occupation) {
  if (context.snapshot.vacancies().empty()) return {true, std::nullopt};
  const VacancyFilter hours = HoursOf(profile);
  const auto home = SpotOf(context, model::FactsOf(profile));
  const bool is_anywhere = profile.region.empty() && !(home && radius_km);
  std::optional<double> nearest;
  for (const snapshot::VacancyRow& row : context.snapshot.VacanciesFor(occupation)) {
    const model::VacancyFacts& vacancy = row.vacancy;
    if (!Passes(context, hours, vacancy)) continue;
    if (is_anywhere) return {true, std::nullopt};
    if (!profile.region.empty() && vacancy.region == profile.region) return {true, 0.0};
    const auto place = SpotOf(context, vacancy);
    const std::optional<double> km = DistanceKm(home, place);
    if (km && (!nearest || *km < *nearest)) nearest = km;
  }
  return {nearest && radius_km && *nearest <= *radius_km, nearest};
}

}  // namespace overstap::advice
