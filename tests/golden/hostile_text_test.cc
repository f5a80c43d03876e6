// Texts that nobody types, on the command line and in files.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "tests/golden/starter_store.h"

namespace overstap {
namespace {

using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;

constexpr size_t kMegabyte = size_t{1} << 20;

class HostileTextTest : public StarterStoreTest {
 protected:
  const TempFolder folder_;
};

TEST_F(HostileTextTest, LookupAndSuggestAnswer) {
  std::string emoji;
  for (int i = 0; i < 1000; ++i) emoji += "👷🏽";
  for (const std::string& text :
       {std::string("a"), emoji, std::string("\xff\xfe\xc3 \xed\xa0\x80"),
        std::string("\u202e\u05e8\u05ea\u05da\u202c"), std::string("x\u200dx\u200dx\u200d"),
        std::string(10000, 'x'), std::string(100000, ' ') + "."}) {
    for (const char* command : {"lookup", "suggest"}) {
      for (const char* kind : {"occupation", "skill"}) {
        const ProgramResult plain = Run({command, kind, text});
        EXPECT_EQ(plain.exit_code, 0) << command << " " << text.substr(0, 20) << plain.err;
        EXPECT_TRUE(RunJson({"--json", command, kind, text}).at("results").is_array());
      }
    }
  }
}

TEST_F(HostileTextTest, BatchesOfLongLinesAnswerOrRefuse) {
  folder_.Write("texts.tsv", std::string(kMegabyte, 'x') + "\nlasser\n\xff\xfe\n");
  for (const char* kind : {"occupation", "skill"}) {
    const ProgramResult result = Run({"lookup", kind, "--batch", folder_ / "texts.tsv"});
    EXPECT_TRUE(result.exit_code == 0 || result.exit_code == 3) << result.err;
    if (result.exit_code != 0) {
      EXPECT_THAT(result.err, HasSubstr("texts.tsv"));
    }
  }
}

TEST_F(HostileTextTest, ExtractAnswersOrSaysWhyNot) {
  folder_.Write("longest.txt", std::string(kMegabyte, 'x'));
  folder_.Write("longer.txt", std::string(kMegabyte + 1, 'x'));
  folder_.Write("bytes.txt", "Functie-eisen\n- kennis van \xff\xfeKwux\xc3 \xed\xa0\x80\n");
  folder_.Write("empty.txt", "");
  for (const char* file : {"longest.txt", "bytes.txt"}) {
    const ProgramResult result = Run({"extract", folder_ / file});
    EXPECT_EQ(result.exit_code, 0) << file << result.err;
    EXPECT_LE(result.out.size(), 10000u) << file;
    const auto json = RunJson({"--json", "extract", folder_ / file});
    EXPECT_THAT(json.at("skills"), IsEmpty()) << file;
    EXPECT_THAT(json.at("unmatched"), Not(IsEmpty())) << file;
  }
  const ProgramResult refused = Run({"extract", folder_ / "longer.txt"});
  EXPECT_EQ(refused.exit_code, 3);
  EXPECT_THAT(refused.err, HasSubstr("longer.txt"));
  const ProgramResult empty = Run({"extract", folder_ / "empty.txt"});
  EXPECT_THAT(empty.exit_code, ::testing::AnyOf(0, 3)) << empty.err;
}

}  // namespace
}  // namespace overstap
