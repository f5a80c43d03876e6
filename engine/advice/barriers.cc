#include "engine/advice/barriers.h"

#include <algorithm>
#include <array>
#include <utility>

#include "base/enum_names.h"
#include "engine/transition/viable.h"

namespace overstap::advice {
namespace {

constexpr std::array<std::string_view, kBarrierKindCount> kNames = {
    "own_work",  "unknown_work", "not_technical", "level",  "gate",   "score", "rank",
    "no_course", "entry",        "form",          "travel", "budget", "time"};

transition::ReachContext ReachOf(const Context& context, const transition::Techniek* techniek) {
  const snapshot::Snapshot& snapshot = context.snapshot;
  return {snapshot.taxonomy(), snapshot.transfer(), snapshot.scoring(), snapshot.step_closeness(),
          techniek};
}

// What is not within reach of the work itself: kind of work, level, gates, score and place.
void FindAtTheWork(const Context& context, const Situation& situation, Standing* standing) {
  auto& barriers = standing->barriers;
  const transition::Techniek* techniek = situation.techniek;
  const bool technical = techniek == nullptr || techniek->IsTechnical(situation.destination);
  if (!technical) {
    barriers.push_back({BarrierKind::kNotTechnical, techniek->definition().name, "", "",
                        techniek->Intensity(situation.destination), std::nullopt});
  }
  const transition::Destination& assessed = *standing->assessed;
  if (!assessed.level.open) {
    barriers.push_back({BarrierKind::kLevel, "", "", "",
                        static_cast<double>(assessed.level.gap.value_or(0)),
                        transition::kMaxLevelStep});
  }
  for (const GateLine& gate : GatesOf(context, situation.person, situation.destination)) {
    if (gate.state != transition::GateState::kClosed) continue;
    barriers.push_back(
        {BarrierKind::kGate, gate.id, gate.name, gate.opens_with, std::nullopt, std::nullopt});
  }
  if (assessed.score < transition::kViableFrom) {
    barriers.push_back({BarrierKind::kScore, "", "", "", assessed.score, transition::kViableFrom});
  }
  if (standing->place && *standing->place > situation.limit) {
    barriers.push_back({BarrierKind::kRank, "", "", "", static_cast<double>(*standing->place),
                        static_cast<double>(situation.limit)});
  }
}

void AddSkills(BarrierKind kind, const std::vector<ConceptRef>& skills,
               std::vector<Barrier>* barriers) {
  if (skills.empty()) return;
  barriers->push_back({kind, "", "", "", static_cast<double>(skills.size()), 0.0, skills});
}

double WeeksUntil(absl::CivilDay from, absl::CivilDay to) {
  return static_cast<double>(to - from) / 7;
}

// What is not within reach of the way there.
void FindOnTheWay(Standing* standing, const Situation& situation) {
  const PlanLines& lines = standing->plan.plan;
  auto* const barriers = &standing->barriers;
  AddSkills(BarrierKind::kNoCourse, lines.uncovered, barriers);
  AddSkills(BarrierKind::kEntry, lines.out_of_reach, barriers);
  AddSkills(BarrierKind::kForm, lines.excluded, barriers);
  AddSkills(BarrierKind::kTravel, lines.elsewhere, barriers);
  if (!lines.found) {
    barriers->push_back(
        {BarrierKind::kBudget, "", "", "", lines.cheapest_eur, situation.plan.budget_eur});
  }
}

}  // namespace

std::string_view BarrierKindName(BarrierKind kind) { return EnumName(kNames, kind); }

bool Standing::Has(BarrierKind kind) const {
  return std::any_of(barriers.begin(), barriers.end(),
                     [kind](const Barrier& barrier) { return barrier.kind == kind; });
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
  const auto& own = situation.person.origin.occupations;
  if (std::find(own.begin(), own.end(), situation.destination) != own.end()) {
    standing.barriers.push_back({BarrierKind::kOwnWork, "", "", "", {}, {}});
    return standing;
  }
  if (!standing.assessed) {
    standing.barriers.push_back({BarrierKind::kUnknownWork, "", "", "", {}, {}});
    return standing;
  }
  FindAtTheWork(context_, situation, &standing);
  FindOnTheWay(&standing, situation);
  FindInTime(situation, &standing);
  return standing;
}

}  // namespace overstap::advice
