// Ways over other work, as text that an adviser can read.
#pragma once

#include <string>

#include "engine/advice/paths.h"

namespace overstap::cli {

// A line for each way and each of its steps; empty when there are none.
std::string ToText(const advice::PathsTo& to, const std::string& region);

// What the ways below rest on; empty when there are none.
std::string BasisText(const advice::PathsResult& paths);

// Empty when it was not asked for.
std::string ToText(const std::optional<advice::StayInTechniek>& stay);

}  // namespace overstap::cli
