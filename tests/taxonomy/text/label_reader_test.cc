#include "taxonomy/text/label_reader.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "tests/taxonomy/text/text_world.h"

namespace overstap::text {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

class LabelReaderTest : public ::testing::Test {
 protected:
  const Taxonomy taxonomy_ = TextTaxonomy(R"(
    occupation a | nl! lasrobotoperator | en! welding operators
    occupation b | nl! las | nl robot | nl operator
  )");
  const WordModel model_{taxonomy_, Knowledge()};
  LabelReader reader_{&model_};
};

TEST_F(LabelReaderTest, WordsWithoutStopWords) {
  EXPECT_THAT(reader_.Words("operator van de lasrobot"), ElementsAre("operator", "lasrobot"));
  EXPECT_THAT(reader_.Words("las las"), ElementsAre("las", "las"));
}

TEST_F(LabelReaderTest, OnlyStopWordsAreKept) {
  EXPECT_THAT(reader_.Words("van de"), ElementsAre("van", "de"));
  EXPECT_THAT(reader_.Words(""), IsEmpty());
  EXPECT_THAT(reader_.Words("  "), IsEmpty());
}

TEST_F(LabelReaderTest, ReadsAsTheModelDoes) {
  for (int round = 0; round < 2; ++round) {
    for (const char* word : {"lasrobotoperator", "operators", "welding", "onbekend", "é", ""}) {
      for (const Language language : {kDutch, kEnglish, Language('d', 'e')}) {
        const LabelWord expected = model_.ReadLabelWord(word, language);
        const LabelWord& read = reader_.Read(word, language);
        EXPECT_EQ(read.whole, expected.whole) << word << language.code();
        EXPECT_EQ(read.parts, expected.parts) << word << language.code();
      }
    }
  }
}

}  // namespace
}  // namespace overstap::text
