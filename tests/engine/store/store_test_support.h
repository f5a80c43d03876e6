// What the tests of the store share.
#pragma once

#include <memory>
#include <random>
#include <string>
#include <string_view>
#include <vector>

#include "absl/status/status.h"
#include "engine/store/store.h"

namespace overstap::store::testing {

// A folder of its own that is gone afterwards.
class TempFolder {
 public:
  TempFolder();
  ~TempFolder();
  TempFolder(const TempFolder&) = delete;
  TempFolder& operator=(const TempFolder&) = delete;
  const std::string& path() const { return path_; }

 private:
  std::string path_;
};

// Ends the program when the store does not open.
std::unique_ptr<Store> MustOpen(const std::string& folder, OpenMode mode = OpenMode::kReadWrite);

// With every field filled, and with nothing but what a record must have.
model::Vacancy FullVacancy(const std::string& id);
model::Vacancy BareVacancy(const std::string& id);
model::Profile FullProfile(const std::string& id);
model::Course FullCourse(const std::string& id);
model::Scheme FullScheme(const std::string& id);
model::Region FullRegion(const std::string& code);
model::Demand FullDemand(const std::string& id);
model::Place FullPlace(const std::string& name);

// Random but valid: any optional field may be absent, texts hold zero bytes and letters of every
// width, enumerators and days of any value.
using Random = std::mt19937_64;
std::string RandomText(Random* random, size_t max_letters);
model::Vacancy RandomVacancy(Random* random);
model::Profile RandomProfile(Random* random);
model::Course RandomCourse(Random* random);
model::Scheme RandomScheme(Random* random);
model::Region RandomRegion(Random* random);
model::Demand RandomDemand(Random* random);
model::Place RandomPlace(Random* random);
ConceptSource RandomConcept(Random* random);

// A canonical taxonomy with that many skills, one occupation that requires all of them, a skill
// group and an ISCO group. `word` is in every label.
TaxonomySource SmallTaxonomy(int skills, std::string_view word);

// Everything of one kind, in the order of the store.
std::vector<model::Vacancy> Vacancies(const Store& store);
std::vector<model::Profile> Profiles(const Store& store);
std::vector<model::Course> Courses(const Store& store);
std::vector<model::Scheme> Schemes(const Store& store);
std::vector<model::Region> Regions(const Store& store);
std::vector<model::Demand> Demands(const Store& store);
std::vector<model::Place> Places(const Store& store);

// Writes the records in one batch.
template <class Record>
absl::Status WriteAll(const std::vector<Record>& records, Store* store) {
  const std::unique_ptr<RecordBatch> batch = store->NewBatch();
  for (const Record& record : records) batch->Put(record);
  return store->Write(*batch);
}

// What the counts and the data version must be, found by writing all records again, in one batch
// into another store.
struct Recount {
  RecordCounts counts;
  std::string data_version;
};
Recount CountAgain(const Store& store);

// True when some file under the folder holds the bytes.
bool AnyFileHolds(const std::string& folder, std::string_view bytes);

}  // namespace overstap::store::testing

namespace overstap::store {
// For messages and comparisons in tests.
inline bool operator==(const RecordCounts& a, const RecordCounts& b) {
  return a.vacancies == b.vacancies && a.profiles == b.profiles && a.courses == b.courses &&
         a.schemes == b.schemes && a.regions == b.regions && a.demand == b.demand &&
         a.places == b.places;
}
}  // namespace overstap::store
