// The conditions of a scheme, from the JSON in its record.
#pragma once

#include <string_view>

#include "engine/model/scheme_conditions.h"

namespace overstap::snapshot {

// Never fails: what is no JSON object, and what is of another kind than the README of the starter
// data says, is named in `not_understood`, so that the scheme stays uncertain.
model::SchemeConditions ReadSchemeConditions(std::string_view json);

}  // namespace overstap::snapshot
