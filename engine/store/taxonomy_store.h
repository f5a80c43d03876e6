// Taxonomies in the database.
#pragma once

#include <string>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "engine/store/database.h"
#include "engine/store/store.h"
#include "taxonomy/source.h"

namespace overstap::store {

// The contracts of store.h. Reading is thread-safe; the caller serialises writing.
absl::Status PutTaxonomy(const TaxonomySource& source, const std::string& version,
                         Database* database);
absl::StatusOr<TaxonomySource> ReadTaxonomy(const std::string& version, const Database& database);
absl::StatusOr<std::vector<TaxonomyInfo>> ListTaxonomies(const Database& database);
absl::StatusOr<CurrentVersions> CurrentTaxonomies(const Database& database);

}  // namespace overstap::store
