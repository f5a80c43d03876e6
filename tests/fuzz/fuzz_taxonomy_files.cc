// Taxonomies and crosswalks of others.
#include <algorithm>
#include <map>
#include <memory>
#include <sstream>
#include <string>

#include "base/strings.h"
#include "base/text_encoding.h"
#include "ingest/competentnl_reader.h"
#include "ingest/crosswalk_rows.h"
#include "ingest/onet_reader.h"
#include "ingest/rdf_reader.h"
#include "taxonomy/crosswalk.h"
#include "taxonomy/taxonomy.h"
#include "tests/fuzz/check.h"
#include "tests/fuzz/fuzz_targets.h"

namespace overstap::fuzz {
namespace {

using ingest::ImportReport;

void CheckRefusal(const absl::Status& status) {
  const std::string_view message = FromAbsl(status.message());
  OVERSTAP_FUZZ_CHECK(status.code() == absl::StatusCode::kInvalidArgument);
  OVERSTAP_FUZZ_CHECK(IsValidUtf8(message));
  const size_t colon = message.find(':');
  OVERSTAP_FUZZ_CHECK(colon != std::string_view::npos && colon + 1 < message.size());
  OVERSTAP_FUZZ_CHECK(message[colon + 1] >= '0' && message[colon + 1] <= '9');
}

void CheckReport(const ImportReport& report) {
  OVERSTAP_FUZZ_CHECK(report.read == report.accepted + report.refused);
  for (const ingest::Problem& problem : report.problems) {
    OVERSTAP_FUZZ_CHECK(IsValidUtf8(problem.message) && !problem.message.empty());
    OVERSTAP_FUZZ_CHECK(problem.severity == ingest::Severity::kWarning || problem.line > 0);
  }
}

// What a reader gives is a taxonomy.
void CheckTaxonomy(const TaxonomySource& source) {
  const auto taxonomy = Taxonomy::Build(source, ContentVersion(source));
  OVERSTAP_FUZZ_CHECK(taxonomy.ok());
  OVERSTAP_FUZZ_CHECK(taxonomy->occupation_count() > 0);
}

void CheckCrosswalks(const std::vector<Crosswalk>& crosswalks) {
  const auto index = CrosswalkIndex::Build(crosswalks);
  OVERSTAP_FUZZ_CHECK(index.ok());
  for (const Crosswalk& crosswalk : crosswalks) {
    Crosswalk again = crosswalk;
    Canonicalise(&again);
    OVERSTAP_FUZZ_CHECK(again == crosswalk);
    for (const CrosswalkLink& link : crosswalk.links) {
      OVERSTAP_FUZZ_CHECK(IsValidUtf8(link.from_uri) && IsValidUtf8(link.to_uri));
      OVERSTAP_FUZZ_CHECK(!index->Links(link.from_uri).empty());
    }
  }
}

void FuzzCompetentNlAs(std::string_view bytes, ingest::RdfSyntax syntax) {
  std::istringstream in{std::string(bytes)};
  ingest::CnlFacts facts;
  facts.BeginFile("fuzz.ttl");
  int64_t line = 1;
  const absl::Status status = ingest::ReadRdf(
      in, {"fuzz.ttl", "f0", syntax}, [&facts, &line](const ingest::RdfStatement& statement) {
        OVERSTAP_FUZZ_CHECK(statement.line >= line);
        line = statement.line;
        facts.Add(statement);
        return absl::OkStatus();
      });
  if (!status.ok()) return CheckRefusal(status);
  ImportReport report;
  const auto read = ingest::BuildCompetentNl(facts, "fuzz.ttl", &report);
  CheckReport(report);
  if (!read.ok()) return CheckRefusal(read.status());
  CheckTaxonomy(read->taxonomy);
  CheckCrosswalks(read->crosswalks);
}

template <class ReadRows>
void FuzzCrosswalkAs(std::string_view bytes, const ReadRows& read_rows) {
  std::istringstream in{std::string(bytes)};
  ImportReport report;
  NoProgress progress;
  ingest::CrosswalkRows rows("fuzz.csv", &report, &progress);
  const absl::Status status = read_rows(in, &rows);
  CheckReport(report);
  if (!status.ok()) return CheckRefusal(status);
  const auto crosswalks = rows.Take();
  if (!crosswalks.ok()) return CheckRefusal(crosswalks.status());
  CheckCrosswalks(*crosswalks);
}

}  // namespace

void FuzzTurtle(std::string_view bytes) { FuzzCompetentNlAs(bytes, ingest::RdfSyntax::kTurtle); }

void FuzzNTriples(std::string_view bytes) {
  FuzzCompetentNlAs(bytes, ingest::RdfSyntax::kNTriples);
}

void FuzzCrosswalk(std::string_view bytes) {
  FuzzCrosswalkAs(bytes, ingest::ReadLinkTsv);
  FuzzCrosswalkAs(bytes, ingest::ReadIscoBrc);
  FuzzCrosswalkAs(bytes, [](std::istream& in, ingest::CrosswalkRows* rows) {
    return ingest::ReadEscoMapping(in, "other", rows);
  });
}

// Five files of the database one after the other, each ended by a form feed.
void FuzzOnet(std::string_view bytes) {
  std::map<std::string, std::string> files;
  for (const char* name : {"Occupation Data.txt", "Content Model Reference.txt", "Skills.txt",
                           "Knowledge.txt", "Job Zones.txt"}) {
    const size_t end = std::min(bytes.find('\f'), bytes.size());
    files[name] = bytes.substr(0, end);
    bytes.remove_prefix(std::min(end + 1, bytes.size()));
  }
  const ingest::OnetFiles open =
      [&files](const std::string& name) -> absl::StatusOr<std::unique_ptr<std::istream>> {
    const auto found = files.find(name);
    if (found == files.end()) return absl::NotFoundError("no such file");
    return std::make_unique<std::istringstream>(found->second);
  };
  ImportReport report;
  NoProgress progress;
  const auto read = ingest::ReadOnet(open, &report, &progress);
  CheckReport(report);
  if (!read.ok()) return CheckRefusal(read.status());
  CheckTaxonomy(*read);
}

}  // namespace overstap::fuzz
