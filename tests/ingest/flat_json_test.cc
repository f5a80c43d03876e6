#include "ingest/flat_json.h"

#include <gtest/gtest.h>

#include <random>
#include <string>
#include <string_view>
#include <vector>

#include "base/text_encoding.h"
#include "ingest/bsn.h"
#include "ingest/json_text.h"
#include "ingest/record_from_json.h"
#include "tests/ingest/sample_records.h"

namespace overstap::ingest {
namespace {

// Whether it was read without a tree; then the tree gives the same.
template <class Record>
bool AgreesWithTree(const std::string& text) {
  FlatJson flat;
  if (!IsValidUtf8(text) || !flat.Read(text)) return false;
  const auto tree = ParseJson(text);
  // A key that stands twice is refused there.
  EXPECT_TRUE(!tree.ok() || AnyTextHoldsBsn(flat) == AnyTextHoldsBsn(*tree)) << text;
  const std::optional<Record> record = RecordFromFlatJson<Record>(flat);
  if (!record) return false;
  EXPECT_TRUE(tree.ok() && tree->is_object()) << text;
  if (!tree.ok() || !tree->is_object()) return false;
  const auto slowly = RecordFromJson<Record>(*tree);
  EXPECT_TRUE(slowly.ok() && *slowly == *record) << text << "\n" << slowly.status();
  return true;
}

// What programs and people do to files: bytes lost, put in, doubled and swapped.
std::string Changed(std::string text, std::mt19937* random) {
  static const std::vector<std::string> pieces = {
      "null", "0",  "-1", "1.0",  "2.5", "1e1",      "\"\"",      "{}",   "[]",
      "true", "\\", "\"", ",",    "\n",  "\"a\":1,", "\xc3\xa9",  "\xff", "\\u00e9",
      "}",    "]",  "{",  "\\\"", " ",   "40",       "\"AM01\",", "\\/"};
  const size_t changes = 1 + (*random)() % 2;
  for (size_t i = 0; i < changes && !text.empty(); ++i) {
    const size_t at = (*random)() % text.size();
    const size_t length = std::min<size_t>(text.size() - at, (*random)() % 12);
    switch ((*random)() % 3) {
      case 0:
        text.erase(at, length);
        break;
      case 1:
        text.replace(at, (*random)() % 2, pieces[(*random)() % pieces.size()]);
        break;
      default:
        text.insert((*random)() % text.size(), text.substr(at, length));
    }
  }
  return text;
}

template <class Record>
void ExpectAgreementOnChanges(std::string_view full, int least_read) {
  std::mt19937 random(20261121);
  int read = 0;
  for (int i = 0; i < 10000; ++i) {
    read += AgreesWithTree<Record>(Changed(std::string(full), &random)) ? 1 : 0;
  }
  EXPECT_GE(read, least_read);
}

TEST(RecordFromFlatJsonTest, ReadsFullRecords) {
  EXPECT_TRUE(AgreesWithTree<model::Vacancy>(kFullVacancy));
  EXPECT_TRUE(AgreesWithTree<model::Profile>(kFullProfile));
  EXPECT_TRUE(AgreesWithTree<model::Course>(kFullCourse));
  EXPECT_TRUE(AgreesWithTree<model::Region>(kFullRegion));
  EXPECT_TRUE(AgreesWithTree<model::Demand>(kFullDemand));
  EXPECT_TRUE(AgreesWithTree<model::Place>(kFullPlace));
}

TEST(RecordFromFlatJsonTest, OrderDoesNotMatterAndNullIsMissing) {
  EXPECT_TRUE(AgreesWithTree<model::Vacancy>(
      R"({"level":null,"skills":[{"importance":"important","uri":"a\/b"}],"title":"\"T\"","id":"v"})"));
}

TEST(RecordFromFlatJsonTest, LeavesWhatIsWrong) {
  for (const char* text :
       {"7", "[]", "{}", R"({"id":"v"})", R"({"id":"v","title":"t","id":"v"})",
        R"({"id":"v","title":"t","unknown":1})", R"({"id":"v","title":null})",
        R"({"id":"v","title":"t","level":9})", R"({"id":"v","title":"t","skills":[1]})",
        R"({"id":"v","title":"t","skills":[{"uri":"a","importance":"x"}]})",
        R"({"id":"v","title":"t","skills":[{"uri":"a","importance":"essential","x":1}]})"}) {
    EXPECT_FALSE(AgreesWithTree<model::Vacancy>(text)) << text;
  }
}

TEST(RecordFromFlatJsonTest, AgreesOnRandomChanges) {
  ExpectAgreementOnChanges<model::Vacancy>(kFullVacancy, 500);
  ExpectAgreementOnChanges<model::Profile>(kFullProfile, 500);
  ExpectAgreementOnChanges<model::Course>(kFullCourse, 500);
  ExpectAgreementOnChanges<model::Scheme>(kFullScheme, 0);
  ExpectAgreementOnChanges<model::Region>(kFullRegion, 500);
  ExpectAgreementOnChanges<model::Demand>(kFullDemand, 500);
  ExpectAgreementOnChanges<model::Place>(kFullPlace, 300);
}

TEST(FlatJsonTest, SeesCitizenServiceNumbersWhereverTheyStand) {
  for (const char* text : {R"(["a 111222333"])", R"({"111222333":1})", "[111222333]",
                           R"({"a":{"b":["\"111222333\""]}})"}) {
    FlatJson flat;
    ASSERT_TRUE(flat.Read(text)) << text;
    EXPECT_TRUE(AnyTextHoldsBsn(flat)) << text;
  }
  FlatJson flat;
  ASSERT_TRUE(flat.Read(R"([-111222333,111222333.5,"111222334",null])"));
  EXPECT_FALSE(AnyTextHoldsBsn(flat));
}

TEST(FlatJsonTest, TextsStayWhereTheyAre) {
  std::string text = "[";
  for (int i = 0; i < 1000; ++i) text += "\"\\n\",";
  text += "\"\\t\"]";
  FlatJson flat;
  ASSERT_TRUE(flat.Read(text));
  ASSERT_EQ(flat.values().size(), 1002u);
  EXPECT_EQ(flat.values()[1].text, "\n");
  EXPECT_EQ(flat.values()[1001].text, "\t");
}

}  // namespace
}  // namespace overstap::ingest
