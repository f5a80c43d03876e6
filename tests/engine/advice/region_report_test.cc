#include "engine/advice/region_report.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <string>
#include <tuple>
#include <vector>

#include "base/strings.h"
#include "engine/advice/shown_counts.h"
#include "service/json/cohort_view.h"
#include "tests/support/tiny_taxonomy.h"

namespace overstap::advice {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

constexpr char kWorld[] = R"(
  occupation kok isco 5120 : koken, plannen
  occupation bakker isco 7512 : bakken, plannen
  occupation lasser isco 7212 : mig, plannen
  occupation monteur isco 7233 : sleutelen, plannen, meten
  region AM06 52.5 6.1
  region AM07 52.4 6.7
  course mig : mig | weeks 4 starts 2027-01-04, 2020-01-01 seats 12
  course sleutelen : sleutelen, meten | weeks 9
  occupation o1 isco 4110 : x1
  occupation o2 isco 4120 : x2
  occupation o3 isco 4210 : x3
  occupation o4 isco 4220 : x4
  occupation o5 isco 4310 : x5
  occupation o6 isco 4320 : x6
)";
const std::vector<std::string> kJobs = {"kok", "bakker", "lasser", "monteur"};
const std::vector<std::string> kRegions = {"AM06", "AM07"};

// People by region and occupation.
using Cells = std::vector<std::vector<int>>;

std::string World(const Cells& people, std::string_view vacancies) {
  std::string world = StrCat(kWorld, vacancies);
  for (size_t region = 0; region < people.size(); ++region) {
    for (size_t job = 0; job < people[region].size(); ++job) {
      for (int i = 0; i < people[region][job]; ++i) {
        StrAppend(&world, "profile p", region, "x", job, "x", i, " : was ", kJobs[job],
                  " 5 | region ", kRegions[region], "\n");
      }
    }
  }
  return world;
}

std::string Vacancies(std::string_view occupation, int count, std::string_view region = "AM06") {
  std::string lines;
  for (int i = 0; i < count; ++i) {
    StrAppend(&lines, "vacancy ", occupation, region, "x", i, " for ", occupation, " | region ",
              region, "\n");
  }
  return lines;
}

RegionReport Report(const TinyWorld& world, RegionReportParams params) {
  RegionReport report = ReportRegion(world.context(), params).value();
  report.versions = {};
  return report;
}

TEST(RegionReportTest, SaysWhoCanGoWhere) {
  const TinyWorld world(
      World({{22, 4, 0, 11}, {}}, StrCat(Vacancies("lasser", 7), Vacancies("monteur", 20),
                                         Vacancies("kok", 3), Vacancies("lasser", 9, "AM07"))));
  const RegionReport report = Report(world, {"AM06", "", .05, 20});
  EXPECT_EQ(report.people, 30);  // kok 20, monteur 10; the 4 bakkers leave no trace
  EXPECT_EQ(report.vacancies, 30);
  ASSERT_EQ(report.surplus.size(), 1u);
  EXPECT_EQ(report.surplus[0].occupation.label, "kok");
  EXPECT_EQ(report.surplus[0].people, 20);
  EXPECT_EQ(report.surplus[0].vacancies, 3);
  EXPECT_EQ(report.surplus[0].moves, 2);
  ASSERT_EQ(report.shortage.size(), 2u);
  EXPECT_EQ(report.shortage[0].occupation.label, "monteur");
  EXPECT_EQ(report.shortage[0].people, 10);
  EXPECT_EQ(report.shortage[0].demand.tension, std::nullopt);
  EXPECT_EQ(report.shortage[0].seats, std::nullopt);
  EXPECT_EQ(report.shortage[1].people, std::nullopt);
  EXPECT_EQ(report.shortage[1].seats, 12);
  EXPECT_EQ(report.shortage[1].course_starts, 1);
  ASSERT_EQ(report.moves.size(), 2u);
  EXPECT_EQ(report.moves[0].origin.label, "kok");
  EXPECT_EQ(report.moves[0].people, 20);
  std::vector<std::string> missing;
  for (const MissingLine& line : report.missing) missing.push_back(line.skill.label);
  EXPECT_THAT(missing, ::testing::UnorderedElementsAre("mig", "sleutelen", "meten"));
  ASSERT_EQ(report.courses.size(), 2u);
  EXPECT_EQ(report.courses[0].unlocks, 0);
  EXPECT_EQ(report.courses[0].serves, 1);
}

TEST(RegionReportTest, NamesTheCourseThatUnlocksMostMoves) {
  const TinyWorld world(World({{30}, {}}, StrCat(Vacancies("lasser", 5), Vacancies("monteur", 5))));
  // As they are neither move is near enough; sleutelen teaches most of what a monteur needs.
  const RegionReport plain = Report(world, {"AM06", "", .05, 20});
  double best = 0;
  for (const MoveLine& move : plain.moves) best = std::max(best, move.score);
  const RegionReport report = Report(world, {"AM06", "", best + .01, 20});
  EXPECT_THAT(report.moves, IsEmpty());
  ASSERT_EQ(report.courses.size(), 2u);
  EXPECT_EQ(report.courses[0].unlocks, 1);
  EXPECT_EQ(report.courses[0].people, 30);
}

TEST(RegionReportTest, UnknownIsNotZero) {
  const TinyWorld world(World({{12}, {}}, ""));
  const RegionReport report = Report(world, {"AM06", "", .05, 20});
  EXPECT_EQ(report.vacancies, std::nullopt);
  ASSERT_EQ(report.surplus.size(), 1u);
  EXPECT_EQ(report.surplus[0].vacancies, std::nullopt);
  EXPECT_THAT(report.shortage, IsEmpty());
}

TEST(RegionReportTest, RefusesWhatItDoesNotKnow) {
  const TinyWorld world(World({}, ""));
  const auto code = [&](RegionReportParams params) {
    return ReportRegion(world.context(), params).status().code();
  };
  EXPECT_EQ(code({"", "", .1, 20}), absl::StatusCode::kInvalidArgument);
  EXPECT_EQ(code({"Zwolle", "", .1, 20}), absl::StatusCode::kInvalidArgument);
  EXPECT_EQ(code({"AM06", "", 2, 20}), absl::StatusCode::kInvalidArgument);
  EXPECT_EQ(code({"AM06", "", .1, 0}), absl::StatusCode::kInvalidArgument);
  EXPECT_EQ(code({"AM08", "", .1, 20}), absl::StatusCode::kNotFound);
  EXPECT_EQ(code({"AM06", "xyzzyq", .1, 20}), absl::StatusCode::kNotFound);
  EXPECT_EQ(code({"AM06", "", .05, 20}), absl::StatusCode::kOk);
}

TEST(ShownCountTest, RoundsAndKeepsSmallCountsAway) {
  std::vector<int64_t> shown;
  for (int64_t people = 0; people < kFewestShown; ++people) {
    EXPECT_EQ(ShownCount(people), std::nullopt);
  }
  for (const int64_t people : {10, 12, 13, 17, 18, 99'998}) shown.push_back(*ShownCount(people));
  EXPECT_THAT(shown, ElementsAre(10, 10, 15, 15, 20, 100'000));
}

TEST(ShownCountTest, EveryShownCountStandsForSeveral) {
  for (int64_t people = 10; people < 1000; ++people) {
    int alike = 0;
    for (int64_t other = people - kCountBase; other <= people + kCountBase; ++other) {
      if (ShownCount(other) == ShownCount(people)) ++alike;
    }
    EXPECT_GE(alike, 3) << people;
  }
}

// Everything that anybody can make the report print: every region, definition, score and length.
std::vector<RegionReport> AllReports(const TinyWorld& world) {
  std::vector<RegionReport> reports;
  for (const std::string& region : kRegions) {
    for (const char* techniek : {"", "alle"}) {
      for (const double min_score : {0.0, .1, .3, .6}) {
        for (const size_t limit : {size_t{1}, size_t{20}}) {
          reports.push_back(Report(world, {region, techniek, min_score, limit}));
        }
      }
    }
  }
  return reports;
}

std::string Printed(const std::vector<RegionReport>& reports) {
  std::string text;
  for (const RegionReport& report : reports) {
    StrAppend(&text, service::Dump(service::ToJson(report)), "\n");
  }
  return text;
}

// Whoever reads every report, and knows how they are made and all cells but the small ones, learns
// nothing of the small ones: any other small numbers print the same bytes.
TEST(RegionPrivacyTest, SmallCountsLeaveNoTrace) {
  std::mt19937 random(1);
  const auto number = [&random](int most) {
    return static_cast<int>(random() % static_cast<uint32_t>(most + 1));
  };
  int varied = 0;
  for (int round = 0; round < 12; ++round) {
    Cells people(2, std::vector<int>(4));
    for (auto& region : people) {
      for (int& cell : region) cell = number(2) == 0 ? number(40) : number(9);
    }
    const std::string vacancies =
        StrCat(Vacancies("lasser", number(20)), Vacancies("monteur", number(20), "AM07"),
               Vacancies("monteur", number(5)));
    const std::string before = Printed(AllReports(TinyWorld(World(people, vacancies))));
    for (auto& region : people) {
      for (int& cell : region) {
        if (cell >= kFewestShown) continue;
        cell = number(9);
        ++varied;
      }
    }
    EXPECT_EQ(before, Printed(AllReports(TinyWorld(World(people, vacancies))))) << round;
  }
  EXPECT_GT(varied, 30);
}

// The comparison above would notice: a number that is shown, and a small one that were not dropped.
TEST(RegionPrivacyTest, ShownCountsDoLeaveATrace) {
  const std::string vacancies = StrCat(Vacancies("lasser", 3), Vacancies("monteur", 2));
  const Cells people = {{14, 3, 23, 9}, {31, 1, 0, 12}};
  const std::string before = Printed(AllReports(TinyWorld(World(people, vacancies))));
  for (const auto& [region, job, other] :
       {std::tuple(0, 0, 30), std::tuple(0, 1, 10), std::tuple(1, 3, 9)}) {
    Cells changed = people;
    changed[static_cast<size_t>(region)][static_cast<size_t>(job)] = other;
    EXPECT_NE(before, Printed(AllReports(TinyWorld(World(changed, vacancies))))) << region << job;
  }
}

// The usual attacks by arithmetic: a total less what is shown, a region less another, one question
// less a narrower one.
TEST(RegionPrivacyTest, DifferencesAreZeroOrOfShownNumbers) {
  const Cells people = {{14, 3, 23, 9}, {31, 1, 0, 12}};
  const TinyWorld world(World(people, StrCat(Vacancies("monteur", 3), Vacancies("lasser", 2))));
  for (const RegionReport& report : AllReports(world)) {
    const size_t region = report.region == kRegions[0] ? 0 : 1;
    int64_t shown = 0;
    for (const int cell : people[region]) shown += ShownCount(cell).value_or(0);
    EXPECT_EQ(report.people - shown, 0);
    for (const MoveLine& move : report.moves) EXPECT_EQ(move.people % kCountBase, 0);
    for (const MissingLine& line : report.missing) {
      EXPECT_EQ(line.people % kCountBase, 0);
      EXPECT_LE(line.people, shown);
    }
    for (const SurplusLine& line : report.surplus) EXPECT_GE(line.people, kFewestShown);
  }
}

}  // namespace
}  // namespace overstap::advice
