// Own record formats: one JSON object each (the command-line contract describes them).
#pragma once

#include <string_view>

#include "absl/status/statusor.h"
#include "engine/model/course.h"
#include "engine/model/demand.h"
#include "engine/model/place.h"
#include "engine/model/profile.h"
#include "engine/model/region.h"
#include "engine/model/scheme.h"
#include "engine/model/vacancy.h"

namespace overstap::ingest {

// Each takes the text of one object and gives a validated record. kInvalidArgument says which field
// is missing, unknown, of the wrong type or out of range. Unknown fields are refused. Nesting
// deeper than 32 and text that is not UTF-8 are refused. Thread-safe.
absl::StatusOr<model::Vacancy> ParseVacancy(std::string_view json);
absl::StatusOr<model::Profile> ParseProfile(std::string_view json);
absl::StatusOr<model::Course> ParseCourse(std::string_view json);
absl::StatusOr<model::Scheme> ParseScheme(std::string_view json);
absl::StatusOr<model::Region> ParseRegion(std::string_view json);
absl::StatusOr<model::Demand> ParseDemand(std::string_view json);
absl::StatusOr<model::Place> ParsePlace(std::string_view json);

}  // namespace overstap::ingest
