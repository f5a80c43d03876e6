// What each step of a path takes, for one person.
#pragma once

#include <array>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <vector>

#include "engine/match/held_skills.h"
#include "engine/match/transfer.h"
#include "engine/plan/catalogue.h"
#include "engine/plan/path.h"
#include "engine/plan/plan_params.h"
#include "engine/transition/reach.h"
#include "engine/transition/step_table.h"

namespace overstap::plan {

// Everything that paths need to see; all outlive the search.
struct PathContext {
  const Taxonomy& taxonomy;
  const match::TransferTable& transfer;
  const match::ScoringParams& scoring;
  const Catalogue& catalogue;
  const transition::StepTable& steps;
};

// Open vacancies for an occupation that the person can travel to.
struct WorkNear {
  bool in_reach = false;        // also when there are no vacancies in the data at all: then unknown
  std::optional<double> km;     // to the nearest one, in reach or not; unknown: nothing
  std::optional<int> pay = {};  // what it pays, in euros a month full-time; unknown: nothing
};
using WorkFinder = std::function<WorkNear(OccupationId)>;

// The person; all outlive the search.
struct PathPerson {
  const transition::Origin& origin;
  const match::ExpandedProfile& expanded;
  std::span<const transition::Destination> assessed;  // AssessAll, by occupation
  const PlanParams& plan;  // of the first hop; later ones begin later, with what is left of the
                           // budget and the level of the work before
  std::optional<int> pay_now = {};  // in euros a month full-time; unknown: nothing
};

// After this many years the work in between counts as evidence of its skills.
inline constexpr double kYearsInBetween = 1;

// Memoises: a hop is worked out once for each sequence of occupations before it. Not thread-safe.
class HopMaker {
 public:
  using Sequence = std::vector<OccupationId>;  // destinations of the hops so far, in order

  HopMaker(const PathContext& context, const PathPerson& person, WorkFinder work);

  // The last hop of the sequence. Null when it is not a step that the person can take by then:
  // not viable (from the person: transition::IsSteppingStone; from work in between: a step of the
  // table), the level gate is closed, no plan is within the budget, or the step is "ver weg".
  std::shared_ptr<const Hop> HopOf(const Sequence& sequence);

  // The last hop of the sequence leaves at least so many skills open (Hop::open): no course at all
  // closes them. The hops before must be steps. Much less work than HopOf.
  int LeastOpen(const Sequence& sequence);

  const WorkNear& WorkAt(OccupationId occupation);
  double DipAt(OccupationId occupation) { return DipOf(person_.pay_now, WorkAt(occupation).pay); }

 private:
  // The person after some hops.
  struct State {
    std::vector<match::HeldSkill> held;
    match::ExpandedProfile expanded;
    std::optional<int> level;
    PlanParams plan;  // of the next hop
  };
  struct StepFrom {
    double closeness = 0;
    std::optional<int> level_gap;
    bool learnt_at_work = false;
  };

  const match::ExpandedProfile& ExpandedBefore(const Sequence& sequence);
  const State& StateAfter(const Sequence& sequence);
  State Next(const std::vector<match::HeldSkill>& held, std::optional<int> level,
             const PlanParams& plan, const Hop& hop) const;
  std::optional<StepFrom> StepOf(const Sequence& sequence) const;
  std::shared_ptr<const Hop> Make(const Sequence& sequence);

  const PathContext context_;
  const PathPerson person_;
  const WorkFinder work_;
  std::optional<int> level_;
  std::map<Sequence, std::shared_ptr<const Hop>> hops_;
  std::map<Sequence, State> states_;
  std::map<OccupationId, WorkNear> places_;
};

}  // namespace overstap::plan
