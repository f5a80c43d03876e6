#include "service/unknown_uris.h"

#include <algorithm>
#include <string>

namespace overstap::service {
namespace {

void CheckOccupation(std::string_view uri, const Taxonomies& taxonomies,
                     std::vector<UnknownUri>* unknown) {
  const auto has = [&](const Taxonomy* taxonomy) {
    return taxonomy->FindOccupation(uri).has_value();
  };
  if (std::any_of(taxonomies.begin(), taxonomies.end(), has)) return;
  unknown->push_back({"unknown_occupation", uri});
}

void CheckSkill(std::string_view uri, const Taxonomies& taxonomies,
                std::vector<UnknownUri>* unknown) {
  const auto has = [&](const Taxonomy* taxonomy) { return taxonomy->FindSkill(uri).has_value(); };
  if (std::any_of(taxonomies.begin(), taxonomies.end(), has)) return;
  unknown->push_back({"unknown_skill", uri});
}

}  // namespace

std::vector<UnknownUri> FindUnknownUris(const model::Vacancy& vacancy,
                                        const Taxonomies& taxonomies) {
  std::vector<UnknownUri> unknown;
  if (!vacancy.occupation_uri.empty()) {
    CheckOccupation(vacancy.occupation_uri, taxonomies, &unknown);
  }
  for (const model::VacancySkill& skill : vacancy.skills) {
    CheckSkill(skill.skill_uri, taxonomies, &unknown);
  }
  return unknown;
}

std::vector<UnknownUri> FindUnknownUris(const model::Profile& profile,
                                        const Taxonomies& taxonomies) {
  std::vector<UnknownUri> unknown;
  for (const model::WorkExperience& work : profile.occupations) {
    CheckOccupation(work.occupation_uri, taxonomies, &unknown);
  }
  for (const model::Evidence& evidence : profile.skills) {
    CheckSkill(evidence.skill_uri, taxonomies, &unknown);
  }
  return unknown;
}

std::vector<UnknownUri> FindUnknownUris(const model::Course& course, const Taxonomies& taxonomies) {
  std::vector<UnknownUri> unknown;
  for (const std::string& uri : course.skills) CheckSkill(uri, taxonomies, &unknown);
  for (const std::string& uri : course.requires_) CheckSkill(uri, taxonomies, &unknown);
  return unknown;
}

std::vector<UnknownUri> FindUnknownUris(const model::Demand& demand, const Taxonomies& taxonomies) {
  std::vector<UnknownUri> unknown;
  if (demand.basis == model::DemandBasis::kOccupation) {
    CheckOccupation(demand.code, taxonomies, &unknown);
  }
  return unknown;
}

}  // namespace overstap::service
