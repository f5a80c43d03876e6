// Gate rules as they stand in data/gates.
#pragma once

#include <string_view>
#include <vector>

#include "absl/status/statusor.h"
#include "engine/model/gate_rule.h"

namespace overstap::ingest {

// One object {"gates":[{"id","kind","name","opens_with","source","isco":[code],"except":[code],
// "words":[text],"skill_words":[text],"proof":[text],"dutch":"B1"}]}; unknown fields and equal ids
// are refused. kInvalidArgument says which rule is wrong. Thread-safe.
absl::StatusOr<std::vector<model::GateRule>> ParseGates(std::string_view json);

}  // namespace overstap::ingest
