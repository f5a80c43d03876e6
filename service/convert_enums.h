// Enum values: between the public contract and the engine.
#pragma once

#include <optional>

#include "absl/status/statusor.h"
#include "engine/advice/explain_match.h"
#include "engine/model/course.h"
#include "engine/model/evidence.h"
#include "engine/model/gate_rule.h"
#include "engine/model/scheme.h"
#include "engine/transition/gates.h"
#include "engine/transition/transition_class.h"
#include "overstap/v1/common.pb.h"
#include "overstap/v1/matching_service.pb.h"
#include "overstap/v1/records.pb.h"
#include "overstap/v1/transition_service.pb.h"
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
// Nothing for UNSPECIFIED: the level is not known.
absl::StatusOr<std::optional<model::LanguageLevel>> FromProto(v1::LanguageLevel value);
v1::LanguageLevel ToProto(model::LanguageLevel value);
v1::GateKind ToProto(model::GateKind value);
v1::GateState ToProto(transition::GateState value);
v1::TransitionClass ToProto(transition::TransitionClass value);
v1::CourseForm ToProto(model::CourseForm value);
v1::SchemeStatus ToProto(model::SchemeStatus value);
v1::SchemeAudience ToProto(model::SchemeFor value);
v1::MatchFilterKind ToProto(advice::MatchFilterKind value);
v1::MatchFilterOutcome ToProto(advice::MatchFilterOutcome value);
v1::SpotKind ToProto(advice::SpotKind value);

}  // namespace overstap::service
