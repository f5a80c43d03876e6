#include "engine/advice/plan.h"

#include <algorithm>
#include <utility>

#include "base/status_macros.h"
#include "base/strings.h"
#include "engine/match/coverage.h"

namespace overstap::advice {
namespace {

std::vector<ConceptRef> RefsOf(const Context& context, const std::vector<SkillId>& skills) {
  std::vector<ConceptRef> refs;
  for (const SkillId skill : skills) refs.push_back(RefOf(context, skill));
  return refs;
}

std::vector<GapLine> LinesOf(const Context& context, const std::vector<plan::GapItem>& items) {
  std::vector<GapLine> lines;
  for (const plan::GapItem& item : items) {
    const auto courses = context.snapshot.catalogue().Closing(item.skill).size();
    lines.push_back({RefOf(context, item.skill), item.importance, item.weight, item.strength,
                     static_cast<int>(courses)});
  }
  return lines;
}

std::vector<SchemeLine> SchemesOf(const Context& context, const model::Course& course) {
  std::vector<SchemeLine> lines;
  for (const std::string& id : course.schemes) {
    const model::Scheme* scheme = context.snapshot.FindScheme(id);
    if (scheme == nullptr || !model::IsAvailable(*scheme, context.today)) continue;
    lines.push_back({scheme->id, scheme->name, scheme->who, scheme->max_eur});
  }
  return lines;
}

std::optional<absl::CivilDay> NextStart(const model::Course& course, absl::CivilDay today) {
  std::optional<absl::CivilDay> next;
  for (const absl::CivilDay start : course.starts) {
    if (start >= today && (!next || start < *next)) next = start;
  }
  return next;
}

void AddOnce(const SchemeLine& line, std::vector<SchemeLine>* lines) {
  const bool there = std::any_of(lines->begin(), lines->end(),
                                 [&line](const SchemeLine& other) { return other.id == line.id; });
  if (!there) lines->push_back(line);
}

// Sorts what no course in the plan closes by the reason.
void SplitUncovered(const Context& context, const std::vector<SkillId>& uncovered,
                    std::string_view region, PlanLines* lines) {
  const plan::Catalogue& catalogue = context.snapshot.catalogue();
  for (const SkillId skill : uncovered) {
    const auto courses = catalogue.Closing(skill);
    const bool offered = std::any_of(courses.begin(), courses.end(), [&](uint32_t course) {
      return model::IsOfferedIn(catalogue[course].course, region);
    });
    auto& list = courses.empty() ? lines->uncovered
                 : offered       ? lines->out_of_reach
                                 : lines->elsewhere;
    list.push_back(RefOf(context, skill));
  }
}

PlanLines Describe(const Context& context, const plan::TrainingPlan& plan,
                   const plan::PlanParams& params) {
  PlanLines lines;
  lines.found = plan.found;
  lines.weeks = plan.weeks;
  lines.hours = plan.hours;
  lines.cost_eur = plan.cost_eur;
  lines.optimal = plan.optimal;
  (params.minimise == plan::Minimise::kWeeks ? lines.lower_bound_weeks : lines.lower_bound_eur) =
      plan.lower_bound;
  SplitUncovered(context, plan.uncovered, params.region, &lines);
  lines.left_out = RefsOf(context, plan.left_out);
  lines.cheapest_eur = plan.cheapest_eur;
  for (const plan::PlannedCourse& planned : plan.courses) {
    const plan::Catalogue::Entry& entry = context.snapshot.catalogue()[planned.course];
    CourseLine line = {entry.course,
                       planned.weeks,
                       RefsOf(context, planned.closes),
                       NextStart(entry.course, context.today),
                       SchemesOf(context, entry.course),
                       entry.unknown_needs};
    for (const SchemeLine& scheme : line.schemes) AddOnce(scheme, &lines.schemes);
    lines.courses.push_back(std::move(line));
  }
  return lines;
}

void Explain(const Context& context, const Person& person, OccupationId destination,
             OccupationPlan* plan) {
  explain::Node& root = plan->explanation;
  root.kind = "destination";
  root.text = StrCat("meets ", plan->met, " of the ", plan->required,
                     " essential things for: ", plan->destination.label);
  explain::Node& coverage =
      root.Add("coverage", "covered share of what the work asks", plan->coverage);
  match::ExplainCoverage(
      person.expanded, person.origin.skills, context.snapshot.taxonomy().Requirements(destination),
      context.snapshot.taxonomy(), context.snapshot.scoring(), context.languages, &coverage);
  root.Add("closeness",
           plan->closeness ? "closeness to the nearest occupation of the person"
                           : "closeness unknown: no occupation was given",
           plan->closeness);
  if (plan->level_gap) {
    root.Add(
        "level_gate",
        plan->level_open ? "the level is within one step" : "the level is more than one step away",
        *plan->level_gap);
  } else {
    root.Add("level_gate", "level unknown");
  }
  ExplainGates(plan->gates, &root);
}

}  // namespace

absl::Status OccupationPlanParams::Validate() const {
  OVERSTAP_RETURN_IF_ERROR(person.Validate());
  return plan.Validate();
}

OccupationPlan DescribePlan(const Context& context, const Person& person,
                            const std::optional<transition::Destination>& assessed,
                            OccupationId destination, plan::PlanParams params) {
  const snapshot::Snapshot& snapshot = context.snapshot;
  OccupationPlan described;
  described.versions = snapshot.versions();
  described.destination = RefOf(context, destination);
  described.understood = person.understood;
  described.unknown_uris = person.unknown_uris;
  described.translations = person.translations;
  if (assessed) {
    described.coverage = assessed->coverage;
    described.closeness = assessed->closeness;
    described.level_gap = assessed->level.gap;
    described.level_open = assessed->level.open;
  }
  const plan::Gap gap =
      plan::FindGap(person.expanded, snapshot.taxonomy().Requirements(destination),
                    snapshot.taxonomy(), snapshot.scoring());
  described.met = gap.met;
  described.required = gap.met + static_cast<int>(gap.required.size());
  described.gap = LinesOf(context, gap.required);
  described.optional_gap = LinesOf(context, gap.optional);
  described.gates = GatesOf(context, person, destination);
  params.region = person.profile.region;
  described.plan = Describe(context,
                            plan::MakePlan(snapshot.catalogue(), person.expanded, gap.required,
                                           snapshot.scoring(), params),
                            params);
  Explain(context, person, destination, &described);
  return described;
}

absl::StatusOr<OccupationPlan> MakeOccupationPlan(const Context& context,
                                                  const OccupationPlanParams& params) {
  OVERSTAP_RETURN_IF_ERROR(params.Validate());
  OVERSTAP_ASSIGN_OR_RETURN(Person person, MakePerson(context, params.person));
  std::optional<Understood> reading;
  OVERSTAP_ASSIGN_OR_RETURN(
      const OccupationId destination,
      ResolveOccupation(context, params.occupation, &reading, &person.translations));
  if (reading) person.understood.push_back(*std::move(reading));
  const snapshot::Snapshot& snapshot = context.snapshot;
  const transition::ReachContext reach = {snapshot.taxonomy(), snapshot.transfer(),
                                          snapshot.scoring(), snapshot.closeness()};
  const auto assessed = transition::Assess(reach, person.origin, person.expanded, destination);
  return DescribePlan(context, person, assessed, destination, params.plan);
}

}  // namespace overstap::advice
