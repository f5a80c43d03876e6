#include "ingest/records_json.h"

#include "base/status_macros.h"
#include "ingest/bsn.h"
#include "ingest/json_text.h"
#include "ingest/record_from_json.h"

namespace overstap::ingest {
namespace {

template <class Record>
absl::StatusOr<Record> Parse(std::string_view text) {
  OVERSTAP_ASSIGN_OR_RETURN(const nlohmann::json object, ParseJsonObject(text));
  return RecordFromJson<Record>(object);
}

}  // namespace

absl::StatusOr<model::Vacancy> ParseVacancy(std::string_view json) {
  return Parse<model::Vacancy>(json);
}

absl::StatusOr<model::Profile> ParseProfile(std::string_view json) {
  OVERSTAP_ASSIGN_OR_RETURN(const nlohmann::json object, ParseJsonObject(json));
  OVERSTAP_RETURN_IF_ERROR(CheckNoBsn(object));
  return RecordFromJson<model::Profile>(object);
}

absl::StatusOr<model::Course> ParseCourse(std::string_view json) {
  return Parse<model::Course>(json);
}

absl::StatusOr<model::Scheme> ParseScheme(std::string_view json) {
  return Parse<model::Scheme>(json);
}

absl::StatusOr<model::Region> ParseRegion(std::string_view json) {
  return Parse<model::Region>(json);
}

absl::StatusOr<model::Demand> ParseDemand(std::string_view json) {
  return Parse<model::Demand>(json);
}

absl::StatusOr<model::Place> ParsePlace(std::string_view json) { return Parse<model::Place>(json); }

}  // namespace overstap::ingest
