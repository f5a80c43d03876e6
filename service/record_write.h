// Changes of records on their way to the store and to the snapshots of it.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <type_traits>
#include <utility>

#include "engine/snapshot/snapshot.h"
#include "engine/store/store.h"

namespace overstap::service {

// The same changes for both. Not thread-safe.
class RecordWrite {
 public:
  explicit RecordWrite(const store::Store& store) : batch_(store.NewBatch()) {}

  // Of a kind of which there is little only the store hears: it is read again when it is shown.
  template <class Record>
  void Put(Record record) {
    batch_->Put(record);
    if constexpr (std::is_same_v<Record, model::Vacancy>) {
      Add(std::move(record), &changes_.vacancies);
    } else if constexpr (std::is_same_v<Record, model::Profile>) {
      Add(std::move(record), &changes_.profiles);
    }
  }
  void DeleteVacancy(const std::string& id) {
    batch_->DeleteVacancy(id);
    changes_.vacancies.push_back({id, std::nullopt});
  }
  void DeleteProfile(const std::string& id) {
    batch_->DeleteProfile(id);
    changes_.profiles.push_back({id, std::nullopt});
  }

  int64_t size() const { return batch_->size(); }
  const store::RecordBatch& batch() const { return *batch_; }
  const snapshot::RecordChanges& changes() const { return changes_; }
  snapshot::RecordChanges TakeChanges() { return std::exchange(changes_, {}); }

 private:
  template <class Record, class Changes>
  static void Add(Record record, Changes* changes) {
    std::string id = record.id;
    changes->push_back({std::move(id), std::move(record)});
  }

  std::unique_ptr<store::RecordBatch> batch_;
  snapshot::RecordChanges changes_;
};

}  // namespace overstap::service
