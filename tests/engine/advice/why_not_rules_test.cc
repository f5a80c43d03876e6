// What holds for why-not of any world, person and occupation: random ones.
#include <gtest/gtest.h>

#include <string>

#include "base/strings.h"
#include "engine/advice/changes.h"
#include "engine/advice/route.h"
#include "engine/advice/why_not.h"
#include "service/json/answers.h"
#include "service/json/why_not_view.h"
#include "tests/engine/advice/why_not_question.h"
#include "tests/support/random_world.h"
#include "tests/support/tiny_taxonomy.h"

namespace overstap::advice {
namespace {

// One function judges both: what a route calls within reach, why-not does too, and the other way
// round, whatever else was asked.
TEST(WhyNotRulesTest, RouteAndWhyNotAgreeOnWhatIsWithinReach) {
  int within = 0, beyond = 0, open = 0;
  for (uint32_t seed = 0; seed < 150; ++seed) {
    RandomWorld random(seed);
    const TinyWorld world(random.Text(14, 12, 8));
    RouteParams route;
    route.person.profile = world.Person(random.Person(14, 12));
    route.techniek = random.Chance(50) ? "tiny" : kEveryOccupation;
    route.limit = static_cast<size_t>(random.Number(1, 12));
    if (random.Chance(30)) route.plan.budget_eur = random.Number(0, 30) * 50;
    const auto routes = FindRoutes(world.context(), route);
    ASSERT_TRUE(routes.ok()) << routes.status();
    for (const Route& line : routes->routes) {
      WhyNotParams asked = {
          route.person, line.plan.destination.uri, route.techniek, route.limit, route.plan, {}};
      const auto why_not = AskWhyNot(world.context(), asked);
      ASSERT_TRUE(why_not.ok()) << why_not.status();
      const bool is_within = line.plan.obstacles.barriers.empty();
      EXPECT_EQ(why_not->barriers.empty(), is_within) << seed << " " << asked.occupation;
      EXPECT_EQ(why_not->shortcomings.size(), line.plan.obstacles.shortcomings.size());
      ++(is_within ? within : beyond);
      open += is_within && !why_not->shortcomings.empty() ? 1 : 0;
    }
  }
  EXPECT_GT(within, 200);
  EXPECT_GT(beyond, 50);
  EXPECT_GT(open, 50);
}

// A course more never takes work out of reach, as long as there is no budget.
TEST(WhyNotRulesTest, ACourseMoreNeverAddsABarrier) {
  for (uint32_t seed = 0; seed < 100; ++seed) {
    RandomWorld random(seed);
    const std::string text = random.Text(14, 12, 4);
    const std::string person = random.Person(14, 12);
    const std::string more =
        StrCat(text, "course extra : ", RandomWorld::Skill(random.Number(0, 13)),
               " | weeks 3 price 10 needs ", RandomWorld::Skill(random.Number(0, 13)), "\n");
    const TinyWorld before(text);
    const TinyWorld after(more);
    const std::string job = RandomWorld::Job(random.Number(0, 11));
    WhyNotParams params = Ask(before, person, job);
    params.limit = 100;
    EXPECT_LE(AskWhyNot(after.context(), params)->barriers.size(),
              AskWhyNot(before.context(), params)->barriers.size())
        << seed;
  }
}

// What a change leaves is the same when the changed question is asked from the start, and a changed
// setting never adds a barrier.
TEST(WhyNotRulesTest, ChangesAreJudgedAsIfAskedAnew) {
  int looked_at = 0;
  for (uint32_t seed = 0; seed < 150; ++seed) {
    RandomWorld random(seed);
    const TinyWorld world(random.Text(14, 12, 10));
    const Context context = world.context();
    const auto person = MakePerson(context, {world.Person(random.Person(14, 12)), {}, {}, ""});
    Situation situation = {*person,
                           OccupationId(static_cast<uint32_t>(random.Number(0, 11))),
                           random.Chance(50) ? &world.snapshot().techniek().front() : nullptr,
                           static_cast<size_t>(random.Number(1, 4)),
                           {},
                           {}};
    if (random.Chance(50)) situation.plan.budget_eur = random.Number(0, 30) * 20;
    if (random.Chance(50)) situation.plan.hours_a_week = random.Number(2, 20);
    if (random.Chance(50)) situation.finish_by = context.today + random.Number(0, 100);
    const Judge judge(context, situation);
    const Standing standing = judge.Look(situation);
    for (const Candidate& candidate : CandidatesFor(context, situation, standing)) {
      Situation changed = situation;
      candidate.apply(&changed);
      const Standing fast = judge.Look(changed);
      const Standing oracle = Judge(context, changed).Look(changed);
      ASSERT_EQ(fast.barriers.size(), oracle.barriers.size()) << seed;
      EXPECT_EQ(fast.place, oracle.place);
      for (size_t i = 0; i < fast.barriers.size(); ++i) {
        EXPECT_EQ(fast.barriers[i].kind, oracle.barriers[i].kind);
        EXPECT_EQ(fast.barriers[i].value, oracle.barriers[i].value);
      }
      const ChangeKind kind = candidate.change.kind;
      if (kind == ChangeKind::kHours || kind == ChangeKind::kBudget ||
          kind == ChangeKind::kFinish) {
        EXPECT_LE(fast.barriers.size(), standing.barriers.size());
      }
      ++looked_at;
    }
  }
  EXPECT_GT(looked_at, 200);
}

TEST(WhyNotRulesTest, DeterministicToTheByte) {
  for (uint32_t seed = 0; seed < 20; ++seed) {
    RandomWorld random(seed);
    const std::string text = random.Text(12, 8, 8);
    const std::string person = random.Person(12, 8);
    const TinyWorld once(text);
    const TinyWorld again(text);
    EXPECT_EQ(
        service::Dump(service::ToJson(*AskWhyNot(once.context(), Ask(once, person, "job3")))),
        service::Dump(service::ToJson(*AskWhyNot(again.context(), Ask(again, person, "job3")))));
  }
}

}  // namespace
}  // namespace overstap::advice
