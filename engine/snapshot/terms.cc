#include "engine/snapshot/terms.h"

#include <limits>
#include <utility>

namespace overstap::snapshot {

Terms::Reading<VacancyRow> Terms::Read(model::Vacancy vacancy) const {
  match::UriReadings readings;
  match::RequirementSet requirements =
      match::RequirementsOf(vacancy, taxonomy_, &translator_, &readings, inferred_share_);
  requirements.known.shrink_to_fit();
  const std::string& uri = vacancy.occupation_uri;
  const auto occupation = OccupationOf(uri);
  // All that it asks was looked up; to look up each URI once more is for the few that have one that
  // is not known as it is.
  const bool all_known = readings.translations.empty() && readings.unmapped.empty() &&
                         (uri.empty() || taxonomy_.FindOccupation(uri));
  MigrationCount migration;
  if (!all_known) migration = CountMigration(vacancy, taxonomy_, translator_);
  model::VacancyFacts facts = model::FactsOf(vacancy);
  return {{std::move(facts), std::move(requirements), occupation,
           WholeRecord<model::Vacancy>(std::move(vacancy)), migration != MigrationCount()},
          migration};
}

Terms::Reading<ProfileRow> Terms::Read(model::Profile profile) const {
  std::optional<OccupationId> latest;
  int last_year = std::numeric_limits<int>::min();
  for (const model::WorkExperience& work : profile.occupations) {
    const int until = work.until.value_or(std::numeric_limits<int>::max());
    if (latest && until <= last_year) continue;
    const auto occupation = OccupationOf(work.occupation_uri);
    if (!occupation) continue;
    latest = occupation;
    last_year = until;
  }
  const MigrationCount migration = CountMigration(profile, taxonomy_, translator_);
  model::ProfileFacts facts = model::FactsOf(profile);
  return {{std::move(facts), latest, WholeRecord<model::Profile>(std::move(profile)),
           migration != MigrationCount()},
          migration};
}

std::optional<OccupationId> Terms::OccupationOf(const std::string& uri) const {
  const auto occupation = taxonomy_.FindOccupation(uri);
  if (occupation || uri.empty()) return occupation;
  const auto targets = translator_.Occupations(uri);
  if (targets.empty()) return std::nullopt;
  return targets.front().id;
}

}  // namespace overstap::snapshot
