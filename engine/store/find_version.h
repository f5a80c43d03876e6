// From what a person calls a version of a skills language to the version.
#pragma once

#include <string>
#include <string_view>

#include "absl/status/statusor.h"
#include "engine/store/store.h"

namespace overstap::store {

// `name` is that of a version, or of a scheme such as "esco", which stands for its current version.
// kNotFound with the versions there are, the current ones marked.
absl::StatusOr<TaxonomyInfo> FindVersion(const Store& store, std::string_view name);

}  // namespace overstap::store
