#include "taxonomy/text/lookup.h"

#include <gtest/gtest.h>

#include <string>

#include "taxonomy/text/label_index.h"
#include "tests/support/tiny_taxonomy.h"

namespace overstap::text {
namespace {

class LookupTest : public ::testing::Test {
 protected:
  std::string Best(std::string_view text) const {
    const auto matches = lookup_.FindOccupations(text, 1);
    return matches.empty() ? "" : std::string(world_.taxonomy().Uri(matches[0].id));
  }

  TinyWorld world_{R"(
    occupation lasser : lassen
    occupation lasrobotoperator : programmeren
    occupation elektromonteur : bedraden
    occupation café-houder : schenken
  )"};
  Lookup lookup_{&world_.taxonomy()};
};

TEST_F(LookupTest, ALabelIsFoundWithScoreOne) {
  const auto matches = lookup_.FindOccupations("  LASSER ", 3);
  ASSERT_FALSE(matches.empty());
  EXPECT_EQ(matches[0].score, 1);
  EXPECT_EQ(matches[0].matched_label, "lasser");
  EXPECT_EQ(lookup_.FindOccupations("CAFE houder", 1)[0].score, 1);
}

TEST_F(LookupTest, ASpellingErrorStillFinds) {
  EXPECT_EQ(Best("electromonteur"), "t:elektromonteur");
  EXPECT_LT(lookup_.FindOccupations("electromonteur", 1)[0].score, 1);
  EXPECT_EQ(Best("lasrobot"), "t:lasrobotoperator");
}

TEST_F(LookupTest, SpacesAndHyphensHardlyMatter) {
  const auto matches = lookup_.FindOccupations("las robot-operator", 2);
  EXPECT_EQ(matches.at(0).score, 0.99);
  EXPECT_EQ(matches.at(0).matched_label, "lasrobotoperator");
  EXPECT_TRUE(matches.size() < 2 || matches[1].matched_label != "lasrobotoperator");
}

TEST_F(LookupTest, SkillsAndOccupationsDoNotMix) {
  EXPECT_EQ(lookup_.FindSkills("lassen", 1)[0].score, 1);
  EXPECT_LT(lookup_.FindOccupations("lassen", 1)[0].score, 1);
}

TEST_F(LookupTest, HostileTextGivesAnAnswerAtOnce) {
  EXPECT_TRUE(lookup_.FindOccupations("", 5).empty());
  EXPECT_TRUE(lookup_.FindOccupations("😀😀", 5).empty());
  EXPECT_TRUE(lookup_.FindOccupations("lasser", 0).empty());
  EXPECT_LE(lookup_.FindOccupations(std::string(1 << 20, 'x'), 5).size(), 4u);
  EXPECT_LE(lookup_.FindOccupations("\xff\xfe lasser", 5).size(), 4u);
  EXPECT_LE(lookup_.FindOccupations("l", 5).size(), 4u);
}

TEST_F(LookupTest, ScoresLieBetweenZeroAndOneAndFall) {
  for (const char* text : {"monteur", "las", "operator elektro", "houder van een cafe"}) {
    double previous = 1;
    for (const auto& match : lookup_.FindOccupations(text, 10)) {
      EXPECT_GT(match.score, 0);
      EXPECT_LE(match.score, previous);
      previous = match.score;
    }
  }
}

TEST(LabelIndexTest, TheSameLabelHasCosineOne) {
  const std::vector<std::string> labels = {"lasser", "loodgieter", "é"};
  const LabelIndex index(labels);
  for (const auto& hit : index.Score("loodgieter")) {
    if (hit.label == 1) {
      EXPECT_NEAR(hit.score, 1, 1e-5);
    }
  }
  EXPECT_TRUE(LabelIndex(std::vector<std::string>{}).Score("lasser").empty());
}

}  // namespace
}  // namespace overstap::text
