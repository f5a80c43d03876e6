// The texts of the records in a file, one after another, in bounded memory.
#pragma once

#include <cstdint>
#include <istream>
#include <memory>
#include <string>

#include "ingest/record_format.h"

namespace overstap::ingest {

inline constexpr size_t kMaxRecordBytes = size_t{4} << 20;
inline constexpr size_t kMaxPageBytes = size_t{16} << 20;

struct RawRecord {
  std::string text;  // empty when it was too long
  int64_t line = 0;  // on which it begins, from 1
  bool too_long = false;
  // Of an object that is not closed before the file ends: how much of the file went with it.
  bool unclosed = false;
  int64_t last_line = 0;
  int64_t bytes = 0;
};

// What is said of a record that was too long, and of a file without one.
std::string TooLong(RecordLayout layout);
std::string NothingIn(RecordLayout layout);

// Not thread-safe; does not own the stream.
class RecordSource {
 public:
  virtual ~RecordSource() = default;

  // False at the end. A record longer than its bound is passed over and reported as too long.
  virtual bool Next(RawRecord* record) = 0;

  // After the end: the file could not be read to its end.
  virtual bool failed() const = 0;

  // For lines: those that are empty or begin with '#' are passed over. For values: objects and
  // other values between the brackets and commas of lists. An object that is not closed ends where
  // that shows: before an object or an end of a list that cannot stand there; else with the file.
  // For a page: what stands in each script element of the type application/ld+json. Of a
  // page or a whole file at most kMaxPageBytes.
  static std::unique_ptr<RecordSource> Make(RecordLayout layout, std::istream& in);
};

}  // namespace overstap::ingest
