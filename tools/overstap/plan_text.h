// What a plan says, as text that an adviser can read: below the name of the destination.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "engine/advice/plan.h"

namespace overstap::cli {

// Lines that end with a line break: coverage, demand, what is missing, gates and courses.
std::string PlanBody(const advice::OccupationPlan& plan);

// "same level", "level +1", "level unknown"
std::string Level(const std::optional<int>& gap);

std::vector<std::string> Labels(const std::vector<advice::ConceptRef>& refs);

}  // namespace overstap::cli
