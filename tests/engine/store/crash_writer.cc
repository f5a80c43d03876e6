// Writes to a store and says on standard output what was acknowledged, until it is killed.
// Usage: crash_writer FOLDER FIRST_NUMBER
#include <unistd.h>

#include <cstdlib>

#include "base/strings.h"
#include "tests/engine/store/store_test_support.h"

namespace overstap::store {
namespace {

// Batch number n: two records of its own, in two kinds, and one that every batch replaces.
absl::Status WriteBatchNumber(int64_t number, Store* store) {
  const std::unique_ptr<RecordBatch> batch = store->NewBatch();
  model::Vacancy vacancy = testing::FullVacancy(StrCat("v", number));
  vacancy.text = std::string(3000, static_cast<char>('a' + number % 26));
  batch->Put(vacancy);
  model::Vacancy shared = testing::BareVacancy("shared");
  shared.title = StrCat(number);
  batch->Put(shared);
  model::Profile profile = testing::FullProfile(StrCat("p", number));
  batch->Put(profile);
  return store->Write(*batch);
}

absl::Status Write(int64_t number, Store* store) {
  if (number % 10 != 0) return WriteBatchNumber(number, store);
  return store->PutTaxonomy(testing::SmallTaxonomy(300, StrCat(number)), StrCat("t", number));
}

int Run(const char* folder, int64_t number) {
  const std::unique_ptr<Store> store = testing::MustOpen(folder);
  if (!store->BeginImport("crash", "test").ok()) return EXIT_FAILURE;
  while (true) {
    if (!Write(number, store.get()).ok()) return EXIT_FAILURE;
    const std::string line = StrCat(number, "\n");
    if (::write(STDOUT_FILENO, line.data(), line.size()) < 0) return EXIT_FAILURE;
    ++number;
  }
}

}  // namespace
}  // namespace overstap::store

int main(int argc, char** argv) {
  if (argc != 3) return EXIT_FAILURE;
  return overstap::store::Run(argv[1], std::atoll(argv[2]));
}
