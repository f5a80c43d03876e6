#include "tools/overstap/rest_bodies.h"

#include "base/status_macros.h"
#include "ingest/bsn.h"
#include "ingest/cohort_json.h"
#include "ingest/json_text.h"
#include "ingest/record_from_json.h"
#include "ingest/text_skills.h"

namespace overstap::cli {
namespace {

template <class Record>
absl::Status ReadTextOf(const advice::Context& context, Record* record) {
  if (!ingest::HasTextToRead(*record)) return absl::OkStatus();
  return ingest::ReadText(context.snapshot.extractor(), context.snapshot.taxonomy(), record);
}

absl::StatusOr<model::Profile> Profile(const advice::Context& context, const nlohmann::json& json) {
  OVERSTAP_RETURN_IF_ERROR(ingest::CheckNoBsn(json));
  OVERSTAP_ASSIGN_OR_RETURN(auto profile, ingest::RecordFromJson<model::Profile>(json));
  OVERSTAP_RETURN_IF_ERROR(ReadTextOf(context, &profile));
  return profile;
}

absl::StatusOr<model::Vacancy> Vacancy(const advice::Context& context, const nlohmann::json& json) {
  OVERSTAP_ASSIGN_OR_RETURN(auto vacancy, ingest::RecordFromJson<model::Vacancy>(json));
  OVERSTAP_RETURN_IF_ERROR(ReadTextOf(context, &vacancy));
  return vacancy;
}

absl::StatusOr<model::CohortGroup> CohortGroup(const advice::Context& context,
                                               const nlohmann::json& json) {
  OVERSTAP_ASSIGN_OR_RETURN(model::CohortGroup group, ingest::ParseCohortGroup(json.dump()));
  OVERSTAP_RETURN_IF_ERROR(ReadTextOf(context, &group.profile));
  group.profile.text.clear();
  return group;
}

}  // namespace

http::BodyReaders RestBodyReaders() {
  return {ingest::ParseJsonObject, Profile, Vacancy, CohortGroup};
}

}  // namespace overstap::cli
