#include "engine/advice/why_not.h"

#include <algorithm>
#include <utility>

#include "base/patience.h"
#include "base/status_macros.h"
#include "base/strings.h"
#include "engine/advice/why_not_explanation.h"

namespace overstap::advice {
namespace {

void FillStanding(Standing standing, WhyNotResult* result) {
  if (standing.assessed) result->score = standing.assessed->score;
  result->place = standing.place;
  result->coverage = standing.plan.coverage;
  result->closeness = standing.plan.closeness;
  result->met = standing.plan.met;
  result->required = standing.plan.required;
  result->barriers = std::move(standing.barriers);
  result->shortcomings = std::move(standing.shortcomings);
}

void FillPerson(const Person& person, WhyNotResult* result) {
  result->understood = person.understood;
  result->unknown_uris = person.unknown_uris;
  result->translations = person.translations;
}

}  // namespace

absl::Status WhyNotParams::Validate() const {
  OVERSTAP_RETURN_IF_ERROR(person.Validate());
  OVERSTAP_RETURN_IF_ERROR(plan.Validate());
  if (limit >= 1 && limit <= 100) return absl::OkStatus();
  return absl::InvalidArgumentError("limit must be between 1 and 100");
}

absl::StatusOr<WhyNotResult> AskWhyNot(const Context& context, const WhyNotParams& params) {
  OVERSTAP_RETURN_IF_ERROR(params.Validate());
  OVERSTAP_ASSIGN_OR_RETURN(const transition::Techniek* techniek,
                            ResolveTechniek(context, params.techniek));
  OVERSTAP_ASSIGN_OR_RETURN(Person person, MakePerson(context, params.person));
  OVERSTAP_ASSIGN_OR_RETURN(const OccupationId destination,
                            DestinationOf(context, params.occupation, &person));
  WhyNotResult result;
  result.versions = context.snapshot.versions();
  result.as_of = context.today;
  result.techniek = NameOf(techniek);
  result.destination = RefOf(context, destination);
  FillPerson(person, &result);
  const Situation situation = {std::move(person), destination, techniek,
                               params.limit,      params.plan, params.finish_by};
  const Judge judge(context, situation);
  Standing standing = judge.Look(situation);
  result.way = FindWayIn(context, judge, situation, standing);
  result.list_size = judge.ranking().all().size();
  FillStanding(std::move(standing), &result);
  result.robustness = TestFirst(context, judge.ranking());
  result.question =
      BestQuestion(context, judge.ranking(), situation.person.expanded, destination, params.limit);
  OVERSTAP_RETURN_IF_ERROR(CheckPatience());
  result.explanation = ExplainWhyNot(result);
  return result;
}

}  // namespace overstap::advice
