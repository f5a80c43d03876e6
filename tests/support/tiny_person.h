// Persons in the tiny world language (tiny_taxonomy.h).
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "absl/status/statusor.h"
#include "engine/model/profile.h"
#include "tests/support/tiny_line.h"

namespace overstap {

std::string TinyUri(std::string_view name);  // "t:mig"
std::string TinyName(std::string_view uri);  // "mig"

// "was lasser 10, can mig certificate 2024 | region AM06"; empty text is somebody of whom nothing
// is known. Names are not checked. kInvalidArgument with "line 1: what is wrong".
absl::StatusOr<model::Profile> ParseTinyPerson(std::string_view text);

// The rest of the line as a PERSON.
void ReadTinyPerson(TinyLine* line, model::Profile* profile);

// "32 40"
void ReadTinyHours(TinyLine* line, std::optional<int>* hours_min, std::optional<int>* hours_max);

}  // namespace overstap
