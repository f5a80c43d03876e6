// Texts that nobody types, at every question that takes text: an answer or a clear refusal.
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

std::string Repeated(std::string_view text, int times) {
  std::string all;
  for (int i = 0; i < times; ++i) StrAppend(&all, text);
  return all;
}

struct HostileText {
  const char* name;
  std::string text;
};

// All of it UTF-8, as the contract asks.
std::vector<HostileText> HostileTexts() {
  return {{"one letter", "a"},
          {"only emoji", Repeated("👷🏽", 100)},
          {"right to left", "\u200f\u202elasser\u202c \u05e8\u05ea\u05da"},
          {"zero-width joins", Repeated("l\u200da\u200ds\u200d", 50)},
          {"no letters", Repeated(" \t.,;", 100)},
          {"zero bytes", std::string(500, '\0')},
          {"a label of 10,000 letters", std::string(10000, 'l')},
          {"1 MB", std::string(size_t{1} << 20, 'x')},
          {"1 MB of words", Repeated("las ", 1 << 18)}};
}

void ExpectAnswerOrRefusal(const grpc::Status& status, bool fits, const char* name) {
  const auto expected = fits ? grpc::StatusCode::OK : grpc::StatusCode::INVALID_ARGUMENT;
  EXPECT_EQ(status.error_code(), expected) << name << ": " << status.error_message();
  if (!fits) {
    EXPECT_THAT(status.error_message(), Not(IsEmpty())) << name;
  }
  EXPECT_LE(status.error_message().size(), 2000u) << name;
}

TEST_F(OverstapServiceTest, HostileTextsGetAnAnswerOrARefusal) {
  for (const auto& [name, text] : HostileTexts()) {
    const bool is_short = text.size() <= 1000;
    for (const auto kind : {v1::CONCEPT_KIND_OCCUPATION, v1::CONCEPT_KIND_SKILL}) {
      grpc::ClientContext lookup_context, suggest_context;
      v1::LookupRequest lookup;
      lookup.set_kind(kind);
      lookup.set_text(text);
      v1::LookupResponse hits;
      ExpectAnswerOrRefusal(taxonomy_->Lookup(&lookup_context, lookup, &hits), is_short, name);
      v1::SuggestRequest suggest;
      suggest.set_kind(kind);
      suggest.set_text(text);
      v1::SuggestResponse suggestions;
      ExpectAnswerOrRefusal(taxonomy_->Suggest(&suggest_context, suggest, &suggestions), is_short,
                            name);
    }
    grpc::ClientContext context;
    v1::ExtractRequest extract;
    extract.set_text(text);
    v1::ExtractResponse response;
    ExpectAnswerOrRefusal(taxonomy_->Extract(&context, extract, &response), true, name);
    EXPECT_LE(response.ByteSizeLong(), size_t{64} << 10) << name;
  }
}

TEST_F(OverstapServiceTest, BytesThatAreNoUtf8AreRefusedAndTheServerLives) {
  const std::string bad = "lasser \xff\xfe\xc3";
  for (int question = 0; question < 3; ++question) {
    grpc::ClientContext context;
    grpc::Status status;
    if (question == 0) {
      v1::LookupRequest request;
      request.set_kind(v1::CONCEPT_KIND_OCCUPATION);
      request.set_text(bad);
      v1::LookupResponse response;
      status = taxonomy_->Lookup(&context, request, &response);
    } else if (question == 1) {
      v1::SuggestRequest request;
      request.set_kind(v1::CONCEPT_KIND_OCCUPATION);
      request.set_text(bad);
      v1::SuggestResponse response;
      status = taxonomy_->Suggest(&context, request, &response);
    } else {
      v1::ExtractRequest request;
      request.set_text(bad);
      v1::ExtractResponse response;
      status = taxonomy_->Extract(&context, request, &response);
    }
    EXPECT_FALSE(status.ok()) << question;
  }
  EXPECT_EQ(Stats().occupation_count(), 4);
}

}  // namespace
}  // namespace overstap::service
