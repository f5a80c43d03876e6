#include "engine/match/work_weights.h"

#include <gtest/gtest.h>

#include "engine/advice/context.h"
#include "engine/advice/person.h"
#include "tests/support/random_world.h"
#include "tests/support/tiny_taxonomy.h"

namespace overstap::match {
namespace {

TEST(WorkWeightsTest, CoverageIsThatOfTheRequirementsToTheLastBit) {
  int covered = 0;
  for (uint32_t seed = 0; seed < 200; ++seed) {
    SCOPED_TRACE(seed);
    RandomWorld random(seed);
    const TinyWorld world(random.Text(14, 12, 0) + "\noccupation unknown : \n");
    const snapshot::Snapshot& snapshot = world.snapshot();
    const Taxonomy& taxonomy = snapshot.taxonomy();
    const auto person =
        advice::MakePerson(world.context(), {world.Person(random.Person(14, 12)), {}, {}, ""});
    ASSERT_TRUE(person.ok());
    const WorkWeights weights(taxonomy, snapshot.scoring());
    for (uint32_t i = 0; i < taxonomy.occupation_count(); ++i) {
      const OccupationId occupation(i);
      const auto requirements = taxonomy.Requirements(occupation);
      EXPECT_EQ(weights.Coverage(person->expanded, occupation),
                Coverage(person->expanded, requirements, taxonomy, snapshot.scoring()));
      EXPECT_EQ(weights.Total(occupation), TotalWeight(requirements, taxonomy, snapshot.scoring()));
      ASSERT_EQ(weights.Of(occupation).size(), requirements.size());
      covered += weights.Coverage(person->expanded, occupation).value_or(0) > 0;
    }
  }
  EXPECT_GT(covered, 100);
}

}  // namespace
}  // namespace overstap::match
