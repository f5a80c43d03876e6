// The durable home of source records. What is derived from them lives elsewhere and can be rebuilt.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "engine/model/course.h"
#include "engine/model/demand.h"
#include "engine/model/place.h"
#include "engine/model/profile.h"
#include "engine/model/region.h"
#include "engine/model/scheme.h"
#include "engine/model/vacancy.h"
#include "taxonomy/crosswalk.h"
#include "taxonomy/source.h"

namespace overstap::store {

enum class OpenMode {
  kReadOnly,   // beside a running writer; the store must exist
  kReadWrite,  // one process at a time; makes the store when the folder is empty or missing
};

// One version of a skills language in the store.
struct TaxonomyInfo {
  std::string version;  // "esco-3f9a2c41d0e7"
  std::string scheme;   // "esco"
  int64_t occupations = 0;
  int64_t skills = 0;  // with knowledge
  int64_t relations = 0;
  bool current = false;  // the one of its scheme that queries use
  // Of two versions the one that was written later has the higher number; 0: written by a program
  // that did not count.
  int64_t sequence = 0;
};

// By scheme, such as "esco": the version that queries use.
using CurrentVersions = std::map<std::string, std::string>;

// The scheme in whose terms answers are given when several are loaded.
inline constexpr std::string_view kPreferredScheme = "esco";

// Where in `current` the primary scheme is: the preferred one when it is there, else the first by
// name; the end when it is empty.
inline CurrentVersions::const_iterator Primary(const CurrentVersions& current) {
  const auto preferred = current.find(std::string(kPreferredScheme));
  return preferred != current.end() ? preferred : current.begin();
}

// Number of records of each kind.
struct RecordCounts {
  int64_t vacancies = 0;
  int64_t profiles = 0;
  int64_t courses = 0;
  int64_t schemes = 0;
  int64_t regions = 0;
  int64_t demand = 0;
  int64_t places = 0;
};

// An import that began and did not end: the process was killed or the disk was full.
struct InterruptedImport {
  std::string kind;    // "vacancies"
  std::string source;  // path as given
};

// Records that are written or deleted together or not at all. A record with an id that is there
// replaces it; of several changes of one record the last counts.
class RecordBatch {
 public:
  virtual ~RecordBatch() = default;
  virtual void Put(const model::Vacancy& record) = 0;
  virtual void Put(const model::Profile& record) = 0;
  virtual void Put(const model::Course& record) = 0;
  virtual void Put(const model::Scheme& record) = 0;
  virtual void Put(const model::Region& record) = 0;
  virtual void Put(const model::Demand& record) = 0;
  virtual void Put(const model::Place& record) = 0;
  // Takes the record out, or does nothing when it is not there. Its bytes stay in files of the
  // store until EraseDeleted.
  virtual void DeleteVacancy(std::string_view id) = 0;
  virtual void DeleteProfile(std::string_view id) = 0;
  // Number of records, put or deleted.
  virtual int64_t size() const = 0;
  // kInvalidArgument naming the first record that cannot be written; then nothing of the batch is.
  virtual const absl::Status& status() const = 0;
};

// Errors: kFailedPrecondition when the folder holds another format (the message says which and what
// to do), kNotFound when there is no store, kResourceExhausted when the disk is full,
// kUnavailable when another process has it open for writing, kDataLoss when bytes are damaged.
// Thread-safe for reading; writes are serialised inside.
class Store {
 public:
  virtual ~Store() = default;

  static absl::StatusOr<std::unique_ptr<Store>> Open(const std::string& folder, OpenMode mode);

  // Writes a whole taxonomy and makes it the current one of its scheme, in one atomic step.
  // `source` is canonical. Versions that are there stay there.
  virtual absl::Status PutTaxonomy(const TaxonomySource& source, const std::string& version) = 0;
  virtual absl::StatusOr<TaxonomySource> ReadTaxonomy(const std::string& version) const = 0;
  virtual absl::StatusOr<std::vector<TaxonomyInfo>> ListTaxonomies() const = 0;
  virtual absl::StatusOr<CurrentVersions> CurrentTaxonomies() const = 0;
  // The version of the primary scheme; empty when no taxonomy was imported yet.
  virtual absl::StatusOr<std::string> CurrentTaxonomy() const = 0;

  // Writes a crosswalk in place of the one with the same two schemes in the same direction, in one
  // atomic step; it need not be canonical. kInvalidArgument without two different schemes, for a
  // link without two URIs, for text that is not UTF-8 and for more than 64 MB.
  virtual absl::Status PutCrosswalk(const Crosswalk& crosswalk) = 0;
  // Canonical, ascending by from_scheme, then to_scheme.
  virtual absl::StatusOr<std::vector<Crosswalk>> ReadCrosswalks() const = 0;

  virtual std::unique_ptr<RecordBatch> NewBatch() const = 0;
  // Atomic, and on disk when it returns OK.
  absl::Status Write(const RecordBatch& batch) {
    const RecordBatch* const one = &batch;
    return WriteAll({&one, 1});
  }
  // Several batches as one, in their order.
  virtual absl::Status WriteAll(std::span<const RecordBatch* const> batches) = 0;

  // Marks that an import runs; the mark is gone after EndImport and stays when the process dies.
  virtual absl::Status BeginImport(std::string_view kind, std::string_view source) = 0;
  virtual absl::Status EndImport(std::string_view kind) = 0;
  virtual absl::StatusOr<std::vector<InterruptedImport>> InterruptedImports() const = 0;

  // In ascending order of id. Stops at the first error of `visit` and returns it.
  template <class Record>
  using Visitor = std::function<absl::Status(Record)>;
  virtual absl::Status ForEachVacancy(const Visitor<model::Vacancy>& visit) const = 0;
  virtual absl::Status ForEachProfile(const Visitor<model::Profile>& visit) const = 0;
  // The bytes as Encode (records.h) gives them; they are there during the call only.
  using StoredVisitor = std::function<absl::Status(std::string_view id, std::string_view bytes)>;
  virtual absl::Status ForEachStoredVacancy(const StoredVisitor& visit) const = 0;
  virtual absl::Status ForEachStoredProfile(const StoredVisitor& visit) const = 0;
  virtual absl::Status ForEachCourse(const Visitor<model::Course>& visit) const = 0;
  virtual absl::Status ForEachScheme(const Visitor<model::Scheme>& visit) const = 0;
  virtual absl::Status ForEachRegion(const Visitor<model::Region>& visit) const = 0;
  virtual absl::Status ForEachDemand(const Visitor<model::Demand>& visit) const = 0;
  virtual absl::Status ForEachPlace(const Visitor<model::Place>& visit) const = 0;

  // Removes one record for good; kNotFound when it is not there.
  virtual absl::Status DeleteVacancy(std::string_view id) = 0;
  virtual absl::Status DeleteProfile(std::string_view id) = 0;
  virtual absl::Status DeleteDemand(std::string_view id) = 0;

  // Rewrites files until none holds the bytes of what batches deleted before the call. Takes as
  // long as writing all records of that kind; reading and writing go on. Nothing to do: at once.
  virtual absl::Status EraseDeleted() = 0;

  // Where files may lie that can be made again from the records. Those whose name begins with
  // "vacancies." or "profiles." go when records of that kind are erased, those that are being
  // written (files.h) too.
  struct DerivedFolder {
    std::string path;  // empty: nowhere
    bool may_write = false;
  };
  virtual DerivedFolder derived() const = 0;

  virtual absl::StatusOr<RecordCounts> Counts() const = 0;
  // Hash over all records and crosswalks but not the taxonomies; equal content, equal version.
  virtual absl::StatusOr<std::string> DataVersion() const = 0;
};

}  // namespace overstap::store
