#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "base/strings.h"
#include "tests/service/service_fixture.h"

namespace overstap::service {
namespace {

using ::testing::IsEmpty;
using ::testing::Not;

TEST_F(OverstapServiceTest, BothDirectionsGiveOneScore) {
  ImportWorld();
  v1::MatchVacanciesRequest from_person;
  *from_person.mutable_profile() = AWelder("p");
  v1::MatchVacanciesResponse vacancies;
  {
    grpc::ClientContext context;
    ASSERT_TRUE(matching_->MatchVacancies(&context, from_person, &vacancies).ok());
  }
  ASSERT_EQ(vacancies.results_size(), 2);  // not the cook's
  EXPECT_EQ(vacancies.results(0).id(), "v-lasser");
  EXPECT_EQ(vacancies.results(1).id(), "v-bank");
  EXPECT_FALSE(vacancies.results(0).has_explanation());
  v1::MatchProfilesRequest from_vacancy;
  *from_vacancy.mutable_vacancy() = AVacancy("v-bank", "urn:o:bankwerker");
  from_vacancy.mutable_options()->set_explain(true);
  v1::MatchProfilesResponse profiles;
  grpc::ClientContext context;
  ASSERT_TRUE(matching_->MatchProfiles(&context, from_vacancy, &profiles).ok());
  ASSERT_EQ(profiles.results_size(), 1);
  EXPECT_EQ(profiles.results(0).id(), "p");
  EXPECT_EQ(profiles.results(0).score(), vacancies.results(1).score());
  EXPECT_TRUE(profiles.results(0).has_explanation());
}

TEST_F(OverstapServiceTest, OptionsSayWhichVacancies) {
  ImportWorld();
  const auto found = [this](const v1::MatchOptions& options) {
    v1::MatchVacanciesRequest request;
    *request.mutable_profile() = AWelder("p");
    *request.mutable_options() = options;
    v1::MatchVacanciesResponse response;
    grpc::ClientContext context;
    const grpc::Status status = matching_->MatchVacancies(&context, request, &response);
    if (!status.ok()) return std::string("refused");
    std::string ids;
    for (const v1::MatchResult& result : response.results()) ids += result.id() + " ";
    return ids;
  };
  v1::MatchOptions options;
  options.set_isco("722");
  EXPECT_EQ(found(options), "v-bank ");
  options.set_isco("72a");
  EXPECT_EQ(found(options), "refused");
  options.Clear();
  options.set_level_min(4);  // they say no level
  EXPECT_EQ(found(options), "v-lasser v-bank ");
  options.set_level_max(5);
  EXPECT_EQ(found(options), "refused");
  options.Clear();
  options.mutable_published_from()->set_year(2020);  // they say no day
  options.mutable_published_from()->set_month(1);
  EXPECT_EQ(found(options), "refused");  // no such day
  options.mutable_published_from()->set_day(1);
  EXPECT_EQ(found(options), "");
  v1::MatchProfilesRequest from_vacancy;
  *from_vacancy.mutable_vacancy() = AVacancy("v-bank", "urn:o:bankwerker");
  *from_vacancy.mutable_options() = options;
  v1::MatchProfilesResponse none;
  grpc::ClientContext context;
  EXPECT_EQ(matching_->MatchProfiles(&context, from_vacancy, &none).error_code(),
            grpc::StatusCode::INVALID_ARGUMENT);
}

TEST_F(OverstapServiceTest, StreamsAnswerInOrderAndSurviveBadQuestions) {
  ImportWorld();
  grpc::ClientContext context;
  const auto stream = matching_->StreamMatchVacancies(&context);
  for (int i = 0; i < 100; ++i) {
    v1::StreamMatchVacanciesRequest request;
    *request.mutable_profile() = AWelder(StrCat("p", i));
    if (i % 10 == 3) request.mutable_profile()->set_level(9);
    if (i % 10 == 5) request.clear_profile();
    ASSERT_TRUE(stream->Write(request));
    v1::StreamMatchVacanciesResponse response;
    ASSERT_TRUE(stream->Read(&response));
    EXPECT_EQ(response.id(), i % 10 == 5 ? "" : StrCat("p", i));
    const bool bad = i % 10 == 3 || i % 10 == 5;
    EXPECT_EQ(response.has_problem(), bad);
    EXPECT_EQ(response.results_size(), bad ? 0 : 2);
    if (bad) {
      EXPECT_EQ(response.problem().code(), "invalid_argument");
    }
    EXPECT_THAT(response.versions().data(), Not(IsEmpty()));
  }
  stream->WritesDone();
  v1::StreamMatchVacanciesResponse none;
  EXPECT_FALSE(stream->Read(&none));
  EXPECT_TRUE(stream->Finish().ok());
}

TEST_F(OverstapServiceTest, AStreamOfVacanciesEndsWhenItIsCancelled) {
  ImportWorld();
  grpc::ClientContext context;
  const auto stream = matching_->StreamMatchProfiles(&context);
  v1::StreamMatchProfilesRequest request;
  *request.mutable_vacancy() = AVacancy("v", "urn:o:lasser");
  v1::StreamMatchProfilesResponse response;
  ASSERT_TRUE(stream->Write(request));
  ASSERT_TRUE(stream->Read(&response));
  EXPECT_EQ(response.results_size(), 1);
  context.TryCancel();
  EXPECT_EQ(stream->Finish().error_code(), grpc::StatusCode::CANCELLED);
}

}  // namespace
}  // namespace overstap::service
