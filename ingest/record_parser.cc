#include "ingest/record_parser.h"

#include <utility>

#include "engine/model/bsn.h"
#include "ingest/bsn.h"
#include "ingest/europass.h"
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

template <class Record>
ParsedText<Record> ParseOwn(std::string_view text) {
  ParsedText<Record> parsed;
  const auto object = ParseJsonObject(text);
  if (object.ok()) {
    Add(OwnDraft<Record>(*object), "bad_record", &parsed);
  } else {
    Refuse("bad_json", object.status(), &parsed);
  }
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
  ParsedText<model::Profile> parsed;
  if (format.format == RecordFormat::kEuropass) {
    Add(ProfileFromEuropass(text), "bad_xml", &parsed);
    return parsed;
  }
  const auto object = ParseJsonObject(text);
  if (!object.ok()) {
    Refuse("bad_json", object.status(), &parsed);
  } else if (format.format == RecordFormat::kVum) {
    Add(ProfileFromVum(*object), "bad_record", &parsed);
  } else if (absl::Status status = CheckNoBsn(*object); !status.ok()) {
    Refuse("bsn_like", std::move(status), &parsed);
  } else {
    Add(OwnDraft<model::Profile>(*object), "bad_record", &parsed);
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

}  // namespace overstap::ingest
