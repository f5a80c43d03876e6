#include "ingest/known_uris.h"

#include <utility>

#include "base/status_macros.h"

namespace overstap::ingest {

absl::StatusOr<KnownUris> KnownUris::Load(const store::Store& store) {
  KnownUris known;
  OVERSTAP_ASSIGN_OR_RETURN(const store::CurrentVersions current, store.CurrentTaxonomies());
  for (const auto& [scheme, version] : current) {
    OVERSTAP_ASSIGN_OR_RETURN(TaxonomySource source, store.ReadTaxonomy(version));
    known.Add(std::move(source));
  }
  return known;
}

void KnownUris::Add(TaxonomySource source) {
  for (ConceptSource& entry : source.concepts) {
    if (entry.kind == ConceptKind::kOccupation) {
      occupations_.insert(std::move(entry.uri));
    } else if (entry.kind == ConceptKind::kSkill || entry.kind == ConceptKind::kKnowledge) {
      skills_.insert(std::move(entry.uri));
    }
  }
}

void KnownUris::CheckOccupation(std::string_view uri, std::vector<UnknownUri>* missing) const {
  if (!uri.empty() && !occupations_.contains(uri)) missing->push_back({"unknown_occupation", uri});
}

void KnownUris::CheckSkill(std::string_view uri, std::vector<UnknownUri>* missing) const {
  if (!skills_.contains(uri)) missing->push_back({"unknown_skill", uri});
}

std::vector<UnknownUri> KnownUris::Missing(const model::Vacancy& vacancy) const {
  std::vector<UnknownUri> missing;
  CheckOccupation(vacancy.occupation_uri, &missing);
  for (const model::VacancySkill& skill : vacancy.skills) CheckSkill(skill.skill_uri, &missing);
  return missing;
}

std::vector<UnknownUri> KnownUris::Missing(const model::Profile& profile) const {
  std::vector<UnknownUri> missing;
  for (const model::WorkExperience& work : profile.occupations) {
    CheckOccupation(work.occupation_uri, &missing);
  }
  for (const model::Evidence& evidence : profile.skills) CheckSkill(evidence.skill_uri, &missing);
  return missing;
}

std::vector<UnknownUri> KnownUris::Missing(const model::Course& course) const {
  std::vector<UnknownUri> missing;
  for (const std::string& uri : course.skills) CheckSkill(uri, &missing);
  for (const std::string& uri : course.requires_) CheckSkill(uri, &missing);
  return missing;
}

std::vector<UnknownUri> KnownUris::Missing(const model::Demand& demand) const {
  std::vector<UnknownUri> missing;
  if (demand.basis == model::DemandBasis::kOccupation) CheckOccupation(demand.code, &missing);
  return missing;
}

}  // namespace overstap::ingest
