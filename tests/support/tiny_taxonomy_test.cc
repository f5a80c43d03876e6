// The test language itself: what it makes of good lines, and what it says of wrong ones.
#include "tests/support/tiny_taxonomy.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace overstap {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::UnorderedElementsAre;

constexpr std::string_view kWorkshop = R"(
  # a workshop
  group lassen
  skill mig < lassen
  skill tig < lassen
  occupation lasser isco 7212 : mig essential, tekeninglezen important, heffen optional
  occupation constructiewerker isco 7214 level 2 : tig, tekeninglezen, zagen somewhat
  occupation kok isco 5120 : koken
  course tig-basis : tig | weeks 4 hours 40 price 500 needs tekeninglezen
  course tekenen : tekeninglezen | weeks 2 hours 20 price 100 form online starts 2027-01-04, 2027-02-01
  scheme slim open for employer from 2020-03-01 max 500
  region AM06 52.25 5.98
  vacancy v1 for lasser | region AM06 hours 32 40 closes 2027-01-01
  vacancy v2 : mig, heffen optional | level 2
  profile jan : was lasser 10 until 2020, can heffen certificate 2024 | region AM06 radius 30 level 2
)";

std::string ErrorOf(std::string_view text) {
  const auto source = ParseTinyWorld(text);
  return source.ok() ? "no error" : std::string(FromAbsl(source.status().message()));
}

TEST(TinyWorldTest, EveryStatementArrives) {
  const auto source = ParseTinyWorld(kWorkshop);
  ASSERT_TRUE(source.ok()) << source.status();
  EXPECT_EQ(source->taxonomy.concepts.size(), 1u + 6 + 3);
  ASSERT_EQ(source->courses.size(), 2u);
  EXPECT_EQ(source->courses[0].id, "tekenen");
  EXPECT_EQ(source->courses[0].form, model::CourseForm::kOnline);
  EXPECT_EQ(source->courses[0].starts.size(), 2u);
  EXPECT_THAT(source->courses[1].requires_, ElementsAre("t:tekeninglezen"));
  EXPECT_EQ(source->courses[1].weeks, 4);
  ASSERT_EQ(source->schemes.size(), 1u);
  EXPECT_EQ(source->schemes[0].who, model::SchemeFor::kEmployer);
  ASSERT_EQ(source->regions.size(), 1u);
  ASSERT_EQ(source->vacancies.size(), 2u);
  EXPECT_EQ(source->vacancies[0].hours_max, 40);
  EXPECT_EQ(source->vacancies[1].skills[1].importance, Importance::kOptional);
  ASSERT_EQ(source->profiles.size(), 1u);
  EXPECT_EQ(source->profiles[0].occupations[0].until, 2020);
  EXPECT_EQ(source->profiles[0].skills[0].kind, model::EvidenceKind::kCertificate);
  EXPECT_EQ(source->profiles[0].radius_km, 30);
}

TEST(TinyWorldTest, AnswersQuestions) {
  const TinyWorld world(kWorkshop);
  EXPECT_EQ(
      world.Coverage("can mig diploma, can tekeninglezen diploma, can heffen diploma", "lasser"),
      1.0);
  EXPECT_GT(world.Closeness("lasser", "constructiewerker"), world.Closeness("lasser", "kok"));
  EXPECT_THAT(world.GapOf("can koken", "constructiewerker"),
              UnorderedElementsAre("tig", "tekeninglezen"));
  EXPECT_THAT(world.CoursesOf("can koken", "constructiewerker"),
              ElementsAre("tekenen", "tig-basis"));
  EXPECT_THAT(world.DestinationsOf("was lasser"), ElementsAre("constructiewerker"));
  EXPECT_THAT(world.DestinationsOf("was lasser", 10, ""), ElementsAre("constructiewerker"));
}

TEST(TinyWorldTest, OrderOfLinesDoesNotMatter) {
  const auto one = ParseTinyWorld("skill mig < lassen\ngroup lassen\noccupation lasser : mig");
  const auto other = ParseTinyWorld("occupation lasser : mig\ngroup lassen\nskill mig < lassen");
  ASSERT_TRUE(one.ok()) << one.status();
  ASSERT_TRUE(other.ok()) << other.status();
  EXPECT_EQ(one->taxonomy_version, other->taxonomy_version);
}

TEST(TinyWorldTest, WrongLinesSayWhereAndWhat) {
  EXPECT_THAT(ErrorOf("\n\nskil mig"), HasSubstr("line 3: 'skil' is no statement"));
  EXPECT_THAT(ErrorOf("skill"), HasSubstr("line 1: expected a name at the end"));
  EXPECT_THAT(ErrorOf("skill mig tig"), HasSubstr("did not understand this at 'tig'"));
  EXPECT_THAT(ErrorOf("skill mig\nskill mig"), HasSubstr("line 2: 'mig' is declared twice"));
  EXPECT_THAT(ErrorOf("skill mig < lassen"), HasSubstr("'lassen' is no skill or group here"));
  EXPECT_THAT(ErrorOf("occupation lasser : mig very"), HasSubstr("at 'very'"));
  EXPECT_THAT(ErrorOf("occupation a : b\noccupation c : a"), HasSubstr("'a' is no skill here"));
  EXPECT_THAT(ErrorOf("course c : mig"), HasSubstr("line 1: 'mig' is no skill here"));
  EXPECT_THAT(ErrorOf("skill mig\ncourse c : mig | weeks many"),
              HasSubstr("expected a number for weeks at 'many'"));
  EXPECT_THAT(ErrorOf("skill mig\ncourse c : mig | weeks -1"), HasSubstr("weeks"));
  EXPECT_THAT(ErrorOf("scheme s maybe"), HasSubstr("expected open, closed or proposed"));
  EXPECT_THAT(ErrorOf("region AM06 95 5"), HasSubstr("line 1"));
  EXPECT_THAT(ErrorOf("vacancy v for lasser"), HasSubstr("'lasser' is no occupation here"));
  EXPECT_THAT(ErrorOf("profile p : is kok"), HasSubstr("expected 'was OCCUPATION'"));
}

TEST(TinyWorldTest, WrongWorldsAndNamesThrowTheReason) {
  EXPECT_THROW(TinyWorld("nonsense"), absl::BadStatusOrAccess);
  const TinyWorld world(kWorkshop);
  EXPECT_THROW(world.Skill("mag"), absl::BadStatusOrAccess);
  EXPECT_THROW(world.Person("can mag"), absl::BadStatusOrAccess);
}

}  // namespace
}  // namespace overstap
