#include "taxonomy/text/fold_map.h"

#include <gtest/gtest.h>

#include <string>

#include "base/text_encoding.h"
#include "taxonomy/normalise.h"
#include "tests/support/random_world.h"

namespace overstap::text {
namespace {

std::string Piece(std::string_view label, std::string_view wanted) {
  const std::string folded = FoldLabel(label);
  const size_t begin = folded.find(wanted);
  if (begin == std::string::npos) return "not in " + folded;
  const ByteRange range = Unfold(label, folded, {begin, begin + wanted.size()});
  return std::string(label.substr(range.begin, range.end - range.begin));
}

TEST(FoldMapTest, PlainLabels) {
  EXPECT_EQ(Piece("Lasser", "las"), "Las");
  EXPECT_EQ(Piece("CNC-frezer", "cnc frez"), "CNC-frez");
  EXPECT_EQ(Piece("(hoofd) lasser", "lasser"), "lasser");
}

TEST(FoldMapTest, AccentsAndOtherMarksBelongToTheLetterBefore) {
  EXPECT_EQ(Piece("café", "cafe"), "café");
  EXPECT_EQ(Piece("cafe\xCC\x81 x", "cafe"), "cafe\xCC\x81");
  EXPECT_EQ(Piece("coördinator", "coo"), "coö");
  EXPECT_EQ(Piece("las\xC2\xADser", "las"), "las\xC2\xAD");
}

TEST(FoldMapTest, CharactersThatBecomeMore) {
  EXPECT_EQ(Piece("Straße", "stras"), "Straß");
  EXPECT_EQ(Piece("\xEF\xAC\x81nancieel", "f"), "\xEF\xAC\x81");
}

TEST(FoldMapTest, TheWholeLabelWhenItsFoldedFormIsAnother) {
  EXPECT_EQ(Unfold("lasser", "bakker", {0, 3}), (ByteRange{0, 6}));
  EXPECT_EQ(Unfold("las", "lasser", {0, 6}), (ByteRange{0, 3}));
  EXPECT_EQ(Unfold("lasser", "lasser", {2, 2}), (ByteRange{0, 6}));
}

TEST(FoldMapTest, WhatIsFoundFoldsToWhatWasAsked) {
  static constexpr std::string_view kPieces[] = {
      "a", "B", "é", "ß",   " ", "-",  "/",  "1",        "ö",        "(",
      ")", "Ω", "ж", "c++", "m", "xy", ", ", "\xCC\x81", "\xC2\xAD", "l"};
  RandomWorld random(7);
  for (int i = 0; i < 2000; ++i) {
    std::string label;
    for (int k = random.Number(1, 12); k > 0; --k) label += kPieces[random.Number(0, 19)];
    const std::string folded = FoldLabel(label);
    if (folded.empty()) continue;
    const ByteRange all = Unfold(label, folded, {0, folded.size()});
    EXPECT_EQ(FoldLabel(label.substr(all.begin, all.end - all.begin)), folded) << label;
    const size_t space = folded.find(' ');
    if (space == std::string::npos) continue;
    const ByteRange first = Unfold(label, folded, {0, space});
    EXPECT_EQ(FoldLabel(label.substr(first.begin, first.end - first.begin)),
              folded.substr(0, space))
        << label;
    EXPECT_TRUE(IsValidUtf8(label.substr(first.begin, first.end - first.begin)));
  }
}

}  // namespace
}  // namespace overstap::text
