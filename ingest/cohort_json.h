// A line of a cohort: a profile, and how many people are like it.
#pragma once

#include <string_view>

#include "absl/status/statusor.h"
#include "engine/model/cohort.h"

namespace overstap::ingest {

// The format of a profile (records_json.h) with one more field, "count", a whole number from 1 to
// 100,000; 1 when it is not there. Refuses what ParseProfile refuses. Thread-safe.
absl::StatusOr<model::CohortGroup> ParseCohortGroup(std::string_view json);

}  // namespace overstap::ingest
