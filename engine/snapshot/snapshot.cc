#include "engine/snapshot/snapshot.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "base/content_hash.h"
#include "base/status_macros.h"
#include "base/strings.h"
#include "engine/match/optional_share.h"
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

// That of its place, for a row that says none.
template <class Row>
void AddRegion(const PlaceIndex& places, Row* row) {
  auto& facts = FactsOf(row);
  const std::string_view region = places.RegionOf(facts.place, facts.region);
  if (region != facts.region) facts.region = region;
}

template <class Row>
void AddRegions(const PlaceIndex& places, LoadedKind<Row>* loaded) {
  if (places.size() == 0) return;
  for (const auto& row : loaded->rows) AddRegion(places, row.get());
  for (RowChange<Row>& change : loaded->changes) {
    if (change.row == nullptr) continue;
    auto row = std::make_shared<Row>(*change.row);
    AddRegion(places, row.get());
    change.row = std::move(row);
  }
}

// The rows of now, which share with those of the file what is in no change.
template <class Row>
RecordTable<Row> TakeRows(LoadedKind<Row> loaded, SavedTable<Row>* saved) {
  RecordTable<Row> rows(
      {std::make_move_iterator(loaded.rows.begin()), std::make_move_iterator(loaded.rows.end())});
  if (!loaded.file.empty()) *saved = {rows, std::move(loaded.file)};
  return rows.After(loaded.changes);
}

template <class Record, class Row>
void AddRowsOf(const std::vector<Record>& records, bool counts, const Terms& terms,
               LoadedKind<Row>* loaded) {
  loaded->rows.reserve(records.size());
  for (const Record& record : records) {
    auto read = terms.Read(record);
    if (counts) loaded->migration += read.migration;
    loaded->rows.push_back(std::make_shared<Row>(std::move(read.row)));
  }
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

absl::StatusOr<std::shared_ptr<const Snapshot::Language>> Snapshot::BuildLanguage(
    Source* source, Parameters parameters) {
  OVERSTAP_RETURN_IF_ERROR(parameters.Validate());
  const auto language = std::make_shared<Language>();
  language->scheme = source->taxonomy.scheme;
  OVERSTAP_ASSIGN_OR_RETURN(language->taxonomy,
                            Taxonomy::Build(std::move(source->taxonomy), source->taxonomy_version));
  match::BoundOptional(parameters.scoring, &language->taxonomy);
  const Taxonomy& taxonomy = language->taxonomy;
  OVERSTAP_RETURN_IF_ERROR(language->AddOthers(source));
  language->transfer = match::TransferTable::Build(taxonomy, parameters.scoring);
  language->work_weights = match::WorkWeights(taxonomy, parameters.scoring);
  language->closeness =
      transition::ClosenessModel::Build(&taxonomy, parameters.scoring, parameters.closeness);
  language->step_closeness = transition::StepCloseness::Build(
      &taxonomy, &language->transfer, parameters.scoring, parameters.step_closeness);
  language->lookup = std::make_unique<text::Lookup>(&taxonomy, parameters.knowledge);
  language->gates = transition::Gates(parameters.gates, &taxonomy);
  for (const model::TechniekDefinition& definition : parameters.techniek) {
    language->techniek.emplace_back(definition, taxonomy, &language->crosswalks);
  }
  language->parameters = std::move(parameters);
  return language;
}

absl::Status Snapshot::Language::AddOthers(Source* source) {
  for (OtherSource& other : source->others) {
    OVERSTAP_ASSIGN_OR_RETURN(Taxonomy built,
                              Taxonomy::Build(std::move(other.taxonomy), other.version));
    others.push_back(std::move(built));
  }
  OVERSTAP_ASSIGN_OR_RETURN(crosswalks, CrosswalkIndex::Build(source->crosswalks));
  has_older_versions = source->has_older_versions;
  unknown_uris = std::move(source->unknown_uris);
  terms_name = std::move(source->terms_name);
  for (const auto& [uri, successors] : source->successors) moved_uris.insert(uri);
  if (!moved_uris.empty()) moved_name = StrCat("-moved-", NameOf(source->successors));
  translator = match::UriTranslator(&taxonomy, scheme, &crosswalks, std::move(source->successors));
  return absl::OkStatus();
}

std::shared_ptr<const Snapshot::Other> Snapshot::BuildOther(OtherRecords records,
                                                            const Language& language) {
  const auto other = std::make_shared<Other>();
  other->catalogue =
      plan::Catalogue::Build(std::move(records.courses), language.taxonomy, language.transfer,
                             language.parameters.scoring, &language.translator);
  other->gate_courses.resize(language.parameters.gates.size());
  for (uint32_t course = 0; course < other->catalogue.size(); ++course) {
    const model::Course& taught = other->catalogue[course].course;
    const std::string name = StrCat(taught.title, " / ", taught.credential);
    for (uint32_t rule = 0; rule < other->gate_courses.size(); ++rule) {
      if (language.gates.Proves(rule, name)) other->gate_courses[rule].push_back(course);
    }
  }
  other->schemes = std::move(records.schemes);
  for (const model::Scheme& money : other->schemes) {
    other->conditions.push_back(ReadSchemeConditions(money.conditions_json));
  }
  other->regions = std::move(records.regions);
  other->demand = DemandIndex(std::move(records.demand));
  other->places = PlaceIndex(std::move(records.places));
  return other;
}

absl::StatusOr<std::shared_ptr<const Snapshot>> Snapshot::Build(Source source,
                                                                Parameters parameters) {
  const std::vector<model::Vacancy> vacancies = std::move(source.vacancies);
  const std::vector<model::Profile> profiles = std::move(source.profiles);
  const bool counts = source.has_unknown_uris;
  return Build(std::move(source), std::move(parameters),
               [&](const Terms& terms) -> absl::StatusOr<LoadedRows> {
                 LoadedRows rows;
                 AddRowsOf(vacancies, counts, terms, &rows.vacancies);
                 AddRowsOf(profiles, counts, terms, &rows.profiles);
                 return rows;
               });
}

absl::StatusOr<std::shared_ptr<const Snapshot>> Snapshot::Build(Source source,
                                                                Parameters parameters,
                                                                const RowLoad& load) {
  const std::shared_ptr<Snapshot> snapshot(new Snapshot());
  OVERSTAP_ASSIGN_OR_RETURN(snapshot->language_, BuildLanguage(&source, std::move(parameters)));
  const Language& language = *snapshot->language_;
  snapshot->versions_ = {source.taxonomy_version, source.data_version,
                         language.parameters.Version()};
  if (source.has_unknown_uris) {
    snapshot->migration_.courses =
        CountMigration({{}, {}, source.courses}, language.taxonomy, language.translator).courses;
  }
  snapshot->other_ =
      BuildOther({std::move(source.courses), std::move(source.schemes), std::move(source.regions),
                  std::move(source.demand), std::move(source.places)},
                 language);
  OVERSTAP_ASSIGN_OR_RETURN(LoadedRows rows, load(language.terms()));
  snapshot->AddRows(std::move(rows));
  snapshot->suggester_ = snapshot->NewSuggester();
  return snapshot;
}

void Snapshot::AddRows(LoadedRows rows) {
  migration_.vacancies = rows.vacancies.migration;
  migration_.profiles = rows.profiles.migration;
  AddRegions(other_->places, &rows.vacancies);
  AddRegions(other_->places, &rows.profiles);
  forget_whole_ = std::move(rows.forget_whole);
  vacancies_ = TakeRows(std::move(rows.vacancies), &saved_vacancies_);
  profiles_ = TakeRows(std::move(rows.profiles), &saved_profiles_);
  work_rows_ = std::make_shared<const WorkRows>(vacancies_, taxonomy().occupation_count());
}

std::shared_ptr<text::Suggester> Snapshot::NewSuggester() const {
  std::vector<uint32_t> counts(taxonomy().occupation_count());
  for (uint32_t i = 0; i < counts.size(); ++i) {
    counts[i] = static_cast<uint32_t>(VacanciesFor(OccupationId(i)).size());
  }
  return std::make_shared<text::Suggester>(&taxonomy(), language_->parameters.knowledge,
                                           std::move(counts));
}

std::shared_ptr<const text::Suggester> Snapshot::MakeSuggester() const {
  auto suggester = NewSuggester();
  suggester->Prepare();
  return suggester;
}

const extract::Extractor& Snapshot::extractor() const {
  return language_->extractor.Get(
      [this] { return extract::Extractor(&taxonomy(), language_->lookup.get()); });
}

const match::TransferSources& Snapshot::transfer_sources() const {
  return language_->transfer_sources.Get(
      [this] { return match::TransferSources(transfer(), taxonomy().skill_count()); });
}

const match::WorkOrder& Snapshot::work_order() const {
  return language_->work_order.Get([this] { return match::WorkOrder(taxonomy()); });
}

const model::Region* Snapshot::FindRegion(std::string_view code) const {
  return FindBy(other_->regions, code, [](const model::Region& region) { return region.code; });
}

const model::Scheme* Snapshot::FindScheme(std::string_view id) const {
  return FindBy(other_->schemes, id, [](const model::Scheme& scheme) { return scheme.id; });
}

const transition::Techniek* Snapshot::FindTechniek(std::string_view name) const {
  return FindBy(language_->techniek, name,
                [](const transition::Techniek& techniek) { return techniek.definition().name; });
}

}  // namespace overstap::snapshot
