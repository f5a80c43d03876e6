// Rows of the ESCO files that relate concepts.
#pragma once

#include <filesystem>

#include "absl/status/status.h"
#include "ingest/taxonomy_draft.h"

namespace overstap::ingest {

enum class EscoPillar { kSkills, kOccupations };

// Adds the broader concept of each row. A row of which an end is not a concept of the pillar is
// refused by itself, code unknown_concept. kInvalidArgument with "file:line: what" for a cycle: the
// line is that of one relation on the cycle, and the URIs on it are named.
absl::Status ReadEscoHierarchy(const std::filesystem::path& path, EscoPillar pillar,
                               TaxonomyReading* reading);

// Adds the requirements of occupations. Rows refused by themselves, with the codes
// unknown_relation_type, unknown_occupation and unknown_skill. A pair that stands there twice is
// kept once, as the most important of the two, with the warning duplicate_relation.
absl::Status ReadEscoRequirements(const std::filesystem::path& path, TaxonomyReading* reading);

}  // namespace overstap::ingest
