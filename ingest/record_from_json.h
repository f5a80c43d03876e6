// Own records from JSON that was read already.
#pragma once

#include "absl/status/statusor.h"
#include "engine/model/course.h"
#include "engine/model/demand.h"
#include "engine/model/profile.h"
#include "engine/model/region.h"
#include "engine/model/scheme.h"
#include "engine/model/vacancy.h"
#include "nlohmann/json.hpp"

namespace overstap::ingest {

// `object` must be an object. kInvalidArgument naming the field that is wrong. Thread-safe. There
// is one for each kind of record: model::Vacancy, Profile, Course, Scheme, Region,
// Demand.
template <class Record>
absl::StatusOr<Record> RecordFromJson(const nlohmann::json& object);

template <>
absl::StatusOr<model::Vacancy> RecordFromJson(const nlohmann::json& object);
template <>
absl::StatusOr<model::Profile> RecordFromJson(const nlohmann::json& object);
template <>
absl::StatusOr<model::Course> RecordFromJson(const nlohmann::json& object);
template <>
absl::StatusOr<model::Scheme> RecordFromJson(const nlohmann::json& object);
template <>
absl::StatusOr<model::Region> RecordFromJson(const nlohmann::json& object);
template <>
absl::StatusOr<model::Demand> RecordFromJson(const nlohmann::json& object);

}  // namespace overstap::ingest
