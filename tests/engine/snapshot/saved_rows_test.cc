#include "engine/snapshot/saved_rows.h"

#include <gtest/gtest.h>

#include <cstring>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/strings.h"
#include "engine/snapshot/loader.h"
#include "engine/snapshot/row_loader.h"
#include "engine/snapshot/saved_rows_writer.h"
#include "engine/store/store.h"
#include "tests/support/random_world.h"
#include "tests/support/temp_folder.h"
#include "tests/support/tiny_taxonomy.h"

namespace overstap::snapshot {
namespace {

constexpr char kName[] = "terms-of-the-test";

constexpr char kTaxonomy[] = R"(
  occupation lasser isco 7212 : mig, tig
  occupation bakker isco 7512 : deeg
)";

// A store with random records, some with unknown work and skills.
class SavedRowsTest : public ::testing::TestWithParam<uint32_t> {
 protected:
  SavedRowsTest() : random_(GetParam()) {
    store_ = Opened(store::OpenMode::kReadWrite);
    const Source source = *ParseTinyWorld(kTaxonomy);
    EXPECT_TRUE(store_->PutTaxonomy(source.taxonomy, source.taxonomy_version).ok());
    Change(40);
    plain_ = Load(*store_, TinyParameters()).value();
  }

  std::unique_ptr<store::Store> Opened(store::OpenMode mode) const {
    return store::Store::Open(folder_.path() + "/store", mode).value();
  }

  // Puts and deletes so many vacancies and profiles.
  void Change(int records) {
    const auto batch = store_->NewBatch();
    for (int i = 0; i < records; ++i) {
      const std::string id = StrCat("id-", random_.Number(0, 99));
      if (random_.Chance(20)) {
        batch->DeleteVacancy(id);
        batch->DeleteProfile(id);
      } else {
        batch->Put(Vacancy(id));
        batch->Put(Profile(id));
      }
    }
    ASSERT_TRUE(store_->Write(*batch).ok());
  }

  RowVersions Versions() const { return {kName, store_->DataVersion().value()}; }
  LoadedRows Loaded() const { return LoadRows(*store_, plain_->terms(), Versions()).value(); }
  std::string Path(RowKind kind) const {
    return StrCat(store_->derived().path, "/", FileNameOf(kind));
  }

  template <class Row>
  static RecordTable<Row> Now(const LoadedKind<Row>& loaded) {
    return RecordTable<Row>({loaded.rows.begin(), loaded.rows.end()}).After(loaded.changes);
  }

  // What a load without files gives, to the last field.
  void ExpectAsStored(const LoadedRows& rows) const {
    const auto fresh = Load(*store_, TinyParameters()).value();
    const auto vacancies = Now(rows.vacancies);
    const auto profiles = Now(rows.profiles);
    ASSERT_EQ(vacancies.size(), fresh->vacancies().size());
    ASSERT_EQ(profiles.size(), fresh->profiles().size());
    for (size_t i = 0; i < vacancies.size(); ++i) {
      const VacancyRow& row = vacancies[i];
      const VacancyRow& wanted = fresh->vacancies()[i];
      EXPECT_EQ(row.vacancy, wanted.vacancy);
      EXPECT_EQ(row.requirements.known, wanted.requirements.known);
      EXPECT_EQ(row.requirements.unknown, wanted.requirements.unknown);
      EXPECT_EQ(row.occupation, wanted.occupation);
      EXPECT_EQ(*row.Record(), *wanted.Record());
    }
    for (size_t i = 0; i < profiles.size(); ++i) {
      const ProfileRow& row = profiles[i];
      const ProfileRow& wanted = fresh->profiles()[i];
      EXPECT_EQ(row.profile, wanted.profile);
      EXPECT_EQ(row.occupation, wanted.occupation);
      EXPECT_EQ(*row.Record(), *wanted.Record());
    }
    EXPECT_EQ(rows.vacancies.migration, fresh->migration().vacancies);
    EXPECT_EQ(rows.profiles.migration, fresh->migration().profiles);
  }

  static size_t Mapped(const LoadedRows& rows) {
    size_t mapped = 0;
    for (const VacancyRow& row : Now(rows.vacancies)) mapped += row.whole.bytes().empty() ? 0 : 1;
    return mapped;
  }
  static size_t Vacancies(const LoadedRows& rows) { return Now(rows.vacancies).size(); }

  RandomWorld random_;
  const TempFolder folder_;
  std::unique_ptr<store::Store> store_;
  std::shared_ptr<const Snapshot> plain_;

 private:
  std::string Skill() {
    static const std::vector<std::string> kSkills = {"t:mig", "t:tig", "t:deeg", "x:unknown"};
    return kSkills[static_cast<size_t>(random_.Number(0, 3))];
  }

  model::Vacancy Vacancy(const std::string& id) {
    model::Vacancy vacancy;
    vacancy.id = id;
    vacancy.title = StrCat("werk ", random_.Number(0, 9));
    if (random_.Chance(60)) vacancy.occupation_uri = random_.Chance(80) ? "t:lasser" : "x:none";
    for (int i = random_.Number(0, 4); i > 0; --i) {
      vacancy.skills.push_back({Skill(), Importance::kOptional, random_.Chance(50)});
    }
    if (random_.Chance(70)) vacancy.region = StrCat("AM1", random_.Number(0, 9));
    if (random_.Chance(50)) vacancy.postcode = "8011";
    if (random_.Chance(50)) vacancy.place = "Capelle aan den IJssel";
    if (random_.Chance(50)) vacancy.hours_min = random_.Number(0, 40);
    if (random_.Chance(50)) vacancy.level = random_.Number(1, 4);
    if (random_.Chance(50)) vacancy.pay_min = random_.Number(1500, 3000);
    if (random_.Chance(50)) vacancy.pay_max = random_.Number(3000, 6000);
    if (random_.Chance(50)) vacancy.published = absl::CivilDay(1960, 2, 29);
    if (random_.Chance(50)) vacancy.closes = absl::CivilDay(2026, 11, random_.Number(1, 30));
    return vacancy;
  }

  model::Profile Profile(const std::string& id) {
    model::Profile profile;
    profile.id = id;
    for (int i = random_.Number(0, 2); i > 0; --i) {
      const std::string uri = random_.Chance(50) ? "t:lasser" : "t:bakker";
      profile.occupations.push_back({uri, 3, 2000 + random_.Number(0, 20)});
    }
    for (int i = random_.Number(0, 3); i > 0; --i) {
      profile.skills.push_back({Skill(), model::EvidenceKind::kDiploma, std::nullopt});
    }
    if (random_.Chance(50)) profile.radius_km = random_.Number(0, 50);
    if (random_.Chance(50)) profile.keep_until = absl::CivilDay(2027, 1, 1);
    return profile;
  }
};

TEST_P(SavedRowsTest, RowsOfFilesAreThoseOfTheStore) {
  ExpectAsStored(Loaded());  // makes the files
  const LoadedRows again = Loaded();
  EXPECT_EQ(Mapped(again), Vacancies(again));
  ExpectAsStored(again);
}

TEST_P(SavedRowsTest, ARowStaysWhenTheOthersAreLetGo) {
  Loaded();
  const auto row = Loaded().vacancies.rows.back();
  const auto fresh = Load(*store_, TinyParameters()).value();
  const auto wanted = fresh->vacancies().Find(row->vacancy.id);
  ASSERT_TRUE(wanted != fresh->vacancies().end());
  EXPECT_EQ(row->vacancy, wanted->vacancy);
  EXPECT_EQ(*row->Record(), *wanted->Record());
}

TEST_P(SavedRowsTest, WhatChangedSinceIsReadFromTheStore) {
  Loaded();
  for (int round = 0; round < 3; ++round) {
    Change(5);
    const LoadedRows rows = Loaded();
    EXPECT_LT(Mapped(rows), Vacancies(rows));
    EXPECT_GT(Mapped(rows), 0u);
    ExpectAsStored(rows);
  }
  ASSERT_TRUE(SaveRows(*store_, plain_->terms(), kName).ok());
  const LoadedRows saved = Loaded();
  EXPECT_EQ(Mapped(saved), Vacancies(saved));
  ExpectAsStored(saved);
}

INSTANTIATE_TEST_SUITE_P(Random, SavedRowsTest, ::testing::Range(uint32_t{1}, uint32_t{6}));

class SavedFileTest : public SavedRowsTest {
 protected:
  absl::StatusOr<SavedRows> Read(RowKind kind, const std::string& bytes,
                                 TermCounts counts = {2, 3}) const {
    // At an address like that of a mapping.
    const auto owner = std::make_shared<std::vector<uint64_t>>(bytes.size() / 8 + 1);
    std::memcpy(owner->data(), bytes.data(), bytes.size());
    const std::string_view view(reinterpret_cast<const char*>(owner->data()), bytes.size());
    return SavedRows::Read(owner, view, kind, counts, [] {});
  }

  std::string FileBytes(RowKind kind) const {
    std::ifstream in(Path(kind), std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
  }

  void Overwrite(RowKind kind, const std::string& bytes) const {
    std::ofstream(Path(kind), std::ios::binary) << bytes;
  }
};

TEST_P(SavedFileTest, DamageIsSeenWhereverItIs) {
  Loaded();
  for (const RowKind kind : {RowKind::kVacancies, RowKind::kProfiles}) {
    const std::string bytes = FileBytes(kind);
    ASSERT_TRUE(Read(kind, bytes).ok());
    for (size_t i = 0; i < bytes.size(); i += 1 + i / 64) {
      std::string damaged = bytes;
      damaged[i] = static_cast<char>(damaged[i] ^ 0x20);
      EXPECT_EQ(Read(kind, damaged).status().code(), absl::StatusCode::kDataLoss) << i;
      EXPECT_EQ(Read(kind, bytes.substr(0, i)).status().code(), absl::StatusCode::kDataLoss) << i;
    }
    EXPECT_FALSE(Read(kind, bytes + "12345678").ok());
  }
  EXPECT_FALSE(Read(RowKind::kProfiles, FileBytes(RowKind::kVacancies)).ok());
}

TEST_P(SavedFileTest, DamagedFilesAreMadeAnew) {
  Loaded();
  const std::string good = FileBytes(RowKind::kVacancies);
  for (const std::string& bytes : {std::string(), good.substr(0, 100), good.substr(8)}) {
    Overwrite(RowKind::kVacancies, bytes);
    ExpectAsStored(Loaded());
    EXPECT_EQ(FileBytes(RowKind::kVacancies), good);
  }
}

TEST_P(SavedFileTest, RefersToWhatThereIs) {
  Loaded();
  const std::string bytes = FileBytes(RowKind::kVacancies);
  EXPECT_EQ(Read(RowKind::kVacancies, bytes, {0, 3}).status().code(), absl::StatusCode::kDataLoss);
  EXPECT_EQ(Read(RowKind::kVacancies, bytes, {2, 0}).status().code(), absl::StatusCode::kDataLoss);
}

TEST_P(SavedFileTest, IsInOrder) {
  const LoadedRows rows = Loaded();
  auto writer = SavedRowsWriter::Create(store_->derived().path, RowKind::kVacancies, kName).value();
  for (const size_t i : {1, 0}) {
    const VacancyRow& row = *rows.vacancies.rows[i];
    ASSERT_TRUE(writer.Add(row, {}, row.whole.bytes()).ok());
  }
  ASSERT_TRUE(writer.Finish("").ok());
  EXPECT_FALSE(Read(RowKind::kVacancies, FileBytes(RowKind::kVacancies)).ok());
  ExpectAsStored(Loaded());
}

TEST_P(SavedFileTest, OtherTermsAreOtherRows) {
  Loaded();
  const LoadedRows rows =
      LoadRows(*store_, plain_->terms(), {"other-terms", Versions().data}).value();
  ExpectAsStored(rows);
  EXPECT_EQ(Read(RowKind::kVacancies, FileBytes(RowKind::kVacancies))->versions().terms,
            "other-terms");
}

TEST_P(SavedFileTest, AReaderWritesNothing) {
  store_ = nullptr;
  store_ = Opened(store::OpenMode::kReadOnly);
  const LoadedRows rows = Loaded();
  EXPECT_EQ(Mapped(rows), 0u);
  ExpectAsStored(rows);
  EXPECT_FALSE(HasSavedRows(*store_));
}

// Who saves reads the store as it was when that began.
TEST_P(SavedFileTest, AFileThatIsBeingWrittenGoesWithWhatIsErased) {
  const LoadedRows rows = Loaded();
  const auto row = rows.profiles.rows.front();
  auto writer = SavedRowsWriter::Create(store_->derived().path, RowKind::kProfiles, kName).value();
  ASSERT_TRUE(writer.Add(*row, {}, row->whole.bytes()).ok());
  ASSERT_TRUE(store_->DeleteProfile(IdOf(*row)).ok());
  EXPECT_FALSE(writer.Finish(Versions().data).ok());
  EXPECT_FALSE(std::filesystem::exists(Path(RowKind::kProfiles)));
}

// What a process left that died while it wrote.
TEST_P(SavedFileTest, UnfinishedFilesGoWhenTheStoreIsOpenedForWriting) {
  Loaded();
  const std::string left = Path(RowKind::kProfiles) + ".7.unfinished";
  std::ofstream(left) << "half of a profile";
  store_ = nullptr;
  store_ = Opened(store::OpenMode::kReadOnly);
  EXPECT_TRUE(std::filesystem::exists(left));
  store_ = nullptr;
  store_ = Opened(store::OpenMode::kReadWrite);
  EXPECT_FALSE(std::filesystem::exists(left));
  EXPECT_TRUE(HasSavedRows(*store_));
}

// A label that says other data makes rows be compared, not believed.
TEST_P(SavedFileTest, TheSameRowsGetTheNewLabelOnly) {
  Loaded();
  const std::string before = FileBytes(RowKind::kVacancies);
  ASSERT_TRUE(Relabel(Path(RowKind::kVacancies), "data-of-before").ok());
  const LoadedRows rows = Loaded();
  EXPECT_EQ(Mapped(rows), Vacancies(rows));
  EXPECT_TRUE(rows.vacancies.changes.empty());
  ExpectAsStored(rows);
  ASSERT_TRUE(SaveRows(*store_, plain_->terms(), kName).ok());
  EXPECT_EQ(FileBytes(RowKind::kVacancies), before);
}

// Nothing of a profile stays in files of the store when it was deleted for good.
TEST_P(SavedFileTest, ErasureTakesTheFileToo) {
  const auto batch = store_->NewBatch();
  model::Profile secret;
  secret.id = "iemand-met-een-geheim";
  batch->Put(secret);
  ASSERT_TRUE(store_->Write(*batch).ok());
  const LoadedRows rows = Loaded();
  ASSERT_NE(FileBytes(RowKind::kProfiles).find(secret.id), std::string::npos);
  ASSERT_TRUE(store_->DeleteProfile(secret.id).ok());
  EXPECT_FALSE(std::filesystem::exists(Path(RowKind::kProfiles)));
  EXPECT_TRUE(std::filesystem::exists(Path(RowKind::kVacancies)));
  EXPECT_EQ(*rows.profiles.rows.back()->Record(), secret);  // who reads it still has it
  ExpectAsStored(Loaded());
  EXPECT_EQ(FileBytes(RowKind::kProfiles).find(secret.id), std::string::npos);
}

INSTANTIATE_TEST_SUITE_P(Random, SavedFileTest, ::testing::Values(uint32_t{7}));

// As the taxonomy counts: in order of uri.
constexpr OccupationId kBakker(0);
constexpr OccupationId kLasser(1);

// The whole way, as a large store takes it.
class LargeStoreTest : public ::testing::Test {
 protected:
  LargeStoreTest() {
    const Source source = *ParseTinyWorld(kTaxonomy);
    EXPECT_TRUE(store_->PutTaxonomy(source.taxonomy, source.taxonomy_version).ok());
    Put(0, kFewestSavedRows, "t:lasser");
  }

  void Put(int64_t begin, int64_t end, const std::string& work) {
    const auto batch = store_->NewBatch();
    for (int64_t i = begin; i < end; ++i) {
      model::Vacancy vacancy;
      vacancy.id = StrCat("v", i);
      vacancy.occupation_uri = work;
      batch->Put(vacancy);
    }
    EXPECT_TRUE(store_->Write(*batch).ok());
  }

  std::shared_ptr<const Snapshot> Loaded() const { return Load(*store_, TinyParameters()).value(); }

  const TempFolder folder_;
  const std::unique_ptr<store::Store> store_ =
      store::Store::Open(folder_.path() + "/store", store::OpenMode::kReadWrite).value();
};

TEST_F(LargeStoreTest, LoadsByWayOfFiles) {
  const auto first = Loaded();
  EXPECT_TRUE(HasSavedRows(*store_));
  const auto second = Loaded();
  EXPECT_EQ(second->vacancies().size(), static_cast<size_t>(kFewestSavedRows));
  EXPECT_EQ(second->versions().data, store_->DataVersion().value());
  EXPECT_EQ(second->VacanciesFor(kLasser).size(), first->vacancies().size());
  EXPECT_FALSE(second->vacancies()[0].whole.bytes().empty());
}

// So that an index of the file's rows serves as long as few of them changed.
TEST_F(LargeStoreTest, RowsOfTheFileStayBesideThoseOfNowUntilMuchHasChanged) {
  const std::string file = Loaded()->saved_vacancies().file;
  ASSERT_FALSE(file.empty());
  Put(kFewestSavedRows - 3, kFewestSavedRows + 2, "t:bakker");
  for (int round = 0; round < 2; ++round) {
    const auto now = Loaded();
    const SavedTable<VacancyRow>& saved = now->saved_vacancies();
    EXPECT_EQ(saved.file, file);
    EXPECT_EQ(saved.rows.size(), static_cast<size_t>(kFewestSavedRows));
    EXPECT_EQ(now->vacancies().size(), static_cast<size_t>(kFewestSavedRows) + 2);
    EXPECT_EQ(now->VacanciesFor(kBakker).size(), 5u);
    int differ = 0;
    RecordTable<VacancyRow>::Compare(saved.rows, now->vacancies(),
                                     [&](const auto&, const auto&) { ++differ; });
    EXPECT_EQ(differ, 5);
    EXPECT_TRUE(now->WithoutSaved()->saved_vacancies().file.empty());
    ASSERT_TRUE(SaveRows(*store_, now->terms(), now->terms_name()).ok());
  }
  Put(0, kFewestSavedRows / kSavedShare, "t:bakker");
  const auto now = Loaded();
  ASSERT_TRUE(SaveRows(*store_, now->terms(), now->terms_name()).ok());
  const auto saved = Loaded();
  EXPECT_NE(saved->saved_vacancies().file, file);
  EXPECT_TRUE(saved->vacancies().IsCopyOf(saved->saved_vacancies().rows));
}

}  // namespace
}  // namespace overstap::snapshot
