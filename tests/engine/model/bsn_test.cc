#include "engine/model/bsn.h"

#include <gtest/gtest.h>

#include <string>

#include "engine/model/profile.h"

namespace overstap::model {
namespace {

using std::string_view_literals::operator""sv;

// 111222333 and 123456782 pass the eleven-test and are commonly used as examples.
TEST(HoldsBsnTest, FindsWholeTokens) {
  for (const auto text : {"111222333"sv, "123456782"sv, "bsn 123456782."sv, "a-123456782"sv,
                          "x/123456782/y"sv, "1 123456782"sv, "\t123456782\n"sv}) {
    EXPECT_TRUE(HoldsBsn(text)) << text;
  }
}

TEST(HoldsBsnTest, LeavesOtherNumbersAlone) {
  for (const auto text :
       {""sv, "123456789"sv, "000000000"sv, "12345678"sv, "1234567820"sv, "a123456782"sv,
        "123456782a"sv,
        "\xc3\xa9"
        "123456782"sv,
        "12345678 2"sv,
        "http://data.europa.eu/esco/skill/000f1d3d-220f-4789-9c0a-cc742521fb02"sv}) {
    EXPECT_FALSE(HoldsBsn(text)) << text;
  }
}

TEST(HoldsBsnTest, OneInElevenPasses) {
  int found = 0;
  for (int number = 100000000; number < 100011000; ++number) {
    found += HoldsBsn(std::to_string(number)) ? 1 : 0;
  }
  // Nine digits whose weighted sum has the remainder 10 cannot be made right by any last digit.
  EXPECT_GT(found, 900);
  EXPECT_LT(found, 1100);
}

// Wherever the profile came from: a file, a message or a form.
TEST(HoldsBsnTest, NoTextOfAProfileMayHoldOne) {
  Profile profile;
  profile.id = "p 123456782";
  EXPECT_FALSE(Validate(profile).ok());
  profile.id = "p";
  EXPECT_TRUE(Validate(profile).ok());
  profile.skills = {{"t:123456782", EvidenceKind::kClaimed, std::nullopt}};
  EXPECT_FALSE(Validate(profile).ok());
  profile.skills.clear();
  profile.occupations = {{"t:123456782", 1, std::nullopt}};
  EXPECT_FALSE(Validate(profile).ok());
}

}  // namespace
}  // namespace overstap::model
