#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "tests/service/service_fixture.h"

namespace overstap::service {
namespace {

using ::testing::HasSubstr;
using ::testing::SizeIs;

class DiffVersionsTest : public OverstapServiceTest {
 protected:
  // The tiny taxonomy with another name for the welder, who need not weld TIG any more.
  void SetUp() override {
    OverstapServiceTest::SetUp();
    TaxonomySource newer = TinyTaxonomySource();
    for (ConceptSource& entry : newer.concepts) {
      if (entry.uri != "urn:o:lasser") continue;
      for (Label& label : entry.labels) {
        if (label.language == kDutch && label.kind == LabelKind::kPreferred) label.text = "lasman";
      }
      std::erase_if(entry.requirements,
                    [](const auto& r) { return r.skill_uri == "urn:s:tiglassen"; });
    }
    before_ = store_->CurrentTaxonomy().value();
    Canonicalise(&newer);
    ASSERT_TRUE(store_->PutTaxonomy(newer, "tiny-newer").ok());
  }

  grpc::Status Ask(const v1::DiffVersionsRequest& request, v1::DiffVersionsResponse* response) {
    grpc::ClientContext context;
    return taxonomy_->DiffVersions(&context, request, response);
  }

  v1::DiffVersionsRequest Asked() {
    v1::DiffVersionsRequest request;
    request.set_before(before_);
    request.set_after("tiny");
    return request;
  }

  std::string before_;
};

TEST_F(DiffVersionsTest, GivesCountsAndChanges) {
  v1::DiffVersionsResponse response;
  ASSERT_TRUE(Ask(Asked(), &response).ok());
  EXPECT_EQ(response.before(), before_);
  EXPECT_EQ(response.after(), "tiny-newer");
  EXPECT_EQ(response.counts().renamed(), 1);
  EXPECT_EQ(response.counts().requirements(), 1);
  EXPECT_EQ(response.counts().added(), 0);
  ASSERT_EQ(response.changes_size(), 2);
  EXPECT_EQ(response.changes(0).renamed().before(), "lasser");
  EXPECT_EQ(response.changes(0).renamed().after(), "lasman");
  EXPECT_EQ(response.changes(0).renamed().language_code(), "nl");
  const v1::ChangedRequirement& change = response.changes(1).requirement();
  EXPECT_EQ(change.occupation().uri(), "urn:o:lasser");
  EXPECT_EQ(change.occupation().label(), "lasman");
  EXPECT_EQ(change.skill().kind(), v1::CONCEPT_KIND_SKILL);
  EXPECT_EQ(change.before(), v1::IMPORTANCE_OPTIONAL);
  EXPECT_FALSE(change.has_after());
  EXPECT_EQ(response.next_page_token(), "");
  EXPECT_EQ(response.versions().taxonomy(), before_) << "nothing was loaded since";
}

TEST_F(DiffVersionsTest, ComesInPages) {
  v1::DiffVersionsRequest request = Asked();
  request.set_page_size(1);
  std::vector<v1::TaxonomyChange> changes;
  do {
    v1::DiffVersionsResponse response;
    ASSERT_TRUE(Ask(request, &response).ok());
    ASSERT_EQ(response.changes_size(), 1);
    EXPECT_EQ(response.counts().renamed(), 1);
    changes.push_back(response.changes(0));
    request.set_page_token(response.next_page_token());
  } while (!request.page_token().empty() && changes.size() < 9);
  ASSERT_THAT(changes, SizeIs(2));
  EXPECT_TRUE(changes[0].has_renamed());
  EXPECT_TRUE(changes[1].has_requirement());
}

TEST_F(DiffVersionsTest, SeesAVersionThatIsWrittenAgain) {
  v1::DiffVersionsResponse response;
  ASSERT_TRUE(Ask(Asked(), &response).ok());
  ASSERT_TRUE(store_->PutTaxonomy(TinyTaxonomySource(), "tiny-newer").ok());
  ASSERT_TRUE(Ask(Asked(), &response).ok());
  EXPECT_EQ(response.changes_size(), 0);
}

TEST_F(DiffVersionsTest, RefusesWhatIsOutsideTheContract) {
  std::vector<v1::DiffVersionsRequest> bad(7, Asked());
  bad[0].clear_before();
  bad[1].clear_after();
  bad[2].set_page_size(0);
  bad[3].set_page_size(10'001);
  bad[4].set_page_token("2");
  bad[5].set_page_token("1x");
  bad[6].add_language_codes("nederlands");
  for (const v1::DiffVersionsRequest& request : bad) {
    v1::DiffVersionsResponse response;
    EXPECT_EQ(Ask(request, &response).error_code(), grpc::StatusCode::INVALID_ARGUMENT)
        << request.ShortDebugString();
  }
  v1::DiffVersionsRequest unknown = Asked();
  unknown.set_after("tiny-none");
  v1::DiffVersionsResponse response;
  const grpc::Status status = Ask(unknown, &response);
  EXPECT_EQ(status.error_code(), grpc::StatusCode::NOT_FOUND);
  EXPECT_THAT(status.error_message(), HasSubstr(before_));
  EXPECT_THAT(status.error_message(), HasSubstr("tiny-newer (current)"));
}

}  // namespace
}  // namespace overstap::service
