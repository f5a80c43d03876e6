#include "tools/generate/jsonl.h"

#include <cmath>
#include <optional>

#include "absl/time/civil_time.h"
#include "base/strings.h"
#include "nlohmann/json.hpp"

namespace overstap::generate {
namespace {

using Json = nlohmann::ordered_json;

std::string Header(const Recipe& recipe) {
  return StrCat(
      "# Illustratief: verzonnen door een generator, geen echte vacatures of mensen. Illustrative: "
      "made up by a generator, no real vacancies or people. Made with: overstap_generate --starter "
      "data/starter --seed ",
      recipe.seed, " --vacancies ", recipe.vacancies, " --profiles ", recipe.profiles,
      " --output data/starter\n");
}

void AddText(const char* field, const std::string& text, Json* json) {
  if (!text.empty()) (*json)[field] = text;
}

template <class Number>
void AddNumber(const char* field, const std::optional<Number>& number, Json* json) {
  if (number) (*json)[field] = *number;
}

void AddDay(const char* field, const std::optional<absl::CivilDay>& day, Json* json) {
  if (day) (*json)[field] = absl::FormatCivilTime(*day);
}

// A number without a fraction is written without one: 12, not 12.0.
Json Plain(double number) {
  if (number == std::floor(number)) return static_cast<int64_t>(number);
  return number;
}

Json ToJson(const model::Vacancy& vacancy) {
  Json json = {{"id", vacancy.id}, {"title", vacancy.title}};
  AddText("occupation", vacancy.occupation_uri, &json);
  json["skills"] = Json::array();
  for (const model::VacancySkill& skill : vacancy.skills) {
    json["skills"].push_back(
        {{"uri", skill.skill_uri}, {"importance", ImportanceName(skill.importance)}});
  }
  AddText("region", vacancy.region, &json);
  AddText("postcode", vacancy.postcode, &json);
  AddNumber("hours_min", vacancy.hours_min, &json);
  AddNumber("hours_max", vacancy.hours_max, &json);
  AddNumber("level", vacancy.level, &json);
  AddDay("published", vacancy.published, &json);
  AddDay("closes", vacancy.closes, &json);
  AddText("employer", vacancy.employer, &json);
  AddText("text", vacancy.text, &json);
  AddNumber("pay_min", vacancy.pay_min, &json);
  AddNumber("pay_max", vacancy.pay_max, &json);
  return json;
}

Json ToJson(const model::Profile& profile) {
  Json json = {{"id", profile.id}, {"occupations", Json::array()}};
  for (const model::WorkExperience& work : profile.occupations) {
    Json entry = {{"uri", work.occupation_uri}, {"years", Plain(work.years)}};
    AddNumber("until", work.until, &entry);
    json["occupations"].push_back(std::move(entry));
  }
  json["skills"] = Json::array();
  for (const model::Evidence& evidence : profile.skills) {
    Json entry = {{"uri", evidence.skill_uri}, {"evidence", EvidenceKindName(evidence.kind)}};
    AddNumber("year", evidence.year, &entry);
    json["skills"].push_back(std::move(entry));
  }
  AddText("region", profile.region, &json);
  AddText("postcode", profile.postcode, &json);
  if (profile.radius_km) json["radius_km"] = Plain(*profile.radius_km);
  AddNumber("hours_min", profile.hours_min, &json);
  AddNumber("hours_max", profile.hours_max, &json);
  AddNumber("level", profile.level, &json);
  return json;
}

template <class Record>
std::string Lines(const std::vector<Record>& records, const Recipe& recipe) {
  std::string text = Header(recipe);
  for (const Record& record : records) StrAppend(&text, ToJson(record).dump(), "\n");
  return text;
}

}  // namespace

std::string ToJsonl(const std::vector<model::Vacancy>& vacancies, const Recipe& recipe) {
  return Lines(vacancies, recipe);
}

std::string ToJsonl(const std::vector<model::Profile>& profiles, const Recipe& recipe) {
  return Lines(profiles, recipe);
}

}  // namespace overstap::generate
