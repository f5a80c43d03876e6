// Everything a query sees, from its start to its end.
#pragma once

#include <memory>
#include <mutex>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "absl/status/statusor.h"
#include "engine/match/coverage.h"
#include "engine/match/params.h"
#include "engine/match/transfer.h"
#include "engine/match/uri_translator.h"
#include "engine/model/profile.h"
#include "engine/model/region.h"
#include "engine/model/scheme.h"
#include "engine/model/scheme_conditions.h"
#include "engine/model/vacancy.h"
#include "engine/model/versions.h"
#include "engine/plan/catalogue.h"
#include "engine/snapshot/demand_index.h"
#include "engine/snapshot/migration.h"
#include "engine/transition/closeness.h"
#include "engine/transition/gates.h"
#include "engine/transition/step_closeness.h"
#include "engine/transition/techniek.h"
#include "taxonomy/crosswalk.h"
#include "taxonomy/extract/extractor.h"
#include "taxonomy/taxonomy.h"
#include "taxonomy/text/lookup.h"
#include "taxonomy/text/suggest.h"

namespace overstap::snapshot {

struct Parameters {
  match::ScoringParams scoring;
  transition::ClosenessParams closeness;
  transition::StepClosenessParams step_closeness;
  std::vector<model::GateRule> gates;
  // The first is the default. May be empty: then nothing is known to be technical.
  std::vector<model::TechniekDefinition> techniek;
  // What is known of Dutch besides the taxonomy; null: nothing.
  std::shared_ptr<const text::Knowledge> knowledge;

  absl::Status Validate() const;
  std::string Version() const;  // "params-" and a hash
};

// A skills language beside the primary one.
struct OtherSource {
  TaxonomySource taxonomy;
  std::string version;
};

// What a snapshot is made of; records ascending by id.
struct Source {
  TaxonomySource taxonomy;  // the primary one: answers are in its terms
  std::string taxonomy_version;
  std::vector<model::Vacancy> vacancies;
  std::vector<model::Profile> profiles;
  std::vector<model::Course> courses;
  std::vector<model::Scheme> schemes;
  std::vector<model::Region> regions;
  std::string data_version;
  std::vector<OtherSource> others = {};
  std::vector<Crosswalk> crosswalks = {};
  // By URI of an older version of the primary taxonomy: what took its place.
  StringMap<std::vector<Successor>> successors = {};
  // Whether a record has a URI that the primary taxonomy has not; else there is nothing to report.
  bool has_unknown_uris = false;
  std::vector<model::Demand> demand = {};
};

// A vacancy in the terms of the taxonomy.
struct VacancyRow {
  model::Vacancy vacancy;
  match::RequirementSet requirements;
  std::optional<OccupationId> occupation;
};

// Immutable after Build; thread-safe; held by shared_ptr, so a query keeps the one it began with.
class Snapshot {
 public:
  static absl::StatusOr<std::shared_ptr<const Snapshot>> Build(Source source,
                                                               Parameters parameters);

  const Taxonomy& taxonomy() const { return taxonomy_; }
  const Parameters& parameters() const { return parameters_; }
  const match::ScoringParams& scoring() const { return parameters_.scoring; }
  const match::TransferTable& transfer() const { return transfer_; }
  // Of two occupations, when no person asks.
  const transition::ClosenessModel& closeness() const { return closeness_; }
  // Of the step from work that a person does or did; what scores and classes of step stand on.
  const transition::StepCloseness& step_closeness() const { return step_closeness_; }
  const text::Lookup& lookup() const { return *lookup_; }
  const text::Suggester& suggester() const { return *suggester_; }
  // Made at the first call, which takes as long as the first look-up.
  const extract::Extractor& extractor() const;
  const plan::Catalogue& catalogue() const { return catalogue_; }
  // The current taxonomies of the other schemes, in order of scheme.
  std::span<const Taxonomy> others() const { return others_; }
  const CrosswalkIndex& crosswalks() const { return crosswalks_; }
  // What URIs of other schemes and of older versions mean in `taxonomy()`.
  const match::UriTranslator& translator() const { return translator_; }
  // What became of the stored records that have such URIs.
  const MigrationReport& migration() const { return migration_; }
  const transition::Gates& gates() const { return gates_; }
  // Indices of the courses that open the gate of a rule, ascending.
  std::span<const uint32_t> CoursesOpening(uint32_t rule) const { return gate_courses_[rule]; }
  const model::Versions& versions() const { return versions_; }

  std::span<const VacancyRow> vacancies() const { return vacancies_; }
  std::span<const model::Profile> profiles() const { return profiles_; }
  std::span<const model::Scheme> schemes() const { return schemes_; }
  // Of a scheme of this snapshot.
  const model::SchemeConditions& ConditionsOf(const model::Scheme& scheme) const {
    return conditions_[static_cast<size_t>(&scheme - schemes_.data())];
  }
  std::span<const model::Region> regions() const { return regions_; }
  const DemandIndex& demand() const { return demand_; }
  std::span<const transition::Techniek> techniek() const { return techniek_; }

  // Indices of the vacancies for an occupation, ascending.
  std::span<const uint32_t> VacanciesFor(OccupationId occupation) const {
    return vacancies_for_[occupation.index()];
  }

  // Null when there is none with that code, id or name.
  const model::Region* FindRegion(std::string_view code) const;
  const model::Scheme* FindScheme(std::string_view id) const;
  const transition::Techniek* FindTechniek(std::string_view name) const;

 private:
  Snapshot() = default;
  absl::Status AddOthers(const std::string& scheme, Source* source);
  void AddVacancies(std::vector<model::Vacancy> vacancies, double inferred_share);
  void AddGates();
  void AddSuggester(std::shared_ptr<const text::Knowledge> knowledge);
  // The occupation itself, else the one that its URI is best translated to.
  std::optional<OccupationId> OccupationOf(const model::Vacancy& vacancy) const;

  Taxonomy taxonomy_;
  Parameters parameters_;
  match::TransferTable transfer_;
  transition::ClosenessModel closeness_;
  transition::StepCloseness step_closeness_;
  std::unique_ptr<text::Lookup> lookup_;
  std::unique_ptr<text::Suggester> suggester_;
  mutable std::once_flag extractor_once_;
  mutable std::unique_ptr<const extract::Extractor> extractor_;
  plan::Catalogue catalogue_;
  transition::Gates gates_;
  std::vector<std::vector<uint32_t>> gate_courses_;  // by rule
  std::vector<Taxonomy> others_;
  CrosswalkIndex crosswalks_;
  match::UriTranslator translator_;
  MigrationReport migration_;
  std::vector<VacancyRow> vacancies_;
  std::vector<std::vector<uint32_t>> vacancies_for_;
  std::vector<model::Profile> profiles_;
  std::vector<model::Scheme> schemes_;
  std::vector<model::SchemeConditions> conditions_;  // parallel to schemes_
  std::vector<model::Region> regions_;
  DemandIndex demand_;
  std::vector<transition::Techniek> techniek_;
  model::Versions versions_;
};

}  // namespace overstap::snapshot
