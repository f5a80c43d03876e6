#include "engine/advice/plan_explanation.h"

#include "base/strings.h"
#include "engine/match/coverage.h"

namespace overstap::advice {

void ExplainPlan(const Context& context, const Person& person, OccupationId destination,
                 OccupationPlan* plan) {
  explain::Node& root = plan->explanation;
  root.kind = "destination";
  root.text = StrCat("meets ", plan->met, " of the ", plan->required,
                     " essential things for: ", plan->destination.label);
  explain::Node& coverage =
      root.Add("coverage", "covered share of what the work asks", plan->coverage);
  match::ExplainCoverage(person.expanded, person.origin.skills, person.cannot,
                         context.snapshot.taxonomy().Requirements(destination),
                         context.snapshot.taxonomy(), context.snapshot.scoring(), context.languages,
                         &coverage);
  root.Add("closeness",
           plan->closeness ? "closeness of the step from the nearest occupation of the person"
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

}  // namespace overstap::advice
