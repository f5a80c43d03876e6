#include "ingest/strict.h"

#include <algorithm>

#include "base/strings.h"

namespace overstap::ingest {

std::string FirstRefusal(const ImportReport& report) {
  const auto first =
      std::find_if(report.problems.begin(), report.problems.end(),
                   [](const Problem& problem) { return problem.severity == Severity::kRefused; });
  if (first == report.problems.end()) {
    return report.refused == 0 ? std::string() : std::string("a record that is not listed");
  }
  return StrCat(first->file, ":", first->line, ": ", first->message);
}

absl::Status CheckNothingRefused(const ImportReport& report) {
  if (report.refused == 0) return absl::OkStatus();
  return absl::InvalidArgumentError(StrCat(FirstRefusal(report), " (strict: ", report.refused,
                                           " of ", report.read,
                                           " records are refused, so nothing was written)"));
}

}  // namespace overstap::ingest
