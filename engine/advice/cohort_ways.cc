#include "engine/advice/cohort_ways.h"

#include <cmath>
#include <utility>

#include "base/patience.h"
#include "base/status_macros.h"
#include "engine/advice/person.h"
#include "engine/plan/gap.h"

namespace overstap::advice {
namespace {

struct StepPlan {
  bool possible = false;  // within weeks and budget
  Way way;                // without its place
};

double EstimatedWeeks(const Way& way) {
  return way.weeks + kEstimatedWeeksPerSkill * way.open_skills;
}

StepPlan PlanStep(const Context& context, const PlaceParams& params, const Person& person,
                  const transition::Destination& destination) {
  const snapshot::Snapshot& snapshot = context.snapshot;
  const plan::Gap gap =
      plan::FindGap(person.expanded, snapshot.taxonomy().Requirements(destination.occupation),
                    snapshot.taxonomy(), snapshot.scoring());
  plan::PlanParams plan_params = params.plan;
  plan_params.region = person.profile.region;
  const plan::TrainingPlan plan = plan::MakePlan(snapshot.catalogue(), person.expanded,
                                                 gap.required, snapshot.scoring(), plan_params);
  StepPlan step;
  step.way.score = destination.score;
  step.way.weeks = plan.weeks;
  step.way.open_skills = static_cast<int>(plan.uncovered.size() + plan.left_out.size());
  for (const plan::PlannedCourse& planned : plan.courses)
    step.way.courses.push_back(planned.course);
  step.possible = plan.found && EstimatedWeeks(step.way) <= params.max_weeks;
  return step;
}

// How far the search came before it ran dry: the reason to give.
class Progress {
 public:
  void Reached(UnplacedReason reason) {
    if (static_cast<int>(reason) > static_cast<int>(furthest_)) furthest_ = reason;
  }
  UnplacedReason furthest() const { return furthest_; }

 private:
  UnplacedReason furthest_ = UnplacedReason::kNothingNear;
};

void AddWays(const Context& context, const PlaceParams& params, const WorkPlaces& places,
             const Person& person, const std::vector<transition::Destination>& destinations,
             CohortWays* found) {
  const auto radius = params.radius_km ? params.radius_km : person.profile.radius_km;
  Progress progress;
  size_t planned = 0;
  for (const transition::Destination& destination : destinations) {
    if (destination.score < params.min_score) continue;
    if (!IsAwaited()) break;
    progress.Reached(UnplacedReason::kLevel);
    if (!destination.level.open) continue;
    progress.Reached(UnplacedReason::kNoVacancies);
    const std::vector<size_t> within =
        places.WithinTravel(context, destination.occupation, person.profile, radius);
    if (within.empty()) continue;
    if (planned++ >= params.ways) break;
    progress.Reached(UnplacedReason::kTooLong);
    const StepPlan step = PlanStep(context, params, person, destination);
    if (!step.possible) continue;
    for (const size_t place : within) {
      found->ways.push_back(step.way);
      found->ways.back().place = place;
    }
  }
  if (found->ways.empty()) found->blocked = progress.furthest();
}

}  // namespace

int64_t Way::cost() const { return std::llround(100 * EstimatedWeeks(*this)); }

absl::StatusOr<CohortWays> FindWays(const Context& context, const PlaceParams& params,
                                    const transition::Techniek* techniek, const WorkPlaces& places,
                                    const model::Profile& profile) {
  PersonParams asks;
  asks.profile = profile;
  OVERSTAP_ASSIGN_OR_RETURN(const Person person, MakePerson(context, asks));
  CohortWays found;
  found.unknown_uris = person.unknown_uris;
  if (person.origin.occupations.empty() && person.origin.skills.empty()) {
    found.blocked = UnplacedReason::kNothingKnown;
    return found;
  }
  const snapshot::Snapshot& snapshot = context.snapshot;
  const transition::ReachContext reach = ReachOf(context, techniek);
  const std::vector<transition::Destination> destinations = transition::FindDestinations(
      reach, person.origin, person.expanded, snapshot.taxonomy().occupation_count());
  if (!destinations.empty()) found.nearest = destinations.front().occupation;
  AddWays(context, params, places, person, destinations, &found);
  return found;
}

}  // namespace overstap::advice
