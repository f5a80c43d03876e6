#include "service/status_codes.h"

#include <gtest/gtest.h>

#include <set>
#include <string>

#include "base/text_encoding.h"
#include "service/cut_text.h"

namespace overstap::service {
namespace {

TEST(StatusCodesTest, EveryCodeKeepsItsNumberAndHasItsOwnName) {
  std::set<std::string_view> names;
  for (int number = 1; number <= 16; ++number) {
    const auto code = static_cast<absl::StatusCode>(number);
    const grpc::Status status = ToGrpcStatus(absl::Status(code, "why"));
    EXPECT_EQ(static_cast<int>(status.error_code()), number);
    EXPECT_EQ(status.error_message(), "why");
    EXPECT_TRUE(names.insert(ProblemCode(code)).second) << number;
  }
  EXPECT_EQ(ProblemCode(absl::StatusCode::kInvalidArgument), "invalid_argument");
}

TEST(StatusCodesTest, OkIsOkAndCodesOfTheFutureAreUnknown) {
  EXPECT_TRUE(ToGrpcStatus(absl::OkStatus()).ok());
  EXPECT_EQ(ProblemCode(static_cast<absl::StatusCode>(77)), "unknown");
}

TEST(StatusCodesTest, LongMessagesAreCutBetweenCharacters) {
  for (const size_t lead : {0U, 1U}) {
    std::string message(lead, 'x');
    while (message.size() < 10'000) message += "é";
    const std::string cut = ToGrpcStatus(absl::InternalError(message)).error_message();
    EXPECT_LE(cut.size(), kMaxStatusMessageBytes);
    EXPECT_GT(cut.size(), kMaxStatusMessageBytes - 10);
    EXPECT_TRUE(IsValidUtf8(cut));
    EXPECT_TRUE(cut.ends_with(" ..."));
  }
}

TEST(CutTextTest, KeepsWhatFits) {
  EXPECT_EQ(CutText("abc", 3), "abc");
  EXPECT_EQ(CutText("abc", 2), "ab");
  EXPECT_EQ(CutText("aé", 2), "a");
  EXPECT_EQ(CutText("é", 1), "");
  EXPECT_EQ(CutText("", 0), "");
}

}  // namespace
}  // namespace overstap::service
