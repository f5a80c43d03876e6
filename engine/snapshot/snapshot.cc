#include "engine/snapshot/snapshot.h"

#include <algorithm>
#include <utility>

#include "base/content_hash.h"
#include "base/status_macros.h"
#include "base/strings.h"
#include "engine/snapshot/scheme_conditions_reader.h"

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
  OVERSTAP_RETURN_IF_ERROR(step_closeness.Validate());
  for (const model::GateRule& rule : gates) OVERSTAP_RETURN_IF_ERROR(model::Validate(rule));
  for (const model::TechniekDefinition& definition : techniek) {
    OVERSTAP_RETURN_IF_ERROR(model::Validate(definition));
  }
  return absl::OkStatus();
}

std::string Parameters::Version() const {
  ContentHasher hasher;
  hasher.Add(scoring.Canonical());
  hasher.Add(closeness.Canonical());
  hasher.Add(step_closeness.Canonical());
  for (const model::GateRule& rule : gates) hasher.Add(rule.Canonical());
  for (const model::TechniekDefinition& definition : techniek) {
    hasher.Add(definition.Canonical());
  }
  if (knowledge) hasher.Add(knowledge->Version());
  return StrCat("params-", hasher.HexDigest());
}

absl::StatusOr<std::shared_ptr<const Snapshot>> Snapshot::Build(Source source,
                                                                Parameters parameters) {
  OVERSTAP_RETURN_IF_ERROR(parameters.Validate());
  const std::shared_ptr<Snapshot> snapshot(new Snapshot());
  const std::string scheme = source.taxonomy.scheme;
  OVERSTAP_ASSIGN_OR_RETURN(snapshot->taxonomy_,
                            Taxonomy::Build(std::move(source.taxonomy), source.taxonomy_version));
  const Taxonomy& taxonomy = snapshot->taxonomy_;
  OVERSTAP_RETURN_IF_ERROR(snapshot->AddOthers(scheme, &source));
  snapshot->versions_ = {source.taxonomy_version, source.data_version, parameters.Version()};
  snapshot->transfer_ = match::TransferTable::Build(taxonomy, parameters.scoring);
  snapshot->closeness_ =
      transition::ClosenessModel::Build(&taxonomy, parameters.scoring, parameters.closeness);
  snapshot->step_closeness_ = transition::StepCloseness::Build(
      &taxonomy, &snapshot->transfer_, parameters.scoring, parameters.step_closeness);
  snapshot->lookup_ = std::make_unique<text::Lookup>(&taxonomy, parameters.knowledge);
  snapshot->catalogue_ =
      plan::Catalogue::Build(std::move(source.courses), taxonomy, snapshot->transfer_,
                             parameters.scoring, &snapshot->translator_);
  snapshot->AddVacancies(std::move(source.vacancies), parameters.scoring.inferred_share);
  snapshot->AddSuggester(parameters.knowledge);
  snapshot->profiles_ = std::move(source.profiles);
  snapshot->schemes_ = std::move(source.schemes);
  for (const model::Scheme& money : snapshot->schemes_) {
    snapshot->conditions_.push_back(ReadSchemeConditions(money.conditions_json));
  }
  snapshot->regions_ = std::move(source.regions);
  snapshot->demand_ = DemandIndex(std::move(source.demand));
  for (const model::TechniekDefinition& definition : parameters.techniek) {
    snapshot->techniek_.emplace_back(definition, taxonomy, &snapshot->crosswalks_);
  }
  snapshot->parameters_ = std::move(parameters);
  snapshot->AddGates();
  return snapshot;
}

absl::Status Snapshot::AddOthers(const std::string& scheme, Source* source) {
  for (OtherSource& other : source->others) {
    OVERSTAP_ASSIGN_OR_RETURN(Taxonomy taxonomy,
                              Taxonomy::Build(std::move(other.taxonomy), other.version));
    others_.push_back(std::move(taxonomy));
  }
  OVERSTAP_ASSIGN_OR_RETURN(crosswalks_, CrosswalkIndex::Build(source->crosswalks));
  translator_ =
      match::UriTranslator(&taxonomy_, scheme, &crosswalks_, std::move(source->successors));
  if (source->has_unknown_uris) {
    migration_ = CountMigration({source->vacancies, source->profiles, source->courses}, taxonomy_,
                                translator_);
  }
  return absl::OkStatus();
}

void Snapshot::AddVacancies(std::vector<model::Vacancy> vacancies, double inferred_share) {
  vacancies_for_.resize(taxonomy_.occupation_count());
  vacancies_.reserve(vacancies.size());
  for (model::Vacancy& vacancy : vacancies) {
    VacancyRow row;
    row.requirements =
        match::RequirementsOf(vacancy, taxonomy_, &translator_, nullptr, inferred_share);
    row.occupation = OccupationOf(vacancy);
    row.vacancy = std::move(vacancy);
    if (row.occupation) {
      vacancies_for_[row.occupation->index()].push_back(static_cast<uint32_t>(vacancies_.size()));
    }
    vacancies_.push_back(std::move(row));
  }
}

void Snapshot::AddGates() {
  gates_ = transition::Gates(parameters_.gates, &taxonomy_);
  gate_courses_.resize(parameters_.gates.size());
  for (uint32_t course = 0; course < catalogue_.size(); ++course) {
    const model::Course& taught = catalogue_[course].course;
    const std::string name = StrCat(taught.title, " / ", taught.credential);
    for (uint32_t rule = 0; rule < gate_courses_.size(); ++rule) {
      if (gates_.Proves(rule, name)) gate_courses_[rule].push_back(course);
    }
  }
}

void Snapshot::AddSuggester(std::shared_ptr<const text::Knowledge> knowledge) {
  std::vector<uint32_t> vacancies;
  for (const std::vector<uint32_t>& of_occupation : vacancies_for_) {
    vacancies.push_back(static_cast<uint32_t>(of_occupation.size()));
  }
  suggester_ =
      std::make_unique<text::Suggester>(&taxonomy_, std::move(knowledge), std::move(vacancies));
}

std::optional<OccupationId> Snapshot::OccupationOf(const model::Vacancy& vacancy) const {
  const auto occupation = taxonomy_.FindOccupation(vacancy.occupation_uri);
  if (occupation || vacancy.occupation_uri.empty()) return occupation;
  const auto targets = translator_.Occupations(vacancy.occupation_uri);
  if (targets.empty()) return std::nullopt;
  return targets.front().id;
}

const extract::Extractor& Snapshot::extractor() const {
  std::call_once(extractor_once_, [this] {
    extractor_ = std::make_unique<const extract::Extractor>(&taxonomy_, lookup_.get());
  });
  return *extractor_;
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
