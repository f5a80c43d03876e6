// Radius from postcode, town or region: the indexes as the oracle, and both directions as one.
#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <string>
#include <vector>

#include "base/strings.h"
#include "engine/advice/explain_match.h"
#include "engine/advice/live_finder.h"
#include "engine/advice/match.h"
#include "engine/advice/route.h"
#include "tests/support/random_world.h"
#include "tests/support/tiny_taxonomy.h"

namespace overstap::advice {
namespace {

using Scores = std::vector<std::pair<std::string, double>>;

constexpr absl::CivilDay kToday(2026, 11, 21);

Scores ScoresOf(const MatchResult& result) {
  Scores scores;
  for (const MatchHit& hit : result.hits) scores.emplace_back(hit.id, hit.score);
  return scores;
}

// People and vacancies that are known by postcode, town, region, several of these or nothing; of
// some the data does not have the place, and two towns have one name.
class RadiusWorld {
 public:
  explicit RadiusWorld(uint32_t seed) : random_(seed) {
    std::string text = random_.Text(12, 6, 0);
    StrAppend(&text, "region AM06 52.5 6.1\nregion AM07 52.4 6.7\nregion AM18 52.4 4.9\n");
    for (int i = 0; i < 30; ++i) {
      StrAppend(&text, "vacancy v", 100 + i);
      if (random_.Chance(90)) StrAppend(&text, " for ", RandomWorld::Job(random_.Number(0, 5)));
      StrAppend(&text, " |", Region(), Hours(), "\n");
      StrAppend(&text, "profile p", 100 + i, " : ", random_.Person(12, 6), " |", Region());
      if (random_.Chance(60)) StrAppend(&text, " radius ", random_.Number(0, 120));
      StrAppend(&text, Hours(), "\n");
    }
    snapshot::Source source = ParseTinyWorld(text).value();
    AddPlaces(&source);
    for (model::Vacancy& vacancy : source.vacancies) SetPlace(&vacancy);
    for (model::Profile& profile : source.profiles) SetPlace(&profile);
    snapshot_ = snapshot::Snapshot::Build(std::move(source), TinyParameters()).value();
  }

  RandomWorld& random() { return random_; }
  const snapshot::Snapshot& snapshot() const { return *snapshot_; }
  Context context() const { return {*snapshot_, kToday}; }

  MatchParams Params() {
    MatchParams params;
    params.limit = random_.Chance(50) ? 3 : 100;
    if (random_.Chance(50)) params.radius_km = random_.Number(0, 120);
    if (random_.Chance(20)) params.region = "AM07";
    return params;
  }

 private:
  std::string Region() {
    static const std::vector<std::string> kRegions = {" region AM06", " region AM07",
                                                      " region AM18", " region AM30", ""};
    return kRegions[static_cast<size_t>(random_.Number(0, 4))];
  }

  std::string Hours() {
    const int low = random_.Number(1, 5) * 8;
    return random_.Chance(30) ? StrCat(" hours ", low, " ", low + 8) : std::string();
  }

  model::GeoPoint Point() {
    return {52.2 + random_.Number(0, 50) / 100.0, 4.7 + random_.Number(0, 220) / 100.0};
  }

  static std::string Town(int number) {
    return StrCat("'t Dörp ", std::string(1, "abcdef"[number]));
  }

  void AddPlaces(snapshot::Source* source) {
    const auto region = [&] { return std::string(random_.Chance(50) ? "AM06" : ""); };
    for (int i = 0; i < 15; ++i) {
      source->places.push_back({StrCat(8000 + i), "", region(), Point()});
    }
    for (int i = 0; i < 4; ++i) source->places.push_back({"", Town(i), region(), Point()});
    source->places.push_back({"", StrCat(Town(0), " (elders)"), "AM07", Point()});
    std::sort(source->places.begin(), source->places.end(),
              [](const auto& a, const auto& b) { return model::IdOf(a) < model::IdOf(b); });
  }

  // Some postcodes and towns are not in the data.
  template <class Record>
  void SetPlace(Record* record) {
    if (random_.Chance(50)) record->postcode = StrCat(8000 + random_.Number(0, 18));
    if (random_.Chance(40)) record->place = Town(random_.Number(0, 5));
  }

  RandomWorld random_;
  std::shared_ptr<const snapshot::Snapshot> snapshot_;
};

// Asks `match` for each of the rows that `rows_of` gives, with the finders that `index` makes and
// without, in many worlds.
template <class Index, class RowsOf, class Match>
void ExpectIndexAnswersAsScoringAll(Index index, RowsOf rows_of, Match match) {
  size_t found = 0;
  for (uint32_t seed = 0; seed < 25; ++seed) {
    SCOPED_TRACE(seed);
    RadiusWorld world(seed);
    const LiveFinders finders = index(world.snapshot());
    Context with_index = world.context();
    with_index.finders = &finders;
    for (const auto& row : rows_of(world.snapshot())) {
      const MatchParams params = world.Params();
      const absl::StatusOr<MatchResult> all = match(world.context(), *row.Record(), params);
      const absl::StatusOr<MatchResult> indexed = match(with_index, *row.Record(), params);
      ASSERT_EQ(all.status(), indexed.status());
      if (!all.ok()) continue;
      EXPECT_EQ(ScoresOf(*all), ScoresOf(*indexed));
      EXPECT_EQ(all->not_scored, indexed->not_scored);
      found += all->hits.size();
    }
  }
  EXPECT_GT(found, 500u);
}

TEST(RadiusTest, IndexOfVacanciesAnswersAsScoringAll) {
  ExpectIndexAnswersAsScoringAll(
      [](const snapshot::Snapshot& snapshot) {
        return LiveFinders{LiveVacancies::Build(snapshot, VacancyFinder::Build).value(), nullptr};
      },
      [](const snapshot::Snapshot& snapshot) -> auto& { return snapshot.profiles(); },
      MatchVacancies);
}

TEST(RadiusTest, IndexOfPeopleAnswersAsScoringAll) {
  const auto build = [](const snapshot::Snapshot& rows) {
    return ProfileFinder::Build(rows, static_cast<int>(kToday.year()));
  };
  ExpectIndexAnswersAsScoringAll(
      [&](const snapshot::Snapshot& snapshot) {
        return LiveFinders{nullptr, LivePeople::Build(snapshot, build).value()};
      },
      [](const snapshot::Snapshot& snapshot) -> auto& { return snapshot.vacancies(); },
      MatchProfiles);
}

TEST(RadiusTest, BothDirectionsAndTheExplanationAgreeOnEveryPair) {
  MatchParams params;
  params.limit = 100;
  int listed = 0;
  int left_out = 0;
  for (uint32_t seed = 0; seed < 8; ++seed) {
    SCOPED_TRACE(seed);
    RadiusWorld world(seed);
    const Context context = world.context();
    std::map<std::pair<std::string, std::string>, MatchHit> from_person;
    for (const snapshot::ProfileRow& row : world.snapshot().profiles()) {
      MatchResult result = MatchVacancies(context, *row.Record(), params).value();
      for (MatchHit& hit : result.hits) {
        from_person[{row.profile.id, hit.id}] = std::move(hit);
      }
    }
    for (const snapshot::VacancyRow& row : world.snapshot().vacancies()) {
      std::map<std::string, MatchHit> from_vacancy;
      MatchResult result = MatchProfiles(context, *row.Record(), params).value();
      for (MatchHit& hit : result.hits) {
        from_vacancy[hit.id] = std::move(hit);
      }
      for (const snapshot::ProfileRow& person : world.snapshot().profiles()) {
        const auto one = from_person.find({person.profile.id, row.vacancy.id});
        const auto other = from_vacancy.find(person.profile.id);
        ASSERT_EQ(one != from_person.end(), other != from_vacancy.end());
        const auto explained = ExplainMatch(context, *person.Record(), *row.Record(), params);
        ASSERT_EQ(explained->listed, one != from_person.end());
        ++(explained->listed ? listed : left_out);
        if (one == from_person.end()) continue;
        EXPECT_EQ(one->second.score, other->second.score);
        EXPECT_EQ(one->second.distance_km, other->second.distance_km);
        EXPECT_EQ(one->second.distance_km.has_value(), explained->distance.has_value());
      }
    }
  }
  EXPECT_GT(listed, 100);
  EXPECT_GT(left_out, 100);
}

constexpr char kWorld[] = R"(
  occupation lasser isco 7212 : mig, tig
  region AM06 52.5 6.1
  region AM07 52.4 6.7
  vacancy here for lasser
  vacancy there for lasser | region AM06
  vacancy nowhere for lasser
  profile jan : can mig, can tig | radius 10
)";

// Jan lives in 8011; one vacancy is in a town 5 km away, one only in the region.
class RadiusFromPostcodeTest : public ::testing::Test {
 protected:
  RadiusFromPostcodeTest() {
    snapshot::Source source = ParseTinyWorld(kWorld).value();
    source.places = {{"8011", "", "AM06", {52.0, 5.0}}, {"", "Druten", "AM07", {52.045, 5.0}}};
    source.profiles[0].postcode = "8011";
    for (model::Vacancy& vacancy : source.vacancies) {
      if (vacancy.id == "here") vacancy.place = "DRUTEN";
    }
    snapshot_ = snapshot::Snapshot::Build(std::move(source), TinyParameters()).value();
    jan_ = *snapshot_->profiles()[0].Record();
  }

  Context context() const { return {*snapshot_, kToday}; }
  model::Vacancy Vacancy(const std::string& id) const { return FindVacancy(context(), id).value(); }

  std::shared_ptr<const snapshot::Snapshot> snapshot_;
  model::Profile jan_;
};

TEST_F(RadiusFromPostcodeTest, IsMeasuredFromTheMiddleOfPostcodeAndTown) {
  const MatchResult found = MatchVacancies(context(), jan_, {}).value();
  ASSERT_EQ(found.hits.size(), 1u);
  EXPECT_EQ(found.hits[0].id, "here");
  EXPECT_NEAR(found.hits[0].distance_km.value(), 5.0, 0.01);
  MatchParams far;
  far.radius_km = 100;
  EXPECT_EQ(MatchVacancies(context(), jan_, far)->hits.size(), 2u);
}

TEST_F(RadiusFromPostcodeTest, RegionIsThatOfThePlace) {
  EXPECT_EQ(snapshot_->profiles()[0].profile.region, "AM06");
  MatchParams in_region;
  in_region.radius_km = 400;
  in_region.region = "AM07";
  const MatchResult found = MatchVacancies(context(), jan_, in_region).value();
  ASSERT_EQ(found.hits.size(), 1u);
  EXPECT_EQ(found.hits[0].id, "here");
  EXPECT_EQ(MatchProfiles(context(), Vacancy("here"), {})->hits.size(), 1u);
  RouteParams route;
  route.person.profile = jan_;
  EXPECT_EQ(FindRoutes(context(), route)->region, "AM06");
}

TEST_F(RadiusFromPostcodeTest, ExplanationSaysBetweenWhatAndHowFar) {
  const ExplainedMatch match = ExplainMatch(context(), jan_, Vacancy("here"), {}).value();
  ASSERT_TRUE(match.distance.has_value());
  EXPECT_NEAR(match.distance->km, 5.0, 0.01);
  EXPECT_EQ(match.distance->profile.kind, SpotKind::kPostcode);
  EXPECT_EQ(match.distance->profile.name, "8011");
  EXPECT_EQ(match.distance->vacancy.kind, SpotKind::kTown);
  EXPECT_EQ(match.distance->vacancy.name, "Druten");
  const ExplainedMatch other = ExplainMatch(context(), jan_, Vacancy("there"), {}).value();
  EXPECT_EQ(other.distance->vacancy.kind, SpotKind::kRegion);
  EXPECT_FALSE(ExplainMatch(context(), jan_, Vacancy("nowhere"), {})->distance.has_value());
}

TEST_F(RadiusFromPostcodeTest, RadiusFromNowhereIsRefusedAndNothingElseIs) {
  jan_.postcode = "9999";
  MatchParams params;
  EXPECT_EQ(MatchVacancies(context(), jan_, params)->hits.size(), 3u);
  params.radius_km = 30;
  EXPECT_EQ(MatchVacancies(context(), jan_, params).status().code(),
            absl::StatusCode::kInvalidArgument);
  jan_.postcode = "";
  jan_.place = "Druten";
  EXPECT_EQ(MatchVacancies(context(), jan_, params)->hits.size(), 1u);
}

TEST_F(RadiusFromPostcodeTest, AskedForAnotherRegionThePostcodeIsNoLongerHome) {
  PersonParams asks;
  asks.profile = jan_;
  EXPECT_EQ(MakePerson(context(), asks)->profile.postcode, "8011");
  asks.region = "AM06";
  EXPECT_EQ(MakePerson(context(), asks)->profile.postcode, "8011");
  asks.region = "AM07";
  EXPECT_EQ(MakePerson(context(), asks)->profile.postcode, "");
}

}  // namespace
}  // namespace overstap::advice
