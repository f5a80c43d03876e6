// Records that were stored under another version or scheme than the snapshot's.
#pragma once

#include <cstdint>
#include <set>
#include <span>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "base/strings.h"
#include "engine/match/uri_translator.h"
#include "engine/model/course.h"
#include "engine/model/profile.h"
#include "engine/model/vacancy.h"
#include "engine/store/store.h"
#include "taxonomy/source.h"
#include "taxonomy/taxonomy.h"

namespace overstap::snapshot {

// What happened to the records of one kind. URIs are counted as often as they occur.
struct MigrationCount {
  int64_t records = 0;      // with at least one translated URI
  int64_t replaced = 0;     // URIs of an older version that have one successor
  int64_t split = 0;        // URIs of an older version that have several
  int64_t crosswalked = 0;  // URIs of another scheme
  int64_t unknown = 0;      // URIs that lead nowhere; they count for nothing

  MigrationCount& operator+=(const MigrationCount& more);
  MigrationCount& operator-=(const MigrationCount& less);
  friend bool operator==(const MigrationCount&, const MigrationCount&) = default;
};

struct MigrationReport {
  MigrationCount vacancies;
  MigrationCount profiles;
  MigrationCount courses;

  friend bool operator==(const MigrationReport&, const MigrationReport&) = default;
};

// Records as they are in the store.
struct Records {
  std::span<const model::Vacancy> vacancies;
  std::span<const model::Profile> profiles;
  std::span<const model::Course> courses;
};

// URIs in the records that are no occupation or skill of the taxonomy. One look-up for each URI.
std::set<std::string> UnknownUris(const Records& records, const TaxonomySource& taxonomy);

MigrationReport CountMigration(const Records& records, const Taxonomy& taxonomy,
                               const match::UriTranslator& translator);

// The same of one record.
MigrationCount CountMigration(const model::Vacancy& record, const Taxonomy& taxonomy,
                              const match::UriTranslator& translator);
MigrationCount CountMigration(const model::Profile& record, const Taxonomy& taxonomy,
                              const match::UriTranslator& translator);
std::vector<std::string> UnknownUris(const model::Vacancy& record, const Taxonomy& taxonomy);
std::vector<std::string> UnknownUris(const model::Profile& record, const Taxonomy& taxonomy);
std::vector<std::string> UnknownUris(const model::Course& record, const Taxonomy& taxonomy);

// What took the place of each of the `wanted` URIs that an older version of the same scheme has and
// `taxonomy`, the version `current`, has not. The newest version that has a URI decides; a URI of
// which nothing lives on is left out. Versions that were written after `current` do not count, so
// that an answer under an old version stays the same. Reads and compares whole versions; nothing
// when `wanted` is empty.
absl::StatusOr<StringMap<std::vector<Successor>>> FindSuccessors(const store::Store& store,
                                                                 const TaxonomySource& taxonomy,
                                                                 const std::string& current,
                                                                 std::set<std::string> wanted);

// A name for the content; equal successors, equal name.
std::string NameOf(const StringMap<std::vector<Successor>>& successors);

}  // namespace overstap::snapshot
