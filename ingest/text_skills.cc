#include "ingest/text_skills.h"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>

#include "base/status_macros.h"
#include "base/strings.h"

namespace overstap::ingest {
namespace {

bool States(const model::Profile& profile, OccupationId id, const Taxonomy& taxonomy) {
  return std::any_of(
      profile.occupations.begin(), profile.occupations.end(),
      [&](const model::WorkExperience& work) { return work.occupation_uri == taxonomy.Uri(id); });
}

bool States(const model::Vacancy& vacancy, SkillId id, const Taxonomy& taxonomy) {
  return std::any_of(
      vacancy.skills.begin(), vacancy.skills.end(),
      [&](const model::VacancySkill& skill) { return skill.skill_uri == taxonomy.Uri(id); });
}

bool States(const model::Profile& profile, SkillId id, const Taxonomy& taxonomy) {
  return std::any_of(
      profile.skills.begin(), profile.skills.end(),
      [&](const model::Evidence& evidence) { return evidence.skill_uri == taxonomy.Uri(id); });
}

model::Evidence EvidenceOf(const extract::FoundSkill& skill, const Taxonomy& taxonomy) {
  const bool work = skill.years.has_value() || skill.section == extract::Section::kWork;
  return {std::string(taxonomy.Uri(skill.id)),
          work ? model::EvidenceKind::kWork : model::EvidenceKind::kClaimed, std::nullopt, true};
}

}  // namespace

bool HasTextToRead(const model::Vacancy& vacancy) {
  return vacancy.skills.empty() && vacancy.occupation_uri.empty() && !vacancy.text.empty();
}

bool HasTextToRead(const model::Profile& profile) { return !profile.text.empty(); }

absl::Status ReadText(const extract::Extractor& extractor, const Taxonomy& taxonomy,
                      model::Vacancy* vacancy, std::string_view phrases) {
  extract::ExtractParams params;
  params.kind = extract::DocumentKind::kVacancy;
  std::string text = StrCat(vacancy->title, "\n\n", phrases, phrases.empty() ? "" : "\n");
  if (vacancy->skills.empty()) text += vacancy->text;
  OVERSTAP_ASSIGN_OR_RETURN(const extract::Extraction found, extractor.Extract(text, params));
  for (const extract::FoundSkill& skill : found.skills) {
    if (States(*vacancy, skill.id, taxonomy)) continue;
    vacancy->skills.push_back({std::string(taxonomy.Uri(skill.id)),
                               skill.importance.value_or(Importance::kSomewhat), true});
  }
  if (vacancy->occupation_uri.empty() && !found.occupations.empty()) {
    vacancy->occupation_uri = std::string(taxonomy.Uri(found.occupations.front().id));
    vacancy->occupation_inferred = true;
  }
  return absl::OkStatus();
}

absl::Status ReadText(const extract::Extractor& extractor, const Taxonomy& taxonomy,
                      model::Profile* profile, std::string_view phrases) {
  const std::string text = StrCat(phrases, std::exchange(profile->text, ""));
  extract::ExtractParams params;
  params.kind = extract::DocumentKind::kCv;
  OVERSTAP_ASSIGN_OR_RETURN(const extract::Extraction found, extractor.Extract(text, params));
  for (const extract::FoundOccupation& work : found.occupations) {
    if (States(*profile, work.id, taxonomy)) continue;
    profile->occupations.push_back({std::string(taxonomy.Uri(work.id)),
                                    static_cast<double>(work.years.value_or(0)), work.until, true});
  }
  for (const extract::FoundSkill& skill : found.skills) {
    if (!States(*profile, skill.id, taxonomy)) {
      profile->skills.push_back(EvidenceOf(skill, taxonomy));
    }
  }
  return absl::OkStatus();
}

absl::StatusOr<std::unique_ptr<TextReader>> TextReader::Load(
    const store::Store& store, std::shared_ptr<const text::Knowledge> knowledge) {
  OVERSTAP_ASSIGN_OR_RETURN(const std::string version, store.CurrentTaxonomy());
  if (version.empty()) return nullptr;
  OVERSTAP_ASSIGN_OR_RETURN(TaxonomySource source, store.ReadTaxonomy(version));
  std::unique_ptr<TextReader> reader(new TextReader());
  OVERSTAP_ASSIGN_OR_RETURN(reader->taxonomy_, Taxonomy::Build(std::move(source), version));
  reader->lookup_ = std::make_unique<text::Lookup>(&reader->taxonomy_, std::move(knowledge));
  reader->extractor_ =
      std::make_unique<extract::Extractor>(&reader->taxonomy_, reader->lookup_.get());
  return reader;
}

}  // namespace overstap::ingest
