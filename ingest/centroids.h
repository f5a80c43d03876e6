// Centroids of postcodes or towns: one JSON object of what they are to {"c": [latitude,
// longitude]}.
#pragma once

#include <vector>

#include "absl/status/statusor.h"
#include "engine/model/place.h"
#include "ingest/record_draft.h"
#include "nlohmann/json.hpp"

namespace overstap::ingest {

// One of each key of `object`, ascending: a valid place, or kInvalidArgument with the key and what
// is wrong in at most 1,000 bytes. A key of digits is a postcode. Fields beside "c" are refused.
// Thread-safe.
std::vector<absl::StatusOr<RecordDraft<model::Place>>> PlacesFromCentroids(
    const nlohmann::json& object);

}  // namespace overstap::ingest
