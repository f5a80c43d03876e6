// Techniek definitions as they stand in data/techniek.
#pragma once

#include <string_view>

#include "absl/status/statusor.h"
#include "engine/model/techniek_definition.h"

namespace overstap::ingest {

// One object {"name","version","summary","source","include":[code],"exclude":[code],
// "by":"isco|brc2014|skills"?,"least_share":0.5?}; unknown fields are refused. kInvalidArgument
// says which field is wrong. Thread-safe.
absl::StatusOr<model::TechniekDefinition> ParseTechniek(std::string_view json);

}  // namespace overstap::ingest
