// Which ways of two or three steps, over other work, lead to this work, and what does each take?
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "engine/advice/entrance.h"
#include "engine/advice/income.h"
#include "engine/advice/plan.h"
#include "engine/advice/route.h"
#include "engine/advice/stay_in_techniek.h"
#include "engine/plan/path_search.h"

namespace overstap::advice {

struct HopLine {
  ConceptRef from;  // empty URI: a person without an occupation
  ConceptRef to;
  double coverage = 0;           // by then, 0..1
  std::optional<int> level_gap;  // unknown: nothing
  int met = 0;                   // essential and important requirements, by then
  int required = 0;
  absl::CivilDay begins;  // the courses; the first hop begins when the plan of the person does
  absl::CivilDay finish;
  double weeks = 0;  // of training
  double hours = 0;
  double cost_eur = 0;
  std::vector<CourseRef> courses;
  std::vector<ConceptRef> uncovered;      // what no course in reach teaches: learnt at work or not
  std::vector<std::string> closed_gates;  // names, in Dutch
  VacancyCount vacancies;
  std::optional<double> km;  // to the nearest open vacancy, between regions; unknown: nothing
};

// Work between two steps, done until it counts as evidence.
struct WorkBetween {
  ConceptRef occupation;
  absl::CivilDay begins;  // first day after the courses towards it
  absl::CivilDay ends;    // the courses towards the next work begin
  // What it brings: skills that the next work requires, that the person misses today and has by
  // then, and that no course on the way teaches. As the next work weighs them, heaviest first.
  std::vector<ConceptRef> skills;
  VacancyCount vacancies;
  std::optional<double> km;  // to the nearest open vacancy, between regions; unknown: nothing
  IncomeLine income = {};

  double weeks() const { return static_cast<double>(ends - begins) / 7; }
};

struct PathLine {
  std::vector<HopLine> hops;              // 2..3
  std::vector<WorkBetween> between = {};  // one less than the hops
  double weeks = 0;                       // of training, all hops together
  double hours = 0;
  double cost_eur = 0;
  int open = 0;              // requirements that no course teaches: the most of any hop
  std::optional<double> km;  // the most of any hop; unknown: of none is it known
  double years_between = 0;  // of work in between, besides the weeks
  double paid_weeks = 0;     // of the weeks, those that come with a job and pay (bbl)
  // How much less than now the work on the way that pays least pays, the destination included, in
  // euros a month; 0: none pays less. Unknown: one of these is not known, or what is earned now.
  std::optional<double> dip_eur;
  bool on_front = false;  // no way to any destination of the answer is better in all respects
  explain::Node explanation;
};

// The ways to one destination beside the direct step.
struct PathsTo {
  // As a first hop must be: viable, within the level gate, not "ver weg", with a plan within the
  // budget.
  bool direct_possible = false;
  bool direct_on_front = false;
  IncomeLine income;  // of the destination
  // When the direct step is not possible: a job with pay in which the work is learnt.
  std::optional<EntranceLine> entrance;
  std::vector<PathLine> paths;  // the Pareto front; by weeks, open, km, dip and hops
};

struct PathsParams {
  int max_hops = plan::kMostHops;   // 1..3; 1: none but the direct step
  std::optional<double> radius_km;  // overrides that of the profile, 0..500

  absl::Status Validate() const;
};

struct PathsResult {
  std::optional<PayNow> pay_now;  // unknown: nothing, and so is every difference with it
  std::vector<PathsTo> to;        // parallel to the destinations that were asked for
  bool vacancies_known = false;   // false: the store has none, so nobody checked work in between
  bool travel_known = false;      // false: the region of the person is not known
  // None of the destinations is a step that the person can take by skills and level: viable and,
  // weeks aside, not "ver weg"; also when there are none.
  bool none_near = false;
};

// Ways to destinations of which the direct step is described. What they do to income is the pay of
// the work on the way, from open vacancies; what is earned during courses is not known.
absl::StatusOr<PathsResult> FindPaths(const Context& context, const PersonParams& person,
                                      const plan::PlanParams& plan, const PathsParams& params,
                                      const std::vector<const OccupationPlan*>& direct);

// FindRoutes with the ways to each of its destinations. When none of the best is near (none_near),
// at most half of the places, the last ones, go to work that ways over other work lead to, nearest
// by the table of steps first, as far as ways are asked for. Before these come the best that are
// viable though "ver weg", and then work that is learnt in a job with pay, most coverage first
// (EntranceFinder), as far as there are places.
struct RoutesWithPaths {
  RouteResult routes;
  PathsResult paths;                   // parallel to routes.routes
  std::optional<StayInTechniek> stay;  // nothing: not asked for
};

struct RoutesWithPathsParams {
  RouteParams route;
  int max_hops = plan::kMostHops;  // 1..3
  // Technicians stay in techniek: only technical destinations and work in between when the person's
  // work is technical, by the definition of `route`, or the default when that is kEveryOccupation.
  bool stay_in_techniek = false;

  absl::Status Validate() const;
};

absl::StatusOr<RoutesWithPaths> FindRoutesWithPaths(const Context& context,
                                                    const RoutesWithPathsParams& params);

}  // namespace overstap::advice
