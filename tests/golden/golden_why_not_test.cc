// Why an occupation is not within reach, on the command line.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/golden/golden_file.h"
#include "tests/golden/starter_store.h"

namespace overstap {
namespace {

using ::testing::HasSubstr;
using Json = nlohmann::ordered_json;

constexpr const char* kChangeShape = R"({"kind": "text", "id": "text|null", "name": "text|null",
    "weeks": "number|null", "eur": "number|null", "km": "number", "hours_a_week": "number",
    "setting": "number|null", "finish": "text|null", "left": [], "text": "text"})";

constexpr const char* kWhyNotShape = R"({"versions": {"taxonomy": "text", "data": "text",
    "parameters": "text"}, "as_of": "text", "techniek": "text|null",
    "destination": {"uri": "text", "label": "text"}, "coverage": "number|null",
    "closeness": "number|null", "score": "number|null", "place": "integer|null",
    "list_size": "integer", "met": "integer", "required": "integer", "within_reach": "boolean",
    "barriers": [{"kind": "text", "id": "text|null", "name": "text|null",
    "opens_with": "text|null", "value": "number|null", "allowed": "number|null",
    "skills": [{"uri": "text", "label": "text"}], "text": "text"}],
    "changes_tried": "integer", "robustness": {"first": "anything", "tried": "integer",
    "unseated_by": [{"skill": {"uri": "text", "label": "text"}, "evidence": "text",
    "first": "anything"}]}, "next_question": "anything",
    "explanation": {"kind": "text", "text": "text"}})";

class GoldenWhyNotTest : public StarterStoreTest {
 protected:
  static std::vector<std::string> Question() {
    return {"why-not",      "monteur elektrische voertuigen",
            "--from",       "automonteur",
            "--budget-eur", "2000",
            "--finish-by",  "2027-03-01"};
  }
};

TEST_F(GoldenWhyNotTest, ForPrograms) {
  const Json json = RunJson(Question());
  EXPECT_EQ(Faults(json, kWhyNotShape), "");
  for (const char* list : {"changes", "other_changes"}) {
    for (const Json& change : json[list]) EXPECT_EQ(Faults(change, kChangeShape), "");
  }
  EXPECT_EQ(json["within_reach"], json["barriers"].empty());
  ExpectGoldenJson("why_not.json", json);
}

TEST_F(GoldenWhyNotTest, ForPeople) {
  const ProgramResult result = Run(Question());
  EXPECT_EQ(result.exit_code, 0) << result.err;
  ExpectGolden("why_not.txt", result.out);
}

TEST_F(GoldenWhyNotTest, AsksTheSameOfAProfile) {
  const Json json = RunJson({"why-not", "lasser", "--profile",
                             StarterFile("profiles_example.jsonl"), "--techniek", "alle"});
  EXPECT_EQ(Faults(json, kWhyNotShape), "");
}

TEST_F(GoldenWhyNotTest, RefusesWhatIsNoQuestion) {
  EXPECT_EQ(Run({"why-not"}).exit_code, 2);
  EXPECT_EQ(Run({"why-not", "lasser"}).exit_code, 3);  // who asks?
  EXPECT_EQ(Run({"why-not", "zzzqqq xxjjkk", "--from", "automonteur"}).exit_code, 3);
  EXPECT_EQ(Run({"why-not", "lasser", "--from", "automonteur", "--limit", "0"}).exit_code, 3);
  const ProgramResult day =
      Run({"why-not", "lasser", "--from", "automonteur", "--finish-by", "morgen"});
  EXPECT_EQ(day.exit_code, 3);
  EXPECT_THAT(day.err, HasSubstr("--finish-by"));
}

}  // namespace
}  // namespace overstap
