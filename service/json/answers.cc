#include "service/json/answers.h"

#include <string>
#include <utility>
#include <vector>

#include "absl/time/civil_time.h"
#include "engine/dutch/sentences.h"
#include "service/json/plan_view.h"

namespace overstap::service {
namespace {

Json ToJson(const advice::LookupHit& hit) {
  Json json = service::ToJson(hit.concept_ref);
  json["score"] = Rounded(hit.score);
  json["matched_label"] = hit.matched_label;
  json["recognised"] = hit.recognised;
  if (!hit.explanation.kind.empty()) json["explanation"] = service::ToJson(hit.explanation);
  return json;
}

Json ToJson(const advice::ClosestResult& result, const advice::ClosestItem& item) {
  Json json = service::ToJson(item.occupation);
  json["closeness"] = Rounded(item.closeness);
  json["level_gap"] = OrNull(item.level_gap);
  json["explanation"] = service::ToJson(item.explanation);
  json["explanation_nl"] = service::ToJson(dutch::Explain(result, item));
  return json;
}

Json ToJson(const advice::RouteStep& step) {
  return {{"from", step.from.uri.empty() ? Json(nullptr) : service::ToJson(step.from)},
          {"to", service::ToJson(step.to)},
          {"weeks", Rounded(step.weeks)}};
}

Json ToJson(const advice::Route& route, const std::string& region) {
  Json json;
  AddPlan(route.plan, &json);
  json["score"] = Rounded(route.score);
  json["techniek_intensity"] = Rounded(route.intensity);
  json["steps"] = Json::array();
  for (const advice::RouteStep& step : route.steps) json["steps"].push_back(ToJson(step));
  json["vacancies"] = {{"region", OrNull(route.vacancies.region)},
                       {"within_radius", OrNull(route.vacancies.within_radius)}};
  json["explanation"] = service::ToJson(route.plan.explanation);
  json["explanation_nl"] = service::ToJson(dutch::Explain(route, region));
  return json;
}

}  // namespace

void AddTranslation(const advice::Translations& translations,
                    const std::vector<std::string>& unmapped, Json* json) {
  if (translations.empty() && unmapped.empty()) return;
  (*json)["translation"] = Json::array();
  for (const match::UriTranslation& translation : translations) {
    (*json)["translation"].push_back({{"from_uri", translation.from_uri},
                                      {"to_uri", translation.to_uri},
                                      {"kind", MatchKindName(translation.kind)},
                                      {"strength", Rounded(translation.strength)},
                                      {"by", match::TranslationBasisName(translation.basis)}});
  }
  (*json)["unmapped"] = unmapped;
}

Json ToJson(const model::Versions& versions) {
  return {{"taxonomy", versions.taxonomy},
          {"data", versions.data},
          {"parameters", versions.parameters}};
}

Json ToJson(const advice::ConceptRef& ref) { return {{"uri", ref.uri}, {"label", ref.label}}; }

Json ToJson(const explain::Node& node) {
  Json json = {{"kind", node.kind}, {"text", node.text}};
  if (node.value) json["value"] = Rounded(*node.value);
  if (!node.children.empty()) json["children"] = ArrayOf(node.children);
  return json;
}

Json ToJson(const advice::LookupResult& result) {
  Json json = {{"text", result.text}, {"results", Json::array()}};
  for (const advice::LookupHit& hit : result.hits) json["results"].push_back(ToJson(hit));
  return json;
}

Json ToJson(const advice::ClosestResult& result) {
  Json json = {{"versions", ToJson(result.versions)},
               {"techniek", TextOrNull(result.techniek)},
               {"origin", ToJson(result.origin)}};
  if (result.understood) json["understood"] = ToJson(*result.understood);
  AddTranslation(result.translations, {}, &json);
  json["results"] = Json::array();
  for (const advice::ClosestItem& item : result.items) {
    json["results"].push_back(ToJson(result, item));
  }
  return json;
}

Json ToJson(const advice::OccupationPlan& plan) {
  Json json = {{"versions", ToJson(plan.versions)},
               {"understood", ArrayOf(plan.understood)},
               {"unknown_uris", plan.unknown_uris}};
  AddTranslation(plan.translations, plan.unknown_uris, &json);
  AddPlan(plan, &json);
  json["explanation"] = ToJson(plan.explanation);
  json["explanation_nl"] = ToJson(dutch::Explain(plan));
  return json;
}

Json ToJson(const advice::RouteResult& result) {
  Json json = {
      {"versions", ToJson(result.versions)},
      {"as_of", absl::FormatCivilTime(result.as_of)},
      {"techniek", TextOrNull(result.techniek)},
      {"origin", {{"occupations", ArrayOf(result.origin)}, {"region", TextOrNull(result.region)}}},
      {"understood", ArrayOf(result.understood)},
      {"unknown_uris", result.unknown_uris}};
  AddTranslation(result.translations, result.unknown_uris, &json);
  json["routes"] = Json::array();
  for (const advice::Route& route : result.routes) {
    json["routes"].push_back(ToJson(route, result.region));
  }
  return json;
}

Json ToJson(const advice::MatchResult& result, bool with_explanation) {
  Json hits = Json::array();
  for (const advice::MatchHit& hit : result.hits) {
    Json json = {{"id", hit.id}, {"score", Rounded(hit.score)}, {"unknown", hit.unknown}};
    if (hit.distance_km) json["distance_km"] = Rounded(*hit.distance_km);
    if (with_explanation) {
      json["explanation"] = ToJson(hit.explanation);
      json["explanation_nl"] = ToJson(dutch::Explain(hit));
    }
    hits.push_back(std::move(json));
  }
  Json json = {{"id", result.id},
               {"results", std::move(hits)},
               {"not_scored", result.not_scored},
               {"versions", ToJson(result.versions)}};
  AddTranslation(result.translations, result.unmapped, &json);
  return json;
}

std::string Dump(const Json& json) {
  return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

}  // namespace overstap::service
