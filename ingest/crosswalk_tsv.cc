#include <array>
#include <optional>
#include <string>
#include <utility>

#include "base/line_reader.h"
#include "base/strings.h"
#include "base/text_encoding.h"
#include "ingest/crosswalk_rows.h"
#include "ingest/crosswalk_scheme_names.h"

namespace overstap::ingest {
namespace {

constexpr size_t kMaxLineBytes = size_t{1} << 20;

std::optional<std::array<std::string_view, 3>> SplitRow(std::string_view line) {
  const size_t first = line.find('\t');
  if (first == std::string_view::npos) return std::nullopt;
  const size_t second = line.find('\t', first + 1);
  if (second == std::string_view::npos) return std::nullopt;
  if (line.find('\t', second + 1) != std::string_view::npos) return std::nullopt;
  return std::array{line.substr(0, first), line.substr(first + 1, second - first - 1),
                    line.substr(second + 1)};
}

bool IsSkipped(std::string_view line) {
  const size_t first = line.find_first_not_of(" \t");
  return first == std::string_view::npos || line[first] == '#';
}

absl::Status Fault(const CrosswalkRows& rows, int64_t line, std::string_view what) {
  return absl::InvalidArgumentError(StrCat(rows.file(), ":", line, ": ", what));
}

}  // namespace

absl::Status ReadLinkTsv(std::istream& in, CrosswalkRows* rows) {
  LineReader reader(in, kMaxLineBytes);
  std::string line;
  std::optional<std::pair<std::string, std::string>> schemes;
  for (;;) {
    const LineReader::Outcome outcome = reader.Next(&line);
    const int64_t number = reader.line_number();
    if (outcome == LineReader::Outcome::kEnd) break;
    if (!IsValidUtf8(line) || line.find('\0') != std::string::npos) {
      return Fault(*rows, number, "text is not UTF-8, or holds U+0000; convert it to UTF-8");
    }
    if (number == 1) {
      schemes = SchemesOfHeader(line);
      if (schemes) continue;
      return Fault(*rows, 1, "the first line must be '# from_scheme to_scheme'");
    }
    if (outcome == LineReader::Outcome::kLine && IsSkipped(line)) continue;
    rows->BeginRow(number);
    const auto cells = SplitRow(line);
    if (outcome == LineReader::Outcome::kTooLong) {
      rows->Refuse("line_too_long", StrCat("line is longer than ", kMaxLineBytes, " bytes"));
    } else if (!cells) {
      rows->Refuse("bad_row", "three cells with tabs between were expected: from, to, kind");
    } else {
      const auto& [from, to, kind] = *cells;
      rows->AddLink({schemes->first, from}, kind, {schemes->second, to});
    }
  }
  if (reader.failed()) {
    return absl::DataLossError(StrCat(rows->file(), ": the file cannot be read further"));
  }
  return schemes ? absl::OkStatus() : Fault(*rows, 1, "the file is empty");
}

}  // namespace overstap::ingest
