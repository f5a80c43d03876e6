// Rows of the ESCO files that list concepts.
#pragma once

#include "absl/status/status.h"
#include "ingest/esco_files.h"
#include "ingest/taxonomy_draft.h"

namespace overstap::ingest {

// Adds the rows of one file to the draft. Rows refused by themselves, with these codes:
//   no_uri             the row has no conceptUri
//   not_released       its status is not "released"
//   no_label           a defining row without a preferred label
//   too_many_labels    a cell with more labels than kMaxLabelsPerCell
//   bad_isco_code      an iscoGroup or ISCO code that is not one to four digits
//   bad_level          a level that is not 1, 2, 3 or 4
//   duplicate_concept  the URI was defined before, or stands twice in this file
//   unknown_occupation, unknown_skill, unknown_concept
//                      a row of a file that does not define, for a concept that does not exist
// kInvalidArgument with "file:line: what" when the file as a whole cannot be trusted.
absl::Status ReadEscoConcepts(const EscoConceptFile& file, TaxonomyReading* reading);

inline constexpr size_t kMaxLabelsPerCell = 2000;

}  // namespace overstap::ingest
