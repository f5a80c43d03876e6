// Does a JSON value have the fields and types that the contract promises?
#pragma once

#include <string>
#include <vector>

#include "nlohmann/json.hpp"

namespace overstap {

// A shape is JSON itself:
//   "text", "integer", "number" (an integer is one too), "boolean", "null", "anything",
//   or several with '|' between them
//   [shape]                every element has it; [] says array and no more
//   {"field": shape, ...}  an object with at least these fields
// Gives a line for each fault, "routes[0].plan.weeks: is text, not number"; none when it fits. A
// shape that is not of this kind is a fault.
std::vector<std::string> ShapeFaults(const nlohmann::ordered_json& value,
                                     const nlohmann::ordered_json& shape);

}  // namespace overstap
