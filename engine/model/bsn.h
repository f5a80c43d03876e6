// Citizen service numbers: a profile must not carry one.
#pragma once

#include <string_view>

#include "absl/status/status.h"

namespace overstap::model {

// Whether the text has a burgerservicenummer as a whole token: nine digits, not next to another
// letter or digit, that pass the eleven-test (elfproef: 9a+8b+7c+6d+5e+4f+3g+2h-i is a multiple of
// 11, and not all digits are 0). One in eleven numbers of nine digits passes by chance.
bool HoldsBsn(std::string_view text);

// kInvalidArgument; the message does not repeat the number.
absl::Status RefuseBsn();

}  // namespace overstap::model
