// Crosswalks while the rows of a file are being read.
#pragma once

#include <cstdint>
#include <istream>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "absl/status/status.h"
#include "base/progress.h"
#include "base/strings.h"
#include "ingest/import_report.h"
#include "ingest/importer.h"
#include "taxonomy/crosswalk.h"

namespace overstap::ingest {

// One end of a link as a row gives it.
struct CrosswalkEnd {
  std::string_view scheme;
  std::string_view text;  // a URI or a code
};

// Not thread-safe.
class CrosswalkRows {
 public:
  // `report` and `progress` outlive this.
  CrosswalkRows(std::string file, ImportReport* report, Progress* progress)
      : file_(std::move(file)), report_(*report), progress_(*progress) {}

  const std::string& file() const { return file_; }

  // The row that the calls below are about.
  void BeginRow(int64_t line);

  void Accept() { ++report_.accepted; }
  void Refuse(std::string_view code, std::string_view message);
  void Warn(std::string_view code, std::string_view message);

  // Accepts or refuses the row.
  void AddLink(const CrosswalkEnd& from, std::string_view relation, const CrosswalkEnd& to);
  void AddLink(const CrosswalkEnd& from, MatchKind kind, const CrosswalkEnd& to);
  // A name of an end in the crosswalk between the schemes; the first one of a URI stays.
  void AddLabel(std::string_view from_scheme, std::string_view to_scheme, std::string_view uri,
                std::string_view text);

  // Canonical; kInvalidArgument when there is no link.
  absl::StatusOr<std::vector<Crosswalk>> Take();

 private:
  Crosswalk& Between(std::string_view from_scheme, std::string_view to_scheme);

  const std::string file_;
  ImportReport& report_;
  Progress& progress_;
  std::vector<Crosswalk> crosswalks_;
  StringMap<int64_t> line_of_pair_;
  StringMap<std::string> label_of_uri_;
  int64_t line_ = 0;
  int64_t unrelated_ = 0;
};

// "skos:closeMatch", "closeMatch", "close" or the full URI; exactISCO of the O*NET table is exact.
std::optional<MatchKind> MatchKindOfRelation(std::string_view relation);

// The readers of the layouts. Errors as for ReadCrosswalks.
absl::Status ReadEscoMapping(std::istream& in, std::string_view second_scheme, CrosswalkRows* rows);
absl::Status ReadIscoBrc(std::istream& in, CrosswalkRows* rows);
absl::Status ReadLinkTsv(std::istream& in, CrosswalkRows* rows);

}  // namespace overstap::ingest
