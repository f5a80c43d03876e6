// Keys of the meta column family. Persisted: docs/store-format.md.
#pragma once

#include <string>
#include <string_view>

#include "absl/status/statusor.h"
#include "engine/store/database.h"

namespace overstap::store {

// Counts and hash of the records: a DataState.
std::string DataStateKey();
// Version of the current taxonomy: plain text.
std::string CurrentTaxonomyKey();
// One per taxonomy version: a TaxonomyInfo. The prefix is that of all.
std::string TaxonomyPrefix();
std::string TaxonomyKey(std::string_view version);
// One per import that runs: an ImportMark.
std::string ImportPrefix();
std::string ImportKey(std::string_view kind);
// Present while deleted bytes of a family may still be in its files; no value.
std::string EraseKey(Family family);

// The version or kind of a key with one of the prefixes; kDataLoss for another key.
absl::StatusOr<std::string> MetaArgument(std::string_view key);

}  // namespace overstap::store
