// Keys of the meta column family. Persisted: docs/store-format.md.
#pragma once

#include <string>
#include <string_view>
#include <utility>

#include "absl/status/statusor.h"
#include "engine/store/database.h"

namespace overstap::store {

// Counts and hash of the records: a DataState.
std::string DataStateKey();
// Version of the current taxonomy of the primary scheme: plain text.
std::string CurrentTaxonomyKey();
// One per scheme: the version of its current taxonomy, plain text.
std::string CurrentPrefix();
std::string CurrentKey(std::string_view scheme);
// One per pair of schemes: a Crosswalk.
std::string CrosswalkPrefix();
std::string CrosswalkKey(std::string_view from_scheme, std::string_view to_scheme);
// One per taxonomy version: a TaxonomyInfo. The prefix is that of all.
std::string TaxonomyPrefix();
std::string TaxonomyKey(std::string_view version);
// One per figure of demand, by id: a Demand.
std::string DemandPrefix();
std::string DemandKey(std::string_view id);
// One per postcode or town, by id: a Place.
std::string PlacePrefix();
std::string PlaceKey(std::string_view id);
// One per import that runs: an ImportMark.
std::string ImportPrefix();
std::string ImportKey(std::string_view kind);
// Present while deleted bytes of a family may still be in its files; no value.
std::string EraseKey(Family family);

// The scheme, version, id or kind of a key with one of the prefixes; kDataLoss for another key.
absl::StatusOr<std::string> MetaArgument(std::string_view key);
// From and to of a CrosswalkKey; kDataLoss for another key.
absl::StatusOr<std::pair<std::string, std::string>> CrosswalkSchemes(std::string_view key);

}  // namespace overstap::store
