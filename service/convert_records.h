// Records: between the public contract and the engine.
#pragma once

#include "absl/status/statusor.h"
#include "engine/model/course.h"
#include "engine/model/place.h"
#include "engine/model/profile.h"
#include "engine/model/region.h"
#include "engine/model/scheme.h"
#include "engine/model/vacancy.h"
#include "overstap/v1/records.pb.h"

namespace overstap::service {

// A validated record. kInvalidArgument names the field that is missing, out of its range or has an
// enum value that this version does not know. Absent numbers stay unknown. Thread-safe.
absl::StatusOr<model::Vacancy> FromProto(const v1::Vacancy& message);
absl::StatusOr<model::Profile> FromProto(const v1::Profile& message);
absl::StatusOr<model::Course> FromProto(const v1::Course& message);
absl::StatusOr<model::Scheme> FromProto(const v1::Scheme& message);
absl::StatusOr<model::Region> FromProto(const v1::Region& message);
absl::StatusOr<model::Place> FromProto(const v1::Place& message);

// The inverse: FromProto(ToProto(record)) is the record, for every valid record.
v1::Vacancy ToProto(const model::Vacancy& record);
v1::Profile ToProto(const model::Profile& record);
v1::Course ToProto(const model::Course& record);
v1::Scheme ToProto(const model::Scheme& record);
v1::Region ToProto(const model::Region& record);
v1::Place ToProto(const model::Place& record);

}  // namespace overstap::service
