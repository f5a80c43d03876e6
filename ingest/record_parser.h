// From the text of a record to records, whatever its format.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "absl/status/status.h"
#include "engine/model/course.h"
#include "engine/model/demand.h"
#include "engine/model/place.h"
#include "engine/model/profile.h"
#include "engine/model/region.h"
#include "engine/model/scheme.h"
#include "engine/model/vacancy.h"
#include "ingest/record_draft.h"
#include "ingest/record_format.h"

namespace overstap::ingest {

struct Refusal {
  std::string code;  // "bad_json", "bad_xml", "bsn_like", "bad_record", "no_job_posting"
  absl::Status status;
};

// Of one text: a list can hold several records, of which each is refused by itself.
template <class Record>
struct ParsedText {
  std::vector<RecordDraft<Record>> drafts;
  std::vector<Refusal> refusals;
};

// A script of a page that holds no JobPosting gives nothing: pages say many things. Every draft is
// valid; every refusal is kInvalidArgument in at most 1,000 bytes. Thread-safe. There is one for
// each kind of record.
template <class Record>
ParsedText<Record> ParseText(SeenFormat format, std::string_view text);

template <>
ParsedText<model::Vacancy> ParseText(SeenFormat format, std::string_view text);
template <>
ParsedText<model::Profile> ParseText(SeenFormat format, std::string_view text);
template <>
ParsedText<model::Course> ParseText(SeenFormat format, std::string_view text);
template <>
ParsedText<model::Scheme> ParseText(SeenFormat format, std::string_view text);
template <>
ParsedText<model::Region> ParseText(SeenFormat format, std::string_view text);
template <>
ParsedText<model::Demand> ParseText(SeenFormat format, std::string_view text);
template <>
ParsedText<model::Place> ParseText(SeenFormat format, std::string_view text);

}  // namespace overstap::ingest
