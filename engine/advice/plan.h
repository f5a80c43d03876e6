// What is missing for this occupation, which scholing closes it best, when, and who pays?
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "engine/advice/context.h"
#include "engine/advice/demand_line.h"
#include "engine/advice/funding.h"
#include "engine/advice/gates.h"
#include "engine/advice/person.h"
#include "engine/advice/recognition.h"
#include "engine/advice/within_reach.h"
#include "engine/explain/tree.h"
#include "engine/plan/training_plan.h"
#include "engine/transition/transition_class.h"

namespace overstap::advice {

struct GapLine {
  ConceptRef skill;
  Importance importance = Importance::kEssential;
  double weight = 0;    // share of the occupation's requirement weight, 0..1
  double strength = 0;  // what is there already, 0..1
  int courses = 0;      // that close it, anywhere; 0: geen opleiding bekend
  bool cannot = false;  // the person says not to have it; false: nobody knows, or it is in part
};

struct CourseLine {
  model::Course course;
  double weeks = 0;  // in this plan
  std::vector<ConceptRef> closes;
  std::optional<absl::CivilDay> next_start;  // first start from today on; unknown: nothing
  std::vector<SchemeLine> schemes;           // that may pay when it begins
  std::vector<std::string> unchecked_needs;  // entry requirements unknown to this taxonomy
  plan::CourseDays days;                     // in this plan
  PayerLine payer;
  // From the region of the person to that of the course; unknown: one of them is, or it is given
  // everywhere.
  std::optional<double> distance_km;
  std::optional<int> level_gap;  // level of the course less that of the person
  bool level_open = true;        // within one step, or unknown
  bool is_paid_work = false;     // bbl: a job with pay
  // Share of what the work asks that it adds, 0..1: after the courses of the core before it, or
  // when it is none of these after the whole core and the others before it. `closes` likewise. Of
  // all courses together it is what the coverage grows by.
  double coverage_gain = 0;
  bool is_core = true;             // false: it brings little and can wait (plan/plan_core.h)
  std::vector<std::string> opens;  // names of closed gates that it opens, in Dutch
};

// The courses that carry a plan, taken without the others. What the others bring may wait, or be
// learnt at the work; nobody knows which.
struct CoreLine {
  size_t courses = 0;  // 0: all courses together bring little
  double weeks = 0;
  double hours = 0;
  double cost_eur = 0;
  absl::CivilDay finish;
  double coverage = 0;  // share of what the work asks that is there then, 0..1
};

// plan::TrainingPlan in words; see there for the meaning of each number.
struct PlanLines {
  bool found = true;
  double weeks = 0;
  double hours = 0;
  double cost_eur = 0;
  bool optimal = true;
  std::optional<double> lower_bound_weeks;  // when weeks were minimised
  std::optional<double> lower_bound_eur;    // when euros were
  plan::Minimise minimise = plan::Minimise::kWeeks;
  double objective = 0;
  double lower_bound = 0;
  absl::CivilDay start;
  bool start_was_past = false;  // the day that was asked for: the plan starts today
  absl::CivilDay finish;
  double weeks_to_finish = 0;  // from start to finish
  double waiting_weeks = 0;    // of these
  bool days_are_known = true;  // false: some course names no start day from then on
  std::vector<CourseLine> courses;
  // Share of what the work asks that is there after all courses, 0..1; unknown: there are none.
  std::optional<double> coverage_after;
  std::optional<CoreLine> core;  // nothing: there are no courses
  // What the plan leaves open, and why: no course is known; only in another region; only in a form
  // or at a level that the person leaves out; only courses whose entry requirements the person
  // cannot come to meet.
  std::vector<ConceptRef> uncovered;
  std::vector<ConceptRef> elsewhere;
  std::vector<ConceptRef> excluded;
  std::vector<ConceptRef> out_of_reach;
  std::vector<ConceptRef> left_out;
  std::vector<SchemeLine> schemes;  // of all courses, each once
  std::optional<double> cheapest_eur;
  EvcLine evc;
  std::vector<RefreshLine> refresh;
};

struct OccupationPlanParams {
  PersonParams person;
  std::string occupation;  // the destination: URI or title
  plan::PlanParams plan;   // its region, nearby and level are those of the person

  absl::Status Validate() const;
};

struct OccupationPlan {
  model::Versions versions;
  ConceptRef destination;
  std::vector<Understood> understood;
  std::vector<std::string> unknown_uris;  // that lead to nothing in this taxonomy
  Translations translations;              // of the other URIs that it has not
  std::optional<double> coverage;         // 0..1; unknown: nothing is known of the occupation
  std::optional<double> closeness;  // of the step, 0..1; unknown without an occupation of origin
  std::optional<int> level_gap;
  bool level_open = true;  // within the level gate
  int met = 0;             // essential and important requirements that are met
  int required = 0;        // and how many there are
  std::vector<GapLine> gap;
  std::vector<GapLine> optional_gap;
  std::vector<ConceptRef> optional_met;  // other requirements that are met
  std::vector<GateLine> gates;           // besides the level
  // How large the step is, by the weeks of a plan that closes the whole gap; unknown: nothing.
  std::optional<transition::StepClass> step;
  PlanLines plan;
  Obstacles obstacles;  // no barriers: the work is within reach
  DemandLine demand;    // in the region of the person
  explain::Node explanation;
};

// kNotFound when the destination is not understood.
absl::StatusOr<OccupationPlan> MakeOccupationPlan(const Context& context,
                                                  const OccupationPlanParams& params);

// The same for a person and destination that are known already.
OccupationPlan DescribePlan(const Context& context, const Person& person,
                            const Recognition& recognition,
                            const std::optional<transition::Destination>& assessed,
                            OccupationId destination, plan::PlanParams params);

}  // namespace overstap::advice
