#include "base/csv.h"

#include <algorithm>
#include <utility>

#include "absl/strings/str_join.h"
#include "base/status_macros.h"
#include "base/strings.h"
#include "base/text_encoding.h"

namespace overstap {
namespace {

constexpr int kEnd = BlockReader::kEnd;
constexpr std::string_view kByteOrderMark = "\xef\xbb\xbf";

// Bytes before the first one that ends or changes an unquoted cell.
size_t PlainLength(std::string_view bytes, char delimiter) {
  size_t length = 0;
  while (length < bytes.size() && bytes[length] != delimiter && bytes[length] != '\n' &&
         bytes[length] != '\r') {
    ++length;
  }
  return length;
}

}  // namespace

CsvReader::CsvReader(std::istream& in, std::string name, CsvOptions options)
    : reader_(in), name_(std::move(name)), options_(options) {}

int CsvReader::Get() {
  const int c = reader_.Peek();
  if (c == kEnd) return c;
  reader_.Skip(1);
  ++record_bytes_;
  if (c == '\n') ++line_;
  return c;
}

absl::Status CsvReader::Fault(int64_t line, std::string_view what) const {
  return absl::InvalidArgumentError(StrCat(name_, ":", line, ": ", what));
}

void CsvReader::SkipPreamble() {
  if (reader_.Peek() == static_cast<unsigned char>(kByteOrderMark[0])) {
    for (size_t i = 0; i < kByteOrderMark.size(); ++i) Get();
  }
  SkipEmptyLines();
  while (reader_.Peek() == '#') {
    for (int c = Get(); c != '\n' && c != kEnd;) c = Get();
    SkipEmptyLines();
  }
}

void CsvReader::SkipEmptyLines() {
  while (reader_.Peek() == '\n' || reader_.Peek() == '\r') Get();
}

// Moves bytes that are at hand to the cell.
absl::Status CsvReader::Take(size_t count, std::string* cell) {
  record_bytes_ += count;
  if (record_bytes_ > options_.max_record_bytes) {
    return Fault(record_line_, StrCat("record is longer than ", options_.max_record_bytes,
                                      " bytes; look for a quote that is not closed"));
  }
  const std::string_view taken = reader_.Available().substr(0, count);
  line_ += std::count(taken.begin(), taken.end(), '\n');
  cell->append(taken);
  reader_.Skip(count);
  return absl::OkStatus();
}

absl::Status CsvReader::ReadQuoted(std::string* cell) {
  Get();
  for (;;) {
    const std::string_view bytes = reader_.Available();
    if (bytes.empty())
      return Fault(record_line_, "quoted cell is not closed; the file is truncated");
    const size_t quote = bytes.find('"');
    OVERSTAP_RETURN_IF_ERROR(Take(std::min(quote, bytes.size()), cell));
    if (quote == std::string_view::npos) continue;
    Get();
    if (reader_.Peek() != '"') return absl::OkStatus();
    OVERSTAP_RETURN_IF_ERROR(Take(1, cell));
  }
}

// Reads one cell and what ends it: the delimiter, or '\n' at the end of the record.
absl::StatusOr<char> CsvReader::ReadCell(std::string* cell) {
  const bool quoted = options_.quotes && reader_.Peek() == '"';
  if (quoted) OVERSTAP_RETURN_IF_ERROR(ReadQuoted(cell));
  for (;;) {
    const std::string_view bytes = reader_.Available();
    if (bytes.empty()) return '\n';
    const size_t plain = PlainLength(bytes, options_.delimiter);
    if (quoted && plain > 0) {
      return Fault(line_, "text after a closing quote; double the quotes inside a quoted cell");
    }
    OVERSTAP_RETURN_IF_ERROR(Take(plain, cell));
    if (plain == bytes.size()) continue;
    const int c = Get();
    if (c != '\r') return static_cast<char>(c);
    if (reader_.Peek() != '\n' && reader_.Peek() != kEnd) cell->push_back('\r');
  }
}

absl::Status CsvReader::ReadRecord(std::vector<std::string>* cells) {
  size_t count = 0;
  for (char end = options_.delimiter; end == options_.delimiter; ++count) {
    // The strings of the last record are used again: most of the time goes to making them.
    if (count == cells->size()) cells->emplace_back();
    (*cells)[count].clear();
    OVERSTAP_ASSIGN_OR_RETURN(end, ReadCell(&(*cells)[count]));
  }
  cells->resize(count);
  return absl::OkStatus();
}

absl::Status CsvReader::CheckEncoding(const std::vector<std::string>& cells) const {
  int64_t line = record_line_;
  for (const std::string& cell : cells) {
    const size_t bad = std::min(FindInvalidUtf8(cell), cell.find('\0'));
    const auto end = bad == std::string::npos ? cell.end() : cell.begin() + static_cast<long>(bad);
    line += std::count(cell.begin(), end, '\n');
    if (bad == std::string::npos) continue;
    if (*end == '\0') {
      return Fault(line, "text holds U+0000 (is the file UTF-16?); convert it to UTF-8");
    }
    return Fault(line, "text is not UTF-8 (is the file Latin-1 or UTF-16?); convert it to UTF-8");
  }
  return absl::OkStatus();
}

absl::StatusOr<bool> CsvReader::Next(std::vector<std::string>* cells) {
  if (!std::exchange(started_, true)) SkipPreamble();
  SkipEmptyLines();
  record_bytes_ = 0;
  record_line_ = line_;
  const bool more = reader_.Peek() != kEnd;
  const absl::Status status = more ? ReadRecord(cells) : absl::OkStatus();
  if (reader_.failed()) {
    return absl::DataLossError(StrCat(name_, ":", line_, ": the file cannot be read"));
  }
  OVERSTAP_RETURN_IF_ERROR(status);
  if (more) OVERSTAP_RETURN_IF_ERROR(CheckEncoding(*cells));
  return more;
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
