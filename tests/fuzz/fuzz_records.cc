#include <optional>
#include <type_traits>

#include "base/text_encoding.h"
#include "engine/model/validation.h"
#include "engine/snapshot/scheme_conditions_reader.h"
#include "ingest/cohort_json.h"
#include "ingest/flat_json.h"
#include "ingest/record_from_json.h"
#include "ingest/record_parser.h"
#include "ingest/records_json.h"
#include "tests/fuzz/check.h"
#include "tests/fuzz/fuzz_targets.h"

namespace overstap::fuzz {
namespace {

// A refusal says why, in few words that a terminal can show.
void CheckRefusal(const absl::Status& status) {
  const std::string_view message(status.message().data(), status.message().size());
  OVERSTAP_FUZZ_CHECK(status.code() == absl::StatusCode::kInvalidArgument);
  OVERSTAP_FUZZ_CHECK(!message.empty() && message.size() <= 1000);
  OVERSTAP_FUZZ_CHECK(IsValidUtf8(message));
}

template <class Record>
void CheckRecord(const absl::StatusOr<Record>& record) {
  if (!record.ok()) return CheckRefusal(record.status());
  OVERSTAP_FUZZ_CHECK(Validate(*record).ok());
  OVERSTAP_FUZZ_CHECK(IsValidUtf8(record->id));
}

// What is read without a tree is what the tree gives.
template <class Record>
void CheckFlat(std::string_view bytes, const absl::StatusOr<Record>& record) {
  ingest::FlatJson flat;
  if (!IsValidUtf8(bytes) || !flat.Read(bytes)) return;
  const std::optional<Record> quickly = ingest::RecordFromFlatJson<Record>(flat);
  const bool about_people = std::is_same_v<Record, model::Profile>;
  if (!quickly || (about_people && ingest::AnyTextHoldsBsn(flat))) return;
  OVERSTAP_FUZZ_CHECK(record.ok() && *record == *quickly);
}

template <class Record>
void CheckBoth(std::string_view bytes, const absl::StatusOr<Record>& record) {
  CheckRecord(record);
  CheckFlat(bytes, record);
}

}  // namespace

void FuzzVacancy(std::string_view bytes) { CheckBoth(bytes, ingest::ParseVacancy(bytes)); }
void FuzzProfile(std::string_view bytes) { CheckBoth(bytes, ingest::ParseProfile(bytes)); }
void FuzzCourse(std::string_view bytes) { CheckBoth(bytes, ingest::ParseCourse(bytes)); }

void FuzzCohort(std::string_view bytes) {
  const auto group = ingest::ParseCohortGroup(bytes);
  if (!group.ok()) return CheckRefusal(group.status());
  OVERSTAP_FUZZ_CHECK(Validate(group->profile).ok() && IsValidUtf8(group->profile.id));
  OVERSTAP_FUZZ_CHECK(group->people >= 1 && group->people <= model::kMaxCohortPeople);
}

void FuzzScheme(std::string_view bytes) {
  const auto scheme = ingest::ParseScheme(bytes);
  CheckRecord(scheme);
  if (scheme.ok()) OVERSTAP_FUZZ_CHECK(IsValidUtf8(scheme->conditions_json));
}

// Whatever stands there, a scheme is never more certain than its conditions are understood.
void FuzzSchemeConditions(std::string_view bytes) {
  const model::SchemeConditions conditions = snapshot::ReadSchemeConditions(bytes);
  OVERSTAP_FUZZ_CHECK(conditions == snapshot::ReadSchemeConditions(bytes));
  model::Scheme scheme;
  scheme.status = model::SchemeStatus::kOpen;
  const model::SchemeCheck check =
      model::Check(scheme, conditions, {}, {}, absl::CivilDay(2026, 11, 21));
  if (conditions.not_understood.empty()) return;
  OVERSTAP_FUZZ_CHECK(check.eligibility != model::Eligibility::kYes);
}

void FuzzRegion(std::string_view bytes) {
  const auto region = ingest::ParseRegion(bytes);
  if (!region.ok()) return CheckRefusal(region.status());
  OVERSTAP_FUZZ_CHECK(!region->code.empty() && model::CheckRegion(region->code).ok());
  OVERSTAP_FUZZ_CHECK(Validate(region->centroid).ok());
}

void FuzzDemand(std::string_view bytes) {
  const auto demand = ingest::ParseDemand(bytes);
  CheckRecord(demand);
  if (!demand.ok()) return;
  OVERSTAP_FUZZ_CHECK(demand->tension || demand->open_vacancies);
  OVERSTAP_FUZZ_CHECK(IsValidUtf8(demand->code) && IsValidUtf8(demand->source));
}

// Whatever stands there, in either format, a place that is taken is one in the Netherlands, and
// both readers of own lines agree on it.
void FuzzPlace(std::string_view bytes) {
  const auto own = ingest::ParsePlace(bytes);
  if (!own.ok()) CheckRefusal(own.status());
  for (const auto format : {ingest::RecordFormat::kOverstap, ingest::RecordFormat::kCentroids}) {
    const auto parsed = ingest::ParseText<model::Place>({format, {}}, bytes);
    for (const ingest::Refusal& refusal : parsed.refusals) CheckRefusal(refusal.status);
    for (const auto& draft : parsed.drafts) {
      OVERSTAP_FUZZ_CHECK(model::Validate(draft.record).ok());
      OVERSTAP_FUZZ_CHECK(IsValidUtf8(draft.record.name));
      OVERSTAP_FUZZ_CHECK(format == ingest::RecordFormat::kCentroids ||
                          (own.ok() && *own == draft.record));
    }
  }
}

}  // namespace overstap::fuzz
