// Records on their way to the store, already in their stored form.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "absl/status/status.h"
#include "base/content_hash.h"
#include "engine/store/database.h"
#include "engine/store/store.h"

namespace overstap::store {

// Not thread-safe.
class EncodedBatch final : public RecordBatch {
 public:
  struct Entry {
    Family family;
    std::string key;
    std::optional<std::string> value;  // nothing: the record goes
    SetHash hash;                      // of the record with this value
  };

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
  void Add(Family family, std::string key, const std::string& id, const Record& record);
  void Set(Family family, std::string key, std::optional<std::string> value);

  std::vector<Entry> entries_;
  absl::flat_hash_map<std::pair<Family, std::string>, size_t> index_;  // into entries_
  absl::Status status_;
};

}  // namespace overstap::store
