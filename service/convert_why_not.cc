#include "service/convert_why_not.h"

#include <optional>

#include "base/status_macros.h"
#include "engine/dutch/sentences.h"
#include "service/convert_common.h"
#include "service/convert_dates.h"
#include "service/convert_enums.h"
#include "service/convert_person.h"
#include "service/convert_plan.h"

namespace overstap::service {
namespace {

// The kinds of the contract are those of the engine, one further: 0 is not said.
static_assert(v1::BarrierKind_MAX == advice::kBarrierKindCount);
static_assert(v1::ChangeKind_MAX == advice::kChangeKindCount);

v1::BarrierKind KindOf(advice::BarrierKind kind) {
  return static_cast<v1::BarrierKind>(static_cast<int>(kind) + 1);
}

v1::Change ChangeOf(const advice::TriedChange& tried) {
  const advice::Change& change = tried.change;
  v1::Change message;
  message.set_kind(static_cast<v1::ChangeKind>(static_cast<int>(change.kind) + 1));
  message.set_id(change.id);
  message.set_name(change.name);
  if (change.weeks) message.set_weeks(*change.weeks);
  if (change.eur) message.set_eur(*change.eur);
  message.set_km(change.km);
  message.set_hours_a_week(change.hours_a_week);
  if (change.setting) message.set_setting(*change.setting);
  if (change.finish) *message.mutable_finish() = ToProto(*change.finish);
  for (const advice::BarrierKind kind : tried.left) message.add_left(KindOf(kind));
  return message;
}

v1::Robustness RobustnessOf(const advice::Robustness& robustness) {
  v1::Robustness message;
  if (robustness.first) *message.mutable_first() = ToProto(*robustness.first);
  message.set_tried_count(static_cast<int32_t>(robustness.tried));
  for (const advice::Unseating& line : robustness.unseated_by) {
    v1::Unseating* added = message.add_unseated_by();
    *added->mutable_skill() = ToProto(line.skill);
    added->set_evidence(ToProto(line.evidence));
    if (line.first) *added->mutable_first() = ToProto(*line.first);
  }
  return message;
}

v1::NextQuestion QuestionOf(const advice::NextQuestion& question) {
  v1::NextQuestion message;
  *message.mutable_skill() = ToProto(question.skill);
  message.set_assumed(question.is_assumed);
  message.set_chance(question.chance);
  message.set_change_if_yes(question.change_if_yes);
  message.set_change_if_no(question.change_if_no);
  message.set_expected_change(question.expected_change);
  if (question.first_if_yes) *message.mutable_first_if_yes() = ToProto(*question.first_if_yes);
  if (question.first_if_no) *message.mutable_first_if_no() = ToProto(*question.first_if_no);
  return message;
}

void FillReading(const advice::WhyNotResult& result, v1::WhyNotResponse* response) {
  *response->mutable_versions() = ToProto(result.versions);
  *response->mutable_as_of() = ToProto(result.as_of);
  response->set_techniek(result.techniek);
  for (const advice::Understood& understood : result.understood) {
    *response->add_understood() = ToProto(understood);
  }
  response->mutable_unknown_uris()->Assign(result.unknown_uris.begin(), result.unknown_uris.end());
  FillTranslations(result.translations, response->mutable_translations());
}

}  // namespace

v1::Barrier ToProto(const advice::Barrier& barrier) {
  v1::Barrier message;
  message.set_kind(KindOf(barrier.kind));
  message.set_id(barrier.id);
  message.set_name(barrier.name);
  message.set_opens_with(barrier.opens_with);
  if (barrier.value) message.set_value(*barrier.value);
  if (barrier.allowed) message.set_allowed(*barrier.allowed);
  for (const advice::ConceptRef& skill : barrier.skills) *message.add_skills() = ToProto(skill);
  return message;
}

absl::StatusOr<advice::WhyNotParams> FromProto(const v1::WhyNotRequest& request) {
  constexpr size_t kLimit = 5;
  constexpr size_t kMaxLimit = 100;
  advice::WhyNotParams params;
  OVERSTAP_RETURN_IF_ERROR(CheckAsked("occupation", request.occupation()));
  params.occupation = request.occupation();
  OVERSTAP_ASSIGN_OR_RETURN(params.person, FromProto(request.person()));
  params.techniek = request.techniek();
  const auto asked = request.has_limit() ? std::optional<int>(request.limit()) : std::nullopt;
  OVERSTAP_ASSIGN_OR_RETURN(params.limit, LimitOr(asked, kLimit, kMaxLimit));
  OVERSTAP_ASSIGN_OR_RETURN(params.plan, FromProto(request.options()));
  if (request.has_finish_by()) {
    OVERSTAP_ASSIGN_OR_RETURN(params.finish_by, FromProto("finish_by", request.finish_by()));
  }
  OVERSTAP_RETURN_IF_ERROR(params.Validate());
  return params;
}

void FillResponse(const advice::WhyNotResult& result, v1::WhyNotResponse* response) {
  FillReading(result, response);
  *response->mutable_destination() = ToProto(result.destination);
  if (result.coverage) response->set_coverage(*result.coverage);
  if (result.closeness) response->set_closeness(*result.closeness);
  if (result.score) response->set_score(*result.score);
  if (result.place) response->set_place(static_cast<int32_t>(*result.place));
  response->set_list_size(static_cast<int32_t>(result.list_size));
  response->set_required_count(result.required);
  response->set_met_count(result.met);
  for (const advice::Barrier& barrier : result.barriers) {
    *response->add_barriers() = ToProto(barrier);
  }
  for (const advice::Barrier& shortcoming : result.shortcomings) {
    *response->add_shortcomings() = ToProto(shortcoming);
  }
  for (const advice::TriedChange& step : result.way.steps) {
    *response->add_changes() = ChangeOf(step);
  }
  for (const advice::TriedChange& other : result.way.others) {
    *response->add_other_changes() = ChangeOf(other);
  }
  response->set_tried_count(static_cast<int32_t>(result.way.tried));
  *response->mutable_robustness() = RobustnessOf(result.robustness);
  if (result.question) *response->mutable_next_question() = QuestionOf(*result.question);
  *response->mutable_explanation() = ToProto(result.explanation);
  *response->mutable_explanation_nl() = ToProto(dutch::Explain(result));
}

}  // namespace overstap::service
