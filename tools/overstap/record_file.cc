#include "tools/overstap/record_file.h"

#include <fstream>
#include <string>

#include "base/line_reader.h"
#include "base/status_macros.h"
#include "base/strings.h"
#include "ingest/records_json.h"
#include "ingest/text_skills.h"

namespace overstap::cli {
namespace {

constexpr size_t kMaxFileBytes = size_t{4} << 20;

struct Content {
  std::string first_line;
  std::string whole;
};

absl::StatusOr<Content> Read(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  if (!in) return absl::NotFoundError(StrCat(path, ": cannot be opened"));
  LineReader reader(in, kMaxFileBytes);
  Content content;
  std::string line;
  for (;;) {
    const LineReader::Outcome outcome = reader.Next(&line);
    if (outcome == LineReader::Outcome::kEnd) return content;
    if (outcome == LineReader::Outcome::kTooLong || content.whole.size() > kMaxFileBytes) {
      return absl::InvalidArgumentError(StrCat(path, ": is too long for one record"));
    }
    if (line.empty() || line.starts_with('#')) continue;
    if (content.first_line.empty()) content.first_line = line;
    StrAppend(&content.whole, line, "\n");
  }
}

// A first line that is an object by itself makes the file JSONL.
template <class Parse>
auto ReadRecord(const std::string& path, Parse parse) -> decltype(parse("")) {
  OVERSTAP_ASSIGN_OR_RETURN(const Content content, Read(path));
  if (content.whole.empty()) {
    return absl::InvalidArgumentError(StrCat(path, ": is empty; a JSON object was expected"));
  }
  const bool one_line = content.first_line.ends_with('}');
  auto record = parse(one_line ? content.first_line : content.whole);
  if (record.ok()) return record;
  return absl::Status(record.status().code(),
                      StrCat(path, ": ", FromAbsl(record.status().message())));
}

}  // namespace

absl::StatusOr<model::Profile> ReadProfile(const std::string& path) {
  return ReadRecord(path, ingest::ParseProfile);
}

absl::StatusOr<model::Vacancy> ReadVacancy(const std::string& path) {
  return ReadRecord(path, ingest::ParseVacancy);
}

absl::Status ReadTextOf(const advice::Context& context, model::Profile* profile) {
  if (!ingest::HasTextToRead(*profile)) return absl::OkStatus();
  return ingest::ReadText(context.snapshot.extractor(), context.snapshot.taxonomy(), profile);
}

absl::Status ReadTextOf(const advice::Context& context, model::Vacancy* vacancy) {
  if (!ingest::HasTextToRead(*vacancy)) return absl::OkStatus();
  return ingest::ReadText(context.snapshot.extractor(), context.snapshot.taxonomy(), vacancy);
}

}  // namespace overstap::cli
