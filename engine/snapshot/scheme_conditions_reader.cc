#include "engine/snapshot/scheme_conditions_reader.h"

#include <array>
#include <nlohmann/json.hpp>
#include <string>
#include <utility>

namespace overstap::snapshot {
namespace {

using Json = nlohmann::json;
using model::SchemeConditions;

constexpr std::array<std::pair<std::string_view, bool SchemeConditions::*>, 9> kFlags = {{
    {"sector_member", &SchemeConditions::sector_member},
    {"recognised_training_company", &SchemeConditions::recognised_training_company},
    {"benefit", &SchemeConditions::benefit},
    {"social_assistance", &SchemeConditions::social_assistance},
    {"new_hire", &SchemeConditions::new_hire},
    {"registered_course", &SchemeConditions::registered_course},
    {"application_rounds", &SchemeConditions::application_rounds},
    {"adviser_decides", &SchemeConditions::adviser_decides},
    {"per_year", &SchemeConditions::per_year},
}};

bool ReadFlag(const std::string& key, const Json& value, SchemeConditions* conditions) {
  for (const auto& [name, flag] : kFlags) {
    if (name != key || !value.is_boolean()) continue;
    conditions->*flag = value.get<bool>();
    return true;
  }
  return false;
}

bool ReadTexts(const Json& value, std::vector<std::string>* texts) {
  if (!value.is_array()) return false;
  for (const Json& text : value) {
    if (!text.is_string()) return false;
    texts->push_back(text.get<std::string>());
  }
  return true;
}

bool ReadForms(const Json& value, std::vector<model::CourseForm>* forms) {
  std::vector<std::string> names;
  if (!ReadTexts(value, &names)) return false;
  for (const std::string& name : names) {
    const auto form = model::ParseCourseForm(name);
    if (!form) return false;
    forms->push_back(*form);
  }
  return true;
}

// False when it is not understood.
bool ReadCondition(const std::string& key, const Json& value, SchemeConditions* conditions) {
  if (key == "worker_employed" && value.is_boolean()) {
    conditions->worker_employed = value.get<bool>();
    return true;
  }
  if (key == "employer_max_employees" && value.is_number_unsigned() && value <= 10'000'000) {
    conditions->employer_max_employees = value.get<int>();
    return true;
  }
  if (key == "note" && value.is_string()) {
    conditions->note = value.get<std::string>();
    return true;
  }
  if (key == "course_forms") return ReadForms(value, &conditions->course_forms);
  if (key == "credentials") return ReadTexts(value, &conditions->credentials);
  if (key == "sectors") return ReadTexts(value, &conditions->sectors);
  return ReadFlag(key, value, conditions);
}

}  // namespace

model::SchemeConditions ReadSchemeConditions(std::string_view json) {
  SchemeConditions conditions;
  const Json parsed = Json::parse(json.begin(), json.end(), nullptr, false);
  if (!parsed.is_object()) {
    if (!json.empty()) conditions.not_understood.push_back("conditions");
    return conditions;
  }
  for (const auto& [key, value] : parsed.items()) {
    if (!ReadCondition(key, value, &conditions)) conditions.not_understood.push_back(key);
  }
  return conditions;
}

}  // namespace overstap::snapshot
