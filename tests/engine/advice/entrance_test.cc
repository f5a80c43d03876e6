#include "engine/advice/entrance.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <set>

#include "engine/advice/paths.h"
#include "engine/advice/person_plan.h"
#include "engine/dutch/sentences.h"
#include "engine/match/coverage.h"
#include "tests/support/random_world.h"
#include "tests/support/tiny_taxonomy.h"

namespace overstap::advice {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

// What a cook can says hardly anything of technical work.
constexpr char kFar[] = R"(
  occupation kok isco 5120 : koken, snijden, bakken, roeren, rekenen
  occupation ober isco 5131 : dragen, rekenen
  occupation lasser isco 7212 : mig, tig, tekenen, snijbranden, rekenen
  occupation draaier isco 7223 : draaien, frezen, meten, rekenen
  occupation timmerman isco 7115 : zagen, schaven, passen, rekenen
  course lassen-bbl : mig, tig, tekenen | weeks 40 form bbl
  course draaien-bbl : draaien, frezen | weeks 40 form bbl needs meten
  course timmeren-avond : zagen, schaven, passen | weeks 20 form avond
)";

RoutesWithPaths RoutesFor(const TinyWorld& world, std::string_view person, size_t limit) {
  RoutesWithPathsParams params;
  params.route.person.profile = world.Person(person);
  params.route.limit = limit;
  return FindRoutesWithPaths(world.context(), params).value();
}

TEST(EntranceTest, WorkThatIsLearntInAJobComesFirstWhenNothingIsNear) {
  const TinyWorld world(kFar);
  const RoutesWithPaths answer = RoutesFor(world, "was kok 5", 2);
  EXPECT_TRUE(answer.paths.none_near);
  ASSERT_EQ(answer.routes.routes.size(), 2u);
  EXPECT_EQ(answer.routes.routes[0].plan.destination.label, "lasser");
  ASSERT_TRUE(answer.paths.to[0].entrance);
  EXPECT_EQ(answer.paths.to[0].entrance->course.id, "lassen-bbl");
  EXPECT_FALSE(answer.paths.to[1].entrance);
  EXPECT_THAT(dutch::Text(answer),
              HasSubstr("Wij vinden geen technisch werk dat lijkt op wat u nu kunt."));
  EXPECT_THAT(dutch::Text(answer), HasSubstr("leren in een baan met loon: lassen-bbl, 40 weken"));
}

TEST(EntranceTest, IsForWhoCanBeginItWithinBudgetFormAndRegion) {
  const TinyWorld world(kFar);
  const auto entrance = [&](std::string_view person, const std::string& job,
                            plan::PlanParams params = {}) {
    PersonParams question;
    question.profile = world.Person(person);
    const Person made = MakePerson(world.context(), question).value();
    const plan::PlanParams limits = ForPerson(world.context(), made, params);
    return EntranceFinder(world.context(), made, limits).To(world.Occupation(job));
  };
  const auto lasser = entrance("was kok 5", "lasser");
  ASSERT_TRUE(lasser);
  EXPECT_EQ(lasser->course.id, "lassen-bbl");
  EXPECT_EQ(lasser->weeks, 40);
  EXPECT_EQ(lasser->days.begin, world.context().today);
  EXPECT_GT(lasser->coverage, .7);
  EXPECT_FALSE(entrance("was kok 5", "draaier")) << "asks meten";
  EXPECT_TRUE(entrance("was kok 5, can meten", "draaier"));
  EXPECT_FALSE(entrance("was kok 5", "timmerman")) << "no job";
  plan::PlanParams params;
  params.forms = {model::CourseForm::kAvond};
  EXPECT_FALSE(entrance("was kok 5", "lasser", params));
}

TEST(EntranceTest, WhereWorkIsNearTheListIsThatOfFindRoutes) {
  int far = 0;
  for (uint32_t seed = 0; seed < 100; ++seed) {
    SCOPED_TRACE(seed);
    RandomWorld random(seed);
    std::string text = random.Text(12, 8, 4);
    for (int i = 0; i < 6; ++i) {
      StrAppend(&text, "course bbl", i, " : ", RandomWorld::Skill(random.Number(0, 11)), ", ",
                RandomWorld::Skill(random.Number(0, 11)), " | weeks 40 form bbl\n");
    }
    const TinyWorld world(text);
    RoutesWithPathsParams params;
    params.route.person.profile = world.Person(random.Person(12, 8));
    params.route.techniek = std::string(kEveryOccupation);
    params.route.limit = 3;
    const auto with = FindRoutesWithPaths(world.context(), params);
    const auto without = FindRoutes(world.context(), params.route);
    ASSERT_TRUE(with.ok() && without.ok());
    ASSERT_EQ(with->routes.routes.size(), without->routes.size());
    std::set<std::string> once;
    for (const Route& route : with->routes.routes) once.insert(route.plan.destination.uri);
    EXPECT_EQ(once.size(), without->routes.size());
    if (with->paths.none_near) {
      ++far;
      continue;
    }
    for (size_t i = 0; i < without->routes.size(); ++i) {
      EXPECT_EQ(with->routes.routes[i].plan.destination, without->routes[i].plan.destination);
    }
  }
  EXPECT_GT(far, 0);
}

// By the rules alone: every course, and coverage as every score asks it.
std::optional<EntranceLine> ByTrying(const TinyWorld& world, const Person& person,
                                     OccupationId job) {
  const snapshot::Snapshot& snapshot = world.snapshot();
  const double met_from = snapshot.scoring().met_from;
  const auto requirements = snapshot.taxonomy().Requirements(job);
  const double total = match::TotalWeight(requirements, snapshot.taxonomy(), snapshot.scoring());
  std::optional<size_t> best;
  double most = 0;
  for (size_t i = 0; i < snapshot.catalogue().size(); ++i) {
    const auto& entry = snapshot.catalogue()[i];
    const auto lacks = [&](SkillId need) { return person.expanded.Strength(need) < met_from; };
    if (entry.course.form != model::CourseForm::kBbl ||
        std::any_of(entry.needs.begin(), entry.needs.end(), lacks)) {
      continue;
    }
    double closed = 0;
    for (const Requirement& requirement : requirements) {
      const double strength = person.expanded.Strength(requirement.skill);
      if (!IsRequired(requirement.importance) || strength >= met_from) continue;
      if (std::count(entry.closes.begin(), entry.closes.end(), requirement.skill) == 0) continue;
      closed += match::RequirementWeight(requirement, snapshot.taxonomy(), snapshot.scoring()) /
                total * (1 - strength);
    }
    if (closed <= most + 1e-12) continue;
    most = closed;
    best = i;
  }
  if (!best) return std::nullopt;
  std::vector<match::HeldSkill> held = person.origin.skills;
  match::RaiseTaught(snapshot.catalogue()[*best].teaches, snapshot.scoring(), &held);
  const match::ExpandedProfile expanded(held, snapshot.transfer(),
                                        snapshot.taxonomy().skill_count());
  EntranceLine line;
  line.course.id = snapshot.catalogue()[*best].course.id;
  line.coverage =
      match::Coverage(expanded, requirements, snapshot.taxonomy(), snapshot.scoring()).value();
  if (line.coverage < .3) return std::nullopt;
  return line;
}

// The best of all together are those of each asked alone.
void ExpectBestOfEach(const TinyWorld& world, const Person& person,
                      const plan::PlanParams& params) {
  const auto wanted =
      transition::AssessAll(ReachOf(world.context()), person.origin, person.expanded);
  std::map<std::string, Entrance> by_course;  // the most coverage, then the lowest occupation
  for (const transition::Destination& destination : wanted) {
    const auto line = EntranceFinder(world.context(), person, params).To(destination.occupation);
    if (!line || !destination.level.open) continue;
    const auto [at, added] = by_course.try_emplace(line->course.id);
    if (added || line->coverage > at->second.line.coverage) {
      at->second = {destination.occupation, *line};
    }
  }
  const auto best = EntranceFinder(world.context(), person, params).Best(wanted, wanted.size());
  ASSERT_EQ(best.size(), by_course.size());
  double before = 1;
  for (const Entrance& entrance : best) {
    EXPECT_EQ(entrance.occupation, by_course.at(entrance.line.course.id).occupation);
    EXPECT_EQ(entrance.line.coverage, by_course.at(entrance.line.course.id).line.coverage);
    EXPECT_LE(entrance.line.coverage, before);
    before = entrance.line.coverage;
  }
}

TEST(EntranceTest, EqualsEveryCourseTried) {
  int found = 0;
  int none = 0;
  for (uint32_t seed = 0; seed < 200; ++seed) {
    RandomWorld random(seed);
    std::string text = random.Text(14, 5, 3);
    for (int i = 0; i < 8; ++i) {
      StrAppend(
          &text, "course bbl", i, " : ", RandomWorld::Skill(random.Number(0, 13)), ", ",
          RandomWorld::Skill(random.Number(0, 13)), " | weeks 40 form bbl",
          random.Chance(40) ? StrCat(" needs ", RandomWorld::Skill(random.Number(0, 13))) : "",
          "\n");
    }
    const TinyWorld world(text);
    PersonParams question;
    question.profile = world.Person(random.Person(14, 5));
    const Person person = MakePerson(world.context(), question).value();
    const plan::PlanParams params = ForPerson(world.context(), person, {});
    EntranceFinder finder(world.context(), person, params);
    for (int i = 0; i < 5; ++i) {
      SCOPED_TRACE(StrCat("seed ", seed, " job ", i));
      const OccupationId job = world.Occupation(RandomWorld::Job(i));
      const auto line = finder.To(job);
      const auto expected = ByTrying(world, person, job);
      ASSERT_EQ(line.has_value(), expected.has_value());
      if (!line) {
        ++none;
        continue;
      }
      ++found;
      EXPECT_EQ(line->course.id, expected->course.id);
      EXPECT_NEAR(line->coverage, expected->coverage, 1e-6);
    }
    ExpectBestOfEach(world, person, params);
  }
  EXPECT_GT(found, 100);
  EXPECT_GT(none, 100);
}

TEST(EntranceTest, EachJobStandsOnceAndTheBestFirst) {
  const TinyWorld world(R"(
    occupation kok isco 5120 : koken
    occupation lasser isco 7212 : mig, tig
    occupation soldeerder isco 7212 : mig, tig, solderen
    occupation draaier isco 7223 : draaien, frezen, meten
    course lassen-bbl : mig, tig | weeks 40 form bbl
    course draaien-bbl : draaien, frezen | weeks 40 form bbl
  )");
  PersonParams question;
  question.profile = world.Person("was kok 5");
  const Person person = MakePerson(world.context(), question).value();
  std::vector<transition::Destination> wanted;
  for (const char* name : {"lasser", "soldeerder", "draaier"}) {
    transition::Destination destination;
    destination.occupation = world.Occupation(name);
    wanted.push_back(destination);
  }
  const plan::PlanParams params = ForPerson(world.context(), person, {});
  std::vector<std::string> names;
  EntranceFinder finder(world.context(), person, params);
  for (const Entrance& entrance : finder.Best(wanted, 5)) {
    names.push_back(RefOf(world.context(), entrance.occupation).label);
  }
  EXPECT_THAT(names, ElementsAre("lasser", "draaier"));
  EXPECT_THAT(finder.Best(wanted, 0), IsEmpty());
}

}  // namespace
}  // namespace overstap::advice
