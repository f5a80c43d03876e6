#include "service/unknown_uris.h"

#include <string>

namespace overstap::service {
namespace {

void CheckOccupation(std::string_view uri, const Taxonomy& taxonomy,
                     std::vector<UnknownUri>* unknown) {
  if (!taxonomy.FindOccupation(uri)) unknown->push_back({"unknown_occupation", uri});
}

void CheckSkill(std::string_view uri, const Taxonomy& taxonomy, std::vector<UnknownUri>* unknown) {
  if (!taxonomy.FindSkill(uri)) unknown->push_back({"unknown_skill", uri});
}

}  // namespace

std::vector<UnknownUri> FindUnknownUris(const model::Vacancy& vacancy, const Taxonomy& taxonomy) {
  std::vector<UnknownUri> unknown;
  if (!vacancy.occupation_uri.empty()) {
    CheckOccupation(vacancy.occupation_uri, taxonomy, &unknown);
  }
  for (const model::VacancySkill& skill : vacancy.skills) {
    CheckSkill(skill.skill_uri, taxonomy, &unknown);
  }
  return unknown;
}

std::vector<UnknownUri> FindUnknownUris(const model::Profile& profile, const Taxonomy& taxonomy) {
  std::vector<UnknownUri> unknown;
  for (const model::WorkExperience& work : profile.occupations) {
    CheckOccupation(work.occupation_uri, taxonomy, &unknown);
  }
  for (const model::Evidence& evidence : profile.skills) {
    CheckSkill(evidence.skill_uri, taxonomy, &unknown);
  }
  return unknown;
}

std::vector<UnknownUri> FindUnknownUris(const model::Course& course, const Taxonomy& taxonomy) {
  std::vector<UnknownUri> unknown;
  for (const std::string& uri : course.skills) CheckSkill(uri, taxonomy, &unknown);
  for (const std::string& uri : course.requires_) CheckSkill(uri, taxonomy, &unknown);
  return unknown;
}

}  // namespace overstap::service
