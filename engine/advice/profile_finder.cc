#include "engine/advice/profile_finder.h"

#include <cmath>
#include <limits>

#include "base/give_way.h"
#include "base/status_macros.h"
#include "base/strings.h"
#include "engine/advice/vacancy_filter.h"

namespace overstap::advice {
namespace {

// Whole records that are read before their memory is given back: some tens of megabytes.
constexpr size_t kForgetEvery = 65'536;

// How far somebody at the point must travel, in terms of model::Apart; kOutOfReach when nobody
// there comes into question. `most` is the radius that is asked for.
double DistanceOf(const std::optional<model::SpherePoint>& person,
                  const std::optional<model::SpherePoint>& vacancy, std::optional<double> most) {
  if (!person) return 0;
  if (!vacancy) {
    return most ? match::ProfileWanted::kOutOfReach : std::numeric_limits<double>::infinity();
  }
  const double apart = model::Apart(*person, *vacancy);
  if (!most) return apart;
  return apart <= *most ? 0 : match::ProfileWanted::kOutOfReach;
}

}  // namespace

match::AskedSkills Asked(const snapshot::Snapshot& snapshot,
                         const match::RequirementSet& requirements) {
  return {requirements.known, snapshot.taxonomy(), snapshot.scoring(), snapshot.transfer_sources()};
}

absl::StatusOr<ProfileFinder> ProfileFinder::Build(const snapshot::Snapshot& snapshot, int year) {
  const auto& profiles = snapshot.profiles();
  if (profiles.size() > match::ProfileIndex::kMaxProfiles) {
    return absl::ResourceExhaustedError(StrCat("more profiles than an index holds, which is ",
                                               match::ProfileIndex::kMaxProfiles,
                                               "; ask with --exhaustive"));
  }
  const match::WorkOrder& order = snapshot.work_order();
  IndexPlaces places;
  std::vector<match::ProfileTraits> traits;
  traits.reserve(profiles.size());
  for (const snapshot::ProfileRow& row : profiles) {
    GiveWay();
    const model::ProfileFacts& profile = row.profile;
    match::ProfileTraits& of = traits.emplace_back();
    const PlaceNumbers numbers = places.NumbersOf(snapshot, profile.region, profile.place);
    of.place = numbers.place;
    of.point = numbers.point;
    of.work = order.RankOf(row.occupation);
    if (profile.hours_min) of.hours_min = static_cast<uint8_t>(*profile.hours_min);
    if (profile.hours_max) of.hours_max = static_cast<uint8_t>(*profile.hours_max);
    if (profile.radius_km) of.reach = model::ApartOf(*profile.radius_km);
  }
  size_t read = 0;
  const auto held_of = [&](uint32_t i) {
    if (++read % kForgetEvery == 0) snapshot.ForgetWholeRecords();
    return match::Resolve(*profiles[i].Record(), snapshot.taxonomy(), snapshot.scoring(), year,
                          &snapshot.translator())
        .skills;
  };
  match::ProfileIndex index(traits, held_of, snapshot.transfer(),
                            snapshot.taxonomy().skill_count());
  snapshot.ForgetWholeRecords();
  return ProfileFinder(year, std::move(places), std::move(index));
}

absl::StatusOr<ProfileFinder> ProfileFinder::Open(const snapshot::Snapshot& snapshot, int year,
                                                  std::shared_ptr<const void> owner,
                                                  std::span<const std::byte> image,
                                                  std::string_view made_for) {
  OVERSTAP_ASSIGN_OR_RETURN(
      match::ProfileIndex index,
      match::ProfileIndex::Open(image, made_for, snapshot.taxonomy().skill_count(),
                                snapshot.profiles().size()));
  // Places get the numbers that they had when it was built of the same rows.
  IndexPlaces places;
  for (const snapshot::ProfileRow& row : snapshot.profiles()) {
    places.NumbersOf(snapshot, row.profile.region, row.profile.place);
  }
  ProfileFinder finder(year, std::move(places), std::move(index));
  finder.owner_ = std::move(owner);
  return finder;
}

void ProfileFinder::AddPlaces(const std::optional<Spot>& vacancy, const MatchParams& params,
                              match::ProfileWanted* wanted) const {
  std::optional<model::SpherePoint> there;
  if (vacancy) there = model::OnSphere(vacancy->point);
  std::optional<double> most;
  if (params.radius_km) most = model::ApartOf(*params.radius_km);
  wanted->distances.assign(places_.point_count(), 0);
  for (uint16_t place = 0; place < places_.size(); ++place) {
    if (!params.region.empty() && places_.region(place) != params.region) continue;
    bool any = false;
    for (const uint32_t number : places_.PointsOf(place)) {
      const double distance = DistanceOf(places_.point(number), there, most);
      wanted->distances[number] = distance;
      any = any || !std::isnan(distance);
    }
    if (any) wanted->places.push_back(place);
  }
}

match::ProfileAnswer ProfileFinder::Search(const Context& context, const model::Vacancy& vacancy,
                                           match::AskedSkills* asked, const MatchParams& params,
                                           size_t limit, const match::Cut& cut) const {
  if (!model::IsOpen(vacancy, context.today)) return {};
  match::ProfileWanted wanted;
  AddPlaces(SpotOf(context, SettledFactsOf(context, vacancy)), params, &wanted);
  if (vacancy.hours_min) wanted.hours_min = static_cast<uint8_t>(*vacancy.hours_min);
  if (vacancy.hours_max) wanted.hours_max = static_cast<uint8_t>(*vacancy.hours_max);
  return index_.Search(asked, wanted, limit, cut);
}

}  // namespace overstap::advice
