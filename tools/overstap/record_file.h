// Profiles and vacancies that a command gets in a file.
#pragma once

#include <string>

#include "absl/status/statusor.h"
#include "engine/advice/context.h"
#include "engine/model/profile.h"
#include "engine/model/vacancy.h"

namespace overstap::cli {

// The file holds one JSON object, on one line or more, or JSONL of which the first record counts.
// Lines that begin with '#' are skipped. Errors name the file.
absl::StatusOr<model::Profile> ReadProfile(const std::string& path);
absl::StatusOr<model::Vacancy> ReadVacancy(const std::string& path);

// Reads the text of a record that comes with one, as an import does (ingest/text_skills.h).
absl::Status ReadTextOf(const advice::Context& context, model::Profile* profile);
absl::Status ReadTextOf(const advice::Context& context, model::Vacancy* vacancy);

}  // namespace overstap::cli
