#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <vector>

#include "base/csv.h"
#include "base/status_macros.h"
#include "base/strings.h"
#include "ingest/crosswalk_rows.h"
#include "ingest/crosswalk_uris.h"
#include "taxonomy/normalise.h"

namespace overstap::ingest {
namespace {

constexpr int kMaxLinesAbove = 100;

// Folded header names (normalise.h); of each end the first that a row fills is taken.
constexpr std::array<std::string_view, 5> kFirstEnd = {
    "classification 1 uri", "classification 1 url", "classification 1 uri id",
    "classification 1 id", "o net id"};
constexpr std::array<std::string_view, 6> kSecondEnd = {
    "classification 2 uri", "classification 2 url",  "classification 2 uri id",
    "classification 2 id",  "classification 2 code", "esco or isco uri"};
constexpr std::array<std::string_view, 2> kRelation = {"mapping relation", "type of match"};

struct Columns {
  std::vector<size_t> first;  // the best first
  std::vector<size_t> second;
  std::vector<size_t> relation;
  bool is_onet = false;

  bool complete() const { return !first.empty() && !second.empty() && !relation.empty(); }
};

template <size_t N>
std::vector<size_t> Find(const std::vector<std::string>& folded,
                         const std::array<std::string_view, N>& names) {
  std::vector<size_t> found;
  for (const std::string_view name : names) {
    const auto at = std::find(folded.begin(), folded.end(), name);
    if (at != folded.end()) found.push_back(static_cast<size_t>(at - folded.begin()));
  }
  return found;
}

Columns FindColumns(const std::vector<std::string>& cells) {
  std::vector<std::string> folded;
  folded.reserve(cells.size());
  for (const std::string& cell : cells) folded.push_back(FoldLabel(cell));
  Columns columns;
  columns.first = Find(folded, kFirstEnd);
  columns.second = Find(folded, kSecondEnd);
  columns.relation = Find(folded, kRelation);
  columns.is_onet = std::find(folded.begin(), folded.end(), "o net id") != folded.end();
  return columns;
}

std::string_view Trim(std::string_view text) {
  constexpr std::string_view kSpace = " \t\r\n";
  const size_t start = text.find_first_not_of(kSpace);
  if (start == std::string_view::npos) return {};
  return text.substr(start, text.find_last_not_of(kSpace) - start + 1);
}

std::string_view FirstFilled(const std::vector<std::string>& cells,
                             const std::vector<size_t>& columns) {
  for (const size_t column : columns) {
    const std::string_view cell = column < cells.size() ? Trim(cells[column]) : std::string_view();
    if (!cell.empty()) return cell;
  }
  return {};
}

CrosswalkEnd EndOf(std::string_view text, std::string_view scheme) {
  const std::string_view seen = SchemeOfUri(text);
  return {seen.empty() ? scheme : seen, text};
}

void ReadRow(const std::vector<std::string>& cells, const Columns& columns,
             std::string_view second_scheme, CrosswalkRows* rows) {
  const std::string_view relation = FirstFilled(cells, columns.relation);
  const std::string_view first = FirstFilled(cells, columns.first);
  const std::string_view second = FirstFilled(cells, columns.second);
  rows->AddLink(EndOf(first, columns.is_onet ? kOnetScheme : kEscoScheme), relation,
                EndOf(second, columns.is_onet ? kEscoScheme : second_scheme));
}

bool IsBlank(const std::vector<std::string>& cells) {
  return std::all_of(cells.begin(), cells.end(),
                     [](const std::string& cell) { return Trim(cell).empty(); });
}

// Reads until the header; no columns when there is none with this delimiter.
absl::StatusOr<Columns> SkipToHeader(CsvReader* reader) {
  std::vector<std::string> cells;
  for (int row = 0; row < kMaxLinesAbove; ++row) {
    OVERSTAP_ASSIGN_OR_RETURN(const bool more, reader->Next(&cells));
    if (!more) break;
    Columns columns = FindColumns(cells);
    if (columns.complete()) return columns;
  }
  return Columns();
}

}  // namespace

absl::Status ReadEscoMapping(std::istream& in, std::string_view second_scheme,
                             CrosswalkRows* rows) {
  absl::Status fault = absl::InvalidArgumentError(
      StrCat(rows->file(),
             ":1: no header with the columns 'Classification 1 URI', 'Mapping "
             "relation' and 'Classification 2 URI' in the first ",
             kMaxLinesAbove, " lines"));
  for (const char delimiter : {',', ';', '\t'}) {
    in.clear();
    in.seekg(0);
    CsvOptions options;
    options.delimiter = delimiter;
    CsvReader reader(in, rows->file(), options);
    const auto columns = SkipToHeader(&reader);
    if (!columns.ok()) fault = columns.status();
    if (!columns.ok() || !columns->complete()) continue;
    std::vector<std::string> cells;
    for (;;) {
      OVERSTAP_ASSIGN_OR_RETURN(const bool more, reader.Next(&cells));
      if (!more) return absl::OkStatus();
      if (IsBlank(cells)) continue;
      rows->BeginRow(reader.line());
      ReadRow(cells, *columns, second_scheme, rows);
    }
  }
  return fault;
}

}  // namespace overstap::ingest
