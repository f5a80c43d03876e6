#include <gtest/gtest.h>

#include <atomic>
#include <chrono>
#include <memory>
#include <string>
#include <thread>
#include <vector>

#include "base/strings.h"
#include "tests/service/service_fixture.h"

namespace overstap::service {
namespace {

TEST_F(OverstapServiceTest, AnImportIsSeenByTheNextQuestionAndStaysOnDisk) {
  const v1::StatsResponse before = Stats();
  EXPECT_EQ(before.vacancy_count(), 0);
  EXPECT_EQ(before.occupation_count(), 4);
  ImportWorld();
  const v1::StatsResponse after = Stats();
  EXPECT_EQ(after.vacancy_count(), 3);
  EXPECT_EQ(after.course_count(), 1);
  EXPECT_EQ(after.profile_count(), 1);
  EXPECT_EQ(after.region_count(), 1);
  EXPECT_EQ(after.interrupted_imports_size(), 0);
  EXPECT_EQ(before.versions().taxonomy(), after.versions().taxonomy());
  EXPECT_NE(before.versions().data(), after.versions().data());
  EXPECT_EQ(after.versions().data(), store_->DataVersion().value());
}

TEST_F(OverstapServiceTest, ImportMessagesMustComeInOrder) {
  const auto header = HeaderOf(v1::RECORD_KIND_VACANCIES);
  const auto vacancy = VacancyOf("v", "urn:o:lasser");
  const std::vector<std::vector<v1::ImportRequest>> wrong = {
      {},
      {vacancy},
      {EndOf(0)},
      {header},
      {header, header},
      {header, vacancy},
      {header, vacancy, EndOf(2)},
      {header, v1::ImportRequest()},
      {HeaderOf(v1::RECORD_KIND_UNSPECIFIED), vacancy, EndOf(1)},
  };
  for (const auto& requests : wrong) {
    EXPECT_EQ(Send(requests).status.error_code(), grpc::StatusCode::INVALID_ARGUMENT)
        << requests.size();
  }
  EXPECT_EQ(Stats().vacancy_count(), 0);
  EXPECT_TRUE(Send({header, vacancy, EndOf(1)}).status.ok());
}

TEST_F(OverstapServiceTest, ImportsOfOneKindTakeTurns) {
  const std::vector<v1::ImportRequest> second = {HeaderOf(v1::RECORD_KIND_VACANCIES),
                                                 VacancyOf("v", "urn:o:lasser"), EndOf(1)};
  const auto end = std::chrono::steady_clock::now() + std::chrono::seconds(10);
  v1::ImportResponse response;
  std::unique_ptr<grpc::ClientContext> context;
  std::unique_ptr<grpc::ClientWriter<v1::ImportRequest>> first;
  grpc::Status status;
  do {  // until the first one has begun; it is refused when the other is there at that moment
    if (first == nullptr || !first->Write(second[1])) {
      if (first != nullptr) first->Finish();
      context = std::make_unique<grpc::ClientContext>();
      first = data_->Import(context.get(), &response);
      ASSERT_TRUE(first->Write(second[0]));
    }
    status = Send(second).status;
  } while (status.ok() && std::chrono::steady_clock::now() < end);
  EXPECT_EQ(status.error_code(), grpc::StatusCode::ABORTED);
  Import(v1::RECORD_KIND_REGIONS, ARegion("AM01"), &v1::ImportRecord::mutable_region);
  context->TryCancel();
  EXPECT_EQ(first->Finish().error_code(), grpc::StatusCode::CANCELLED);
  do {  // until the server has heard of it
    status = Send(second).status;
  } while (!status.ok() && std::chrono::steady_clock::now() < end);
  EXPECT_TRUE(status.ok()) << status.error_message();
}

TEST_F(OverstapServiceTest, QuestionsAndImportsAtOnce) {
  ImportWorld();
  std::vector<std::thread> askers;
  std::atomic<int> failed = 0;
  for (int thread = 0; thread < 3; ++thread) {
    askers.emplace_back([&] {
      for (int i = 0; i < 50; ++i) {
        v1::MatchVacanciesRequest request;
        *request.mutable_profile() = AWelder("p");
        v1::MatchVacanciesResponse response;
        grpc::ClientContext context;
        const bool ok = matching_->MatchVacancies(&context, request, &response).ok();
        if (!ok || response.results_size() < 2) ++failed;
      }
    });
  }
  for (int i = 0; i < 5; ++i) {
    const auto answer = Send({HeaderOf(v1::RECORD_KIND_VACANCIES),
                              VacancyOf(StrCat("new", i), "urn:o:lasser"), EndOf(1)});
    EXPECT_TRUE(answer.status.ok()) << answer.status.error_message();
  }
  for (std::thread& asker : askers) asker.join();
  EXPECT_EQ(failed, 0);
  EXPECT_EQ(Stats().vacancy_count(), 8);
}

TEST_F(OverstapServiceTest, AStopEndsAnOpenImportWithoutHalfOfIt) {
  v1::ImportResponse response;
  grpc::ClientContext context;
  const auto open = data_->Import(&context, &response);
  ASSERT_TRUE(open->Write(HeaderOf(v1::RECORD_KIND_VACANCIES, true)));
  ASSERT_TRUE(open->Write(VacancyOf("half", "urn:o:lasser")));
  context.TryCancel();
  service_->Stop();
  EXPECT_FALSE(open->Finish().ok());
  EXPECT_EQ(store_->Counts()->vacancies, 0);
}

TEST_F(OverstapServiceTest, AStoreWithoutATaxonomyIsNotServed) {
  const auto empty = store::Store::Open(folder_ / "empty", store::OpenMode::kReadWrite);
  ASSERT_TRUE(empty.ok());
  ServerParams server;
  server.address = "127.0.0.1:0";
  const auto service = OverstapService::Start(server, {}, empty->get(), &clock_);
  EXPECT_EQ(service.status().code(), absl::StatusCode::kNotFound);
}

}  // namespace
}  // namespace overstap::service
