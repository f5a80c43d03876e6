#include "ingest/record_parser.h"

#include <optional>
#include <type_traits>
#include <utility>

#include "base/text_encoding.h"
#include "engine/model/bsn.h"
#include "ingest/bsn.h"
#include "ingest/centroids.h"
#include "ingest/europass.h"
#include "ingest/flat_json.h"
#include "ingest/job_posting.h"
#include "ingest/json_text.h"
#include "ingest/record_from_json.h"
#include "ingest/vum.h"

namespace overstap::ingest {
namespace {

using nlohmann::json;

template <class Record>
void Refuse(std::string code, absl::Status status, ParsedText<Record>* parsed) {
  if (status == model::RefuseBsn()) code = "bsn_like";
  parsed->refusals.push_back({std::move(code), std::move(status)});
}

template <class Record>
void Add(absl::StatusOr<RecordDraft<Record>> draft, std::string code, ParsedText<Record>* parsed) {
  if (draft.ok()) {
    parsed->drafts.push_back(*std::move(draft));
  } else {
    Refuse(std::move(code), draft.status(), parsed);
  }
}

template <class Record>
absl::StatusOr<RecordDraft<Record>> OwnDraft(const json& object) {
  absl::StatusOr<Record> record = RecordFromJson<Record>(object);
  if (!record.ok()) return record.status();
  RecordDraft<Record> draft;
  draft.record = *std::move(record);
  return draft;
}

void AddJobPostings(RecordLayout layout, const json& root, ParsedText<model::Vacancy>* parsed) {
  const std::vector<const json*> postings = JobPostingsIn(root);
  for (const json* posting : postings) Add(VacancyFromJobPosting(*posting), "bad_record", parsed);
  if (!postings.empty() || layout == RecordLayout::kPage) return;
  Refuse("no_job_posting", absl::InvalidArgumentError("nothing here has \"@type\": \"JobPosting\""),
         parsed);
}

// Only profiles are about people.
template <class Record>
bool MayHoldBsn(const FlatJson& flat) {
  return std::is_same_v<Record, model::Profile> && AnyTextHoldsBsn(flat);
}

// What is as it should be is read without making a tree of it first.
template <class Record>
std::optional<Record> ReadWellFormed(std::string_view text) {
  FlatJson flat;
  if (!IsValidUtf8(text) || !flat.Read(text) || MayHoldBsn<Record>(flat)) return std::nullopt;
  return RecordFromFlatJson<Record>(flat);
}

template <class Record>
ParsedText<Record> ParseOwn(std::string_view text) {
  ParsedText<Record> parsed;
  if (std::optional<Record> record = ReadWellFormed<Record>(text)) {
    parsed.drafts.emplace_back().record = *std::move(record);
    return parsed;
  }
  const auto object = ParseJsonObject(text);
  if (!object.ok()) {
    Refuse("bad_json", object.status(), &parsed);
    return parsed;
  }
  if constexpr (std::is_same_v<Record, model::Profile>) {
    if (absl::Status status = CheckNoBsn(*object); !status.ok()) {
      Refuse("bsn_like", std::move(status), &parsed);
      return parsed;
    }
  }
  Add(OwnDraft<Record>(*object), "bad_record", &parsed);
  return parsed;
}

}  // namespace

template <>
ParsedText<model::Vacancy> ParseText(SeenFormat format, std::string_view text) {
  if (format.format == RecordFormat::kOverstap) return ParseOwn<model::Vacancy>(text);
  ParsedText<model::Vacancy> parsed;
  const bool list = format.format == RecordFormat::kJobPosting;
  const auto root = list ? ParseJson(text) : ParseJsonObject(text);
  if (!root.ok()) {
    Refuse("bad_json", root.status(), &parsed);
  } else if (list) {
    AddJobPostings(format.layout, *root, &parsed);
  } else {
    Add(VacancyFromVum(*root), "bad_record", &parsed);
  }
  return parsed;
}

template <>
ParsedText<model::Profile> ParseText(SeenFormat format, std::string_view text) {
  if (format.format == RecordFormat::kOverstap) return ParseOwn<model::Profile>(text);
  ParsedText<model::Profile> parsed;
  if (format.format == RecordFormat::kEuropass) {
    Add(ProfileFromEuropass(text), "bad_xml", &parsed);
    return parsed;
  }
  const auto object = ParseJsonObject(text);
  if (!object.ok()) {
    Refuse("bad_json", object.status(), &parsed);
  } else {
    Add(ProfileFromVum(*object), "bad_record", &parsed);
  }
  return parsed;
}

template <>
ParsedText<model::Course> ParseText(SeenFormat, std::string_view text) {
  return ParseOwn<model::Course>(text);
}

template <>
ParsedText<model::Scheme> ParseText(SeenFormat, std::string_view text) {
  return ParseOwn<model::Scheme>(text);
}

template <>
ParsedText<model::Region> ParseText(SeenFormat, std::string_view text) {
  return ParseOwn<model::Region>(text);
}

template <>
ParsedText<model::Demand> ParseText(SeenFormat, std::string_view text) {
  return ParseOwn<model::Demand>(text);
}

template <>
ParsedText<model::Place> ParseText(SeenFormat format, std::string_view text) {
  if (format.format == RecordFormat::kOverstap) return ParseOwn<model::Place>(text);
  ParsedText<model::Place> parsed;
  const auto object = ParseJsonObject(text);
  if (!object.ok()) {
    Refuse("bad_json", object.status(), &parsed);
    return parsed;
  }
  for (auto& place : PlacesFromCentroids(*object)) Add(std::move(place), "bad_record", &parsed);
  return parsed;
}

}  // namespace overstap::ingest
