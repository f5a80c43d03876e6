#include <gmock/gmock.h>

#include "base/strings.h"
#include "engine/store/database.h"
#include "engine/store/meta_keys.h"
#include "engine/store/store.h"
#include "rocksdb/write_batch.h"
#include "tests/engine/store/store_test_support.h"

namespace overstap::store {
namespace {

using ::testing::HasSubstr;
using testing::MustOpen;
using testing::Random;
using testing::TempFolder;

class TaxonomyStoreTest : public ::testing::Test {
 protected:
  void ExpectHolds(const TaxonomySource& source, const std::string& version) {
    const absl::StatusOr<TaxonomySource> read = store_->ReadTaxonomy(version);
    ASSERT_TRUE(read.ok()) << read.status();
    EXPECT_EQ(read->scheme, source.scheme);
    EXPECT_EQ(read->concepts, source.concepts);
    EXPECT_EQ(ContentVersion(*read), ContentVersion(source));
  }

  TempFolder folder_;
  std::unique_ptr<Store> store_ = MustOpen(folder_.path());
};

TEST_F(TaxonomyStoreTest, ComesBackWithItsCounts) {
  const TaxonomySource source = testing::SmallTaxonomy(10, "x");
  ASSERT_TRUE(store_->PutTaxonomy(source, "tiny-1").ok());
  store_.reset();
  store_ = MustOpen(folder_.path(), OpenMode::kReadOnly);
  ExpectHolds(source, "tiny-1");
  EXPECT_EQ(store_->CurrentTaxonomy().value(), "tiny-1");
  const std::vector<TaxonomyInfo> infos = store_->ListTaxonomies().value();
  ASSERT_EQ(infos.size(), 1u);
  EXPECT_EQ(infos[0].version, "tiny-1");
  EXPECT_EQ(infos[0].scheme, "tiny");
  EXPECT_EQ(infos[0].occupations, 1);
  EXPECT_EQ(infos[0].skills, 10);
  EXPECT_EQ(infos[0].relations, 10);
  EXPECT_TRUE(infos[0].current);
}

TEST_F(TaxonomyStoreTest, TwoVersionsSideBySide) {
  const TaxonomySource first = testing::SmallTaxonomy(10, "x");
  const TaxonomySource second = testing::SmallTaxonomy(3, "y");
  // One version is a prefix of the other, and one begins with it and a zero byte.
  const std::string tricky("v1\0", 3);
  ASSERT_TRUE(store_->PutTaxonomy(first, "v1").ok());
  ASSERT_TRUE(store_->PutTaxonomy(second, "v10").ok());
  ASSERT_TRUE(store_->PutTaxonomy(second, tricky).ok());
  ExpectHolds(first, "v1");
  ExpectHolds(second, "v10");
  ExpectHolds(second, tricky);
  EXPECT_EQ(store_->CurrentTaxonomy().value(), tricky);
  const std::vector<TaxonomyInfo> infos = store_->ListTaxonomies().value();
  ASSERT_EQ(infos.size(), 3u);
  EXPECT_EQ(infos[0].version, "v1");
  EXPECT_FALSE(infos[0].current);
  EXPECT_TRUE(infos[1].current);
  EXPECT_EQ(infos[2].version, "v10");
}

TEST_F(TaxonomyStoreTest, OldVersionBecomesCurrentAgain) {
  const TaxonomySource first = testing::SmallTaxonomy(2, "x");
  ASSERT_TRUE(store_->PutTaxonomy(first, "v1").ok());
  ASSERT_TRUE(store_->PutTaxonomy(testing::SmallTaxonomy(3, "y"), "v2").ok());
  ASSERT_TRUE(store_->PutTaxonomy(first, "v1").ok());
  EXPECT_EQ(store_->CurrentTaxonomy().value(), "v1");
  EXPECT_EQ(store_->ListTaxonomies().value().size(), 2u);
  ExpectHolds(first, "v1");
}

TEST_F(TaxonomyStoreTest, SameVersionWithOtherContentReplacesAllOfIt) {
  ASSERT_TRUE(store_->PutTaxonomy(testing::SmallTaxonomy(10, "x"), "v1").ok());
  const TaxonomySource smaller = testing::SmallTaxonomy(2, "y");
  ASSERT_TRUE(store_->PutTaxonomy(smaller, "v1").ok());
  ExpectHolds(smaller, "v1");
  EXPECT_EQ(store_->ListTaxonomies().value().size(), 1u);
}

TEST_F(TaxonomyStoreTest, RandomConceptsComeBack) {
  Random random(21);
  TaxonomySource source;
  source.scheme = "random";
  for (int i = 0; i < 500; ++i) {
    source.concepts.push_back(testing::RandomConcept(&random));
    source.concepts.back().uri += StrCat(" ", i);
  }
  Canonicalise(&source);
  ASSERT_TRUE(store_->PutTaxonomy(source, "random-1").ok());
  ExpectHolds(source, "random-1");
}

TEST_F(TaxonomyStoreTest, EmptyTaxonomy) {
  TaxonomySource source;
  source.scheme = "none";
  ASSERT_TRUE(store_->PutTaxonomy(source, "none-1").ok());
  ExpectHolds(source, "none-1");
}

TaxonomySource Of(std::string scheme, std::string_view word) {
  TaxonomySource source = testing::SmallTaxonomy(2, word);
  source.scheme = std::move(scheme);
  return source;
}

TEST_F(TaxonomyStoreTest, OneCurrentVersionOfEachScheme) {
  ASSERT_TRUE(store_->PutTaxonomy(Of("onet", "x"), "onet-1").ok());
  EXPECT_EQ(store_->CurrentTaxonomy().value(), "onet-1");
  ASSERT_TRUE(store_->PutTaxonomy(Of("competentnl", "x"), "competentnl-1").ok());
  EXPECT_EQ(store_->CurrentTaxonomy().value(), "competentnl-1") << "the first by name";
  ASSERT_TRUE(store_->PutTaxonomy(Of("esco", "x"), "esco-1").ok());
  ASSERT_TRUE(store_->PutTaxonomy(Of("esco", "y"), "esco-2").ok());
  ASSERT_TRUE(store_->PutTaxonomy(Of("onet", "y"), "onet-2").ok());
  const CurrentVersions current = {
      {"competentnl", "competentnl-1"}, {"esco", "esco-2"}, {"onet", "onet-2"}};
  EXPECT_EQ(store_->CurrentTaxonomies().value(), current);
  EXPECT_EQ(store_->CurrentTaxonomy().value(), "esco-2");
  const std::vector<TaxonomyInfo> infos = store_->ListTaxonomies().value();
  std::string sequence;
  for (const TaxonomyInfo& info : infos) {
    sequence += StrCat(info.version, info.current ? "* " : " ", info.sequence, " ");
  }
  EXPECT_EQ(sequence, "competentnl-1* 2 esco-1 3 esco-2* 4 onet-1 1 onet-2* 5 ");
}

TEST_F(TaxonomyStoreTest, VersionThatTakesAnotherSchemeIsCurrentInOneOnly) {
  ASSERT_TRUE(store_->PutTaxonomy(Of("a", "x"), "v1").ok());
  ASSERT_TRUE(store_->PutTaxonomy(Of("b", "x"), "v1").ok());
  EXPECT_EQ(store_->CurrentTaxonomies().value(), (CurrentVersions{{"b", "v1"}}));
}

// What a program that knows one scheme writes, and what it leaves out.
class OneSchemeStoreTest : public TaxonomyStoreTest {
 protected:
  void WriteAsOldProgram(const std::string& current, bool with_new_records) {
    store_.reset();
    const auto database = Database::Open(folder_.path() + "/db", OpenMode::kReadWrite).value();
    rocksdb::WriteBatch batch;
    database->Put(Family::kMeta, CurrentTaxonomyKey(), current, &batch);
    for (const char* scheme : {"esco", "tiny"}) {
      if (!with_new_records) database->Delete(Family::kMeta, CurrentKey(scheme), &batch);
    }
    ASSERT_TRUE(database->Write(&batch).ok());
  }
};

TEST_F(OneSchemeStoreTest, OpensWithItsOneCurrentVersion) {
  ASSERT_TRUE(store_->PutTaxonomy(Of("tiny", "x"), "tiny-1").ok());
  WriteAsOldProgram("tiny-1", false);
  for (const OpenMode mode : {OpenMode::kReadOnly, OpenMode::kReadWrite}) {
    store_ = MustOpen(folder_.path(), mode);
    EXPECT_EQ(store_->CurrentTaxonomies().value(), (CurrentVersions{{"tiny", "tiny-1"}}));
    EXPECT_TRUE(store_->ListTaxonomies().value()[0].current);
  }
  ASSERT_TRUE(store_->PutTaxonomy(Of("esco", "x"), "esco-1").ok());
  EXPECT_EQ(store_->CurrentTaxonomies().value(),
            (CurrentVersions{{"esco", "esco-1"}, {"tiny", "tiny-1"}}))
      << "the next write keeps it";
}

TEST_F(OneSchemeStoreTest, WhatItWroteLaterCounts) {
  ASSERT_TRUE(store_->PutTaxonomy(Of("esco", "x"), "esco-1").ok());
  ASSERT_TRUE(store_->PutTaxonomy(Of("esco", "y"), "esco-2").ok());
  WriteAsOldProgram("esco-1", true);
  store_ = MustOpen(folder_.path(), OpenMode::kReadOnly);
  EXPECT_EQ(store_->CurrentTaxonomy().value(), "esco-1");
}

TEST_F(OneSchemeStoreTest, CurrentVersionThatIsNotThereIsDamage) {
  WriteAsOldProgram("esco-9", false);
  store_ = MustOpen(folder_.path());
  EXPECT_TRUE(absl::IsDataLoss(store_->CurrentTaxonomy().status()));
  EXPECT_TRUE(absl::IsDataLoss(store_->ListTaxonomies().status()));
}

TEST_F(TaxonomyStoreTest, UnknownVersion) {
  EXPECT_TRUE(absl::IsNotFound(store_->ReadTaxonomy("v1").status()));
  EXPECT_TRUE(absl::IsNotFound(store_->ReadTaxonomy("").status()));
}

TEST_F(TaxonomyStoreTest, DataVersionDoesNotDependOnTaxonomies) {
  const std::string before = store_->DataVersion().value();
  ASSERT_TRUE(store_->PutTaxonomy(testing::SmallTaxonomy(2, "x"), "v1").ok());
  EXPECT_EQ(store_->DataVersion().value(), before);
}

TEST_F(TaxonomyStoreTest, RefusedTaxonomyLeavesTheStoreAsItWas) {
  const TaxonomySource good = testing::SmallTaxonomy(4, "x");
  ASSERT_TRUE(store_->PutTaxonomy(good, "v1").ok());
  TaxonomySource twice = good;
  twice.concepts.push_back(twice.concepts.back());
  TaxonomySource unsorted = good;
  std::swap(unsorted.concepts[0], unsorted.concepts[1]);
  TaxonomySource latin = good;
  latin.concepts[3].labels[0].text = "caf\xe9";
  for (const TaxonomySource& bad : {twice, unsorted, latin}) {
    const absl::Status status = store_->PutTaxonomy(bad, "v2");
    EXPECT_TRUE(absl::IsInvalidArgument(status)) << status;
    EXPECT_THAT(std::string(status.message()), HasSubstr("urn:"));
  }
  EXPECT_TRUE(absl::IsInvalidArgument(store_->PutTaxonomy(good, "")));
  EXPECT_EQ(store_->CurrentTaxonomy().value(), "v1");
  EXPECT_TRUE(absl::IsNotFound(store_->ReadTaxonomy("v2").status()));
  ExpectHolds(good, "v1");
}

}  // namespace
}  // namespace overstap::store
