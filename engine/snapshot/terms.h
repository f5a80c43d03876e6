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

  template <class Row>
  struct Reading {
    Row row;
    MigrationCount migration;
  };
  Reading<VacancyRow> Read(model::Vacancy vacancy) const;
  Reading<ProfileRow> Read(model::Profile profile) const;

  // What was counted when the row was read.
  template <class Row>
  MigrationCount MigrationOf(const Row& row) const {
    if (!row.is_migrated) return {};
    return CountMigration(*row.Record(), taxonomy_, translator_);
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
