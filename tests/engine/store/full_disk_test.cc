// A disk that is full: a clear error, and the store as it was.
#include <gmock/gmock.h>
#include <sched.h>
#include <signal.h>
#include <sys/mount.h>
#include <sys/resource.h>

#include <cerrno>
#include <cstring>
#include <filesystem>
#include <fstream>

#include "base/strings.h"
#include "engine/store/store.h"
#include "tests/engine/store/store_test_support.h"

namespace overstap::store {
namespace {

using ::testing::HasSubstr;
using testing::MustOpen;
using testing::Random;
using testing::TempFolder;
using testing::WriteAll;

constexpr size_t kMiB = size_t{1} << 20;

// A disk of 16 MB, of which 4 MB and 5 MB are files that can be removed to make space.
class FullDiskTest : public ::testing::Test {
 protected:
  void SetUp() override {
    mounted_ = MountDisk();
    if (!mounted_) GTEST_SKIP() << "cannot mount a small disk here: " << std::strerror(errno);
    std::ofstream(Ballast(), std::ios::binary) << std::string(4 * kMiB, 'x');
    std::ofstream(MoreBallast(), std::ios::binary) << std::string(5 * kMiB, 'x');
  }
  void TearDown() override {
    if (mounted_) ::umount2(disk_.path().c_str(), MNT_DETACH);
  }

  // In a mount namespace of this process, so that nothing stays mounted when it dies.
  bool MountDisk() const {
    static const bool is_apart = ::unshare(CLONE_NEWNS) == 0 &&
                                 ::mount("none", "/", nullptr, MS_REC | MS_PRIVATE, nullptr) == 0;
    return is_apart &&
           ::mount("tmpfs", disk_.path().c_str(), "tmpfs", MS_NOSUID | MS_NODEV, "size=16m") == 0;
  }

  std::string Ballast() const { return disk_.path() + "/ballast"; }
  std::string MoreBallast() const { return disk_.path() + "/more_ballast"; }
  std::string Folder() const { return disk_.path() + "/store"; }

  // Batches of 100 kB that do not compress, until one is refused. Gives the number acknowledged.
  int64_t FillUp(Store* store, absl::Status* refusal) {
    Random random(41);
    for (int64_t i = 0; i < 1000; ++i) {
      model::Vacancy vacancy = testing::BareVacancy(StrCat("fill", i));
      vacancy.text.resize(100000);
      for (char& c : vacancy.text) c = static_cast<char>(' ' + random() % 90);
      *refusal = WriteAll<model::Vacancy>({vacancy}, store);
      if (!refusal->ok()) return i;
    }
    return 1000;
  }

  TempFolder disk_;
  bool mounted_ = false;
};

void ExpectHolds(const Store& store, int64_t filled) {
  EXPECT_EQ(store.Counts().value().vacancies, filled);
  EXPECT_EQ(static_cast<int64_t>(testing::Vacancies(store).size()), filled);
  EXPECT_EQ(store.Counts().value().regions, 1);
  const std::string version = store.CurrentTaxonomy().value();
  EXPECT_EQ(version, "tiny-1");
  EXPECT_EQ(store.ReadTaxonomy(version).value().concepts, testing::SmallTaxonomy(20, "x").concepts);
}

void ExpectSaysFull(const absl::Status& status) {
  EXPECT_TRUE(absl::IsResourceExhausted(status)) << status;
  EXPECT_THAT(std::string(status.message()), HasSubstr("disk is full; free space"));
}

TEST_F(FullDiskTest, WriteIsRefusedAndEarlierContentStays) {
  auto store = MustOpen(Folder());
  ASSERT_TRUE(store->PutTaxonomy(testing::SmallTaxonomy(20, "x"), "tiny-1").ok());
  ASSERT_TRUE(WriteAll<model::Region>({testing::FullRegion("AM06")}, store.get()).ok());
  absl::Status refusal;
  const int64_t filled = FillUp(store.get(), &refusal);
  ASSERT_GT(filled, 10);
  ExpectSaysFull(refusal);
  ExpectHolds(*store, filled);
  const std::string version = store->DataVersion().value();
  ExpectSaysFull(WriteAll<model::Region>({testing::FullRegion("AM07")}, store.get()));

  store.reset();
  ExpectHolds(*MustOpen(Folder(), OpenMode::kReadOnly), filled);

  ASSERT_TRUE(std::filesystem::remove(Ballast()));
  store = MustOpen(Folder());
  ExpectHolds(*store, filled);
  EXPECT_EQ(store->DataVersion().value(), version);
  EXPECT_TRUE(WriteAll<model::Vacancy>({testing::FullVacancy("more")}, store.get()).ok());
}

TEST_F(FullDiskTest, WritesGoOnInTheSameProcessOnceThereIsSpace) {
  auto store = MustOpen(Folder());
  ASSERT_TRUE(store->PutTaxonomy(testing::SmallTaxonomy(20, "x"), "tiny-1").ok());
  ASSERT_TRUE(WriteAll<model::Region>({testing::FullRegion("AM06")}, store.get()).ok());
  absl::Status refusal;
  const int64_t filled = FillUp(store.get(), &refusal);
  ExpectSaysFull(refusal);
  ASSERT_TRUE(std::filesystem::remove(Ballast()));
  ASSERT_TRUE(std::filesystem::remove(MoreBallast()));
  const absl::Status status = WriteAll<model::Vacancy>({testing::FullVacancy("more")}, store.get());
  ASSERT_TRUE(status.ok()) << status;
  store.reset();
  ExpectHolds(*MustOpen(Folder()), filled + 1);
}

TEST_F(FullDiskTest, TaxonomyThatDoesNotFitLeavesTheEarlierOne) {
  auto store = MustOpen(Folder());
  ASSERT_TRUE(store->PutTaxonomy(testing::SmallTaxonomy(20, "x"), "tiny-1").ok());
  ASSERT_TRUE(WriteAll<model::Region>({testing::FullRegion("AM06")}, store.get()).ok());
  ExpectSaysFull(store->PutTaxonomy(testing::SmallTaxonomy(100000, "big"), "tiny-2"));
  ExpectHolds(*store, 0);
  EXPECT_EQ(store->ListTaxonomies().value().size(), 1u);
  store.reset();
  ASSERT_TRUE(std::filesystem::remove(Ballast()));
  store = MustOpen(Folder());
  ExpectHolds(*store, 0);
  EXPECT_EQ(store->ListTaxonomies().value().size(), 1u);
}

TEST_F(FullDiskTest, NewStoreOnAFullDisk) {
  std::ofstream(disk_.path() + "/more", std::ios::binary) << std::string(16 * kMiB, 'x');
  ExpectSaysFull(Store::Open(Folder(), OpenMode::kReadWrite).status());
  std::filesystem::remove(disk_.path() + "/more");
  EXPECT_TRUE(Store::Open(Folder(), OpenMode::kReadWrite).ok());
}

// A limit on the size of files, as a container may have, needs no mount to test.
class FileSizeLimit {
 public:
  explicit FileSizeLimit(rlim_t bytes) : handler_(::signal(SIGXFSZ, SIG_IGN)) {
    ::getrlimit(RLIMIT_FSIZE, &before_);
    const rlimit limit{bytes, before_.rlim_max};
    ::setrlimit(RLIMIT_FSIZE, &limit);
  }
  ~FileSizeLimit() {
    ::setrlimit(RLIMIT_FSIZE, &before_);
    ::signal(SIGXFSZ, handler_);
  }
  FileSizeLimit(const FileSizeLimit&) = delete;
  FileSizeLimit& operator=(const FileSizeLimit&) = delete;

 private:
  sighandler_t handler_;
  rlimit before_{};
};

TEST(FileSizeLimitTest, IsAFullDiskToo) {
  const TempFolder folder;
  auto store = MustOpen(folder.path());
  ASSERT_TRUE(WriteAll<model::Region>({testing::FullRegion("AM06")}, store.get()).ok());
  model::Vacancy large = testing::BareVacancy("large");
  large.text = std::string(2 * kMiB, 'x');
  {
    const FileSizeLimit limit(kMiB);
    ExpectSaysFull(WriteAll<model::Vacancy>({large}, store.get()));
    EXPECT_EQ(store->Counts().value().vacancies, 0);
    EXPECT_EQ(testing::Regions(*store).size(), 1u);
    store.reset();
  }
  store = MustOpen(folder.path());
  EXPECT_EQ(testing::Regions(*store).size(), 1u);
  EXPECT_THAT(testing::Vacancies(*store), ::testing::IsEmpty());
  EXPECT_TRUE(WriteAll<model::Vacancy>({large}, store.get()).ok());
}

}  // namespace
}  // namespace overstap::store
