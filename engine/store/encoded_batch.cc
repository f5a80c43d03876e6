#include "engine/store/encoded_batch.h"

#include "absl/strings/escaping.h"
#include "base/strings.h"
#include "engine/store/key_codec.h"
#include "engine/store/records.h"

namespace overstap::store {

template <class Record>
void EncodedBatch::Add(Family family, const std::string& id, const Record& record) {
  absl::StatusOr<std::string> value = Encode(record);
  if (!value.ok()) {
    if (!status_.ok()) return;
    status_ = absl::Status(value.status().code(),
                           ToAbsl(StrCat(FamilyName(family), " '", absl::CHexEscape(id),
                                         "': ", FromAbsl(value.status().message()))));
    return;
  }
  std::string key;
  AppendString(&key, id);
  const auto [position, is_new] = index_.try_emplace(std::pair(family, key), entries_.size());
  if (is_new) {
    entries_.push_back({family, std::move(key), *std::move(value)});
  } else {
    entries_[position->second].value = *std::move(value);
  }
}

void EncodedBatch::Put(const model::Vacancy& record) { Add(Family::kVacancies, record.id, record); }
void EncodedBatch::Put(const model::Profile& record) { Add(Family::kProfiles, record.id, record); }
void EncodedBatch::Put(const model::Course& record) { Add(Family::kCourses, record.id, record); }
void EncodedBatch::Put(const model::Scheme& record) { Add(Family::kSchemes, record.id, record); }
void EncodedBatch::Put(const model::Region& record) { Add(Family::kRegions, record.code, record); }

}  // namespace overstap::store
