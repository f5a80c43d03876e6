// The Store on RocksDB. Use Store::Open.
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <mutex>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "engine/store/data_state.h"
#include "engine/store/database.h"
#include "engine/store/early_reads.h"
#include "engine/store/store.h"
#include "rocksdb/write_batch.h"

namespace overstap::store {

class RocksdbStore final : public Store {
 public:
  RocksdbStore(std::unique_ptr<Database> database, DerivedFolder derived)
      : database_(std::move(database)), derived_(std::move(derived)), reads_(database_.get()) {}

  // Finishes erasing what was deleted before the process died, and removes files that it left
  // unfinished. For a store that is open for writing, before anything else.
  absl::Status FinishErasing();

  absl::Status PutTaxonomy(const TaxonomySource& source, const std::string& version) override;
  absl::StatusOr<TaxonomySource> ReadTaxonomy(const std::string& version) const override;
  absl::StatusOr<std::vector<TaxonomyInfo>> ListTaxonomies() const override;
  absl::StatusOr<CurrentVersions> CurrentTaxonomies() const override;
  absl::StatusOr<std::string> CurrentTaxonomy() const override;

  absl::Status PutCrosswalk(const Crosswalk& crosswalk) override;
  absl::StatusOr<std::vector<Crosswalk>> ReadCrosswalks() const override;

  std::unique_ptr<RecordBatch> NewBatch() const override;
  absl::Status WriteAll(std::span<const RecordBatch* const> batches) override;

  absl::Status BeginImport(std::string_view kind, std::string_view source) override;
  absl::Status EndImport(std::string_view kind) override;
  absl::StatusOr<std::vector<InterruptedImport>> InterruptedImports() const override;

  absl::Status ForEachVacancy(const Visitor<model::Vacancy>& visit) const override;
  absl::Status ForEachProfile(const Visitor<model::Profile>& visit) const override;
  absl::Status ForEachStoredVacancy(const StoredVisitor& visit) const override;
  absl::Status ForEachStoredProfile(const StoredVisitor& visit) const override;
  absl::Status ForEachCourse(const Visitor<model::Course>& visit) const override;
  absl::Status ForEachScheme(const Visitor<model::Scheme>& visit) const override;
  absl::Status ForEachRegion(const Visitor<model::Region>& visit) const override;
  absl::Status ForEachDemand(const Visitor<model::Demand>& visit) const override;
  absl::Status ForEachPlace(const Visitor<model::Place>& visit) const override;

  absl::Status DeleteVacancy(std::string_view id) override;
  absl::Status DeleteProfile(std::string_view id) override;
  absl::Status DeleteDemand(std::string_view id) override;

  absl::Status EraseDeleted() override;

  DerivedFolder derived() const override { return derived_; }

  absl::StatusOr<RecordCounts> Counts() const override;
  absl::StatusOr<std::string> DataVersion() const override;

 private:
  absl::StatusOr<DataState> ReadState() const;
  void Keep(std::optional<DataState> state);
  // Writes the batch, whose keys BeginWrite of reads_ has, and that state; for who holds
  // write_mutex_ since it read the one before.
  absl::Status WriteWith(const DataState& state, rocksdb::WriteBatch* batch);
  absl::Status EraseDeletedFrom(Family family);
  // `key` of the record with that id.
  absl::Status Delete(Family family, const std::string& key, std::string_view id);
  // Purges the family around `key`, or all of it, and takes its mark away.
  absl::Status Erase(Family family, std::optional<std::string_view> key);

  // Rewrites table files around `key`, or all of the family, and removes what was derived of it.
  absl::Status Purge(Family family, std::optional<std::string_view> key);

  const std::unique_ptr<Database> database_;
  const DerivedFolder derived_;
  mutable EarlyReads reads_;
  std::mutex write_mutex_;     // a write reads counts and old values first
  rocksdb::WriteBatch batch_;  // filled again: to make room for a large one takes longer
  std::array<uint64_t, kFamilyCount> deleting_batches_{};  // by family, so far
  mutable std::mutex state_mutex_;
  std::optional<DataState> state_;  // as the last write left it; nothing: it has to be read
};

}  // namespace overstap::store
