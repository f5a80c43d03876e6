// CompetentNL as a TaxonomySource and the crosswalks that it holds.
#pragma once

#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "base/progress.h"
#include "ingest/competentnl_facts.h"
#include "ingest/import_report.h"
#include "taxonomy/crosswalk.h"
#include "taxonomy/source.h"

namespace overstap::ingest {

struct CompetentNl {
  TaxonomySource taxonomy;            // scheme "competentnl", canonical
  std::vector<Crosswalk> crosswalks;  // from "competentnl" to "esco", "onet", "isco08"; canonical
};

// Reads one .ttl or .nt file, or all of them in a folder in the order of their names, as one graph.
//
// Every statement that this reader has a use for counts as one record, either accepted or refused,
// so that accepted + refused = read. Refused by themselves, with these codes:
//   unknown_occupation, unknown_skill, unknown_concept   an end is no such concept of these files
//   no_label, no_uri, two_classes, withdrawn             a concept that is not taken
//   empty_label, bad_label, no_literal_form, unknown_language, bad_isco_code, bad_level,
//   foreign_uri                                          a value that cannot be used
// Warnings with code "ignored" count what was left aside: by predicate, and statements about
// resources that are no occupation, capability or knowledge area.
//
// A capability or knowledge area that has narrower ones and that no occupation requires becomes a
// skill group. Text without a language tag is taken to be Dutch. The level of an occupation is the
// lowest of the levels of education stated for it or for an education norm that is linked with it
// (competentnl_terms.h); without one its ISCO code decides.
//
// kInvalidArgument with "file:line: what" for a file that cannot be parsed, for a cycle in the
// hierarchy, or when there is no occupation or no skill; kNotFound when there is no such file.
absl::StatusOr<CompetentNl> ReadCompetentNl(const std::string& path, ImportReport* report,
                                            Progress* progress);

// The same of facts that were collected before; `name` stands in messages about the whole.
absl::StatusOr<CompetentNl> BuildCompetentNl(const CnlFacts& facts, const std::string& name,
                                             ImportReport* report);

}  // namespace overstap::ingest
