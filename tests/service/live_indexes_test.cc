// Indexes that are made beside each other, of records that change all the time.
#include "service/live_indexes.h"

#include <gtest/gtest.h>

#include <memory>
#include <optional>
#include <random>
#include <string>
#include <utility>
#include <vector>

#include "base/strings.h"
#include "engine/advice/match.h"
#include "engine/snapshot/loader.h"
#include "service/convert_records.h"
#include "service/json/answers.h"
#include "tests/service/tiny_world.h"
#include "tests/support/each_row_once.h"
#include "tests/support/fake_store.h"

namespace overstap::service {
namespace {

constexpr absl::CivilDay kToday(2026, 11, 21);
constexpr int kYear = 2026;

class LiveIndexesTest : public ::testing::Test {
 protected:
  void SetUp() override {
    TaxonomySource source = TinyTaxonomySource();
    ASSERT_TRUE(store_.PutTaxonomy(source, ContentVersion(source)).ok());
    policy_.index_from = 1;
    policy_.most_recent = 8;
    view_.snapshot = snapshot::Load(store_, {}).value();
  }

  // So many vacancies and people come, change or go.
  void Change(int count) {
    static const std::vector<std::string> kJobs = {"urn:o:lasser", "urn:o:bankwerker", "urn:o:kok"};
    snapshot::RecordChanges changes;
    for (int i = 0; i < count; ++i) {
      const std::string id = StrCat(100 + random_() % 100);
      if (random_() % 5 == 0) {
        changes.vacancies.push_back({StrCat("v", id), std::nullopt});
        changes.profiles.push_back({StrCat("p", id), std::nullopt});
        continue;
      }
      changes.vacancies.push_back(
          {StrCat("v", id), FromProto(AVacancy(StrCat("v", id), kJobs[random_() % 3])).value()});
      changes.profiles.push_back({StrCat("p", id), FromProto(AWelder(StrCat("p", id))).value()});
    }
    Follow(std::move(changes));
  }

  void Follow(snapshot::RecordChanges changes) {
    LiveView next = {view_.snapshot->After(std::move(changes), ""), {}};
    next.finders = FindersAfter(view_, *next.snapshot);
    view_ = std::move(next);
  }

  IndexJob::Newest Newest() {
    return [this] { return view_; };
  }

  // Whether it came into use.
  bool TakeIn(const IndexJob::TakeIn& take_in) {
    std::optional<LiveView> next = take_in(view_);
    if (next) view_ = *std::move(next);
    return next.has_value();
  }

  void MakeBases() {
    while (const auto job = NextBaseJob(view_, store_, kYear, policy_)) {
      ASSERT_TRUE(TakeIn(job->make()(Newest())));
    }
  }

  int MakeParts(const advice::LiveFinders& making) {
    int parts = 0;
    while (const auto job = NextPartJob(view_, making, kYear, policy_)) {
      EXPECT_TRUE(TakeIn(job->make()(Newest())));
      ++parts;
    }
    return parts;
  }

  std::string Answers(const advice::LiveFinders* finders) const {
    const advice::Context context{*view_.snapshot, today_, DefaultLanguageOrder(), finders};
    const model::Profile person = FromProto(AWelder("asks")).value();
    const model::Vacancy vacancy = FromProto(AVacancy("asks", "urn:o:lasser")).value();
    return StrCat(Dump(ToJson(advice::MatchVacancies(context, person, {}).value(), false)),
                  Dump(ToJson(advice::MatchProfiles(context, vacancy, {}).value(), false)));
  }

  void ExpectAllIsThere() const {
    if (view_.finders.vacancies) ExpectEachRowOnce(*view_.finders.vacancies, *view_.snapshot);
    if (view_.finders.people) ExpectEachRowOnce(*view_.finders.people, *view_.snapshot);
    ASSERT_EQ(Answers(&view_.finders), Answers(nullptr));
  }

  size_t Recent() const {
    return std::max(view_.finders.vacancies->recent().size(),
                    view_.finders.people->recent().size());
  }

  std::mt19937 random_{11};
  store::FakeStore store_;
  IndexPolicy policy_;
  LiveView view_;
  absl::CivilDay today_ = kToday;
};

TEST_F(LiveIndexesTest, PartsComeIntoUseWhileABaseIsMade) {
  Change(200);
  ASSERT_NO_FATAL_FAILURE(MakeBases());
  Change(60);
  MakeParts({});
  const auto job = NextBaseJob(view_, store_, kYear, policy_);
  ASSERT_TRUE(job);
  ASSERT_NE(job->replaces.vacancies, nullptr);
  ASSERT_EQ(job->replaces.people, nullptr);
  const IndexJob::Prepare prepare = job->make();
  int parts = 0;
  for (int i = 0; i < 10; ++i) {
    Change(7);
    parts += MakeParts(job->replaces);
    ASSERT_LT(Recent(), policy_.most_recent);
    ASSERT_NO_FATAL_FAILURE(ExpectAllIsThere());
  }
  EXPECT_GT(parts, 5);
  // What was replaced is joined with nothing.
  for (const auto& old : job->replaces.vacancies->parts()) {
    const auto now = view_.finders.vacancies->parts();
    EXPECT_TRUE(std::any_of(now.begin(), now.end(),
                            [&](const auto& part) { return part.part == old.part; }));
  }
  // Prepared before another part comes into use, it does not fit.
  const IndexJob::TakeIn too_early = prepare(Newest());
  Change(12);
  ASSERT_GT(MakeParts(job->replaces), 0);
  EXPECT_FALSE(TakeIn(too_early));
  const IndexJob::TakeIn take_in = prepare(Newest());
  Change(3);
  const auto base_before = view_.finders.vacancies->base().part;
  ASSERT_TRUE(TakeIn(take_in));
  EXPECT_NE(view_.finders.vacancies->base().part, base_before);
  EXPECT_GT(view_.finders.vacancies->parts().size(), 1);
  EXPECT_LT(view_.finders.vacancies->recent().size(), policy_.most_recent + 3);
  ASSERT_NO_FATAL_FAILURE(ExpectAllIsThere());
}

TEST_F(LiveIndexesTest, WhatCameDuringTheFirstBaseIsIndexedWhenItIsShown) {
  Change(100);
  const auto job = NextBaseJob(view_, store_, kYear, policy_);
  ASSERT_TRUE(job);
  EXPECT_FALSE(NextPartJob(view_, {}, kYear, policy_));
  const IndexJob::Prepare prepare = job->make();
  Change(60);
  ASSERT_TRUE(TakeIn(prepare(Newest())));
  EXPECT_EQ(view_.finders.vacancies->recent().size(), 0);
  EXPECT_EQ(view_.finders.vacancies->parts().size(), 2);
  ASSERT_NO_FATAL_FAILURE(ExpectAllIsThere());
}

TEST_F(LiveIndexesTest, WhatIsOfOtherTermsIsNotTakenIn) {
  Change(100);
  ASSERT_NO_FATAL_FAILURE(MakeBases());
  Change(50);
  const auto base = NextBaseJob(view_, store_, kYear, policy_);
  const auto part = NextPartJob(view_, {}, kYear, policy_);
  ASSERT_TRUE(base && part);
  for (const IndexJob& job : {*base, *part}) {
    const IndexJob::Prepare prepare = job.make();
    const IndexJob::TakeIn take_in = prepare(Newest());
    const LiveView before = std::exchange(view_, {snapshot::Load(store_, {}).value(), {}});
    EXPECT_FALSE(TakeIn(take_in));
    EXPECT_EQ(prepare(Newest()), nullptr);
    view_ = before;
  }
}

// Evidence is a year older then, also of who came while the index for that year was made.
TEST_F(LiveIndexesTest, InANewYearRecentPeopleAreReadAgain) {
  Change(5);
  ASSERT_NO_FATAL_FAILURE(MakeBases());
  const auto job = NextBaseJob(view_, store_, kYear + 1, policy_);
  ASSERT_TRUE(job);
  const IndexJob::Prepare prepare = job->make();
  model::Profile welder = FromProto(AWelder("p500")).value();
  welder.occupations.front().until = kYear - 8;
  snapshot::RecordChanges changes;
  changes.profiles.push_back({welder.id, welder});
  Follow(std::move(changes));
  ASSERT_NO_FATAL_FAILURE(ExpectAllIsThere());  // which reads who is recent
  const std::string before = Answers(&view_.finders);
  ASSERT_TRUE(TakeIn(prepare(Newest())));
  ASSERT_EQ(view_.finders.people->recent().size(), 1);
  today_ = absl::CivilDay(kYear + 1, 1, 2);
  ASSERT_NE(Answers(nullptr), before);
  EXPECT_EQ(Answers(&view_.finders), Answers(nullptr));
}

// Views that were made of each other may be gone again, when a write fails: with them what was
// prepared of them, or not.
TEST_F(LiveIndexesTest, InAnyOrder) {
  struct Running {
    IndexJob::Prepare prepare;
    IndexJob::TakeIn take_in;
    advice::LiveFinders replaces;
  };
  std::optional<Running> running[2];
  std::vector<LiveView> before;
  int came = 0;
  int did_not_fit = 0;
  int lost = 0;
  for (int step = 0; step < 1'500; ++step) {
    before.push_back(view_);
    Change(static_cast<int>(random_() % 6));
    for (auto& one : running) {
      if (one && one->take_in && random_() % 2 == 0) {
        const bool fits = TakeIn(one->take_in);
        ++(fits ? came : did_not_fit);
        one->take_in = nullptr;
        if (fits) one.reset();
      } else if (one && !one->take_in && random_() % 2 == 0) {
        one->take_in = one->prepare(Newest());
      } else if (!one && random_() % 2 == 0) {
        const bool is_base = &one == &running[0];
        const auto job =
            is_base ? NextBaseJob(view_, store_, kYear, policy_)
                    : NextPartJob(view_, running[0] ? running[0]->replaces : advice::LiveFinders(),
                                  kYear, policy_);
        if (job) one = Running{job->make(), nullptr, job->replaces};
      }
    }
    if (random_() % 10 == 0) {
      view_ = before[before.size() - 1 - random_() % std::min<size_t>(before.size(), 3)];
      ++lost;
    }
    if (before.size() > 3) before.erase(before.begin());
    SCOPED_TRACE(step);
    ASSERT_NO_FATAL_FAILURE(ExpectAllIsThere());
  }
  EXPECT_GT(came, 100);
  EXPECT_GT(did_not_fit, 10);
  EXPECT_GT(lost, 100);
}

}  // namespace
}  // namespace overstap::service
