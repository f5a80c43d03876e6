#include "engine/snapshot/terms.h"

#include <limits>
#include <utility>

namespace overstap::snapshot {

VacancyRow Terms::RowOf(model::Vacancy vacancy) const {
  match::RequirementSet requirements =
      match::RequirementsOf(vacancy, taxonomy_, &translator_, nullptr, inferred_share_);
  requirements.known.shrink_to_fit();
  const std::optional<OccupationId> occupation = OccupationOf(vacancy.occupation_uri);
  model::VacancyFacts facts = model::FactsOf(vacancy);
  return {std::move(facts), std::move(requirements), occupation,
          WholeRecord<model::Vacancy>(std::move(vacancy))};
}

ProfileRow Terms::RowOf(model::Profile profile) const {
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
  model::ProfileFacts facts = model::FactsOf(profile);
  return {std::move(facts), latest, WholeRecord<model::Profile>(std::move(profile))};
}

std::optional<OccupationId> Terms::OccupationOf(const std::string& uri) const {
  const auto occupation = taxonomy_.FindOccupation(uri);
  if (occupation || uri.empty()) return occupation;
  const auto targets = translator_.Occupations(uri);
  if (targets.empty()) return std::nullopt;
  return targets.front().id;
}

}  // namespace overstap::snapshot
