#include "ingest/cohort_json.h"

#include <utility>

#include "base/status_macros.h"
#include "base/strings.h"
#include "ingest/bsn.h"
#include "ingest/json_text.h"
#include "ingest/record_from_json.h"

namespace overstap::ingest {
namespace {

constexpr const char* kCount = "count";

absl::StatusOr<int64_t> TakeCount(nlohmann::json* object) {
  const auto found = object->find(kCount);
  if (found == object->end()) return 1;
  const nlohmann::json count = *found;
  object->erase(found);
  if (count.is_null()) return 1;
  if (count.is_number_unsigned()) {
    const uint64_t value = count.get<uint64_t>();
    if (value >= 1 && value <= static_cast<uint64_t>(model::kMaxCohortPeople)) {
      return static_cast<int64_t>(value);
    }
  }
  return absl::InvalidArgumentError(
      StrCat("count must be a whole number between 1 and ", model::kMaxCohortPeople));
}

}  // namespace

absl::StatusOr<model::CohortGroup> ParseCohortGroup(std::string_view json) {
  OVERSTAP_ASSIGN_OR_RETURN(nlohmann::json object, ParseJsonObject(json));
  OVERSTAP_RETURN_IF_ERROR(CheckNoBsn(object));
  model::CohortGroup group;
  OVERSTAP_ASSIGN_OR_RETURN(group.people, TakeCount(&object));
  OVERSTAP_ASSIGN_OR_RETURN(group.profile, RecordFromJson<model::Profile>(object));
  return group;
}

}  // namespace overstap::ingest
