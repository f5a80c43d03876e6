// What changed between two versions of a skills language, as text that a person can read.
#pragma once

#include <cstddef>
#include <string>

#include "engine/snapshot/version_diff.h"

namespace overstap::cli {

// The counts, and of each list the first `limit` changes, a line each.
std::string ToText(const snapshot::VersionDiff& diff, size_t limit);

}  // namespace overstap::cli
