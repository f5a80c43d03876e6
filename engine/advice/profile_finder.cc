#include "engine/advice/profile_finder.h"

#include <limits>

#include "base/status_macros.h"
#include "base/strings.h"
#include "engine/advice/vacancy_filter.h"
#include "engine/advice/work_order.h"

namespace overstap::advice {
namespace {

// Whole records that are read before their memory is given back: some tens of megabytes.
constexpr size_t kForgetEvery = 65'536;

// Where a profile with a radius must be able to reach; nothing when nobody at the place comes into
// question.
std::optional<double> DistanceTo(const std::optional<model::GeoPoint>& centroid,
                                 const std::optional<model::GeoPoint>& vacancy,
                                 const MatchParams& params) {
  if (params.radius_km) {
    VacancyFilter filter;
    filter.radius_km = params.radius_km;
    filter.near = centroid;
    return IsNear(filter, vacancy) ? std::optional(0.0) : std::nullopt;
  }
  if (!centroid) return 0;
  return vacancy ? model::DistanceKm(*centroid, *vacancy) : std::numeric_limits<double>::infinity();
}

}  // namespace

absl::StatusOr<ProfileFinder> ProfileFinder::Build(const snapshot::Snapshot& snapshot, int year) {
  const auto& profiles = snapshot.profiles();
  if (profiles.size() > match::ProfileIndex::kMaxProfiles) {
    return absl::ResourceExhaustedError(StrCat("more profiles than an index holds, which is ",
                                               match::ProfileIndex::kMaxProfiles,
                                               "; ask with --exhaustive"));
  }
  const WorkOrder order(snapshot.taxonomy());
  RegionPlaces places;
  std::vector<match::ProfileTraits> traits;
  traits.reserve(profiles.size());
  for (const snapshot::ProfileRow& row : profiles) {
    const model::ProfileFacts& profile = row.profile;
    match::ProfileTraits& of = traits.emplace_back();
    of.place = places.NumberOf(profile.region, snapshot);
    of.work = order.RankOf(row.occupation);
    if (profile.hours_min) of.hours_min = static_cast<uint8_t>(*profile.hours_min);
    if (profile.hours_max) of.hours_max = static_cast<uint8_t>(*profile.hours_max);
    if (profile.radius_km) of.radius_km = *profile.radius_km;
  }
  size_t read = 0;
  const auto held_of = [&](uint32_t i) {
    if (++read % kForgetEvery == 0) snapshot.ForgetWholeRecords();
    return match::Resolve(*profiles[i].Record(), snapshot.taxonomy(), snapshot.scoring(), year,
                          &snapshot.translator())
        .skills;
  };
  match::ProfileIndex index(traits, held_of, snapshot.transfer(), &snapshot.taxonomy(),
                            snapshot.scoring());
  snapshot.ForgetWholeRecords();
  return ProfileFinder(year, places.Take(), std::move(index));
}

absl::StatusOr<ProfileFinder> ProfileFinder::Open(const snapshot::Snapshot& snapshot, int year,
                                                  std::shared_ptr<const void> owner,
                                                  std::span<const std::byte> image,
                                                  std::string_view made_for) {
  OVERSTAP_ASSIGN_OR_RETURN(
      match::ProfileIndex index,
      match::ProfileIndex::Open(image, made_for, snapshot.profiles().size(), snapshot.transfer(),
                                &snapshot.taxonomy(), snapshot.scoring()));
  // Places get the numbers that they had when it was built of the same rows.
  RegionPlaces places;
  for (const snapshot::ProfileRow& row : snapshot.profiles()) {
    places.NumberOf(row.profile.region, snapshot);
  }
  ProfileFinder finder(year, places.Take(), std::move(index));
  finder.owner_ = std::move(owner);
  return finder;
}

match::ProfileAnswer ProfileFinder::Search(const Context& context, const model::Vacancy& vacancy,
                                           const match::RequirementSet& requirements,
                                           const MatchParams& params, size_t limit) const {
  if (!model::IsOpen(vacancy, context.today)) return {};
  match::ProfileWanted wanted;
  const std::optional<model::GeoPoint> place = PlaceOf(context, vacancy.region);
  for (uint16_t i = 0; i < places_.size(); ++i) {
    if (!params.region.empty() && places_[i].region != params.region) continue;
    const std::optional<double> distance = DistanceTo(places_[i].centroid, place, params);
    if (distance) wanted.places.push_back({i, *distance});
  }
  if (vacancy.hours_min) wanted.hours_min = static_cast<uint8_t>(*vacancy.hours_min);
  if (vacancy.hours_max) wanted.hours_max = static_cast<uint8_t>(*vacancy.hours_max);
  return index_.Search(requirements.known, wanted, limit);
}

}  // namespace overstap::advice
