#include "engine/store/rocksdb_store.h"

#include <optional>
#include <utility>

#include "absl/strings/escaping.h"
#include "base/status_macros.h"
#include "base/strings.h"
#include "base/text_encoding.h"
#include "engine/store/crosswalk_record.h"
#include "engine/store/encoded_batch.h"
#include "engine/store/files.h"
#include "engine/store/format.h"
#include "engine/store/key_codec.h"
#include "engine/store/meta_keys.h"
#include "engine/store/records.h"
#include "engine/store/replaced.h"
#include "engine/store/stored_fields.h"
#include "engine/store/taxonomy_store.h"
#include "overstap/storage/v1/records.pb.h"

namespace overstap::store {
namespace {

namespace pb = overstap::storage::v1;

// A batch of more bytes does not keep its memory for the next one.
constexpr size_t kMostKeptBytes = size_t{4} << 20;

// Families that a record can be deleted from.
constexpr Family kErasable[] = {Family::kVacancies, Family::kProfiles, Family::kMeta};

absl::Status NoStore(const std::string& folder, const absl::Status& why) {
  return absl::NotFoundError(StrCat("no store in '", folder, "' (", FromAbsl(why.message()),
                                    "); run: overstap import esco DIR --store ", folder, " first"));
}

absl::Status PrepareFolder(const std::string& folder, OpenMode mode) {
  const absl::Status format = CheckFormat(folder);
  if (!absl::IsNotFound(format)) return format;
  return mode == OpenMode::kReadOnly ? NoStore(folder, format) : WriteFormat(folder);
}

std::string RecordKey(std::string_view id) {
  std::string key;
  AppendString(&key, id);
  return key;
}

absl::Status VisitStored(const Database& database, Family family,
                         const Store::StoredVisitor& visit) {
  return database.Scan(family, "",
                       [&](std::string_view key, std::string_view value) -> absl::Status {
                         KeyReader reader(key);
                         OVERSTAP_ASSIGN_OR_RETURN(const std::string id, reader.ReadString());
                         OVERSTAP_RETURN_IF_ERROR(reader.ExpectEnd());
                         return visit(id, value);
                       });
}

// `decode` makes a record of an id and bytes.
template <class Record, class Decode>
absl::Status VisitRecords(const Database& database, Family family, Decode decode,
                          const Store::Visitor<Record>& visit) {
  return VisitStored(database, family,
                     [&](std::string_view id, std::string_view bytes) -> absl::Status {
                       OVERSTAP_ASSIGN_OR_RETURN(Record record, decode(std::string(id), bytes));
                       return visit(std::move(record));
                     });
}

// The same for records of the meta family.
template <class Record, class Decode>
absl::Status VisitMeta(const Database& database, const std::string& prefix, Decode decode,
                       const Store::Visitor<Record>& visit) {
  return database.Scan(Family::kMeta, prefix,
                       [&](std::string_view key, std::string_view value) -> absl::Status {
                         OVERSTAP_ASSIGN_OR_RETURN(std::string id, MetaArgument(key));
                         OVERSTAP_ASSIGN_OR_RETURN(Record record, decode(std::move(id), value));
                         return visit(std::move(record));
                       });
}

absl::StatusOr<int64_t> CountMeta(const Database& database, const std::string& prefix) {
  int64_t count = 0;
  OVERSTAP_RETURN_IF_ERROR(
      database.Scan(Family::kMeta, prefix, [&count](std::string_view, std::string_view) {
        ++count;
        return absl::OkStatus();
      }));
  return count;
}

}  // namespace

absl::StatusOr<std::unique_ptr<Store>> Store::Open(const std::string& folder, OpenMode mode) {
  OVERSTAP_RETURN_IF_ERROR(PrepareFolder(folder, mode));
  absl::StatusOr<std::unique_ptr<Database>> database = Database::Open(StrCat(folder, "/db"), mode);
  if (absl::IsNotFound(database.status())) return NoStore(folder, database.status());
  OVERSTAP_RETURN_IF_ERROR(database.status());
  auto store = std::make_unique<RocksdbStore>(
      *std::move(database),
      DerivedFolder{StrCat(folder, "/derived"), mode == OpenMode::kReadWrite});
  if (mode == OpenMode::kReadWrite) OVERSTAP_RETURN_IF_ERROR(store->FinishErasing());
  return store;
}

absl::Status RocksdbStore::FinishErasing() {
  OVERSTAP_RETURN_IF_ERROR(RemoveFiles(derived_.path, "", NewFile::kUnfinished));
  for (const Family family : kErasable) {
    OVERSTAP_ASSIGN_OR_RETURN(const std::optional<std::string> mark,
                              database_->Get(Family::kMeta, EraseKey(family)));
    if (mark) OVERSTAP_RETURN_IF_ERROR(Erase(family, std::nullopt));
  }
  return absl::OkStatus();
}

absl::Status RocksdbStore::PutTaxonomy(const TaxonomySource& source, const std::string& version) {
  const std::lock_guard lock(write_mutex_);
  return store::PutTaxonomy(source, version, database_.get());
}

absl::StatusOr<TaxonomySource> RocksdbStore::ReadTaxonomy(const std::string& version) const {
  return store::ReadTaxonomy(version, *database_);
}

absl::StatusOr<std::vector<TaxonomyInfo>> RocksdbStore::ListTaxonomies() const {
  return store::ListTaxonomies(*database_);
}

absl::StatusOr<CurrentVersions> RocksdbStore::CurrentTaxonomies() const {
  return store::CurrentTaxonomies(*database_);
}

absl::StatusOr<std::string> RocksdbStore::CurrentTaxonomy() const {
  OVERSTAP_ASSIGN_OR_RETURN(const CurrentVersions current, CurrentTaxonomies());
  return current.empty() ? std::string() : Primary(current)->second;
}

absl::Status RocksdbStore::PutCrosswalk(const Crosswalk& crosswalk) {
  OVERSTAP_ASSIGN_OR_RETURN(const std::string value, Encode(crosswalk));
  const std::string key = CrosswalkKey(crosswalk.from_scheme, crosswalk.to_scheme);
  const std::lock_guard lock(write_mutex_);
  OVERSTAP_ASSIGN_OR_RETURN(DataState state, ReadState());
  OVERSTAP_ASSIGN_OR_RETURN(const std::optional<std::string> old,
                            database_->Get(Family::kMeta, key));
  if (old) state.Remove(Family::kMeta, key, *old);
  state.Add(Family::kMeta, key, value);
  reads_.BeginWrite(Family::kMeta, key);
  rocksdb::WriteBatch batch;
  database_->Put(Family::kMeta, key, value, &batch);
  return WriteWith(state, &batch);
}

absl::StatusOr<std::vector<Crosswalk>> RocksdbStore::ReadCrosswalks() const {
  std::vector<Crosswalk> crosswalks;
  OVERSTAP_RETURN_IF_ERROR(database_->Scan(
      Family::kMeta, CrosswalkPrefix(),
      [&crosswalks](std::string_view key, std::string_view value) -> absl::Status {
        OVERSTAP_ASSIGN_OR_RETURN(auto schemes, CrosswalkSchemes(key));
        OVERSTAP_ASSIGN_OR_RETURN(
            Crosswalk crosswalk,
            DecodeCrosswalk(std::move(schemes.first), std::move(schemes.second), value));
        crosswalks.push_back(std::move(crosswalk));
        return absl::OkStatus();
      }));
  return crosswalks;
}

std::unique_ptr<RecordBatch> RocksdbStore::NewBatch() const {
  return std::make_unique<EncodedBatch>(&reads_);
}

absl::Status RocksdbStore::WriteAll(std::span<const RecordBatch* const> batches) {
  OVERSTAP_ASSIGN_OR_RETURN(const Entries entries, LastOfEach(batches));
  const std::lock_guard lock(write_mutex_);
  OVERSTAP_ASSIGN_OR_RETURN(DataState state, ReadState());
  OVERSTAP_ASSIGN_OR_RETURN(const Replaced replaced, FindReplaced(*database_, reads_, entries));
  state.Merge(replaced.change);
  std::array<bool, kFamilyCount> erases{};
  batch_.Clear();
  for (size_t i = 0; i < entries.size(); ++i) {
    const EncodedBatch::Entry& entry = *entries[i];
    reads_.BeginWrite(entry.family, entry.key);
    if (entry.value) {
      database_->Put(entry.family, entry.key, *entry.value, &batch_);
    } else if (replaced.was_there[i] != 0) {
      erases[static_cast<size_t>(entry.family)] = true;
      database_->Delete(entry.family, entry.key, &batch_);
    }
  }
  for (const Family family : kErasable) {
    if (!erases[static_cast<size_t>(family)]) continue;
    ++deleting_batches_[static_cast<size_t>(family)];
    database_->Put(Family::kMeta, EraseKey(family), "", &batch_);
  }
  const absl::Status status = WriteWith(state, &batch_);
  if (batch_.GetDataSize() > kMostKeptBytes) batch_ = rocksdb::WriteBatch();
  return status;
}

absl::Status RocksdbStore::EraseDeleted() {
  for (const Family family : kErasable) OVERSTAP_RETURN_IF_ERROR(EraseDeletedFrom(family));
  return absl::OkStatus();
}

// What is deleted while the files are rewritten keeps its mark, for the next time.
absl::Status RocksdbStore::EraseDeletedFrom(Family family) {
  uint64_t& batches = deleting_batches_[static_cast<size_t>(family)];
  uint64_t before = 0;
  {
    const std::lock_guard lock(write_mutex_);
    OVERSTAP_ASSIGN_OR_RETURN(const std::optional<std::string> mark,
                              database_->Get(Family::kMeta, EraseKey(family)));
    if (!mark) return absl::OkStatus();
    before = batches;
  }
  OVERSTAP_RETURN_IF_ERROR(Purge(family, std::nullopt));
  const std::lock_guard lock(write_mutex_);
  if (batches != before) return absl::OkStatus();
  rocksdb::WriteBatch batch;
  database_->Delete(Family::kMeta, EraseKey(family), &batch);
  return database_->Write(&batch);
}

absl::Status RocksdbStore::BeginImport(std::string_view kind, std::string_view source) {
  FieldChecks checks;
  pb::ImportMark mark;
  mark.set_source(checks.Text("source", std::string(source)));
  checks.Text("kind", std::string(kind));
  OVERSTAP_RETURN_IF_ERROR(checks.status());
  OVERSTAP_ASSIGN_OR_RETURN(const std::string value, Serialise(mark));
  const std::lock_guard lock(write_mutex_);
  rocksdb::WriteBatch batch;
  database_->Put(Family::kMeta, ImportKey(kind), value, &batch);
  return database_->Write(&batch);
}

absl::Status RocksdbStore::EndImport(std::string_view kind) {
  const std::lock_guard lock(write_mutex_);
  rocksdb::WriteBatch batch;
  database_->Delete(Family::kMeta, ImportKey(kind), &batch);
  return database_->Write(&batch);
}

absl::StatusOr<std::vector<InterruptedImport>> RocksdbStore::InterruptedImports() const {
  std::vector<InterruptedImport> imports;
  const absl::Status scanned =
      database_->Scan(Family::kMeta, ImportPrefix(),
                      [&](std::string_view key, std::string_view value) -> absl::Status {
                        OVERSTAP_ASSIGN_OR_RETURN(std::string kind, MetaArgument(key));
                        pb::ImportMark mark;
                        OVERSTAP_RETURN_IF_ERROR(ParseRecord("import mark", kind, value, &mark));
                        imports.push_back({std::move(kind), mark.source()});
                        return absl::OkStatus();
                      });
  OVERSTAP_RETURN_IF_ERROR(scanned);
  return imports;
}

absl::Status RocksdbStore::ForEachVacancy(const Visitor<model::Vacancy>& visit) const {
  return VisitRecords(*database_, Family::kVacancies, DecodeVacancy, visit);
}

absl::Status RocksdbStore::ForEachProfile(const Visitor<model::Profile>& visit) const {
  return VisitRecords(*database_, Family::kProfiles, DecodeProfile, visit);
}

absl::Status RocksdbStore::ForEachStoredVacancy(const StoredVisitor& visit) const {
  return VisitStored(*database_, Family::kVacancies, visit);
}

absl::Status RocksdbStore::ForEachStoredProfile(const StoredVisitor& visit) const {
  return VisitStored(*database_, Family::kProfiles, visit);
}

absl::Status RocksdbStore::ForEachCourse(const Visitor<model::Course>& visit) const {
  return VisitRecords(*database_, Family::kCourses, DecodeCourse, visit);
}

absl::Status RocksdbStore::ForEachScheme(const Visitor<model::Scheme>& visit) const {
  return VisitRecords(*database_, Family::kSchemes, DecodeScheme, visit);
}

absl::Status RocksdbStore::ForEachRegion(const Visitor<model::Region>& visit) const {
  return VisitRecords(*database_, Family::kRegions, DecodeRegion, visit);
}

absl::Status RocksdbStore::ForEachDemand(const Visitor<model::Demand>& visit) const {
  return VisitMeta(*database_, DemandPrefix(), DecodeDemand, visit);
}

absl::Status RocksdbStore::ForEachPlace(const Visitor<model::Place>& visit) const {
  return VisitMeta(*database_, PlacePrefix(), DecodePlace, visit);
}

absl::Status RocksdbStore::DeleteVacancy(std::string_view id) {
  return Delete(Family::kVacancies, RecordKey(id), id);
}

absl::Status RocksdbStore::DeleteProfile(std::string_view id) {
  return Delete(Family::kProfiles, RecordKey(id), id);
}

absl::Status RocksdbStore::DeleteDemand(std::string_view id) {
  return Delete(Family::kMeta, DemandKey(id), id);
}

absl::Status RocksdbStore::Delete(Family family, const std::string& key, std::string_view id) {
  const std::lock_guard lock(write_mutex_);
  OVERSTAP_ASSIGN_OR_RETURN(const std::optional<std::string> old, database_->Get(family, key));
  if (!old) {
    return absl::NotFoundError(
        StrCat("there is no '", absl::CHexEscape(ToAbsl(id)), "' among the ",
               family == Family::kMeta ? std::string_view("demand") : FamilyName(family)));
  }
  // An earlier erasure that did not come to its end is finished together with this one.
  OVERSTAP_ASSIGN_OR_RETURN(const std::optional<std::string> unfinished,
                            database_->Get(Family::kMeta, EraseKey(family)));
  OVERSTAP_ASSIGN_OR_RETURN(DataState state, ReadState());
  state.Remove(family, key, *old);
  reads_.BeginWrite(family, key);
  rocksdb::WriteBatch batch;
  database_->Delete(family, key, &batch);
  database_->Put(Family::kMeta, EraseKey(family), "", &batch);
  OVERSTAP_RETURN_IF_ERROR(WriteWith(state, &batch));
  return Erase(family, unfinished ? std::nullopt : std::optional<std::string_view>(key));
}

absl::Status RocksdbStore::Purge(Family family, std::optional<std::string_view> key) {
  OVERSTAP_RETURN_IF_ERROR(RemoveFiles(derived_.path, StrCat(FamilyName(family), ".")));
  return database_->Purge(family, key);
}

absl::Status RocksdbStore::Erase(Family family, std::optional<std::string_view> key) {
  OVERSTAP_RETURN_IF_ERROR(Purge(family, key));
  rocksdb::WriteBatch batch;
  database_->Delete(Family::kMeta, EraseKey(family), &batch);
  return database_->Write(&batch);
}

absl::StatusOr<RecordCounts> RocksdbStore::Counts() const {
  OVERSTAP_ASSIGN_OR_RETURN(const DataState state, ReadState());
  RecordCounts counts = state.counts();
  OVERSTAP_ASSIGN_OR_RETURN(counts.demand, CountMeta(*database_, DemandPrefix()));
  OVERSTAP_ASSIGN_OR_RETURN(counts.places, CountMeta(*database_, PlacePrefix()));
  return counts;
}

absl::StatusOr<std::string> RocksdbStore::DataVersion() const {
  OVERSTAP_ASSIGN_OR_RETURN(const DataState state, ReadState());
  return state.DataVersion();
}

absl::StatusOr<DataState> RocksdbStore::ReadState() const {
  {
    const std::lock_guard lock(state_mutex_);
    if (state_) return *state_;
  }
  OVERSTAP_ASSIGN_OR_RETURN(const std::optional<std::string> bytes,
                            database_->Get(Family::kMeta, DataStateKey()));
  return bytes ? DataState::Decode(*bytes) : DataState();
}

void RocksdbStore::Keep(std::optional<DataState> state) {
  const std::lock_guard lock(state_mutex_);
  state_ = std::move(state);
}

absl::Status RocksdbStore::WriteWith(const DataState& state, rocksdb::WriteBatch* batch) {
  database_->Put(Family::kMeta, DataStateKey(), state.Encode(), batch);
  Keep(std::nullopt);
  const absl::Status status = database_->Write(batch);
  reads_.EndWrite();
  if (status.ok()) Keep(state);
  return status;
}

}  // namespace overstap::store
