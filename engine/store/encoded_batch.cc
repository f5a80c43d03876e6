#include "engine/store/encoded_batch.h"

#include <type_traits>

#include "absl/strings/escaping.h"
#include "base/strings.h"
#include "engine/store/data_state.h"
#include "engine/store/key_codec.h"
#include "engine/store/meta_keys.h"
#include "engine/store/records.h"

namespace overstap::store {

namespace {

std::string RecordKey(std::string_view id) {
  std::string key;
  AppendString(&key, id);
  return key;
}

// What is in the meta family comes in a batch as demand and as places.
std::string_view NameOf(Family family, bool is_place) {
  if (family != Family::kMeta) return FamilyName(family);
  return is_place ? "place" : "demand";
}

}  // namespace

template <class Record>
void EncodedBatch::Add(Family family, std::string key, const std::string& id,
                       const Record& record) {
  absl::StatusOr<std::string> value = Encode(record);
  if (!value.ok()) {
    if (!status_.ok()) return;
    status_ = absl::Status(
        value.status().code(),
        ToAbsl(StrCat(NameOf(family, std::is_same_v<Record, model::Place>), " '",
                      absl::CHexEscape(id), "': ", FromAbsl(value.status().message()))));
    return;
  }
  Set(family, std::move(key), *std::move(value));
}

void EncodedBatch::Set(Family family, std::string key, std::optional<std::string> value) {
  // Here and not when it is written, which one thread does for all.
  const SetHash hash = value ? HashOfRecord(family, key, *value) : SetHash();
  const auto [position, is_new] = index_.try_emplace(std::pair(family, key), entries_.size());
  if (is_new) {
    entries_.push_back({family, std::move(key), std::move(value), hash});
  } else {
    entries_[position->second].value = std::move(value);
    entries_[position->second].hash = hash;
  }
}

void EncodedBatch::DeleteVacancy(std::string_view id) {
  Set(Family::kVacancies, RecordKey(id), std::nullopt);
}
void EncodedBatch::DeleteProfile(std::string_view id) {
  Set(Family::kProfiles, RecordKey(id), std::nullopt);
}

void EncodedBatch::Put(const model::Vacancy& record) {
  Add(Family::kVacancies, RecordKey(record.id), record.id, record);
}
void EncodedBatch::Put(const model::Profile& record) {
  Add(Family::kProfiles, RecordKey(record.id), record.id, record);
}
void EncodedBatch::Put(const model::Course& record) {
  Add(Family::kCourses, RecordKey(record.id), record.id, record);
}
void EncodedBatch::Put(const model::Scheme& record) {
  Add(Family::kSchemes, RecordKey(record.id), record.id, record);
}
void EncodedBatch::Put(const model::Region& record) {
  Add(Family::kRegions, RecordKey(record.code), record.code, record);
}
void EncodedBatch::Put(const model::Demand& record) {
  Add(Family::kMeta, DemandKey(record.id), record.id, record);
}
void EncodedBatch::Put(const model::Place& record) {
  const std::string id = model::IdOf(record);
  Add(Family::kMeta, PlaceKey(id), id, record);
}

}  // namespace overstap::store
