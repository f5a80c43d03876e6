#include <gmock/gmock.h>

#include "base/strings.h"
#include "engine/store/crosswalk_record.h"
#include "engine/store/store.h"
#include "tests/engine/store/store_test_support.h"

namespace overstap::store {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using testing::MustOpen;
using testing::TempFolder;

Crosswalk Sample() {
  return {"competentnl",
          "esco",
          {{"c:1", "e:1", MatchKind::kExact},
           {"c:1", "e:2", MatchKind::kNarrow},
           {"c:2", "e:1", MatchKind::kBroad},
           {"c:3", "e:3", MatchKind::kClose}},
          {{"e:1", kDutch, "lasser"}}};
}

class CrosswalkStoreTest : public ::testing::Test {
 protected:
  TempFolder folder_;
  std::unique_ptr<Store> store_ = MustOpen(folder_.path());
};

TEST_F(CrosswalkStoreTest, ComesBackCanonicalAndInOrderOfSchemes) {
  EXPECT_THAT(store_->ReadCrosswalks().value(), IsEmpty());
  Crosswalk unsorted = Sample();
  std::reverse(unsorted.links.begin(), unsorted.links.end());
  unsorted.links.push_back(unsorted.links.front());
  const Crosswalk other = {"brc", "isco", {{"b:1", "i:1"}}};
  const Crosswalk back = {"esco", "competentnl"};
  for (const Crosswalk& crosswalk : {unsorted, other, back}) {
    ASSERT_TRUE(store_->PutCrosswalk(crosswalk).ok());
  }
  store_.reset();
  store_ = MustOpen(folder_.path(), OpenMode::kReadOnly);
  EXPECT_THAT(store_->ReadCrosswalks().value(), ElementsAre(other, Sample(), back));
}

TEST_F(CrosswalkStoreTest, SamePairOfSchemesIsReplaced) {
  ASSERT_TRUE(store_->PutCrosswalk(Sample()).ok());
  const Crosswalk smaller = {"competentnl", "esco", {{"c:9", "e:9"}}};
  ASSERT_TRUE(store_->PutCrosswalk(smaller).ok());
  EXPECT_THAT(store_->ReadCrosswalks().value(), ElementsAre(smaller));
}

TEST_F(CrosswalkStoreTest, DataVersionFollowsContentAndNotHistory) {
  const std::string without = store_->DataVersion().value();
  ASSERT_TRUE(store_->PutCrosswalk(Sample()).ok());
  const std::string with = store_->DataVersion().value();
  EXPECT_NE(with, without);
  ASSERT_TRUE(store_->PutCrosswalk({"competentnl", "esco", {{"c:9", "e:9"}}}).ok());
  EXPECT_NE(store_->DataVersion().value(), with);
  ASSERT_TRUE(store_->PutCrosswalk(Sample()).ok());
  EXPECT_EQ(store_->DataVersion().value(), with);
  EXPECT_EQ(store_->Counts().value().vacancies, 0);
}

TEST_F(CrosswalkStoreTest, RefusedCrosswalkLeavesTheStoreAsItWas) {
  ASSERT_TRUE(store_->PutCrosswalk(Sample()).ok());
  const std::string before = store_->DataVersion().value();
  const std::vector<std::pair<Crosswalk, std::string>> refused = {
      {{"esco", "esco", {}}, "'esco' to 'esco'"},
      {{"", "esco", {}}, "'' to 'esco'"},
      {{"esco", "", {}}, "'esco' to ''"},
      {{"a\xff", "b", {}}, "from_scheme is not UTF-8"},
      {{"competentnl", "esco", {{"c:1", ""}}}, "links has an empty URI"},
      {{"competentnl", "esco", {{"", "e:1"}}}, "links has an empty URI"},
      {{"competentnl", "esco", {{"c\xff", "e:1"}}}, "links is not UTF-8"},
      {{"competentnl", "esco", {}, {{"e:1", kDutch, "\xff"}}}, "labels is not UTF-8"},
      {{"competentnl", "esco", {}, {{"e:1", Language('N', '1'), "x"}}}, "another form"},
      {{"competentnl", "esco", {{"c:1", std::string(size_t{65} << 20, 'x')}}}, "the most is"},
  };
  for (const auto& [crosswalk, why] : refused) {
    const absl::Status status = store_->PutCrosswalk(crosswalk);
    EXPECT_TRUE(absl::IsInvalidArgument(status)) << status;
    EXPECT_THAT(std::string(status.message()), HasSubstr(why));
  }
  EXPECT_EQ(store_->DataVersion().value(), before);
  EXPECT_THAT(store_->ReadCrosswalks().value(), ElementsAre(Sample()));
}

TEST_F(CrosswalkStoreTest, ReadOnlyStoreTakesNone) {
  store_.reset();
  EXPECT_TRUE(absl::IsPermissionDenied(
      MustOpen(folder_.path(), OpenMode::kReadOnly)->PutCrosswalk(Sample())));
}

TEST(CrosswalkRecordTest, DamagedBytesAreDataLossAndNotAGuess) {
  const std::string bytes = Encode(Sample()).value();
  EXPECT_EQ(DecodeCrosswalk("competentnl", "esco", bytes).value(), Sample());
  for (size_t i = 0; i < bytes.size(); ++i) {
    const auto cut = DecodeCrosswalk("a", "b", std::string_view(bytes).substr(0, i));
    if (cut.ok()) continue;  // cut between two links
    EXPECT_TRUE(absl::IsDataLoss(cut.status())) << cut.status();
    EXPECT_THAT(std::string(cut.status().message()), HasSubstr("crosswalk 'a to b'"));
  }
  // A link without a kind, one of a newer program, and a label without a language.
  for (const char* damaged : {"\x0a\x00", "\x0a\x02\x18\x63", "\x12\x03\x1a\x01x"}) {
    const size_t size = damaged[1] == '\0' ? 2 : std::char_traits<char>::length(damaged);
    EXPECT_TRUE(
        absl::IsDataLoss(DecodeCrosswalk("a", "b", std::string_view(damaged, size)).status()));
  }
}

}  // namespace
}  // namespace overstap::store
