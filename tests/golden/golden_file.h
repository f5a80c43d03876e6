// Answers that are kept as files.
#pragma once

#include <string>

#include "nlohmann/json.hpp"

namespace overstap {

// Versions of taxonomy, data and parameters become "<taxonomy>", "<data>" and "<parameters>": they
// follow from content that other tests look at.
std::string WithoutVersions(const std::string& text);

// Fails the test when `text` is not what tests/golden/expected/<name> holds. With the environment
// variable OVERSTAP_UPDATE_GOLDEN=1 the file is written instead: look at the difference before it
// is committed.
void ExpectGolden(const std::string& name, const std::string& text);

// The same for JSON, on many lines so that a difference can be read. Explanations are cut below
// their first level.
void ExpectGoldenJson(const std::string& name, nlohmann::ordered_json json);

}  // namespace overstap
