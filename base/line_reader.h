// Lines of a text stream, in bounded memory.
#pragma once

#include <cstdint>
#include <istream>
#include <string>

#include "base/block_reader.h"

namespace overstap {

// Reads one line at a time. A line longer than the bound is skipped to its end without being kept
// and reported as kTooLong, so that one bad line costs neither memory nor the rest of the file.
// A byte order mark before the first line and a carriage return before a line end are removed; the
// bound counts them. Not thread-safe; does not own the stream.
class LineReader {
 public:
  enum class Outcome { kLine, kTooLong, kEnd };

  explicit LineReader(std::istream& in, size_t max_line_bytes = size_t{4} << 20)
      : reader_(in), max_line_bytes_(max_line_bytes) {}

  Outcome Next(std::string* line);

  // Number of the line that Next gave last; the first is 1.
  int64_t line_number() const { return line_number_; }

  // After kEnd: the stream could not be read to its end.
  bool failed() const { return reader_.failed(); }

 private:
  BlockReader reader_;
  size_t max_line_bytes_;
  int64_t line_number_ = 0;
};

}  // namespace overstap
