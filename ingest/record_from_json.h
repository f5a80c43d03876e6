// Own records from JSON that was read already.
#pragma once

#include <optional>

#include "absl/status/statusor.h"
#include "engine/model/course.h"
#include "engine/model/demand.h"
#include "engine/model/place.h"
#include "engine/model/profile.h"
#include "engine/model/region.h"
#include "engine/model/scheme.h"
#include "engine/model/vacancy.h"
#include "ingest/flat_json.h"
#include "nlohmann/json.hpp"

namespace overstap::ingest {

// `object` must be an object. kInvalidArgument naming the field that is wrong. Thread-safe. There
// is one for each kind of record: model::Vacancy, Profile, Course, Scheme, Region,
// Demand, Place.
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
template <>
absl::StatusOr<model::Place> RecordFromJson(const nlohmann::json& object);

// The same from what FlatJson::Read read. Nothing for what RecordFromJson refuses, and for what it
// leaves to that.
template <class Record>
std::optional<Record> RecordFromFlatJson(const FlatJson& flat);

template <>
std::optional<model::Vacancy> RecordFromFlatJson(const FlatJson& flat);
template <>
std::optional<model::Profile> RecordFromFlatJson(const FlatJson& flat);
template <>
std::optional<model::Course> RecordFromFlatJson(const FlatJson& flat);
template <>
std::optional<model::Scheme> RecordFromFlatJson(const FlatJson& flat);
template <>
std::optional<model::Region> RecordFromFlatJson(const FlatJson& flat);
template <>
std::optional<model::Demand> RecordFromFlatJson(const FlatJson& flat);
template <>
std::optional<model::Place> RecordFromFlatJson(const FlatJson& flat);

}  // namespace overstap::ingest
