// What changed between two versions in the store?
#pragma once

#include <string>
#include <string_view>

#include "absl/status/statusor.h"
#include "engine/store/store.h"
#include "taxonomy/diff.h"

namespace overstap::snapshot {

struct VersionDiff {
  std::string before;  // versions
  std::string after;
  TaxonomyDiff diff;
};

// `before` and `after` as store::FindVersion takes them; kNotFound as it says. Reads both versions
// whole.
absl::StatusOr<VersionDiff> DiffVersions(const store::Store& store, std::string_view before,
                                         std::string_view after,
                                         const LanguageOrder& languages = DefaultLanguageOrder());

}  // namespace overstap::snapshot
