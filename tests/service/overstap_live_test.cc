#include <gtest/gtest.h>

#include <atomic>
#include <future>
#include <string>
#include <thread>
#include <vector>

#include "base/strings.h"
#include "engine/advice/match.h"
#include "engine/snapshot/loader.h"
#include "service/convert_records.h"
#include "service/json/answers.h"
#include "tests/service/service_fixture.h"
#include "tests/support/fake_store.h"

namespace overstap::service {
namespace {

// Single records in and out, over a real port.
class OverstapLiveTest : public OverstapServiceTest {
 protected:
  v1::UpsertVacanciesResponse Upsert(const std::vector<v1::Vacancy>& vacancies) {
    v1::UpsertVacanciesRequest request;
    request.mutable_vacancies()->Assign(vacancies.begin(), vacancies.end());
    v1::UpsertVacanciesResponse response;
    grpc::ClientContext context;
    const grpc::Status status = data_->UpsertVacancies(&context, request, &response);
    EXPECT_TRUE(status.ok()) << status.error_message();
    return response;
  }

  v1::UpsertProfilesResponse Upsert(const v1::Profile& profile) {
    v1::UpsertProfilesRequest request;
    *request.add_profiles() = profile;
    v1::UpsertProfilesResponse response;
    grpc::ClientContext context;
    EXPECT_TRUE(data_->UpsertProfiles(&context, request, &response).ok());
    return response;
  }

  std::vector<std::string> Matches() {
    v1::MatchVacanciesRequest request;
    *request.mutable_profile() = AWelder("asks");
    v1::MatchVacanciesResponse response;
    grpc::ClientContext context;
    EXPECT_TRUE(matching_->MatchVacancies(&context, request, &response).ok());
    std::vector<std::string> ids;
    for (const auto& result : response.results()) ids.push_back(result.id());
    return ids;
  }

  grpc::Status Explain(const v1::ExplainMatchRequest& request, v1::ExplainMatchResponse* response) {
    grpc::ClientContext context;
    return matching_->ExplainMatch(&context, request, response);
  }
};

using Ids = std::vector<std::string>;

TEST_F(OverstapLiveTest, TheNextQuestionSeesWhatCameAndWhatWent) {
  const auto answer = Upsert({AVacancy("v1", "urn:o:lasser"), AVacancy("v2", "urn:o:bankwerker")});
  EXPECT_EQ(answer.accepted_count(), 2);
  EXPECT_EQ(answer.versions().data(), store_->DataVersion().value());
  EXPECT_EQ(Matches(), (Ids{"v1", "v2"}));
  Upsert({AVacancy("v1", "urn:o:kok"), AVacancy("v0", "urn:o:lasser")});
  EXPECT_EQ(Matches(), (Ids{"v0", "v2"}));

  v1::DeleteVacanciesRequest request;
  for (const char* id : {"v0", "v9", "v0"}) request.add_ids(id);
  v1::DeleteVacanciesResponse response;
  grpc::ClientContext context;
  ASSERT_TRUE(data_->DeleteVacancies(&context, request, &response).ok());
  EXPECT_EQ(response.deleted_count(), 1);
  EXPECT_EQ(Ids(response.unknown_ids().begin(), response.unknown_ids().end()), Ids{"v9"});
  EXPECT_EQ(Matches(), Ids{"v2"});
  EXPECT_EQ(store_->Counts()->vacancies, 2);
  EXPECT_EQ(response.versions().data(), store_->DataVersion().value());
}

TEST_F(OverstapLiveTest, WhatIsRefusedIsReportedAndTheRestIsKept) {
  v1::Vacancy bad = AVacancy("bad", "urn:o:lasser");
  bad.set_level(9);
  const auto answer = Upsert({AVacancy("v1", "urn:o:lasser"), bad, AVacancy("v2", "urn:o:x")});
  EXPECT_EQ(answer.accepted_count(), 2);
  EXPECT_EQ(answer.refused_count(), 1);
  ASSERT_EQ(answer.problems_size(), 2);
  EXPECT_EQ(answer.problems(0).record_number(), 2);
  EXPECT_EQ(answer.problems(0).severity(), v1::IMPORT_SEVERITY_REFUSED);
  EXPECT_EQ(answer.problems(1).code(), "unknown_occupation");
  for (const std::vector<v1::Vacancy>& refused : {std::vector<v1::Vacancy>{}, {bad}}) {
    v1::UpsertVacanciesRequest request;
    request.mutable_vacancies()->Assign(refused.begin(), refused.end());
    v1::UpsertVacanciesResponse response;
    grpc::ClientContext context;
    EXPECT_EQ(data_->UpsertVacancies(&context, request, &response).error_code(),
              grpc::StatusCode::INVALID_ARGUMENT);
  }
  EXPECT_EQ(store_->Counts()->vacancies, 2);
}

TEST_F(OverstapLiveTest, ADeletedProfileIsForgotten) {
  Upsert(AWelder("p1"));
  EXPECT_EQ(Stats().profile_count(), 1);
  v1::DeleteProfilesRequest request;
  request.add_ids("p1");
  v1::DeleteProfilesResponse response;
  grpc::ClientContext context;
  ASSERT_TRUE(data_->DeleteProfiles(&context, request, &response).ok());
  EXPECT_EQ(response.deleted_count(), 1);
  EXPECT_EQ(Stats().profile_count(), 0);
  EXPECT_EQ(store_->Counts()->profiles, 0);
  v1::ExplainMatchRequest explain;
  explain.set_profile_id("p1");
  *explain.mutable_vacancy() = AVacancy("v", "urn:o:lasser");
  v1::ExplainMatchResponse explained;
  EXPECT_EQ(Explain(explain, &explained).error_code(), grpc::StatusCode::NOT_FOUND);
}

TEST_F(OverstapLiveTest, WritersAtOnceLoseNothing) {
  std::vector<std::thread> writers;
  for (int thread = 0; thread < 6; ++thread) {
    writers.emplace_back([this, thread] {
      for (int i = 0; i < 15; ++i) {
        Upsert({AVacancy(StrCat("t", thread, "-", i), "urn:o:lasser"),
                AVacancy("shared", i % 2 == 0 ? "urn:o:lasser" : "urn:o:kok")});
      }
    });
  }
  for (std::thread& writer : writers) writer.join();
  EXPECT_EQ(Stats().vacancy_count(), 6 * 15 + 1);
  EXPECT_EQ(store_->Counts()->vacancies, 6 * 15 + 1);
  EXPECT_EQ(Stats().versions().data(), store_->DataVersion().value());
}

TEST_F(OverstapLiveTest, AStreamKeepsItsSnapshotWhenAsked) {
  for (const bool keep : {true, false}) {
    Upsert({AVacancy("v1", "urn:o:lasser")});
    grpc::ClientContext context;
    const auto stream = matching_->StreamMatchVacancies(&context);
    v1::StreamMatchVacanciesRequest request;
    *request.mutable_profile() = AWelder("asks");
    request.set_keep_snapshot(keep);
    v1::StreamMatchVacanciesResponse before;
    ASSERT_TRUE(stream->Write(request) && stream->Read(&before));
    EXPECT_EQ(before.results_size(), 1);
    Upsert({AVacancy("v1", "urn:o:kok")});
    request.set_keep_snapshot(false);
    v1::StreamMatchVacanciesResponse after;
    ASSERT_TRUE(stream->Write(request) && stream->Read(&after));
    EXPECT_EQ(after.results_size(), keep ? 1 : 0);
    EXPECT_EQ(after.versions().data() == before.versions().data(), keep);
    stream->WritesDone();
    EXPECT_TRUE(stream->Finish().ok());
  }
}

TEST_F(OverstapLiveTest, ExplainsAnyTwo) {
  v1::Vacancy closed = AVacancy("closed", "urn:o:lasser");
  closed.mutable_closes()->set_year(2026);
  closed.mutable_closes()->set_month(11);
  closed.mutable_closes()->set_day(20);
  Upsert({closed});
  Upsert(AWelder("p1"));
  v1::ExplainMatchRequest request;
  request.set_profile_id("p1");
  request.set_vacancy_id("closed");
  v1::ExplainMatchResponse response;
  ASSERT_TRUE(Explain(request, &response).ok());
  EXPECT_FALSE(response.listed());
  EXPECT_EQ(response.filters(0).kind(), v1::MATCH_FILTER_KIND_OPEN);
  EXPECT_EQ(response.filters(0).outcome(), v1::MATCH_FILTER_OUTCOME_FAILED);
  EXPECT_EQ(response.filters(0).asked(), "2026-11-21");
  EXPECT_EQ(response.filters(0).found(), "2026-11-20");
  EXPECT_FALSE(response.filters(0).text_nl().empty());
  double sum = 0;
  for (const auto& contribution : response.contributions()) sum += contribution.contribution();
  EXPECT_NEAR(sum, response.score(), 1e-9);
  EXPECT_GT(response.score(), 0);
  EXPECT_EQ(Explain(v1::ExplainMatchRequest(), &response).error_code(),
            grpc::StatusCode::INVALID_ARGUMENT);
}

TEST_F(OverstapLiveTest, WhatIsOverGoesFromAnswersAndStore) {
  v1::Vacancy old = AVacancy("old", "urn:o:lasser");
  v1::Vacancy closed = AVacancy("closed", "urn:o:lasser");
  for (v1::Vacancy* vacancy : {&old, &closed}) {
    vacancy->mutable_closes()->set_year(2026);
    vacancy->mutable_closes()->set_month(vacancy == &old ? 10 : 11);
    vacancy->mutable_closes()->set_day(20);
  }
  Upsert({old, closed, AVacancy("open", "urn:o:lasser")});
  v1::Profile kept = AWelder("kept");
  v1::Profile over = AWelder("over");
  for (v1::Profile* profile : {&kept, &over}) {
    profile->mutable_keep_until()->set_year(2026);
    profile->mutable_keep_until()->set_month(11);
    profile->mutable_keep_until()->set_day(profile == &kept ? 21 : 20);
  }
  Upsert(kept);
  Upsert(over);
  const auto expired = service_->housekeeper().DeleteExpired();
  ASSERT_TRUE(expired.ok()) << expired.status();
  EXPECT_EQ(expired->vacancies, 1);
  EXPECT_EQ(expired->profiles, 1);
  EXPECT_EQ(Matches(), Ids{"open"});
  EXPECT_EQ(store_->Counts()->vacancies, 2);
  EXPECT_EQ(store_->Counts()->profiles, 1);
  EXPECT_EQ(Stats().versions().data(), store_->DataVersion().value());
}

// The writer has indexes made and keeps them in step; answers are those of scoring everything.
TEST(LiveWriterTest, AnswersStayThoseOfScoringEverything) {
  store::FakeStore store;
  TaxonomySource source = TinyTaxonomySource();
  ASSERT_TRUE(store.PutTaxonomy(source, ContentVersion(source)).ok());
  LiveSnapshot live(snapshot::Load(store, {}).value());
  const FixedClock clock(absl::CivilDay(2026, 11, 21));
  const model::Profile person = FromProto(AWelder("asks")).value();
  const model::Vacancy vacancy = FromProto(AVacancy("asks", "urn:o:lasser")).value();
  int with_finders = 0;
  {
    IndexPolicy policy;
    policy.index_from = 1;
    LiveWriter writer(&live, &store, &clock, policy);
    const std::vector<std::string> jobs = {"urn:o:lasser", "urn:o:bankwerker", "urn:o:kok"};
    for (int i = 0; i < 300; ++i) {
      const std::string id = StrCat("v", i * 7 % 40);
      RecordWrite write(store);
      if (i % 5 == 4) {
        write.DeleteVacancy(id);
        write.DeleteProfile(id);
      } else {
        write.Put(FromProto(AVacancy(id, jobs[static_cast<size_t>(i) % 3])).value());
        write.Put(FromProto(AWelder(id)).value());
      }
      std::promise<absl::Status> done;
      writer.Write(std::move(write),
                   [&done](const absl::Status& status, const snapshot::Snapshot&) {
                     done.set_value(status);
                   });
      ASSERT_TRUE(done.get_future().get().ok());
      const LiveView now = live.Now();
      with_finders += now.finders.vacancies != nullptr && now.finders.people != nullptr;
      const auto ask = [&](const advice::LiveFinders* finders) {
        const advice::Context context{*now.snapshot, clock.Today(), DefaultLanguageOrder(),
                                      finders};
        return StrCat(Dump(ToJson(advice::MatchVacancies(context, person, {}).value(), false)),
                      Dump(ToJson(advice::MatchProfiles(context, vacancy, {}).value(), false)));
      };
      ASSERT_EQ(ask(&now.finders), ask(nullptr)) << i;
    }
  }
  EXPECT_GT(with_finders, 0);
  EXPECT_EQ(live.Current()->vacancies().size(), store.contents.vacancies.size());
  EXPECT_EQ(live.Current()->profiles().size(), store.contents.profiles.size());
}

class OverstapOfAnotherDayTest : public OverstapLiveTest {
 protected:
  const Clock* Answers() const override { return &answers_; }

  const FixedClock answers_{absl::CivilDay(2028, 1, 1)};
};

TEST_F(OverstapOfAnotherDayTest, AnswersAreOfThatDayAndNothingGoesByIt) {
  v1::Vacancy closed = AVacancy("closed", "urn:o:lasser");
  closed.mutable_closes()->set_year(2027);
  closed.mutable_closes()->set_month(1);
  closed.mutable_closes()->set_day(1);
  Upsert({closed, AVacancy("open", "urn:o:lasser")});
  EXPECT_EQ(Matches(), Ids{"open"});
  EXPECT_EQ(service_->housekeeper().DeleteExpired()->vacancies, 0);
  EXPECT_EQ(store_->Counts()->vacancies, 2);
}

}  // namespace
}  // namespace overstap::service
