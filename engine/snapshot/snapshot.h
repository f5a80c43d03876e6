// Everything a query sees, from its start to its end.
#pragma once

#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "absl/status/statusor.h"
#include "engine/match/coverage.h"
#include "engine/match/params.h"
#include "engine/match/transfer.h"
#include "engine/model/profile.h"
#include "engine/model/region.h"
#include "engine/model/scheme.h"
#include "engine/model/vacancy.h"
#include "engine/model/versions.h"
#include "engine/plan/catalogue.h"
#include "engine/transition/closeness.h"
#include "engine/transition/techniek.h"
#include "taxonomy/taxonomy.h"
#include "taxonomy/text/lookup.h"

namespace overstap::snapshot {

struct Parameters {
  match::ScoringParams scoring;
  transition::ClosenessParams closeness;
  // The first is the default. May be empty: then nothing is known to be technical.
  std::vector<model::TechniekDefinition> techniek;

  absl::Status Validate() const;
  std::string Version() const;  // "params-" and a hash
};

// What a snapshot is made of; records ascending by id.
struct Source {
  TaxonomySource taxonomy;
  std::string taxonomy_version;
  std::vector<model::Vacancy> vacancies;
  std::vector<model::Profile> profiles;
  std::vector<model::Course> courses;
  std::vector<model::Scheme> schemes;
  std::vector<model::Region> regions;
  std::string data_version;
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
  const transition::ClosenessModel& closeness() const { return closeness_; }
  const text::Lookup& lookup() const { return *lookup_; }
  const plan::Catalogue& catalogue() const { return catalogue_; }
  const model::Versions& versions() const { return versions_; }

  std::span<const VacancyRow> vacancies() const { return vacancies_; }
  std::span<const model::Profile> profiles() const { return profiles_; }
  std::span<const model::Scheme> schemes() const { return schemes_; }
  std::span<const model::Region> regions() const { return regions_; }
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
  void AddVacancies(std::vector<model::Vacancy> vacancies);

  Taxonomy taxonomy_;
  Parameters parameters_;
  match::TransferTable transfer_;
  transition::ClosenessModel closeness_;
  std::unique_ptr<text::Lookup> lookup_;
  plan::Catalogue catalogue_;
  std::vector<VacancyRow> vacancies_;
  std::vector<std::vector<uint32_t>> vacancies_for_;
  std::vector<model::Profile> profiles_;
  std::vector<model::Scheme> schemes_;
  std::vector<model::Region> regions_;
  std::vector<transition::Techniek> techniek_;
  model::Versions versions_;
};

}  // namespace overstap::snapshot
