// What was acknowledged survives kill -9; nothing is there by half.
#include <fcntl.h>
#include <gmock/gmock.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <fstream>
#include <random>
#include <set>
#include <sstream>
#include <thread>

#include "base/strings.h"
#include "engine/store/store.h"
#include "tests/engine/store/store_test_support.h"

namespace overstap::store {
namespace {

using testing::MustOpen;
using testing::TempFolder;

// A process that runs crash_writer.
class Writer {
 public:
  Writer(const std::string& folder, int64_t first) {
    int ends[2];
    if (::pipe2(ends, O_CLOEXEC) != 0) return;
    const std::string number = StrCat(first);
    pid_ = ::fork();
    if (pid_ == 0) {
      ::dup2(ends[1], STDOUT_FILENO);
      ::execl(OVERSTAP_CRASH_WRITER, OVERSTAP_CRASH_WRITER, folder.c_str(), number.c_str(),
              static_cast<char*>(nullptr));
      ::_exit(127);
    }
    ::close(ends[1]);
    output_ = ends[0];
  }
  ~Writer() {
    if (pid_ > 0) Kill();
    ::close(output_);
  }
  Writer(const Writer&) = delete;
  Writer& operator=(const Writer&) = delete;

  // Waits for the first acknowledgement; false when the process ended before.
  bool WaitUntilItWrites() {
    char c = 0;
    if (::read(output_, &c, 1) != 1) return false;
    acknowledged_ += c;
    return true;
  }

  void Kill() {
    ::kill(pid_, SIGKILL);
    int status = 0;
    ::waitpid(pid_, &status, 0);
    was_killed_ = WIFSIGNALED(status) && WTERMSIG(status) == SIGKILL;
    pid_ = 0;
  }
  // False when it had ended by itself, which it never should.
  bool was_killed() const { return was_killed_; }

  // The last number that was acknowledged. A pipe passes these short lines whole.
  int64_t LastAcknowledged() {
    char bytes[4096];
    for (ssize_t n = 0; (n = ::read(output_, bytes, sizeof(bytes))) > 0;) {
      acknowledged_.append(bytes, static_cast<size_t>(n));
    }
    std::istringstream lines(acknowledged_);
    int64_t number = 0;
    int64_t last = 0;
    while (lines >> number) last = number;
    return last;
  }

 private:
  pid_t pid_ = -1;
  int output_ = -1;
  bool was_killed_ = false;
  std::string acknowledged_;
};

int64_t NumberOf(const std::string& id) { return std::stoll(id.substr(1)); }

// Batches 1..last that hold records are there, whole; batch last + 1 is there whole or not at all.
// Gives the last number that is there.
int64_t ExpectRecordsWhole(const Store& store, int64_t last) {
  std::set<int64_t> vacancies;
  int64_t shared = 0;
  for (const model::Vacancy& vacancy : testing::Vacancies(store)) {
    if (vacancy.id == "shared") {
      shared = std::stoll(vacancy.title);
      continue;
    }
    EXPECT_EQ(vacancy.text.size(), 3000u);
    vacancies.insert(NumberOf(vacancy.id));
  }
  std::set<int64_t> profiles;
  for (const model::Profile& profile : testing::Profiles(store)) {
    profiles.insert(NumberOf(profile.id));
  }
  EXPECT_EQ(vacancies, profiles);
  EXPECT_EQ(vacancies.empty() ? 0 : *vacancies.rbegin(), shared);
  for (int64_t number = 1; number <= last; ++number) {
    EXPECT_EQ(vacancies.count(number), number % 10 == 0 ? 0u : 1u) << number;
  }
  EXPECT_LE(shared, last + 1);
  return shared;
}

int64_t ExpectTaxonomiesWhole(const Store& store, int64_t last) {
  std::set<int64_t> numbers;
  const std::vector<TaxonomyInfo> infos = store.ListTaxonomies().value();
  for (const TaxonomyInfo& info : infos) {
    numbers.insert(NumberOf(info.version));
  }
  for (int64_t number = 10; number <= last; number += 10) EXPECT_EQ(numbers.count(number), 1u);
  if (numbers.empty()) return 0;
  const std::string current = store.CurrentTaxonomy().value();
  EXPECT_EQ(NumberOf(current), *numbers.rbegin());
  EXPECT_LE(*numbers.rbegin(), last + 1);
  const absl::StatusOr<TaxonomySource> source = store.ReadTaxonomy(current);
  EXPECT_TRUE(source.ok()) << source.status();
  if (source.ok()) {
    EXPECT_EQ(source->concepts, testing::SmallTaxonomy(300, StrCat(*numbers.rbegin())).concepts);
  }
  return *numbers.rbegin();
}

TEST(Crash, AcknowledgedWritesSurviveKillAndNothingIsThereByHalf) {
  const TempFolder folder;
  std::mt19937_64 random(31);
  int64_t there = 0;
  for (int round = 0; round < 20; ++round) {
    Writer writer(folder.path(), there + 1);
    ASSERT_TRUE(writer.WaitUntilItWrites());
    std::this_thread::sleep_for(std::chrono::microseconds(random() % 80000));
    writer.Kill();
    ASSERT_TRUE(writer.was_killed());
    const int64_t last = writer.LastAcknowledged();
    ASSERT_GT(last, there);

    // A reader first: it changes nothing, so that the next open is the recovery of a real crash.
    for (const OpenMode mode : {OpenMode::kReadOnly, OpenMode::kReadWrite}) {
      const auto store = MustOpen(folder.path(), mode);
      there = std::max(ExpectRecordsWhole(*store, last), ExpectTaxonomiesWhole(*store, last));
      there = std::max(there, last);
      const testing::Recount recount = testing::CountAgain(*store);
      EXPECT_EQ(store->Counts().value(), recount.counts);
      EXPECT_EQ(store->DataVersion().value(), recount.data_version);
      const std::vector<InterruptedImport> imports = store->InterruptedImports().value();
      ASSERT_EQ(imports.size(), 1u);
      EXPECT_EQ(imports[0].kind, "crash");
      if (HasFailure()) return;
    }
  }
}

TEST(Crash, WriterInAnotherProcessKeepsSecondWriterOutAndLetsReadersIn) {
  const TempFolder folder;
  Writer writer(folder.path(), 1);
  ASSERT_TRUE(writer.WaitUntilItWrites());
  const absl::Status second = Store::Open(folder.path(), OpenMode::kReadWrite).status();
  EXPECT_TRUE(absl::IsUnavailable(second)) << second;
  for (int i = 0; i < 5; ++i) {
    const auto reader = Store::Open(folder.path(), OpenMode::kReadOnly);
    ASSERT_TRUE(reader.ok()) << reader.status();
    EXPECT_GT((*reader)->Counts().value().vacancies, 0);
    EXPECT_EQ((*reader)->DataVersion().value(), testing::CountAgain(**reader).data_version);
  }
  writer.Kill();
  EXPECT_TRUE(writer.was_killed());
  EXPECT_TRUE(Store::Open(folder.path(), OpenMode::kReadWrite).ok());
}

// The log is whole up to its damaged middle; what comes after was acknowledged and must not be
// dropped in silence.
TEST(Crash, DamageInTheMiddleOfTheLogIsDataLoss) {
  const TempFolder folder;
  Writer writer(folder.path(), 1);
  ASSERT_TRUE(writer.WaitUntilItWrites());
  std::this_thread::sleep_for(std::chrono::milliseconds(100));
  writer.Kill();
  ASSERT_GT(writer.LastAcknowledged(), 5);
  bool damaged = false;
  for (const auto& entry : std::filesystem::directory_iterator(folder.path() + "/db")) {
    if (entry.path().extension() != ".log" || entry.file_size() < 20000) continue;
    std::fstream file(entry.path(), std::ios::in | std::ios::out | std::ios::binary);
    file.seekp(6000);
    file << "damage";
    damaged = true;
  }
  ASSERT_TRUE(damaged);
  const absl::Status status = Store::Open(folder.path(), OpenMode::kReadWrite).status();
  EXPECT_TRUE(absl::IsDataLoss(status)) << status;
}

}  // namespace
}  // namespace overstap::store
