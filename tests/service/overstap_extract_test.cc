#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "tests/service/service_fixture.h"

namespace overstap::service {
namespace {

using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;

constexpr const char* kVacancy =
    "Lasser\n\nFunctie-eisen\n- Ervaring met lassen, bij voorkeur tiglassen\n- Rijbewijs B, mbo-2, "
    "32 uur\n- Kennis van SolidWorks\n";

TEST_F(OverstapServiceTest, ExtractsATextWithOffsetsInBytes) {
  grpc::ClientContext context;
  v1::ExtractRequest request;
  request.set_text(kVacancy);
  v1::ExtractResponse response;
  const grpc::Status status = taxonomy_->Extract(&context, request, &response);
  ASSERT_TRUE(status.ok()) << status.error_message();
  const v1::Extraction& found = response.extraction();
  EXPECT_THAT(response.versions().taxonomy(), HasSubstr("tiny-"));
  EXPECT_EQ(found.kind(), v1::TEXT_KIND_VACANCY);
  ASSERT_EQ(found.occupations_size(), 1);
  EXPECT_EQ(found.occupations(0).occupation().uri(), "urn:o:lasser");
  ASSERT_GE(found.skills_size(), 1);
  for (const v1::ExtractedSkill& skill : found.skills()) {
    const std::string part =
        request.text().substr(static_cast<size_t>(skill.range().begin()),
                              static_cast<size_t>(skill.range().end() - skill.range().begin()));
    EXPECT_THAT(part, HasSubstr("lassen"));
    EXPECT_EQ(skill.section(), "requirements");
    EXPECT_NE(skill.importance(), v1::IMPORTANCE_UNSPECIFIED);
  }
  ASSERT_EQ(found.licences_size(), 1);
  EXPECT_EQ(found.licences(0).id(), "rijbewijs-b");
  EXPECT_EQ(found.level().level(), 2);
  EXPECT_EQ(found.hours().min(), 32);
  ASSERT_EQ(found.unmatched_size(), 1);
  EXPECT_EQ(found.unmatched(0).text(), "SolidWorks");
}

TEST_F(OverstapServiceTest, RefusesTextsThatCannotBeRead) {
  std::vector<v1::ExtractRequest> bad(4);
  bad[1].set_text(std::string((size_t{1} << 20) + 1, 'x'));
  bad[2].set_text("lassen");
  bad[2].set_kind(static_cast<v1::TextKind>(99));
  bad[3].set_text("lassen");
  bad[3].add_language_codes("nederlands");
  for (const v1::ExtractRequest& request : bad) {
    grpc::ClientContext context;
    v1::ExtractResponse response;
    const grpc::Status status = taxonomy_->Extract(&context, request, &response);
    EXPECT_EQ(status.error_code(), grpc::StatusCode::INVALID_ARGUMENT);
    EXPECT_THAT(status.error_message(), Not(IsEmpty()));
  }
}

TEST_F(OverstapServiceTest, ExtractsManyTextsInTheirOrder) {
  grpc::ClientContext context;
  const auto stream = taxonomy_->StreamExtract(&context);
  for (const std::string id : {"a", "b", "c"}) {
    v1::StreamExtractRequest request;
    request.set_id(id);
    if (id != "b") request.set_text(kVacancy);
    request.set_kind(v1::TEXT_KIND_CV);
    ASSERT_TRUE(stream->Write(request));
    v1::StreamExtractResponse response;
    ASSERT_TRUE(stream->Read(&response));
    EXPECT_EQ(response.id(), id);
    EXPECT_THAT(response.versions().taxonomy(), HasSubstr("tiny-"));
    EXPECT_EQ(response.has_problem(), id == "b");
    EXPECT_EQ(response.has_extraction(), id != "b");
    if (id != "b") {
      EXPECT_EQ(response.extraction().kind(), v1::TEXT_KIND_CV);
    }
  }
  stream->WritesDone();
  EXPECT_TRUE(stream->Finish().ok());
}

}  // namespace
}  // namespace overstap::service
