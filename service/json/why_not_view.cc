#include "service/json/why_not_view.h"

#include <string>

#include "absl/time/civil_time.h"
#include "engine/advice/why_not_explanation.h"
#include "engine/dutch/sentences.h"
#include "service/json/plan_view.h"

namespace overstap::service {
namespace {

Json RefOrNull(const std::optional<advice::ConceptRef>& ref) {
  return ref ? service::ToJson(*ref) : Json(nullptr);
}

Json ToJson(const advice::TriedChange& tried) {
  const advice::Change& change = tried.change;
  Json left = Json::array();
  for (const advice::BarrierKind kind : tried.left) left.push_back(advice::BarrierKindName(kind));
  return {{"kind", advice::ChangeKindName(change.kind)},
          {"id", TextOrNull(change.id)},
          {"name", TextOrNull(change.name)},
          {"weeks", OrNull(change.weeks)},
          {"eur", OrNull(change.eur)},
          {"km", Rounded(change.km)},
          {"hours_a_week", Rounded(change.hours_a_week)},
          {"setting", OrNull(change.setting)},
          {"finish", change.finish ? Json(absl::FormatCivilTime(*change.finish)) : Json(nullptr)},
          {"left", left},
          {"text", advice::TextOf(change)}};
}

Json StepsOf(const std::vector<advice::TriedChange>& steps) {
  Json json = Json::array();
  for (const advice::TriedChange& step : steps) json.push_back(ToJson(step));
  return json;
}

Json ToJson(const advice::Robustness& robustness) {
  Json unseated = Json::array();
  for (const advice::Unseating& line : robustness.unseated_by) {
    unseated.push_back({{"skill", service::ToJson(line.skill)},
                        {"evidence", model::EvidenceKindName(line.evidence)},
                        {"first", RefOrNull(line.first)}});
  }
  return {{"first", RefOrNull(robustness.first)},
          {"tried", robustness.tried},
          {"unseated_by", unseated}};
}

Json ToJson(const std::optional<advice::NextQuestion>& question) {
  if (!question) return nullptr;
  return {{"skill", service::ToJson(question->skill)},
          {"assumed", question->is_assumed},
          {"chance", Rounded(question->chance)},
          {"change_if_yes", Rounded(question->change_if_yes)},
          {"change_if_no", Rounded(question->change_if_no)},
          {"expected_change", Rounded(question->expected_change)},
          {"first_if_yes", RefOrNull(question->first_if_yes)},
          {"first_if_no", RefOrNull(question->first_if_no)}};
}

}  // namespace

Json ToJson(const advice::WhyNotResult& result) {
  Json json = {{"versions", ToJson(result.versions)},
               {"as_of", absl::FormatCivilTime(result.as_of)},
               {"techniek", TextOrNull(result.techniek)},
               {"understood", ArrayOf(result.understood)},
               {"unknown_uris", result.unknown_uris}};
  AddTranslation(result.translations, result.unknown_uris, &json);
  json["destination"] = ToJson(result.destination);
  json["coverage"] = OrNull(result.coverage);
  json["closeness"] = OrNull(result.closeness);
  json["score"] = OrNull(result.score);
  json["place"] = OrNull(result.place);
  json["list_size"] = result.list_size;
  json["met"] = result.met;
  json["required"] = result.required;
  json["within_reach"] = result.barriers.empty();
  json["barriers"] = ArrayOf(result.barriers);
  json["shortcomings"] = ArrayOf(result.shortcomings);
  json["changes"] = StepsOf(result.way.steps);
  json["other_changes"] = StepsOf(result.way.others);
  json["changes_tried"] = result.way.tried;
  json["robustness"] = ToJson(result.robustness);
  json["next_question"] = ToJson(result.question);
  json["explanation"] = ToJson(result.explanation);
  json["explanation_nl"] = ToJson(dutch::Explain(result));
  return json;
}

}  // namespace overstap::service
