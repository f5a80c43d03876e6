// In which outside format records come.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "absl/status/statusor.h"
#include "ingest/record_kind.h"

namespace overstap::ingest {

enum class RecordFormat : uint8_t {
  kOverstap,    // own JSONL
  kJobPosting,  // schema.org JobPosting as JSON-LD, also in an HTML page
  kVum,         // VUM 3.0: vacancies and job-seeker profiles
  kEuropass,    // Europass CV as XML
  kCentroids,   // places: one JSON object of postcode or name to {"c": [latitude, longitude]}
};

std::string_view RecordFormatName(RecordFormat format);  // "jobposting"
std::optional<RecordFormat> ParseRecordFormat(std::string_view name);

// Formats in which records of this kind can come, the own one first.
std::vector<RecordFormat> FormatsOf(RecordKind kind);

// How the records of a file follow one another.
enum class RecordLayout : uint8_t {
  kLines,   // one JSON object a line
  kValues,  // a JSON object or list of objects, over as many lines as it likes
  kPage,    // an HTML page with JSON-LD in script elements
  kWhole,   // the file is one record
};

struct SeenFormat {
  RecordFormat format = RecordFormat::kOverstap;
  RecordLayout layout = RecordLayout::kLines;

  friend bool operator==(const SeenFormat&, const SeenFormat&) = default;
};

// Sees from the first bytes of a file (a few thousand are enough) in which of the formats of its
// kind it is, and how it is laid out; own JSONL when nothing says otherwise. kInvalidArgument,
// saying what to do, for UTF-16 and for compressed files. `given` is not doubted.
absl::StatusOr<SeenFormat> SeeFormat(RecordKind kind, std::optional<RecordFormat> given,
                                     std::string_view head);

}  // namespace overstap::ingest
