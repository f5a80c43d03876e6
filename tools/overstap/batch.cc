#include "tools/overstap/batch.h"

#include <algorithm>
#include <cmath>
#include <fstream>
#include <iostream>
#include <numeric>

#include "absl/strings/str_format.h"
#include "base/line_reader.h"
#include "base/status_macros.h"
#include "base/strings.h"
#include "base/terminal_text.h"

namespace overstap::cli {
namespace {

// Nearest rank: the smallest value that at least this share of all do not exceed.
double Percentile(const std::vector<double>& sorted, double share) {
  if (sorted.empty()) return 0;
  const double rank = std::ceil(share * static_cast<double>(sorted.size()));
  return sorted[static_cast<size_t>(std::max(1.0, rank)) - 1];
}

}  // namespace

std::string Latencies::Summary() const {
  std::vector<double> sorted = microseconds_;
  std::sort(sorted.begin(), sorted.end());
  const double sum = std::accumulate(sorted.begin(), sorted.end(), 0.0);
  return absl::StrFormat("latency_us n=%d p50=%.1f p90=%.1f p99=%.1f mean=%.1f", sorted.size(),
                         Percentile(sorted, .5), Percentile(sorted, .9), Percentile(sorted, .99),
                         sorted.empty() ? 0 : sum / static_cast<double>(sorted.size()));
}

absl::Status AnswerLines(
    const std::string& path,
    const std::function<absl::StatusOr<std::string>(std::string_view)>& answer) {
  std::ifstream file;
  if (path != "-") {
    file.open(path, std::ios::binary);
    if (!file) return absl::NotFoundError(StrCat(path, ": cannot be opened"));
  }
  LineReader reader(path == "-" ? std::cin : file);
  std::string line;
  int64_t answered = 0;
  int64_t refused = 0;
  for (;;) {
    const LineReader::Outcome outcome = reader.Next(&line);
    if (outcome == LineReader::Outcome::kEnd) break;
    if (outcome == LineReader::Outcome::kLine && (line.empty() || line.starts_with('#'))) continue;
    const auto text = outcome == LineReader::Outcome::kTooLong
                          ? absl::InvalidArgumentError("line is too long")
                          : answer(line);
    if (text.ok()) {
      std::cout << *text << "\n";
      ++answered;
    } else {
      std::cerr << path << ":" << reader.line_number() << ": "
                << TerminalText(FromAbsl(text.status().message())) << "\n";
      ++refused;
    }
  }
  std::cout.flush();
  if (answered > 0 || refused == 0) return absl::OkStatus();
  return absl::InvalidArgumentError(StrCat(path, ": every line was refused"));
}

}  // namespace overstap::cli
