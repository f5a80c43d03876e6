#include "engine/transition/closeness.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <vector>

#include "tests/support/random_world.h"
#include "tests/support/tiny_taxonomy.h"

namespace overstap::transition {
namespace {

TEST(ClosenessTest, NearIsNearerThanFar) {
  const TinyWorld world(R"(
    group maken
    skill mig < maken
    skill tig < maken
    skill knippen
    skill buigen < maken
    occupation miglasser isco 7212 : mig, tekeninglezen
    occupation tiglasser isco 7212 : tig, tekeninglezen
    occupation zetter isco 7213 : buigen, tekeninglezen
    occupation kapper isco 5141 : knippen
  )");
  EXPECT_NEAR(world.Closeness("miglasser", "miglasser"), 1, 1e-6);
  EXPECT_GT(world.Closeness("miglasser", "tiglasser"), world.Closeness("miglasser", "zetter"));
  EXPECT_GT(world.Closeness("miglasser", "zetter"), world.Closeness("miglasser", "kapper"));
  EXPECT_DOUBLE_EQ(world.Closeness("miglasser", "kapper"), 0);
}

TEST(ClosenessTest, ALevelDownCostsMoreThanALevelUp) {
  const TinyWorld world(R"(
    occupation monteur isco 7412 : a, b
    occupation technicus isco 3113 : a, b
    occupation ander isco 9111 : x
  )");
  EXPECT_GT(world.Closeness("monteur", "technicus"), world.Closeness("technicus", "monteur"));
}

// Different skills with the same words, names alike, the same group: each brings work nearer.
TEST(ClosenessTest, WordsAndGroupsCount) {
  const TinyWorld world(R"(
    occupation wever isco 8152 : weefgetouw-bedienen
    occupation spinner isco 8151 : spinmachine-bedienen
    occupation kok isco 5120 : koken
    occupation hulpkok isco 5120 : snijden
    occupation boer isco 6111 : ploegen
  )");
  EXPECT_GT(world.Closeness("wever", "spinner"), world.Closeness("wever", "boer"));
  EXPECT_GT(world.Closeness("kok", "hulpkok"), world.Closeness("kok", "boer"));
}

// What one occupation is called meets what the skill of another is called.
TEST(ClosenessTest, NamesOfWorkMeetNamesOfSkills) {
  const TinyWorld world(R"(
    occupation weefgetouw : spoelen
    occupation wever : weefgetouw-bedienen
    occupation boer : ploegen
  )");
  EXPECT_GT(world.Closeness("weefgetouw", "wever"), 0.05);
  EXPECT_EQ(world.Closeness("weefgetouw", "boer"), 0);
}

// A taxonomy with nothing but labels and requirements, and one with occupations of which nothing
// is known.
TEST(ClosenessTest, WorksWithoutCodesHierarchyOrRequirements) {
  const TinyWorld plain(R"(
    occupation a : x, y
    occupation b : x, z
    occupation c : v
  )");
  EXPECT_GT(plain.Closeness("a", "b"), plain.Closeness("a", "c"));
  const TinyWorld bare("occupation p isco 7212\noccupation q");
  EXPECT_EQ(bare.Closeness("p", "q"), 0);
  std::vector<float> row(2, -1);
  bare.snapshot().closeness().FillRow(OccupationId(0), row);
  EXPECT_EQ(row[1], 0);
}

TEST(ClosenessTest, RowsEqualTheOracle) {
  for (uint32_t seed = 0; seed < 60; ++seed) {
    RandomWorld random(seed);
    const TinyWorld world(random.Text(14, 9, 0));
    const ClosenessModel& model = world.snapshot().closeness();
    std::vector<float> row(world.taxonomy().occupation_count(), -1);
    std::vector<float> rows(row.size() * row.size(), -1);
    model.FillRows(OccupationId(0), row.size(), rows);
    for (uint32_t from = 0; from < row.size(); ++from) {
      model.FillRow(OccupationId(from), row);
      EXPECT_TRUE(std::equal(row.begin(), row.end(), rows.begin() + from * row.size()));
      for (uint32_t to = 0; to < row.size(); ++to) {
        const double exact = model.Closeness(OccupationId(from), OccupationId(to));
        EXPECT_NEAR(static_cast<double>(row[to]), exact, 1e-6) << "seed " << seed;
        EXPECT_GE(exact, 0);
        EXPECT_LE(exact, 1);
      }
    }
  }
}

}  // namespace
}  // namespace overstap::transition
