// Days: between the public contract and the engine.
#pragma once

#include <string_view>

#include "absl/status/statusor.h"
#include "absl/time/civil_time.h"
#include "overstap/v1/common.pb.h"

namespace overstap::service {

// kInvalidArgument, naming `field`, for a day that does not exist or a year outside 1..9999.
absl::StatusOr<absl::CivilDay> FromProto(std::string_view field, const v1::Date& date);
v1::Date ToProto(absl::CivilDay day);

}  // namespace overstap::service
