#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "tests/service/service_fixture.h"

namespace overstap::service {
namespace {

using ::testing::IsEmpty;
using ::testing::Not;

v1::WhyNotRequest Ask(const std::string& occupation) {
  v1::WhyNotRequest request;
  request.mutable_person()->add_occupations("lasser");
  request.mutable_person()->set_region("AM06");
  request.set_occupation(occupation);
  request.set_techniek("alle");
  return request;
}

TEST_F(OverstapServiceTest, SaysWhyNotAndWhatWouldHelp) {
  ImportWorld();
  v1::WhyNotRequest request = Ask("bankwerker");
  request.mutable_options()->set_hours_a_week(40);
  request.mutable_finish_by()->set_year(2026);
  request.mutable_finish_by()->set_month(11);
  request.mutable_finish_by()->set_day(28);
  v1::WhyNotResponse response;
  grpc::ClientContext context;
  const grpc::Status status = transition_->WhyNot(&context, request, &response);
  ASSERT_TRUE(status.ok()) << status.error_message();
  EXPECT_EQ(response.destination().uri(), "urn:o:bankwerker");
  EXPECT_EQ(response.place(), 1);
  EXPECT_EQ(response.required_count() - response.met_count(), 1);
  ASSERT_EQ(response.barriers_size(), 1);  // the course takes four weeks
  EXPECT_EQ(response.barriers(0).kind(), v1::BARRIER_KIND_TIME);
  EXPECT_EQ(response.barriers(0).value(), 4);
  EXPECT_EQ(response.barriers(0).allowed(), 1);
  ASSERT_GE(response.changes_size(), 1);
  EXPECT_EQ(response.changes(0).kind(), v1::CHANGE_KIND_FINISH);
  EXPECT_EQ(response.changes(0).finish().month(), 12);
  EXPECT_EQ(response.changes(0).left_size(), 0);
  EXPECT_EQ(response.robustness().first().uri(), "urn:o:bankwerker");
  EXPECT_GT(response.robustness().tried_count(), 0);
  EXPECT_THAT(response.explanation().kind(), Not(IsEmpty()));
  EXPECT_THAT(response.explanation_nl().text(), testing::HasSubstr("nu niet bereikbaar"));
  EXPECT_EQ(response.shortcomings_size(), 0);
  EXPECT_THAT(response.versions().data(), Not(IsEmpty()));
}

TEST_F(OverstapServiceTest, OwnWorkHasNoWayIn) {
  ImportWorld();
  v1::WhyNotResponse response;
  grpc::ClientContext context;
  ASSERT_TRUE(transition_->WhyNot(&context, Ask("lasser"), &response).ok());
  ASSERT_EQ(response.barriers_size(), 1);
  EXPECT_EQ(response.barriers(0).kind(), v1::BARRIER_KIND_OWN_WORK);
  EXPECT_EQ(response.changes_size(), 0);
  EXPECT_FALSE(response.has_place());
}

TEST_F(OverstapServiceTest, RefusesWhyNotOutsideTheContract) {
  std::vector<v1::WhyNotRequest> bad(7, Ask("bankwerker"));
  bad[0].clear_person();
  bad[1].clear_occupation();
  bad[2].set_limit(0);
  bad[3].set_limit(101);
  bad[4].mutable_finish_by()->set_month(13);
  bad[5].mutable_options()->set_budget_eur(-1);
  bad[6].set_occupation(std::string(1001, 'x'));
  for (const v1::WhyNotRequest& request : bad) {
    grpc::ClientContext context;
    v1::WhyNotResponse response;
    EXPECT_EQ(transition_->WhyNot(&context, request, &response).error_code(),
              grpc::StatusCode::INVALID_ARGUMENT)
        << request.ShortDebugString();
  }
  grpc::ClientContext context;
  v1::WhyNotResponse response;
  EXPECT_EQ(transition_->WhyNot(&context, Ask("urn:o:none"), &response).error_code(),
            grpc::StatusCode::NOT_FOUND);
}

}  // namespace
}  // namespace overstap::service
