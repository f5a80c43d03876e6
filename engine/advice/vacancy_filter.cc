#include "engine/advice/vacancy_filter.h"

namespace overstap::advice {
namespace {

bool IsWithin(const VacancyLimits& limits, const model::VacancyFacts& vacancy) {
  if (vacancy.level && vacancy.level < limits.level_min) return false;
  if (vacancy.level && limits.level_max && *vacancy.level > *limits.level_max) return false;
  return !limits.published_from ||
         (vacancy.published && *vacancy.published >= *limits.published_from);
}

}  // namespace

bool HoursOverlap(const VacancyFilter& filter, const model::VacancyFacts& vacancy) {
  if (filter.hours_max && vacancy.hours_min && *vacancy.hours_min > *filter.hours_max) return false;
  if (filter.hours_min && vacancy.hours_max && *vacancy.hours_max < *filter.hours_min) return false;
  return true;
}

bool IsNear(const VacancyFilter& filter, const std::optional<Spot>& place) {
  if (!filter.radius_km || !filter.near) return true;
  return place && AreWithin(*filter.radius_km, *filter.near, *place);
}

bool Passes(const Context& context, const VacancyFilter& filter,
            const model::VacancyFacts& vacancy) {
  if (!model::IsOpen(vacancy, context.today)) return false;
  if (!filter.region.empty() && vacancy.region != filter.region) return false;
  if (filter.radius_km && filter.near && !IsNear(filter, SpotOf(context, vacancy))) return false;
  return HoursOverlap(filter, vacancy) && IsWithin(filter.limits, vacancy);
}

bool Passes(const Context& context, const VacancyFilter& filter, const snapshot::VacancyRow& row) {
  if (!Passes(context, filter, row.vacancy)) return false;
  const std::string& group = filter.limits.isco;
  if (group.empty()) return true;
  return row.occupation && context.snapshot.taxonomy().IscoCode(*row.occupation).starts_with(group);
}

}  // namespace overstap::advice
