#include <gmock/gmock.h>

#include "tests/service/service_fixture.h"

namespace overstap::service {
namespace {

using ::testing::HasSubstr;

v1::PlaceCohortRequest Welders(int count) {
  v1::PlaceCohortRequest request;
  v1::CohortGroup* group = request.add_groups();
  *group->mutable_profile() = AWelder("w");
  group->set_people_count(count);
  request.set_techniek("alle");
  return request;
}

TEST_F(OverstapServiceTest, PlacesACohort) {
  ImportWorld();
  grpc::ClientContext context;
  v1::PlaceCohortResponse response;
  const grpc::Status status = region_->PlaceCohort(&context, Welders(3), &response);
  ASSERT_TRUE(status.ok()) << status.error_message();
  EXPECT_EQ(response.people_count(), 3);
  EXPECT_EQ(response.vacancy_count(), 3);
  ASSERT_EQ(response.placements_size(), 1);
  EXPECT_EQ(response.placements(0).group_id(), "w");
  EXPECT_EQ(response.placements(0).occupation().uri(), "urn:o:bankwerker");
  EXPECT_EQ(response.placements(0).region(), "AM06");
  EXPECT_EQ(response.placed_count(), response.placements(0).people_count());
  ASSERT_EQ(response.unplaced_size(), 1);
  EXPECT_EQ(response.unplaced(0).reason(), v1::UNPLACED_REASON_VACANCIES_TAKEN);
  ASSERT_EQ(response.levers_size(), 1);
  EXPECT_EQ(response.levers(0).occupation().uri(), "urn:o:bankwerker");
  EXPECT_EQ(response.levers(0).more_placed_count(), 2);
  EXPECT_THAT(response.versions().taxonomy(), HasSubstr("tiny-"));
}

TEST_F(OverstapServiceTest, ReportsARegionWithoutSmallCounts) {
  ImportWorld();
  v1::ReportRegionRequest request;
  request.set_region("AM06");
  request.set_techniek("alle");
  grpc::ClientContext context;
  v1::ReportRegionResponse response;
  const grpc::Status status = region_->ReportRegion(&context, request, &response);
  ASSERT_TRUE(status.ok()) << status.error_message();
  EXPECT_EQ(response.people_count(), 0);
  EXPECT_EQ(response.surplus_size(), 0);
  EXPECT_EQ(response.vacancy_count(), 3);
  ASSERT_EQ(response.shortage_size(), 3);
  EXPECT_FALSE(response.shortage(0).has_people_count());
  EXPECT_FALSE(response.shortage(0).has_tension());
}

TEST_F(OverstapServiceTest, RefusesBadRegionsAndCohorts) {
  ImportWorld();
  std::vector<v1::PlaceCohortRequest> bad(6, Welders(1));
  bad[0].mutable_groups(0)->clear_profile();
  bad[1].mutable_groups(0)->set_people_count(0);
  bad[2].set_min_score(-1);
  bad[3].set_max_weeks(1000);
  bad[4].set_way_limit(0);
  for (int i = 0; i < 300; ++i) *bad[5].add_groups() = bad[5].groups(0);
  for (const v1::PlaceCohortRequest& request : bad) {
    grpc::ClientContext context;
    v1::PlaceCohortResponse response;
    EXPECT_EQ(region_->PlaceCohort(&context, request, &response).error_code(),
              grpc::StatusCode::INVALID_ARGUMENT);
  }
  const auto code = [&](const std::string& region, int limit) {
    v1::ReportRegionRequest request;
    request.set_region(region);
    request.set_techniek("alle");
    request.set_limit(limit);
    grpc::ClientContext context;
    v1::ReportRegionResponse response;
    return region_->ReportRegion(&context, request, &response).error_code();
  };
  EXPECT_EQ(code("", 1), grpc::StatusCode::INVALID_ARGUMENT);
  EXPECT_EQ(code("Zwolle", 1), grpc::StatusCode::INVALID_ARGUMENT);
  EXPECT_EQ(code("AM06", 0), grpc::StatusCode::INVALID_ARGUMENT);
  EXPECT_EQ(code("AM07", 1), grpc::StatusCode::NOT_FOUND);
  EXPECT_EQ(code("AM06", 1), grpc::StatusCode::OK);
}

// Figures that a client sends are shown with their source, and unknown stays unknown.
TEST_F(OverstapServiceTest, ShowsTheDemandThatWasImported) {
  ImportWorld();
  v1::Demand demand;
  demand.set_id("uwv-7222");
  demand.set_isco_code("7222");
  demand.set_region("AM06");
  demand.set_tension("zeer krap");
  demand.mutable_as_of()->set_year(2026);
  demand.mutable_as_of()->set_month(6);
  demand.mutable_as_of()->set_day(30);
  demand.set_source("UWV");
  Import(v1::RECORD_KIND_DEMAND, demand, &v1::ImportRecord::mutable_demand);
  EXPECT_EQ(Stats().demand_count(), 1);
  v1::RouteRequest request;
  request.mutable_person()->add_occupations("lasser");
  request.mutable_person()->set_region("AM06");
  request.set_techniek("alle");
  v1::RouteResponse response;
  grpc::ClientContext context;
  ASSERT_TRUE(transition_->Route(&context, request, &response).ok());
  ASSERT_GE(response.routes_size(), 2);
  const v1::DemandFigures& known = response.routes(0).fit().demand();
  EXPECT_EQ(response.routes(0).fit().destination().uri(), "urn:o:bankwerker");
  EXPECT_EQ(known.tension(), "zeer krap");
  EXPECT_EQ(known.tension_source().code(), "7222");
  EXPECT_EQ(known.tension_source().as_of().month(), 6);
  EXPECT_FALSE(known.has_open_vacancy_count());
  EXPECT_EQ(response.routes(1).fit().demand().tension(), "");
}

TEST_F(OverstapServiceTest, RefusesDemandOutsideTheContract) {
  v1::Demand good;
  good.set_id("d");
  good.set_brc_code("0721");
  good.set_open_vacancy_count(3);
  good.mutable_as_of()->set_year(2026);
  good.mutable_as_of()->set_month(6);
  good.mutable_as_of()->set_day(30);
  good.set_source("UWV");
  std::vector<v1::Demand> bad(8, good);
  bad[0].clear_id();
  bad[1].clear_about();
  bad[2].set_isco_code("72a");
  bad[3].set_tension("heel krap");
  bad[4].clear_as_of();
  bad[5].clear_source();
  bad[6].clear_open_vacancy_count();
  bad[7].set_open_vacancy_count(-1);
  for (const v1::Demand& demand : bad) {
    v1::ImportRequest request;
    *request.mutable_records()->add_records()->mutable_demand() = demand;
    EXPECT_EQ(Send({HeaderOf(v1::RECORD_KIND_DEMAND), request, EndOf(1)}).status.error_code(),
              grpc::StatusCode::INVALID_ARGUMENT)
        << demand.ShortDebugString();
  }
}

}  // namespace
}  // namespace overstap::service
