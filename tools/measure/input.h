// What measurements read.
#pragma once

#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "taxonomy/taxonomy.h"

namespace overstap::measure {

// The current primary taxonomy of the store in the folder.
absl::StatusOr<Taxonomy> StoredTaxonomy(const std::string& folder);

// The first tab-separated column of each line, folded (taxonomy/normalise.h), without those that
// fold to nothing. kNotFound when none is left.
absl::StatusOr<std::vector<std::string>> FoldedTexts(const std::string& path);

}  // namespace overstap::measure
