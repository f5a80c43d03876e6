// Why an occupation is not within reach, as a tree.
#pragma once

#include "engine/advice/why_not.h"

namespace overstap::advice {

// From the other fields of the result.
explain::Node ExplainWhyNot(const WhyNotResult& result);

// One sentence in English each.
std::string TextOf(const Barrier& barrier);
std::string TextOf(const Change& change);
// The skill to ask about, and what each answer would change.
std::string TextOf(const NextQuestion& question);

}  // namespace overstap::advice
