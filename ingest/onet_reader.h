// The O*NET database as text files, as a TaxonomySource.
#pragma once

#include <functional>
#include <istream>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "absl/status/statusor.h"
#include "base/progress.h"
#include "ingest/import_report.h"
#include "taxonomy/importance.h"
#include "taxonomy/source.h"

namespace overstap::ingest {

// Reads the tab-separated files of the O*NET database (https://www.onetcenter.org/database.html,
// version 20 and later) in a folder; the scheme is "onet", the language English. Needed:
//   Occupation Data.txt, Content Model Reference.txt, Skills.txt, Knowledge.txt
// Used when they are there:
//   Abilities.txt, Work Activities.txt   more skills
//   Alternate Titles.txt                 alternative labels
//   Task Statements.txt                  core tasks, added to the description of the occupation
//   Job Zones.txt                        level
// The elements of the content model above those that are rated become skill groups.
//
// Records are the rows of these files; of the content model only the elements that are used, and of
// the ratings only those on the scale IM. A record is either accepted or refused, so that accepted
// + refused = read. Refused by themselves, with these codes: bad_code, no_label, bad_value,
// bad_job_zone, duplicate_concept, unknown_occupation, unknown_skill. Warnings with code "ignored"
// count the ratings on that scale that are no records: those that O*NET recommends to suppress, and
// those that are below "somewhat important".
//
// kNotFound when there is no such folder; kInvalidArgument with "file:line: what" for a missing
// file or column, a row with another number of cells than the header, wrong encoding, or when there
// is no occupation or no skill.
absl::StatusOr<TaxonomySource> ReadOnet(const std::string& folder, ImportReport* report,
                                        Progress* progress);

// Gives the file of this name; kNotFound when there is none.
using OnetFiles =
    std::function<absl::StatusOr<std::unique_ptr<std::istream>>(const std::string& name)>;

// The same from wherever the files are.
absl::StatusOr<TaxonomySource> ReadOnet(const OnetFiles& open, ImportReport* report,
                                        Progress* progress);

// Of a mean rating on the scale IM (1 not important, 2 somewhat, 3 important, 4 very, 5 extremely
// important) the nearest anchor: from 3.5 essential, from 2.5 important, from 1.5 somewhat, below
// that no requirement.
std::optional<Importance> ImportanceOfRating(double rating);

// ISCO skill level of a job zone 1..5: 1, 2, 3 (vocational school or associate's degree), 4
// (bachelor's degree), 4 (more than that).
std::optional<int> LevelOfJobZone(std::string_view zone);

}  // namespace overstap::ingest
