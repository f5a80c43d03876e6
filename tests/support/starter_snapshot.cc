#include "tests/support/starter_snapshot.h"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "base/status_macros.h"
#include "base/strings.h"
#include "ingest/esco_reader.h"
#include "ingest/records_json.h"
#include "ingest/techniek_json.h"
#include "tests/support/data_files.h"

namespace overstap {
namespace {

const std::string& IdOf(const model::Region& region) { return region.code; }
template <class Record>
const std::string& IdOf(const Record& record) {
  return record.id;
}

template <class Record>
absl::Status ReadRecords(const std::string& name,
                         absl::StatusOr<Record> (*parse)(std::string_view json),
                         std::vector<Record>* records) {
  const std::filesystem::path path = StarterFolder() / name;
  for (const auto& [number, line] : RecordLines(path)) {
    absl::StatusOr<Record> record = parse(line);
    if (!record.ok()) {
      return absl::InvalidArgumentError(
          StrCat(name, ":", number, ": ", FromAbsl(record.status().message())));
    }
    records->push_back(*std::move(record));
  }
  std::sort(records->begin(), records->end(),
            [](const Record& a, const Record& b) { return IdOf(a) < IdOf(b); });
  return absl::OkStatus();
}

}  // namespace

snapshot::Parameters ShippedParameters() {
  snapshot::Parameters parameters;
  for (const char* name : {"techniek-isco.json", "techniek-breed.json"}) {
    const std::string json = ReadFile(SourceRoot() / "data" / "techniek" / name);
    parameters.techniek.push_back(ingest::ParseTechniek(json).value());
  }
  return parameters;
}

absl::StatusOr<snapshot::Source> ReadStarter(ingest::ImportReport* report) {
  ingest::ImportReport own_report;
  if (report == nullptr) report = &own_report;
  NoProgress progress;
  snapshot::Source source;
  const std::string folder = (StarterFolder() / "taxonomy").string();
  OVERSTAP_ASSIGN_OR_RETURN(source.taxonomy,
                            ingest::ReadEsco({folder, DefaultLanguageOrder()}, report, &progress));
  source.taxonomy_version = ContentVersion(source.taxonomy);
  source.data_version = "data-starter";
  OVERSTAP_RETURN_IF_ERROR(ReadRecords("vacancies.jsonl", ingest::ParseVacancy, &source.vacancies));
  OVERSTAP_RETURN_IF_ERROR(ReadRecords("profiles.jsonl", ingest::ParseProfile, &source.profiles));
  OVERSTAP_RETURN_IF_ERROR(ReadRecords("courses.jsonl", ingest::ParseCourse, &source.courses));
  OVERSTAP_RETURN_IF_ERROR(ReadRecords("schemes.jsonl", ingest::ParseScheme, &source.schemes));
  OVERSTAP_RETURN_IF_ERROR(ReadRecords("regions.jsonl", ingest::ParseRegion, &source.regions));
  OVERSTAP_RETURN_IF_ERROR(ReadRecords("demand.jsonl", ingest::ParseDemand, &source.demand));
  return source;
}

std::shared_ptr<const snapshot::Snapshot> StarterSnapshot() {
  static const auto* const kSnapshot = new std::shared_ptr<const snapshot::Snapshot>(
      snapshot::Snapshot::Build(ReadStarter().value(), ShippedParameters()).value());
  return *kSnapshot;
}

}  // namespace overstap
