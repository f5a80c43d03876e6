// Who asks, and how the words of the question were read.
#pragma once

#include "absl/status/statusor.h"
#include "engine/advice/person.h"
#include "overstap/v1/transition_service.pb.h"

namespace overstap::service {

// kInvalidArgument when nothing is said of the person, a profile is refused, or a list or text is
// longer than the contract allows.
absl::StatusOr<advice::PersonParams> FromProto(const v1::Person& person);

v1::Understood ToProto(const advice::Understood& understood);

}  // namespace overstap::service
