// Comma separated values (RFC 4180), with the position of every record.
//
// Own code and not a library: the readers must name the line of a fault inside a quoted cell of
// many lines and must refuse a record that does not end, in bounded memory (docs/adr/0003).
#pragma once

#include <cstdint>
#include <istream>
#include <string>
#include <string_view>
#include <vector>

#include "absl/status/statusor.h"
#include "base/block_reader.h"

namespace overstap {

struct CsvOptions {
  char delimiter = ',';
  // Off for files in which a quote is a letter like any other.
  bool quotes = true;
  // A record longer than this is refused: it is a quote that was never closed, not data.
  size_t max_record_bytes = size_t{1} << 20;
};

// Reads records. Cells may be quoted and then hold line ends; a doubled quote is a quote. A byte
// order mark, and lines that begin with '#' before the first record, are skipped; empty lines are
// skipped everywhere. A carriage return before a line end is part of the line end. Text must be
// UTF-8 without U+0000. Not thread-safe; does not own the stream.
class CsvReader {
 public:
  // `name` is the file name used in error messages.
  CsvReader(std::istream& in, std::string name, CsvOptions options = {});

  // Fills `cells` and returns true, or returns false at the end. Any error ends the file:
  // kInvalidArgument with "name:line: what is wrong", kDataLoss when the stream cannot be read.
  absl::StatusOr<bool> Next(std::vector<std::string>* cells);

  // Line on which the last record began, from 1.
  int64_t line() const { return record_line_; }
  const std::string& name() const { return name_; }

 private:
  int Get();
  absl::Status Fault(int64_t line, std::string_view what) const;
  void SkipPreamble();
  void SkipEmptyLines();
  absl::Status Take(size_t count, std::string* cell);
  absl::Status ReadQuoted(std::string* cell);
  absl::StatusOr<char> ReadCell(std::string* cell);
  absl::Status ReadRecord(std::vector<std::string>* cells);
  absl::Status CheckEncoding(const std::vector<std::string>& cells) const;

  BlockReader reader_;
  std::string name_;
  CsvOptions options_;
  int64_t line_ = 1;
  int64_t record_line_ = 1;
  size_t record_bytes_ = 0;
  bool started_ = false;
};

// A CSV file whose columns are found by header name.
class CsvTable {
 public:
  // Reads the header. An empty file or a file without a header is an error.
  static absl::StatusOr<CsvTable> Open(std::istream& in, std::string name, CsvOptions options = {});

  // Index of a column for Cell; kInvalidArgument naming the file and the columns that are there.
  absl::StatusOr<size_t> Column(std::string_view header) const;
  // Index of a column or npos.
  size_t OptionalColumn(std::string_view header) const;

  // Next record; one with another number of cells than the header is an error.
  absl::StatusOr<bool> Next();

  // A cell of the current record; empty for npos.
  std::string_view Cell(size_t column) const;
  int64_t line() const { return reader_.line(); }
  const std::string& name() const { return reader_.name(); }

  static constexpr size_t npos = static_cast<size_t>(-1);

 private:
  explicit CsvTable(CsvReader reader) : reader_(std::move(reader)) {}

  CsvReader reader_;
  std::vector<std::string> header_;
  std::vector<std::string> cells_;
};

}  // namespace overstap
