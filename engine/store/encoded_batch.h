// Records on their way to the store, already in their stored form.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "absl/status/status.h"
#include "absl/strings/string_view.h"
#include "base/content_hash.h"
#include "engine/store/byte_arena.h"
#include "engine/store/database.h"
#include "engine/store/early_reads.h"
#include "engine/store/store.h"

namespace overstap::store {

// Not thread-safe.
class EncodedBatch final : public RecordBatch {
 public:
  struct Entry {
    Family family;
    std::string_view key;                   // of the batch, as the value is
    std::optional<std::string_view> value;  // nothing: the record goes
    SetHash hash;                           // of the record with this value
    // Where the value that was there before may have been read by now; null: nowhere.
    std::shared_ptr<EarlyChunk> chunk;
    size_t place = 0;
  };

  // What the batch replaces is read by `reads`, which outlives it; null: by nobody.
  explicit EncodedBatch(EarlyReads* reads = nullptr) : reads_(reads) {}

  void Put(const model::Vacancy& record) override;
  void Put(const model::Profile& record) override;
  void Put(const model::Course& record) override;
  void Put(const model::Scheme& record) override;
  void Put(const model::Region& record) override;
  void Put(const model::Demand& record) override;
  void Put(const model::Place& record) override;
  void DeleteVacancy(std::string_view id) override;
  void DeleteProfile(std::string_view id) override;
  // A record that was changed twice counts once.
  int64_t size() const override { return static_cast<int64_t>(entries_.size()); }

  // Each record once, as it was changed last, in order of first appearance.
  const std::vector<Entry>& entries() const { return entries_; }
  const absl::Status& status() const override { return status_; }

 private:
  template <class Record>
  void Add(Family family, std::string_view key, const std::string& id, const Record& record);
  void Set(Family family, std::string_view key, std::optional<std::string_view> value);
  void ReadEarly(Entry* entry);

  EarlyReads* const reads_;
  std::shared_ptr<EarlyChunk> chunk_;  // to be filled

  const std::shared_ptr<ByteArena> bytes_ = std::make_shared<ByteArena>();
  std::vector<Entry> entries_;
  absl::flat_hash_map<std::pair<Family, absl::string_view>, size_t> index_;  // into entries_
  absl::Status status_;
};

}  // namespace overstap::store
