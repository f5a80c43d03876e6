// Files from outside into the store.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "absl/status/statusor.h"
#include "base/progress.h"
#include "engine/store/store.h"
#include "ingest/import_report.h"
#include "ingest/record_format.h"
#include "ingest/record_kind.h"
#include "taxonomy/language.h"
#include "taxonomy/text/knowledge.h"

namespace overstap::ingest {

struct EscoImportParams {
  std::string folder;  // of the official CSV download
  std::vector<Language> languages = DefaultLanguageOrder();
  bool strict = false;  // refuse the whole when any record is refused
};

// Reads an ESCO CSV download (v1.1.x or v1.2.x names) and makes it the current taxonomy, all or
// nothing. A relation with an unknown end is refused by itself and reported. kInvalidArgument with
// "file:line: what" for a missing file or column, truncation, wrong encoding or a cycle; the store
// is then as it was.
absl::StatusOr<ImportReport> ImportEsco(const EscoImportParams& params, store::Store* store,
                                        Progress* progress);

struct CompetentNlImportParams {
  std::string path;  // a .ttl or .nt file, or a folder of them
  bool strict = false;
};

// Reads CompetentNL (competentnl_reader.h), makes it the current taxonomy of its scheme and
// replaces its crosswalks. Everything is checked before the store is written; an import that is cut
// short while it writes leaves its mark (Store::InterruptedImports).
absl::StatusOr<ImportReport> ImportCompetentNl(const CompetentNlImportParams& params,
                                               store::Store* store, Progress* progress);

struct OnetImportParams {
  std::string folder;  // of the database as text files
  bool strict = false;
};

// Reads O*NET (onet_reader.h) and makes it the current taxonomy of its scheme, all or nothing.
absl::StatusOr<ImportReport> ImportOnet(const OnetImportParams& params, store::Store* store,
                                        Progress* progress);

enum class CrosswalkFormat { kEscoMapping, kIscoBrc, kTsv };

std::string_view CrosswalkFormatName(CrosswalkFormat format);  // "esco-mapping", "isco-brc", "tsv"
std::optional<CrosswalkFormat> ParseCrosswalkFormat(std::string_view name);

struct CrosswalkImportParams {
  std::string path;
  std::optional<CrosswalkFormat> format;  // seen from the header when it is not given
  // Of the second classification of an ESCO mapping that its URIs do not name; the name of the file
  // when it is not given. Lower-case letters, digits and hyphens.
  std::string scheme;
  bool strict = false;
};

// Reads a crosswalk (crosswalk_reader.h) and replaces the one between the same schemes. Everything
// is checked before the store is written.
absl::StatusOr<ImportReport> ImportCrosswalk(const CrosswalkImportParams& params,
                                             store::Store* store, Progress* progress);

struct RecordImportParams {
  RecordKind kind = RecordKind::kVacancies;
  // A file, or a folder: of "<kind>.jsonl" for own JSONL, of files with one of the extensions html,
  // htm, json, jsonl, jsonld and xml when another format is given.
  std::string path;
  bool strict = false;                      // all or nothing
  std::optional<RecordFormat> format = {};  // seen from the file when it is not given
  // For reading texts, asked at the first one; empty: only what the taxonomy itself teaches.
  std::function<absl::StatusOr<std::shared_ptr<const text::Knowledge>>()> knowledge = {};
};

// Reads records in one of the formats of their kind (record_format.h, docs/formats.md), in parallel
// and in bounded memory but for 16 bytes for each record, which is how it knows a second record
// with one id. A bad record is refused by itself, with file, line and reason. What says who
// somebody is, is dropped and counted. A URI that no current taxonomy has, of any scheme, is kept
// and reported as a warning (with `strict`: refused), since another may know it. kInvalidArgument
// when a strict import has any refused record, or when every record is refused; kNotFound when the
// file is not there. The text of a profile, and of a vacancy that states no skills and no
// occupation that a taxonomy has, is read (text_skills.h); without a taxonomy it is not, with a
// warning. Equal files and store, equal report and records, whatever the number of processors.
absl::StatusOr<ImportReport> ImportRecords(const RecordImportParams& params, store::Store* store,
                                           Progress* progress);

}  // namespace overstap::ingest
