#include "service/json/extract_view.h"

#include <optional>
#include <string>
#include <utility>

#include "service/json/plan_view.h"

namespace overstap::service {
namespace {

void AddBytes(extract::ByteRange bytes, Json* json) {
  (*json)["begin"] = bytes.begin;
  (*json)["end"] = bytes.end;
}

Json NameOf(std::optional<Importance> importance) {
  return importance ? Json(std::string(ImportanceName(*importance))) : Json(nullptr);
}

Json ViewOf(const advice::ExtractedOccupation& occupation) {
  Json json = ToJson(occupation.concept_ref);
  json["score"] = Rounded(occupation.score);
  AddBytes(occupation.bytes, &json);
  json["matched_label"] = occupation.matched_label;
  json["years"] = OrNull(occupation.years);
  json["until"] = OrNull(occupation.until);
  return json;
}

Json ViewOf(const advice::ExtractedSkill& skill) {
  Json json = ToJson(skill.concept_ref);
  json["score"] = Rounded(skill.score);
  AddBytes(skill.bytes, &json);
  json["matched_label"] = skill.matched_label;
  json["section"] = std::string(extract::SectionName(skill.section));
  json["importance"] = NameOf(skill.importance);
  json["years"] = OrNull(skill.years);
  return json;
}

Json ViewOf(const advice::UnmatchedText& unmatched) {
  Json json = {{"text", unmatched.text}};
  AddBytes(unmatched.bytes, &json);
  return json;
}

Json ViewOf(const extract::FoundLicence& licence) {
  Json json = {
      {"id", licence.id}, {"label", licence.name}, {"importance", NameOf(licence.importance)}};
  AddBytes(licence.bytes, &json);
  return json;
}

Json ViewOf(const extract::FoundRegulation& regulation) {
  Json json = {{"id", regulation.id}, {"label", regulation.name}, {"rule", regulation.rule}};
  AddBytes(regulation.bytes, &json);
  return json;
}

Json ViewOf(const std::optional<extract::FoundLevel>& level) {
  if (!level) return nullptr;
  Json json = {{"level", level->level}, {"label", level->name}};
  AddBytes(level->bytes, &json);
  return json;
}

Json ViewOf(const std::optional<extract::FoundHours>& hours) {
  if (!hours) return nullptr;
  Json json = {{"min", hours->min}, {"max", hours->max}};
  AddBytes(hours->bytes, &json);
  return json;
}

template <class Items>
Json ViewsOf(const Items& items) {
  Json json = Json::array();
  for (const auto& item : items) json.push_back(ViewOf(item));
  return json;
}

}  // namespace

Json ToJson(const advice::ExtractResult& result) {
  return {{"versions", ToJson(result.versions)},
          {"kind", std::string(extract::DocumentKindName(result.kind))},
          {"occupations", ViewsOf(result.occupations)},
          {"skills", ViewsOf(result.skills)},
          {"unmatched", ViewsOf(result.unmatched)},
          {"licences", ViewsOf(result.licences)},
          {"regulated", ViewsOf(result.regulations)},
          {"level", ViewOf(result.level)},
          {"hours", ViewOf(result.hours)}};
}

}  // namespace overstap::service
