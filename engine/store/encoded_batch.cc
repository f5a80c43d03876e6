#include "engine/store/encoded_batch.h"

#include <type_traits>
#include <utility>

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
void EncodedBatch::Add(Family family, std::string_view key, const std::string& id,
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
  Set(family, key, std::string_view(*value));
}

void EncodedBatch::Set(Family family, std::string_view key, std::optional<std::string_view> value) {
  // Here and not when it is written, which one thread does for all.
  const SetHash hash = value ? HashOfRecord(family, key, *value) : SetHash();
  if (value) value = bytes_->Add(*value);
  const auto known = index_.find(std::pair(family, ToAbsl(key)));
  if (known != index_.end()) {
    entries_[known->second].value = value;
    entries_[known->second].hash = hash;
    return;
  }
  key = bytes_->Add(key);
  index_.emplace(std::pair(family, ToAbsl(key)), entries_.size());
  entries_.push_back({family, key, value, hash, nullptr, 0});
  if (reads_ != nullptr) ReadEarly(&entries_.back());
}

void EncodedBatch::ReadEarly(Entry* entry) {
  if (chunk_ == nullptr || chunk_->family() != entry->family) {
    chunk_ = std::make_shared<EarlyChunk>(entry->family, bytes_);
  }
  entry->place = chunk_->Add(entry->key);
  entry->chunk = chunk_;
  if (chunk_->is_full()) reads_->Post(std::exchange(chunk_, nullptr));
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
