// Files from outside into the store.
#pragma once

#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "base/progress.h"
#include "engine/store/store.h"
#include "ingest/import_report.h"
#include "taxonomy/language.h"

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

// Kinds of own JSONL records.
enum class RecordKind { kVacancies, kProfiles, kCourses, kSchemes, kRegions };

std::string_view RecordKindName(RecordKind kind);  // "vacancies"
std::optional<RecordKind> ParseRecordKind(std::string_view name);

struct RecordImportParams {
  RecordKind kind = RecordKind::kVacancies;
  std::string path;     // a .jsonl file, or a folder that holds "<kind>.jsonl"
  bool strict = false;  // all or nothing
};

// Reads JSONL: one object a line; empty lines and lines that begin with '#' are skipped. A bad
// record is refused by itself, with file, line and reason. A URI that the current taxonomy does not
// have is kept and reported as a warning (with `strict`: refused), since another taxonomy may know
// it. kInvalidArgument when a strict import has any refused record, or when every record is
// refused; kNotFound when the file is not there.
absl::StatusOr<ImportReport> ImportRecords(const RecordImportParams& params, store::Store* store,
                                           Progress* progress);

}  // namespace overstap::ingest
