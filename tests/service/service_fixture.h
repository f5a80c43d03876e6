// The whole service, as clients meet it.
#pragma once

#include <grpcpp/create_channel.h>
#include <grpcpp/security/credentials.h>
#include <gtest/gtest.h>

#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "service/overstap_service.h"
#include "tests/service/tiny_world.h"
#include "tests/support/temp_folder.h"

namespace overstap::service {

// The whole service over a real store with the tiny taxonomy, asked over a real port.
class OverstapServiceTest : public ::testing::Test {
 protected:
  void SetUp() override {
    store_ = store::Store::Open(folder_ / "store", store::OpenMode::kReadWrite).value();
    TaxonomySource source = TinyTaxonomySource();
    ASSERT_TRUE(store_->PutTaxonomy(source, ContentVersion(source)).ok());
    ServerParams server;
    server.address = "127.0.0.1:0";
    auto service =
        OverstapService::Start(server, Parameters(), store_.get(), &clock_, {}, Answers());
    ASSERT_TRUE(service.ok()) << service.status();
    service_ = *std::move(service);
    channel_ = grpc::CreateChannel(service_->address(), grpc::InsecureChannelCredentials());
    taxonomy_ = v1::TaxonomyService::NewStub(channel_);
    transition_ = v1::TransitionService::NewStub(channel_);
    matching_ = v1::MatchingService::NewStub(channel_);
    data_ = v1::DataService::NewStub(channel_);
    region_ = v1::RegionService::NewStub(channel_);
  }

  // What the service starts with.
  virtual snapshot::Parameters Parameters() const { return {}; }

  // Says of which day answers are; null: of the clock's.
  virtual const Clock* Answers() const { return nullptr; }

  struct ImportAnswer {
    grpc::Status status;
    v1::ImportResponse response;
  };

  static v1::ImportRequest HeaderOf(v1::RecordKind kind, bool strict = false) {
    v1::ImportRequest request;
    request.mutable_header()->set_kind(kind);
    request.mutable_header()->set_strict(strict);
    return request;
  }
  static v1::ImportRequest EndOf(int64_t count) {
    v1::ImportRequest request;
    request.mutable_end()->set_record_count(count);
    return request;
  }
  static v1::ImportRequest VacancyOf(const std::string& id, const std::string& uri) {
    v1::ImportRequest request;
    *request.mutable_records()->add_records()->mutable_vacancy() = AVacancy(id, uri);
    return request;
  }

  ImportAnswer Send(const std::vector<v1::ImportRequest>& requests) {
    ImportAnswer answer;
    grpc::ClientContext context;
    const auto writer = data_->Import(&context, &answer.response);
    for (const v1::ImportRequest& request : requests) {
      if (!writer->Write(request)) break;
    }
    writer->WritesDone();
    answer.status = writer->Finish();
    return answer;
  }

  template <class Record>
  void Import(v1::RecordKind kind, const Record& record, Record* (v1::ImportRecord::*field)()) {
    v1::ImportRequest request;
    *(request.mutable_records()->add_records()->*field)() = record;
    const ImportAnswer answer = Send({HeaderOf(kind, true), request, EndOf(1)});
    ASSERT_TRUE(answer.status.ok()) << answer.status.error_message();
  }

  void ImportWorld() {
    Import(v1::RECORD_KIND_REGIONS, ARegion("AM06"), &v1::ImportRecord::mutable_region);
    Import(v1::RECORD_KIND_COURSES, ADrawingCourse("c"), &v1::ImportRecord::mutable_course);
    Import(v1::RECORD_KIND_PROFILES, AWelder("p"), &v1::ImportRecord::mutable_profile);
    const ImportAnswer answer =
        Send({HeaderOf(v1::RECORD_KIND_VACANCIES), VacancyOf("v-bank", "urn:o:bankwerker"),
              VacancyOf("v-kok", "urn:o:kok"), VacancyOf("v-lasser", "urn:o:lasser"), EndOf(3)});
    ASSERT_TRUE(answer.status.ok()) << answer.status.error_message();
  }

  v1::StatsResponse Stats() {
    grpc::ClientContext context;
    v1::StatsResponse response;
    EXPECT_TRUE(data_->Stats(&context, v1::StatsRequest(), &response).ok());
    return response;
  }

  const TempFolder folder_;
  const FixedClock clock_{absl::CivilDay(2026, 11, 21)};
  std::unique_ptr<store::Store> store_;
  std::unique_ptr<OverstapService> service_;
  std::shared_ptr<grpc::Channel> channel_;
  std::unique_ptr<v1::TaxonomyService::Stub> taxonomy_;
  std::unique_ptr<v1::TransitionService::Stub> transition_;
  std::unique_ptr<v1::MatchingService::Stub> matching_;
  std::unique_ptr<v1::DataService::Stub> data_;
  std::unique_ptr<v1::RegionService::Stub> region_;
};

}  // namespace overstap::service
