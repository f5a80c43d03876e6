// The terms of a snapshot: what records become in them.
#pragma once

#include <optional>
#include <string>

#include "engine/match/uri_translator.h"
#include "engine/model/profile.h"
#include "engine/model/vacancy.h"
#include "engine/snapshot/migration.h"
#include "engine/snapshot/rows.h"
#include "taxonomy/taxonomy.h"

namespace overstap::snapshot {

// A view of what it is made of, which outlives it. Thread-safe.
class Terms {
 public:
  Terms(const Taxonomy* taxonomy, const match::UriTranslator* translator, double inferred_share)
      : taxonomy_(*taxonomy), translator_(*translator), inferred_share_(inferred_share) {}

  VacancyRow RowOf(model::Vacancy vacancy) const;
  ProfileRow RowOf(model::Profile profile) const;

  template <class Record>
  MigrationCount MigrationOf(const Record& record) const {
    return CountMigration(record, taxonomy_, translator_);
  }

  const Taxonomy& taxonomy() const { return taxonomy_; }

 private:
  // The occupation itself, else the one that the URI is best translated to.
  std::optional<OccupationId> OccupationOf(const std::string& uri) const;

  const Taxonomy& taxonomy_;
  const match::UriTranslator& translator_;
  const double inferred_share_;
};

}  // namespace overstap::snapshot
