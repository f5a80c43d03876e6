#include "engine/advice/barriers.h"

#include <algorithm>
#include <utility>

namespace overstap::advice {
namespace {

// What the list asks: the kind of work and the place.
void AddForTheList(const Situation& situation, Standing* standing) {
  const transition::Techniek* techniek = situation.techniek;
  if (techniek != nullptr && !techniek->IsTechnical(situation.destination)) {
    standing->barriers.push_back({BarrierKind::kNotTechnical, techniek->definition().name, "", "",
                                  techniek->Intensity(situation.destination), std::nullopt});
  }
  if (standing->place && *standing->place > situation.limit) {
    standing->barriers.push_back({BarrierKind::kRank, "", "", "",
                                  static_cast<double>(*standing->place),
                                  static_cast<double>(situation.limit)});
  }
}

double WeeksUntil(absl::CivilDay from, absl::CivilDay to) {
  return static_cast<double>(to - from) / 7;
}

}  // namespace

bool Standing::Has(BarrierKind kind) const {
  const auto is_it = [kind](const Barrier& barrier) { return barrier.kind == kind; };
  return std::any_of(barriers.begin(), barriers.end(), is_it) ||
         std::any_of(shortcomings.begin(), shortcomings.end(), is_it);
}

Judge::Judge(const Context& context, const Situation& first)
    : context_(context),
      first_(first),
      recognition_(context, first.person),
      ranking_(ReachOf(context, first.techniek), first.person.origin, first.person.expanded) {}

bool Judge::RanksAlike(const Situation& situation) const {
  const Taxonomy& taxonomy = context_.snapshot.taxonomy();
  return situation.techniek == first_.techniek &&
         transition::LevelOf(situation.person.origin, taxonomy) ==
             transition::LevelOf(first_.person.origin, taxonomy);
}

void Judge::Place(const Situation& situation, Standing* standing) const {
  const transition::ReachContext reach = ReachOf(context_, situation.techniek);
  const transition::Origin& origin = situation.person.origin;
  const match::ExpandedProfile& expanded = situation.person.expanded;
  const OccupationId destination = situation.destination;
  if (transition::IsCandidate(reach, origin, destination)) {
    const std::vector<transition::Destination> list =
        RanksAlike(situation) ? ranking_.With(origin.skills)
                              : transition::FindDestinations(reach, origin, expanded,
                                                             reach.taxonomy.occupation_count());
    standing->place = transition::PlaceIn(list, destination);
    if (standing->place) standing->assessed = list[*standing->place - 1];
  }
  if (!standing->assessed) {
    standing->assessed = transition::Assess(reach, origin, expanded, destination);
  }
}

// Whatever the plan makes least: the work is too late only when the earliest plan is.
void Judge::FindInTime(const Situation& situation, Standing* standing) const {
  const PlanLines& lines = standing->plan.plan;
  if (!lines.found || !situation.finish_by || lines.finish <= *situation.finish_by) return;
  plan::PlanParams soonest = situation.plan;
  soonest.minimise = plan::Minimise::kFinish;
  const OccupationPlan earliest =
      DescribePlan(context_, situation.person, recognition_, standing->assessed,
                   situation.destination, std::move(soonest));
  if (earliest.plan.finish <= *situation.finish_by) return;
  standing->barriers.push_back({BarrierKind::kTime, "", "", "",
                                WeeksUntil(lines.start, earliest.plan.finish),
                                WeeksUntil(lines.start, *situation.finish_by)});
}

Standing Judge::Look(const Situation& situation) const {
  Standing standing;
  Place(situation, &standing);
  standing.plan = DescribePlan(context_, situation.person, recognition_, standing.assessed,
                               situation.destination, situation.plan);
  standing.barriers = standing.plan.obstacles.barriers;
  standing.shortcomings = standing.plan.obstacles.shortcomings;
  if (!standing.assessed || standing.Has(BarrierKind::kOwnWork)) return standing;
  AddForTheList(situation, &standing);
  FindInTime(situation, &standing);
  std::stable_sort(standing.barriers.begin(), standing.barriers.end(),
                   [](const Barrier& a, const Barrier& b) { return a.kind < b.kind; });
  return standing;
}

}  // namespace overstap::advice
