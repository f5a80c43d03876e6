// schema.org JobPosting as JSON-LD.
#pragma once

#include <vector>

#include "absl/status/statusor.h"
#include "engine/model/vacancy.h"
#include "ingest/record_draft.h"
#include "nlohmann/json.hpp"

namespace overstap::ingest {

// The JobPostings in a value: itself, in a list, in @graph, mainEntity or an ItemList, in the order
// in which they stand. Pointers into `root`. Thread-safe.
std::vector<const nlohmann::json*> JobPostingsIn(const nlohmann::json& root);

// `posting` is one of those. What is missing or cannot be understood is unknown, with a warning
// when it was there; kInvalidArgument when there is no title. Without an identifier the id is made
// of what it says. docs/formats.md says which field goes where. Thread-safe.
absl::StatusOr<RecordDraft<model::Vacancy>> VacancyFromJobPosting(const nlohmann::json& posting);

}  // namespace overstap::ingest
