#include "base/csv.h"

#include <algorithm>
#include <utility>

#include "absl/strings/str_join.h"
#include "base/status_macros.h"
#include "base/strings.h"
#include "base/text_encoding.h"

namespace overstap {
namespace {

constexpr int kEnd = std::char_traits<char>::eof();
constexpr std::string_view kByteOrderMark = "\xef\xbb\xbf";

}  // namespace

CsvReader::CsvReader(std::istream& in, std::string name, CsvOptions options)
    : in_(in), name_(std::move(name)), options_(options) {}

int CsvReader::Get() {
  const int c = in_.rdbuf()->sbumpc();
  if (c == '\n') ++line_;
  if (c != kEnd) ++record_bytes_;
  return c;
}

int CsvReader::Peek() { return in_.rdbuf()->sgetc(); }

absl::Status CsvReader::Fault(int64_t line, std::string_view what) const {
  return absl::InvalidArgumentError(StrCat(name_, ":", line, ": ", what));
}

absl::Status CsvReader::CheckSize() const {
  if (record_bytes_ <= options_.max_record_bytes) return absl::OkStatus();
  return Fault(record_line_, StrCat("record is longer than ", options_.max_record_bytes,
                                    " bytes; look for a quote that is not closed"));
}

void CsvReader::SkipPreamble() {
  if (Peek() == static_cast<unsigned char>(kByteOrderMark[0])) {
    for (size_t i = 0; i < kByteOrderMark.size() && Peek() != kEnd; ++i) Get();
  }
  while (Peek() == '#') {
    for (int c = Get(); c != '\n' && c != kEnd;) c = Get();
  }
}

absl::Status CsvReader::ReadQuoted(std::string* cell) {
  Get();
  for (int c = Get();; c = Get()) {
    OVERSTAP_RETURN_IF_ERROR(CheckSize());
    if (c == kEnd) return Fault(record_line_, "quoted cell is not closed; the file is truncated");
    if (c == '"') {
      if (Peek() != '"') return absl::OkStatus();
      Get();
    }
    cell->push_back(static_cast<char>(c));
  }
}

absl::Status CsvReader::ReadRecord(std::vector<std::string>* cells) {
  cells->emplace_back();
  for (;;) {
    OVERSTAP_RETURN_IF_ERROR(CheckSize());
    std::string& cell = cells->back();
    const int c = Peek();
    if (c == '"' && cell.empty()) {
      OVERSTAP_RETURN_IF_ERROR(ReadQuoted(&cell));
      const int after = Peek();
      if (after != options_.delimiter && after != '\r' && after != '\n' && after != kEnd) {
        return Fault(line_, "text after a closing quote; double the quotes inside a quoted cell");
      }
      continue;
    }
    Get();
    if (c == kEnd || c == '\n') return absl::OkStatus();
    if (c == '\r' && (Peek() == '\n' || Peek() == kEnd)) continue;
    if (c == options_.delimiter) {
      cells->emplace_back();
    } else {
      cell.push_back(static_cast<char>(c));
    }
  }
}

absl::StatusOr<bool> CsvReader::Next(std::vector<std::string>* cells) {
  if (!std::exchange(started_, true)) SkipPreamble();
  while (Peek() == '\n' || Peek() == '\r') Get();
  cells->clear();
  record_bytes_ = 0;
  record_line_ = line_;
  if (Peek() == kEnd) return false;
  OVERSTAP_RETURN_IF_ERROR(ReadRecord(cells));
  for (const std::string& cell : *cells) {
    const size_t bad = FindInvalidUtf8(cell);
    if (bad == std::string::npos) continue;
    const auto line_in_cell = std::count(cell.begin(), cell.begin() + static_cast<long>(bad), '\n');
    return Fault(record_line_ + line_in_cell,
                 "text is not UTF-8 (is the file Latin-1?); convert it to UTF-8 first");
  }
  return true;
}

absl::StatusOr<CsvTable> CsvTable::Open(std::istream& in, std::string name, CsvOptions options) {
  CsvTable table(CsvReader(in, std::move(name), options));
  OVERSTAP_ASSIGN_OR_RETURN(const bool any, table.reader_.Next(&table.header_));
  if (!any) {
    return absl::InvalidArgumentError(
        StrCat(table.name(), ":1: file is empty; a header line was expected"));
  }
  return table;
}

size_t CsvTable::OptionalColumn(std::string_view header) const {
  const auto found = std::find(header_.begin(), header_.end(), header);
  return found == header_.end() ? npos : static_cast<size_t>(found - header_.begin());
}

absl::StatusOr<size_t> CsvTable::Column(std::string_view header) const {
  const size_t column = OptionalColumn(header);
  if (column != npos) return column;
  return absl::InvalidArgumentError(StrCat(name(), ":1: column '", header,
                                           "' is missing; found: ", absl::StrJoin(header_, ", ")));
}

absl::StatusOr<bool> CsvTable::Next() {
  OVERSTAP_ASSIGN_OR_RETURN(const bool more, reader_.Next(&cells_));
  if (more && cells_.size() != header_.size()) {
    return absl::InvalidArgumentError(StrCat(name(), ":", line(), ": record has ", cells_.size(),
                                             " cells, the header has ", header_.size()));
  }
  return more;
}

std::string_view CsvTable::Cell(size_t column) const {
  return column == npos ? std::string_view() : std::string_view(cells_[column]);
}

}  // namespace overstap
