#include "taxonomy/normalise.h"

#include <gtest/gtest.h>

#include <random>
#include <string>

#include "base/text_encoding.h"

namespace overstap {
namespace {

TEST(NormaliseTest, CleanRemovesWhatCannotBeSeen) {
  EXPECT_EQ(CleanLabel("  las\u00adser\u200b \t m\u00a0v\ufeff "), "lasser m v");
  EXPECT_EQ(CleanLabel("cafe\u0301"), "café");
  EXPECT_EQ(CleanLabel("\u200b\u00ad"), "");
}

TEST(NormaliseTest, FoldMakesEqualWhatLooksAlike) {
  EXPECT_EQ(FoldLabel("Lasser (MIG/MAG)"), "lasser mig mag");
  EXPECT_EQ(FoldLabel("CAFÉ-houder"), "cafe houder");
  EXPECT_EQ(FoldLabel("ﬁtter"), "fitter");
  EXPECT_EQ(FoldLabel("C++ en C#"), "c++ en c#");
  EXPECT_EQ(FoldLabel("ＣＮＣ frezer"), "cnc frezer");
  EXPECT_EQ(FoldLabel("😀 ---"), "");
}

// The quick path for ASCII must equal the general one.
TEST(NormaliseTest, AsciiPathEqualsTheGeneralPath) {
  std::mt19937 random(3);
  for (int round = 0; round < 5000; ++round) {
    std::string text;
    for (auto i = random() % 20; i > 0; --i) {
      text.push_back(static_cast<char>(0x20 + random() % 0x5f));
    }
    // A zero-width space forces the general path and leaves no trace.
    EXPECT_EQ(FoldLabel(text), FoldLabel(text + "\u200b")) << text;
  }
}

TEST(NormaliseTest, IdempotentAndValidForAnyBytes) {
  std::mt19937 random(5);
  for (int round = 0; round < 5000; ++round) {
    std::string text;
    for (auto i = random() % 24; i > 0; --i) text.push_back(static_cast<char>(random() & 0xff));
    const std::string clean = CleanLabel(text);
    const std::string folded = FoldLabel(text);
    EXPECT_TRUE(IsValidUtf8(clean));
    EXPECT_TRUE(IsValidUtf8(folded));
    EXPECT_EQ(CleanLabel(clean), clean);
    EXPECT_EQ(FoldLabel(folded), folded);
  }
}

}  // namespace
}  // namespace overstap
