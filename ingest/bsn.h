// Citizen service numbers in JSON.
#pragma once

#include "absl/status/status.h"
#include "nlohmann/json.hpp"

namespace overstap::ingest {

// Whether any text or number in a value holds a burgerservicenummer (engine/model/bsn.h), keys of
// objects included. The value is at most kMaxJsonDepth deep.
bool AnyTextHoldsBsn(const nlohmann::json& value);

// kInvalidArgument when AnyTextHoldsBsn; the message does not repeat the number.
absl::Status CheckNoBsn(const nlohmann::json& value);

}  // namespace overstap::ingest
