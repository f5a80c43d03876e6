// Questions in the terms of another scheme than the primary one.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "engine/advice/closest.h"
#include "engine/advice/match.h"
#include "engine/advice/route.h"
#include "service/json/answers.h"
#include "tests/support/tiny_taxonomy.h"

namespace overstap::advice {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;

constexpr char kWorld[] = R"(
  occupation lasser isco 7212 : mig, tekenen
  occupation bankwerker isco 7222 : vijlen, tekenen
  occupation monteur isco 7233 : sleutelen, mig
  occupation kok isco 5120 : koken
  course sleutelen : sleutelen | weeks 4
  vacancy v1 for lasser
  profile p1 : can mig diploma, can tekenen diploma
)";

class TranslationTest : public ::testing::Test {
 protected:
  TranslationTest() {
    snapshot::Source source = ParseTinyWorld(kWorld).value();
    source.taxonomy.scheme = "tiny";
    source.crosswalks = {{"c",
                          "tiny",
                          {{"urn:c:metaal", "t:lasser", MatchKind::kClose},
                           {"urn:c:metaal", "t:bankwerker", MatchKind::kNarrow},
                           {"urn:c:lassen", "t:mig", MatchKind::kExact}}}};
    model::Vacancy vacancy;
    vacancy.id = "v2";
    vacancy.occupation_uri = "urn:c:metaal";
    source.vacancies.push_back(vacancy);
    snapshot_ = snapshot::Snapshot::Build(std::move(source), TinyParameters()).value();
  }

  Context context() const { return {*snapshot_, absl::CivilDay(2026, 11, 21)}; }

  RouteResult Routes(const std::string& occupation) const {
    RouteParams params;
    params.person.occupations = {occupation};
    return FindRoutes(context(), params).value();
  }

  std::shared_ptr<const snapshot::Snapshot> snapshot_;
};

TEST_F(TranslationTest, RouteFromAnOccupationOfAnotherScheme) {
  const RouteResult result = Routes("urn:c:metaal");
  ASSERT_EQ(result.origin.size(), 2u);
  EXPECT_EQ(result.origin[0].label, "lasser");
  EXPECT_EQ(result.origin[1].label, "bankwerker");
  ASSERT_EQ(result.translations.size(), 2u);
  EXPECT_EQ(result.translations[0].from_uri, "urn:c:metaal");
  EXPECT_EQ(result.translations[0].strength, 0.9);
  EXPECT_THAT(result.unknown_uris, IsEmpty());
  ASSERT_FALSE(result.routes.empty());
  EXPECT_EQ(result.routes[0].plan.destination.label, "monteur");
  const RouteResult own = Routes("t:lasser");
  EXPECT_LT(*result.routes[0].plan.closeness, *own.routes[0].plan.closeness) << "loss is counted";
  const std::string json = service::Dump(service::ToJson(result));
  EXPECT_THAT(json, HasSubstr(R"("translation":[{"from_uri":"urn:c:metaal","to_uri":"t:lasser",)"
                              R"("kind":"close","strength":0.9,"by":"crosswalk"})"));
  EXPECT_THAT(service::Dump(service::ToJson(own)), Not(HasSubstr("translation\":")));
}

TEST_F(TranslationTest, WhatCannotBeTranslatedIsListed) {
  RouteParams params;
  params.person.profile = model::Profile();
  params.person.profile->id = "p";
  params.person.profile->skills = {{"urn:c:lassen", model::EvidenceKind::kDiploma, std::nullopt},
                                   {"urn:c:zwemmen", model::EvidenceKind::kDiploma, std::nullopt}};
  const RouteResult result = FindRoutes(context(), params).value();
  EXPECT_THAT(result.unknown_uris, ElementsAre("urn:c:zwemmen"));
  EXPECT_THAT(service::Dump(service::ToJson(result)), HasSubstr(R"("unmapped":["urn:c:zwemmen"])"));
  params.person.profile.reset();
  params.person.occupations = {"urn:c:visser"};
  EXPECT_EQ(FindRoutes(context(), params).status().code(), absl::StatusCode::kNotFound);
}

TEST_F(TranslationTest, ClosestToAnOccupationOfAnotherScheme) {
  ClosestParams params;
  params.occupation = "urn:c:metaal";
  const ClosestResult result = FindClosest(context(), params).value();
  EXPECT_EQ(result.origin.label, "lasser");
  ASSERT_EQ(result.translations.size(), 2u);
  ASSERT_FALSE(result.items.empty());
  params.occupation = "t:lasser";
  const ClosestResult own = FindClosest(context(), params).value();
  for (const ClosestItem& item : result.items) {
    EXPECT_NE(item.occupation.label, "lasser");
    EXPECT_NE(item.occupation.label, "bankwerker") << "no origin is its own neighbour";
    if (item.occupation.label != "monteur") continue;
    for (const ClosestItem& mine : own.items) {
      if (mine.occupation.label != "monteur") continue;
      EXPECT_NEAR(item.closeness, 0.9 * mine.closeness, 1e-6);
    }
  }
}

TEST_F(TranslationTest, PlanTowardsAnOccupationOfAnotherScheme) {
  OccupationPlanParams params;
  params.person.skills = {"urn:c:lassen"};
  params.occupation = "urn:c:metaal";
  const OccupationPlan plan = MakeOccupationPlan(context(), params).value();
  EXPECT_EQ(plan.destination.label, "lasser");
  ASSERT_EQ(plan.translations.size(), 2u);
  EXPECT_EQ(plan.translations[0].to_uri, "t:mig");
  EXPECT_EQ(plan.translations[1].to_uri, "t:lasser");
}

TEST_F(TranslationTest, MatchesInBothDirectionsWithOneScore) {
  model::Profile profile;
  profile.id = "asks";
  profile.skills = {{"urn:c:lassen", model::EvidenceKind::kDiploma, std::nullopt},
                    {"urn:c:zwemmen", model::EvidenceKind::kDiploma, std::nullopt}};
  const MatchResult vacancies = MatchVacancies(context(), profile, {}).value();
  ASSERT_EQ(vacancies.hits.size(), 2u) << "the vacancy of the other scheme too";
  EXPECT_EQ(vacancies.translations.size(), 1u);
  EXPECT_THAT(vacancies.unmapped, ElementsAre("urn:c:zwemmen"));

  const MatchResult profiles =
      MatchProfiles(context(), *snapshot_->vacancies()[1].Record(), {}).value();
  ASSERT_EQ(profiles.hits.size(), 1u);
  EXPECT_EQ(profiles.translations.size(), 2u);
  const MatchResult mirrored =
      MatchVacancies(context(), *snapshot_->profiles()[0].Record(), {}).value();
  for (const MatchHit& hit : mirrored.hits) {
    if (hit.id != "v2") continue;
    EXPECT_EQ(hit.score, profiles.hits[0].score);
  }
  EXPECT_EQ(snapshot_->VacanciesFor(*snapshot_->taxonomy().FindOccupation("t:lasser")).size(), 2u);
}

}  // namespace
}  // namespace overstap::advice
