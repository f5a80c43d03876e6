// From a form of a Dutch verb to the verb that a label has.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace overstap::extract {

// Infinitives that the folded word can be a form of, likely or not: "ingesteld" gives "instellen",
// "gelast" "lassen", "repareert" "repareren", "reinigde" "reinigen". Not the word itself. The
// caller keeps those that exist.
std::vector<std::string> InfinitivesOf(std::string_view folded);

// Whether the folded word can stand apart from its verb: "in" of "stelt ... in".
bool IsParticle(std::string_view folded);

}  // namespace overstap::extract
