#include "engine/match/transfer.h"

#include <gtest/gtest.h>

#include "tests/support/random_world.h"
#include "tests/support/tiny_taxonomy.h"

namespace overstap::match {
namespace {

TEST(TransferTest, IsDirected) {
  const TinyWorld world(R"(
    group maken
    skill lassen < maken
    skill miglassen < lassen
    skill tiglassen < lassen
    skill koken
    occupation a : lassen
    occupation b : miglassen
    occupation c : tiglassen
    occupation d : koken
    occupation e : koken
  )");
  const TransferTable& table = world.snapshot().transfer();
  const auto tau = [&](const char* from, const char* to) {
    return table.Strength(world.Skill(from), world.Skill(to));
  };
  EXPECT_EQ(tau("miglassen", "miglassen"), 1);
  EXPECT_EQ(tau("miglassen", "lassen"), 1);  // who can do the specific can do the general
  EXPECT_LT(tau("lassen", "miglassen"), 1);
  EXPECT_LT(tau("miglassen", "tiglassen"), 1);
  EXPECT_EQ(tau("koken", "lassen"), 0);
}

TEST(TransferTest, TheTableEqualsTheDefinition) {
  for (uint32_t seed = 0; seed < 60; ++seed) {
    RandomWorld random(seed);
    const TinyWorld world(random.Text(14, 10, 0));
    const Taxonomy& taxonomy = world.taxonomy();
    for (uint32_t from = 0; from < taxonomy.skill_count(); ++from) {
      for (uint32_t to = 0; to < taxonomy.skill_count(); ++to) {
        EXPECT_NEAR(
            world.snapshot().transfer().Strength(SkillId(from), SkillId(to)),
            TransferStrength(taxonomy, world.snapshot().scoring(), SkillId(from), SkillId(to)),
            1e-6)
            << "seed " << seed << " from " << from << " to " << to;
      }
    }
  }
}

}  // namespace
}  // namespace overstap::match
