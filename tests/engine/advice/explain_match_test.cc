#include "engine/advice/explain_match.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "base/strings.h"
#include "engine/dutch/sentences.h"
#include "tests/support/random_world.h"
#include "tests/support/tiny_taxonomy.h"

namespace overstap::advice {
namespace {

const MatchFilterReading& Filter(const ExplainedMatch& match, MatchFilterKind kind) {
  return match.filters[static_cast<size_t>(kind)];
}

// As the answers of both directions say, for any two.
TEST(ExplainMatchTest, SaysWhatTheAnswersSay) {
  int listed = 0;
  int left_out = 0;
  for (uint32_t seed = 0; seed < 20; ++seed) {
    RandomWorld random(seed);
    std::string text = random.Text(12, 6, 0);
    StrAppend(&text, "region AM06 52.5 6.1\nregion AM07 52.4 6.7\nregion AM18 52.4 4.9\n");
    const auto place = [&] {
      static const std::vector<std::string> kPlaces = {" region AM06", " region AM07",
                                                       " region AM18", " region AM30", ""};
      return kPlaces[static_cast<size_t>(random.Number(0, 4))];
    };
    const auto hours = [&] {
      const int low = random.Number(1, 5) * 8;
      return random.Chance(50) ? StrCat(" hours ", low, " ", low + 8) : std::string();
    };
    for (int i = 0; i < 8; ++i) {
      StrAppend(&text, "vacancy v", i);
      if (random.Chance(90)) StrAppend(&text, " for ", RandomWorld::Job(random.Number(0, 5)));
      StrAppend(&text, " |", place(), hours());
      if (random.Chance(50)) StrAppend(&text, " closes 2026-11-", random.Number(15, 29));
      StrAppend(&text, "\nprofile p", i, " : ", random.Person(12, 6), " |", place(), hours());
      if (random.Chance(50)) StrAppend(&text, " radius ", random.Number(0, 100));
      StrAppend(&text, "\n");
    }
    const TinyWorld world(text);
    MatchParams params;
    params.limit = 100;
    if (random.Chance(30)) params.region = "AM07";
    for (const snapshot::ProfileRow& person : world.snapshot().profiles()) {
      const model::Profile profile = *person.Record();
      const MatchResult answer = MatchVacancies(world.context(), profile, params).value();
      for (const snapshot::VacancyRow& row : world.snapshot().vacancies()) {
        const ExplainedMatch match =
            ExplainMatch(world.context(), profile, *row.Record(), params).value();
        const auto hit =
            std::find_if(answer.hits.begin(), answer.hits.end(),
                         [&](const MatchHit& one) { return one.id == row.vacancy.id; });
        ASSERT_EQ(match.listed, hit != answer.hits.end()) << seed;
        ++(match.listed ? listed : left_out);
        if (match.listed) {
          EXPECT_EQ(match.score, hit->score);
        }
        const bool passes = std::all_of(match.filters.begin(), match.filters.end(),
                                        [](const auto& filter) { return filter.passes(); });
        EXPECT_EQ(match.listed, passes && match.score.value_or(0) > 0) << seed;
        double sum = 0;
        double weight = 0;
        for (const MatchContribution& part : match.contributions) {
          sum += part.contribution();
          weight += part.weight_share;
          if (part.held) {
            EXPECT_NEAR(part.strength, part.held->strength * part.held->transfer, 1e-6);
          }
          EXPECT_EQ(part.held.has_value(), part.strength > 0);
        }
        EXPECT_EQ(match.score.has_value(), !match.contributions.empty());
        EXPECT_NEAR(sum, match.score.value_or(0), 1e-9);
        EXPECT_NEAR(weight, match.score ? 1 : 0, 1e-9);
      }
    }
  }
  EXPECT_GT(listed, 50);
  EXPECT_GT(left_out, 50);
}

constexpr char kWorld[] = R"(
  occupation lasser isco 7212 : mig, tekenen
  region AM06 52.5 6.1
  region AM18 52.4 4.9
  vacancy far for lasser | region AM18 hours 32 40 closes 2026-11-20
  vacancy near for lasser | region AM06
)";

TEST(ExplainMatchTest, NamesWhatEachFilterCompares) {
  const TinyWorld world(kWorld);
  const model::Profile person = world.Person("can mig diploma | region AM06 radius 30 hours 8 16");
  const model::Vacancy far = FindVacancy(world.context(), "far").value();
  MatchParams params;
  params.region = "AM06";
  const ExplainedMatch match = ExplainMatch(world.context(), person, far, params).value();
  EXPECT_GT(match.score, 0);
  EXPECT_FALSE(match.listed);
  const auto expect = [&](MatchFilterKind kind, const std::string& asked,
                          const std::string& found) {
    EXPECT_EQ(Filter(match, kind).outcome, MatchFilterOutcome::kFailed);
    EXPECT_EQ(Filter(match, kind).asked, asked);
    EXPECT_EQ(Filter(match, kind).found, found);
  };
  expect(MatchFilterKind::kOpen, "2026-11-21", "2026-11-20");
  expect(MatchFilterKind::kRegion, "AM06", "AM18");
  expect(MatchFilterKind::kRadius, "30 km", Filter(match, MatchFilterKind::kRadius).found);
  expect(MatchFilterKind::kHours, "8-16", "32-40");
  EXPECT_EQ(Filter(match, MatchFilterKind::kRetention).outcome, MatchFilterOutcome::kNotAsked);
  EXPECT_EQ(dutch::Text(Filter(match, MatchFilterKind::kOpen)),
            "De vacature is gesloten sinds 20 november 2026.");
  EXPECT_EQ(dutch::Text(Filter(match, MatchFilterKind::kHours)),
            "De uren passen niet: het werk is 32 tot 40 uur in de week, u wilt 8 tot 16 uur in de "
            "week.");
  EXPECT_EQ(FindVacancy(world.context(), "no").status().code(), absl::StatusCode::kNotFound);
  EXPECT_EQ(FindProfile(world.context(), "no").status().code(), absl::StatusCode::kNotFound);
}

}  // namespace
}  // namespace overstap::advice
