#include "engine/advice/vacancy_finder.h"

#include <algorithm>
#include <limits>
#include <utility>

#include "base/give_way.h"
#include "base/status_macros.h"
#include "base/strings.h"

namespace overstap::advice {

namespace {

// A day as VacancyTraits and VacancyWanted count them.
int32_t DayNumber(absl::CivilDay day) {
  using Limits = std::numeric_limits<int32_t>;
  // The largest number is for vacancies that never close, the least for an unknown day.
  return static_cast<int32_t>(
      std::clamp<int64_t>(day - absl::CivilDay(), Limits::min() + 1, Limits::max() - 1));
}

match::VacancyTraits TraitsOf(const snapshot::VacancyRow& row, PlaceNumbers numbers,
                              uint32_t work) {
  const model::VacancyFacts& vacancy = row.vacancy;
  match::VacancyTraits traits;
  traits.place = numbers.place;
  traits.point = numbers.point;
  traits.work = work;
  if (vacancy.hours_min) traits.hours_min = static_cast<uint8_t>(*vacancy.hours_min);
  if (vacancy.hours_max) traits.hours_max = static_cast<uint8_t>(*vacancy.hours_max);
  if (vacancy.level) {
    traits.level_min = static_cast<uint8_t>(*vacancy.level);
    traits.level_max = traits.level_min;
  }
  if (vacancy.published) traits.published = DayNumber(*vacancy.published);
  if (vacancy.closes) traits.closes = DayNumber(*vacancy.closes);
  return traits;
}

}  // namespace

absl::StatusOr<VacancyFinder> VacancyFinder::Build(const snapshot::Snapshot& snapshot) {
  if (snapshot.vacancies().size() > match::VacancyIndex::kMaxVacancies) {
    return absl::ResourceExhaustedError(StrCat("more vacancies than an index holds, which is ",
                                               match::VacancyIndex::kMaxVacancies,
                                               "; ask with --exhaustive"));
  }
  const match::WorkOrder& order = snapshot.work_order();
  IndexPlaces places;
  std::vector<match::IndexedVacancy> indexed;
  indexed.reserve(snapshot.vacancies().size());
  for (const snapshot::VacancyRow& row : snapshot.vacancies()) {
    GiveWay();
    indexed.push_back(
        {row.requirements.known,
         TraitsOf(row, places.NumbersOf(snapshot, row.vacancy.region, row.vacancy.place),
                  order.RankOf(row.occupation))});
  }
  return VacancyFinder(snapshot, std::move(places),
                       match::VacancyIndex(indexed, &snapshot.taxonomy(), snapshot.scoring()));
}

absl::StatusOr<VacancyFinder> VacancyFinder::Open(const snapshot::Snapshot& snapshot,
                                                  std::shared_ptr<const void> owner,
                                                  std::span<const std::byte> image,
                                                  std::string_view made_for) {
  OVERSTAP_ASSIGN_OR_RETURN(
      match::VacancyIndex index,
      match::VacancyIndex::Open(image, made_for, snapshot.taxonomy().skill_count(),
                                snapshot.vacancies().size()));
  // Places get the numbers that they had when it was built of the same rows.
  IndexPlaces places;
  for (const snapshot::VacancyRow& row : snapshot.vacancies()) {
    places.NumbersOf(snapshot, row.vacancy.region, row.vacancy.place);
  }
  VacancyFinder finder(snapshot, std::move(places), std::move(index));
  finder.owner_ = std::move(owner);
  return finder;
}

void VacancyFinder::AddLimits(const VacancyLimits& limits, match::VacancyWanted* wanted) const {
  if (!limits.isco.empty()) {
    const auto [first, end] = order_->RanksOf(limits.isco);
    wanted->any_work = false;
    if (first < end) wanted->works.push_back({first, end - 1});
  }
  if (limits.level_min) wanted->level_min = static_cast<uint8_t>(*limits.level_min);
  if (limits.level_max) wanted->level_max = static_cast<uint8_t>(*limits.level_max);
  if (limits.published_from) wanted->published_from = DayNumber(*limits.published_from);
}

size_t VacancyFinder::AddPoints(uint16_t place, const VacancyFilter& filter,
                                match::VacancyWanted* wanted) const {
  const model::SpherePoint here = model::OnSphere(filter.near->point);
  const PlaceWithin within = places_.Within(place, here, *filter.radius_km);
  if (within == PlaceWithin::kNone) return 0;
  const double most = model::ApartOf(*filter.radius_km);
  size_t count = 0;
  for (const uint32_t number : places_.PointsOf(place)) {
    const auto& point = places_.point(number);
    const bool is_near =
        within == PlaceWithin::kAll || (point && model::Apart(here, *point) <= most);
    wanted->points[number] = is_near;
    count += is_near;
  }
  return count;
}

// Points are looked at only where a place is partly within the radius.
void VacancyFinder::AddPlaces(const VacancyFilter& filter, match::VacancyWanted* wanted) const {
  const bool has_radius = filter.radius_km && filter.near;
  wanted->anywhere = filter.region.empty() && !has_radius;
  if (wanted->anywhere) return;
  if (has_radius) wanted->points.assign(places_.point_count(), 0);
  for (uint16_t place = 0; place < places_.size(); ++place) {
    if (!filter.region.empty() && places_.region(place) != filter.region) continue;
    if (has_radius) {
      const size_t near = AddPoints(place, filter, wanted);
      if (near == 0) continue;
      wanted->any_point = wanted->any_point && near == places_.PointsOf(place).size();
    }
    wanted->places.push_back(place);
  }
}

match::VacancyAnswer VacancyFinder::Search(const match::ExpandedProfile& profile,
                                           absl::CivilDay today, const VacancyFilter& filter,
                                           size_t limit, const match::Cut& cut) const {
  match::VacancyWanted wanted;
  AddPlaces(filter, &wanted);
  wanted.open_on = DayNumber(today);
  if (filter.hours_min) wanted.hours_min = static_cast<uint8_t>(*filter.hours_min);
  if (filter.hours_max) wanted.hours_max = static_cast<uint8_t>(*filter.hours_max);
  AddLimits(filter.limits, &wanted);
  return index_.Search(profile, wanted, limit, match::SearchWay::kQuickest, cut);
}

}  // namespace overstap::advice
