// Files that say which concept of one classification stands for which of another.
#pragma once

#include <vector>

#include "absl/status/statusor.h"
#include "base/progress.h"
#include "ingest/import_report.h"
#include "ingest/importer.h"
#include "taxonomy/crosswalk.h"

namespace overstap::ingest {

// Reads one file; its crosswalks are canonical and have at least one link. Layouts:
//
// esco-mapping  The mapping tables that ESCO publishes: CSV (comma, semicolon or tab) with some
//               sixteen lines about the table, then a header. National tables: "Classification 1
//               URI" (or URL, ID), "Mapping relation", "Classification 2 URI" (or ID); of two such
//               columns the URI is taken where there is one. O*NET: "O*NET Id", "ESCO or ISCO URI",
//               "Type of Match". The relation reads from the first to the second classification; a
//               group of ISCO-08 goes to a crosswalk of its own with scheme "isco08".
// isco-brc      Tab-separated: ISCO2008unitgroup, BRC2014beroepsgroep and their labels (CBS). Every
//               link is kBroad, since a BRC group is a sum of ISCO unit groups; the Dutch names of
//               groups, segments and classes are the labels of the crosswalk.
// tsv           Our own: first line "# from_scheme to_scheme", then from_uri, to_uri and kind
//               (exact, close, broad, narrow), tab-separated. Codes of ISCO-08 and O*NET may stand
//               in place of their URIs. Empty lines and further lines with '#' are skipped.
//
// Each row is one record, either accepted or refused by itself, with these codes: bad_row, bad_uri,
// bad_isco_code, bad_brc_code, unknown_relation, same_scheme, line_too_long. Warnings:
// duplicate_link (kept once, with the least loss), two_groups, two_labels, and no_relation with the
// number of rows that say that there is no counterpart.
//
// kNotFound, or kInvalidArgument with "file:line: what" for a layout that is not known, a header
// that lacks a column, wrong encoding, or when no row is accepted.
absl::StatusOr<std::vector<Crosswalk>> ReadCrosswalks(const CrosswalkImportParams& params,
                                                      ImportReport* report, Progress* progress);

}  // namespace overstap::ingest
