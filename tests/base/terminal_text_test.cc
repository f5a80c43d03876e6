#include "base/terminal_text.h"

#include <gtest/gtest.h>

#include <random>
#include <string>

#include "base/text_encoding.h"

namespace overstap {
namespace {

using namespace std::string_view_literals;

TEST(TerminalText, KeepsWhatIsShown) {
  for (const std::string_view text :
       {""sv, "lasser\n\t- coördinator €"sv, "é́😀 שלום مرحبا"sv, "\u00a0\u200b\u202f\u2065"sv}) {
    EXPECT_EQ(TerminalText(text), text);
  }
}

TEST(TerminalText, ReplacesWhatATerminalObeys) {
  EXPECT_EQ(TerminalText("a\x1b[31mb\x07\r\x7f\0c"sv), "a\ufffd[31mb\ufffd\ufffd\ufffd\ufffdc");
  EXPECT_EQ(TerminalText("\xc2\x9b[2J\xc2\x80"), "\ufffd[2J\ufffd");
  EXPECT_EQ(TerminalText("\u202egnp\u202c\u2066x\u2069"), "\ufffdgnp\ufffd\ufffdx\ufffd");
  EXPECT_EQ(TerminalText("\xc2"), "\xc2") << "the first half of a character";
}

// Against an obvious reading, character by character.
TEST(TerminalText, OfAnyCharacters) {
  std::mt19937 random(20261122);
  for (int round = 0; round < 2000; ++round) {
    std::string text;
    std::string expected;
    for (int i = 0; i < 20; ++i) {
      const uint_fast32_t most[] = {0x7f, 0x9f, 0x7ff, 0x206f};
      const auto c = random() % (most[random() % 4] + 1);
      std::string letter;
      if (c < 0x80) {
        letter = {static_cast<char>(c)};
      } else if (c < 0x800) {
        letter = {static_cast<char>(0xc0 | (c >> 6)), static_cast<char>(0x80 | (c & 0x3f))};
      } else {
        letter = {static_cast<char>(0xe0 | (c >> 12)), static_cast<char>(0x80 | ((c >> 6) & 0x3f)),
                  static_cast<char>(0x80 | (c & 0x3f))};
      }
      const bool obeyed = (c < 0x20 && c != '\n' && c != '\t') || (c >= 0x7f && c <= 0x9f) ||
                          (c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069);
      text += letter;
      expected += obeyed ? "\ufffd" : letter;
    }
    EXPECT_EQ(TerminalText(text), expected);
    EXPECT_TRUE(IsValidUtf8(TerminalText(text)));
  }
}

}  // namespace
}  // namespace overstap
