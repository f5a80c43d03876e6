#include "engine/snapshot/snapshot.h"

#include <algorithm>
#include <utility>

#include "base/content_hash.h"
#include "base/status_macros.h"
#include "base/strings.h"

namespace overstap::snapshot {
namespace {

// First element whose key is the one asked for, in a range that is small or sorted by it.
template <class Range, class Key>
auto FindBy(const Range& range, std::string_view wanted, Key key) {
  const auto found = std::find_if(range.begin(), range.end(),
                                  [&](const auto& entry) { return key(entry) == wanted; });
  return found == range.end() ? nullptr : &*found;
}

}  // namespace

absl::Status Parameters::Validate() const {
  OVERSTAP_RETURN_IF_ERROR(scoring.Validate());
  OVERSTAP_RETURN_IF_ERROR(closeness.Validate());
  for (const model::TechniekDefinition& definition : techniek) {
    OVERSTAP_RETURN_IF_ERROR(model::Validate(definition));
  }
  return absl::OkStatus();
}

std::string Parameters::Version() const {
  ContentHasher hasher;
  hasher.Add(scoring.Canonical());
  hasher.Add(closeness.Canonical());
  for (const model::TechniekDefinition& definition : techniek) {
    hasher.Add(definition.Canonical());
  }
  return StrCat("params-", hasher.HexDigest());
}

absl::StatusOr<std::shared_ptr<const Snapshot>> Snapshot::Build(Source source,
                                                                Parameters parameters) {
  OVERSTAP_RETURN_IF_ERROR(parameters.Validate());
  const std::shared_ptr<Snapshot> snapshot(new Snapshot());
  OVERSTAP_ASSIGN_OR_RETURN(snapshot->taxonomy_,
                            Taxonomy::Build(std::move(source.taxonomy), source.taxonomy_version));
  const Taxonomy& taxonomy = snapshot->taxonomy_;
  snapshot->versions_ = {source.taxonomy_version, source.data_version, parameters.Version()};
  snapshot->transfer_ = match::TransferTable::Build(taxonomy, parameters.scoring);
  snapshot->closeness_ = transition::ClosenessModel::Build(
      &taxonomy, &snapshot->transfer_, parameters.scoring, parameters.closeness);
  snapshot->lookup_ = std::make_unique<text::Lookup>(&taxonomy);
  snapshot->catalogue_ = plan::Catalogue::Build(std::move(source.courses), taxonomy,
                                                snapshot->transfer_, parameters.scoring);
  snapshot->AddVacancies(std::move(source.vacancies));
  snapshot->profiles_ = std::move(source.profiles);
  snapshot->schemes_ = std::move(source.schemes);
  snapshot->regions_ = std::move(source.regions);
  for (const model::TechniekDefinition& definition : parameters.techniek) {
    snapshot->techniek_.emplace_back(definition, taxonomy);
  }
  snapshot->parameters_ = std::move(parameters);
  return snapshot;
}

void Snapshot::AddVacancies(std::vector<model::Vacancy> vacancies) {
  vacancies_for_.resize(taxonomy_.occupation_count());
  vacancies_.reserve(vacancies.size());
  for (model::Vacancy& vacancy : vacancies) {
    VacancyRow row;
    row.requirements = match::RequirementsOf(vacancy, taxonomy_);
    row.occupation = taxonomy_.FindOccupation(vacancy.occupation_uri);
    row.vacancy = std::move(vacancy);
    if (row.occupation) {
      vacancies_for_[row.occupation->index()].push_back(static_cast<uint32_t>(vacancies_.size()));
    }
    vacancies_.push_back(std::move(row));
  }
}

const model::Region* Snapshot::FindRegion(std::string_view code) const {
  return FindBy(regions_, code, [](const model::Region& region) { return region.code; });
}

const model::Scheme* Snapshot::FindScheme(std::string_view id) const {
  return FindBy(schemes_, id, [](const model::Scheme& scheme) { return scheme.id; });
}

const transition::Techniek* Snapshot::FindTechniek(std::string_view name) const {
  return FindBy(techniek_, name,
                [](const transition::Techniek& techniek) { return techniek.definition().name; });
}

}  // namespace overstap::snapshot
