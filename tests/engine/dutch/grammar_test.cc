#include "engine/dutch/grammar.h"

#include <gtest/gtest.h>

namespace overstap::dutch {
namespace {

TEST(GrammarTest, CountsNoneOneAndMany) {
  EXPECT_EQ(Count(0, "week", "weken"), "geen weken");
  EXPECT_EQ(Count(0.04, "week", "weken"), "geen weken");
  EXPECT_EQ(Count(-0.01, "week", "weken"), "geen weken");
  EXPECT_EQ(Count(1, "week", "weken"), "1 week");
  EXPECT_EQ(Count(1.04, "week", "weken"), "1 week");
  EXPECT_EQ(Count(1.5, "week", "weken"), "1,5 weken");
  EXPECT_EQ(Count(12, "week", "weken"), "12 weken");
}

TEST(GrammarTest, WritesEurosAndSharesAsDutchDoes) {
  EXPECT_EQ(Euros(0), "€ 0");
  EXPECT_EQ(Euros(999.4), "€ 999");
  EXPECT_EQ(Euros(1450), "€ 1.450");
  EXPECT_EQ(Euros(1234567), "€ 1.234.567");
  EXPECT_EQ(Euros(-1500), "€ -1.500");
  EXPECT_EQ(Percent(0), "0%");
  EXPECT_EQ(Percent(0.001), "1%");
  EXPECT_EQ(Percent(0.716), "72%");
  EXPECT_EQ(Percent(1), "100%");
  EXPECT_EQ(Day(absl::CivilDay(2027, 5, 3)), "3 mei 2027");
}

TEST(GrammarTest, JoinsLists) {
  EXPECT_EQ(List({}, 3), "");
  EXPECT_EQ(List({"a"}, 3), "a");
  EXPECT_EQ(List({"a", "b"}, 3), "a en b");
  EXPECT_EQ(List({"a", "b", "c"}, 3), "a, b en c");
  EXPECT_EQ(List({"a", "b", "c", "d"}, 2), "a, b en nog 2");
}

}  // namespace
}  // namespace overstap::dutch
