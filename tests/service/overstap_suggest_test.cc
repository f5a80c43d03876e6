#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "base/strings.h"
#include "tests/service/service_fixture.h"

namespace overstap::service {
namespace {

using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;

v1::SuggestRequest Typed(const std::string& text) {
  v1::SuggestRequest request;
  request.set_kind(v1::CONCEPT_KIND_OCCUPATION);
  request.set_text(text);
  return request;
}

TEST_F(OverstapServiceTest, SuggestsWhatSomebodyTypes) {
  v1::SuggestResponse response;
  {
    grpc::ClientContext context;
    ASSERT_TRUE(taxonomy_->Suggest(&context, Typed("La"), &response).ok());
  }
  EXPECT_THAT(response.versions().taxonomy(), HasSubstr("tiny-"));
  EXPECT_EQ(response.text(), "La");
  ASSERT_EQ(response.results_size(), 1);
  EXPECT_EQ(response.results(0).uri(), "urn:o:lasser");
  EXPECT_EQ(response.results(0).label(), "lasser");
  EXPECT_EQ(response.results(0).matched_label(), "lasser");
  EXPECT_EQ(response.results(0).begin(), 0);
  EXPECT_EQ(response.results(0).end(), 2);
  v1::SuggestRequest skill = Typed("weld");
  skill.set_kind(v1::CONCEPT_KIND_SKILL);
  grpc::ClientContext context;
  ASSERT_TRUE(taxonomy_->Suggest(&context, skill, &response).ok());
  ASSERT_EQ(response.results_size(), 1);
  EXPECT_EQ(response.results(0).label(), "TIG-lassen");
  EXPECT_EQ(response.results(0).matched_label(), "TIG welding");
  EXPECT_EQ(response.results(0).begin(), 4);
}

TEST_F(OverstapServiceTest, SuggestsNothingForNothing) {
  grpc::ClientContext context;
  v1::SuggestResponse response;
  ASSERT_TRUE(taxonomy_->Suggest(&context, Typed(""), &response).ok());
  EXPECT_EQ(response.results_size(), 0);
  EXPECT_THAT(response.versions().data(), Not(IsEmpty()));
}

TEST_F(OverstapServiceTest, RefusesBadSuggestions) {
  std::vector<v1::SuggestRequest> bad(6, Typed("las"));
  bad[0].set_text(std::string(1001, 'x'));
  bad[1].clear_kind();
  bad[2].set_kind(v1::CONCEPT_KIND_SKILL_GROUP);
  bad[3].set_limit(0);
  bad[4].set_limit(101);
  bad[5].add_language_codes("nederlands");
  for (const v1::SuggestRequest& request : bad) {
    grpc::ClientContext context;
    v1::SuggestResponse response;
    const grpc::Status status = taxonomy_->Suggest(&context, request, &response);
    EXPECT_EQ(status.error_code(), grpc::StatusCode::INVALID_ARGUMENT)
        << request.ShortDebugString();
    EXPECT_THAT(status.error_message(), Not(IsEmpty()));
  }
}

TEST_F(OverstapServiceTest, LooksUpManyTextsInTheirOrder) {
  const std::vector<std::string> texts = {"lasser", "", "kok", "timmerman", std::string(1001, 'x')};
  grpc::ClientContext context;
  const auto stream = taxonomy_->StreamLookup(&context);
  for (int i = 0; i < 100; ++i) {
    const std::string& text = texts[static_cast<size_t>(i) % texts.size()];
    const bool bad_language = i == 42;
    v1::StreamLookupRequest request;
    request.set_id(StrCat("q", i));
    request.set_kind(v1::CONCEPT_KIND_OCCUPATION);
    request.set_text(text);
    request.set_limit(1);
    if (bad_language) request.add_language_codes("?");
    ASSERT_TRUE(stream->Write(request));
    v1::StreamLookupResponse response;
    ASSERT_TRUE(stream->Read(&response));
    EXPECT_EQ(response.id(), StrCat("q", i));
    EXPECT_THAT(response.versions().taxonomy(), HasSubstr("tiny-"));
    const bool bad = text.empty() || text.size() > 1000 || bad_language;
    EXPECT_EQ(response.has_problem(), bad);
    ASSERT_EQ(response.results_size(), bad ? 0 : 1);
    if (bad) {
      EXPECT_EQ(response.problem().code(), "invalid_argument");
      EXPECT_EQ(response.text(), "");
    } else {
      EXPECT_EQ(response.text(), text);
      EXPECT_EQ(response.results(0).uri(), StrCat("urn:o:", text));
      EXPECT_EQ(response.results(0).score(), 1);
    }
  }
  stream->WritesDone();
  v1::StreamLookupResponse none;
  EXPECT_FALSE(stream->Read(&none));
  EXPECT_TRUE(stream->Finish().ok());
}

TEST_F(OverstapServiceTest, AnIdThatIsTooLongIsRefusedAndCut) {
  grpc::ClientContext context;
  const auto stream = taxonomy_->StreamLookup(&context);
  v1::StreamLookupRequest request;
  request.set_id(std::string(201, 'i'));
  request.set_kind(v1::CONCEPT_KIND_OCCUPATION);
  request.set_text("lasser");
  ASSERT_TRUE(stream->Write(request));
  v1::StreamLookupResponse response;
  ASSERT_TRUE(stream->Read(&response));
  EXPECT_TRUE(response.has_problem());
  EXPECT_EQ(response.id(), std::string(200, 'i'));
  stream->WritesDone();
  EXPECT_TRUE(stream->Finish().ok());
}

}  // namespace
}  // namespace overstap::service
