// Enum values: between the public contract and the engine.
#pragma once

#include "absl/status/statusor.h"
#include "engine/model/course.h"
#include "engine/model/evidence.h"
#include "engine/model/scheme.h"
#include "overstap/v1/common.pb.h"
#include "overstap/v1/records.pb.h"
#include "taxonomy/importance.h"

namespace overstap::service {

// kInvalidArgument for UNSPECIFIED, which says nothing, and for numbers that this version of the
// contract does not have.
absl::StatusOr<Importance> FromProto(v1::Importance value);
absl::StatusOr<model::EvidenceKind> FromProto(v1::EvidenceKind value);
absl::StatusOr<model::CourseForm> FromProto(v1::CourseForm value);
absl::StatusOr<model::SchemeStatus> FromProto(v1::SchemeStatus value);
absl::StatusOr<model::SchemeFor> FromProto(v1::SchemeAudience value);

v1::Importance ToProto(Importance value);
v1::EvidenceKind ToProto(model::EvidenceKind value);
v1::CourseForm ToProto(model::CourseForm value);
v1::SchemeStatus ToProto(model::SchemeStatus value);
v1::SchemeAudience ToProto(model::SchemeFor value);

}  // namespace overstap::service
