#include "service/json/explained_match_view.h"

#include "engine/dutch/sentences.h"
#include "service/json/plan_view.h"

namespace overstap::service {
namespace {

Json ToJson(const advice::MatchFilterReading& filter) {
  return {{"kind", advice::MatchFilterKindName(filter.kind)},
          {"outcome", advice::MatchFilterOutcomeName(filter.outcome)},
          {"asked", TextOrNull(filter.asked)},
          {"found", TextOrNull(filter.found)},
          {"text_nl", dutch::Text(filter)}};
}

Json ToJson(const advice::MatchDistance::End& end) {
  return {{"kind", advice::SpotKindName(end.kind)}, {"name", end.name}};
}

Json ToJson(const std::optional<advice::MatchDistance>& distance) {
  if (!distance) return nullptr;
  return {{"km", Rounded(distance->km)},
          {"profile", ToJson(distance->profile)},
          {"vacancy", ToJson(distance->vacancy)}};
}

Json ToJson(const std::optional<advice::MatchContribution::Held>& held) {
  if (!held) return nullptr;
  return {{"skill", service::ToJson(held->skill)},
          {"evidence", model::EvidenceKindName(held->evidence)},
          {"strength", Rounded(held->strength)},
          {"transfer", Rounded(held->transfer)}};
}

Json ToJson(const advice::MatchContribution& contribution) {
  return {{"skill", service::ToJson(contribution.skill)},
          {"weight_share", Rounded(contribution.weight_share)},
          {"strength", Rounded(contribution.strength)},
          {"contribution", Rounded(contribution.contribution())},
          {"held", ToJson(contribution.held)}};
}

}  // namespace

Json ToJson(const advice::ExplainedMatch& match) {
  Json filters = Json::array();
  for (const auto& filter : match.filters) filters.push_back(ToJson(filter));
  Json contributions = Json::array();
  for (const auto& contribution : match.contributions) {
    contributions.push_back(ToJson(contribution));
  }
  Json json = {{"profile", match.profile_id},
               {"vacancy", match.vacancy_id},
               {"score", OrNull(match.score)},
               {"listed", match.listed},
               {"filters", std::move(filters)},
               {"distance", ToJson(match.distance)},
               {"contributions", std::move(contributions)},
               {"unknown", match.unknown},
               {"explanation", match.score ? ToJson(match.explanation) : Json(nullptr)},
               {"explanation_nl", ToJson(dutch::Explain(match))},
               {"versions", ToJson(match.versions)}};
  AddTranslation(match.translations, match.unmapped, &json);
  return json;
}

}  // namespace overstap::service
