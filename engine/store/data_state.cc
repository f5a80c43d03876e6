#include "engine/store/data_state.h"

#include <string>

#include "base/status_macros.h"
#include "base/strings.h"
#include "engine/store/stored_fields.h"
#include "overstap/storage/v1/records.pb.h"

namespace overstap::store {
namespace {

namespace pb = overstap::storage::v1;

constexpr size_t kVersionDigits = 12;

size_t Index(Family family) { return static_cast<size_t>(family); }

// The family in front keeps a vacancy and a course with one id apart. Lives until the next call of
// this thread.
std::string_view HashKey(Family family, std::string_view key) {
  thread_local std::string text;
  text.clear();
  StrAppend(&text, FamilyName(family), "/", key);
  return text;
}

}  // namespace

absl::StatusOr<DataState> DataState::Decode(std::string_view bytes) {
  pb::DataState stored;
  OVERSTAP_RETURN_IF_ERROR(ParseRecord("meta record", "data", bytes, &stored));
  DataState state;
  state.counts_[Index(Family::kVacancies)] = stored.vacancies();
  state.counts_[Index(Family::kProfiles)] = stored.profiles();
  state.counts_[Index(Family::kCourses)] = stored.courses();
  state.counts_[Index(Family::kSchemes)] = stored.schemes();
  state.counts_[Index(Family::kRegions)] = stored.regions();
  state.hash_ = SetHash::FromHex(stored.set_hash());
  if (state.hash_.ToHex() != stored.set_hash()) {
    return DamagedRecord("meta record", "data", "its hash");
  }
  return state;
}

std::string DataState::Encode() const {
  pb::DataState stored;
  stored.set_vacancies(counts_[Index(Family::kVacancies)]);
  stored.set_profiles(counts_[Index(Family::kProfiles)]);
  stored.set_courses(counts_[Index(Family::kCourses)]);
  stored.set_schemes(counts_[Index(Family::kSchemes)]);
  stored.set_regions(counts_[Index(Family::kRegions)]);
  stored.set_set_hash(hash_.ToHex());
  return stored.SerializeAsString();
}

SetHash HashOfRecord(Family family, std::string_view key, std::string_view value) {
  SetHash hash;
  hash.Add(HashKey(family, key), value);
  return hash;
}

void DataState::Add(Family family, const SetHash& record) {
  ++counts_[Index(family)];
  hash_.Merge(record);
}

void DataState::Remove(Family family, std::string_view key, std::string_view value) {
  --counts_[Index(family)];
  hash_.Remove(HashKey(family, key), value);
}

void DataState::Merge(const DataState& change) {
  for (size_t family = 0; family < counts_.size(); ++family) {
    counts_[family] += change.counts_[family];
  }
  hash_.Merge(change.hash_);
}

RecordCounts DataState::counts() const {
  RecordCounts counts;
  counts.vacancies = counts_[Index(Family::kVacancies)];
  counts.profiles = counts_[Index(Family::kProfiles)];
  counts.courses = counts_[Index(Family::kCourses)];
  counts.schemes = counts_[Index(Family::kSchemes)];
  counts.regions = counts_[Index(Family::kRegions)];
  return counts;
}

std::string DataState::DataVersion() const {
  return StrCat("data-", hash_.ToHex().substr(0, kVersionDigits));
}

}  // namespace overstap::store
