#include "base/text_encoding.h"

#include <gtest/gtest.h>

#include <cstdint>
#include <string>

namespace overstap {
namespace {

using std::string_view_literals::operator""sv;

// RFC 3629, by its table of Unicode numbers rather than of bytes.
bool IsSequence(std::string_view bytes) {
  const auto byte = [&bytes](size_t i) { return static_cast<uint8_t>(bytes[i]); };
  if (bytes.size() == 1) return byte(0) < 0x80;
  const uint8_t marker[] = {0, 0, 0xc0, 0xe0, 0xf0};
  const uint8_t mask[] = {0, 0, 0xe0, 0xf0, 0xf8};
  if ((byte(0) & mask[bytes.size()]) != marker[bytes.size()]) return false;
  uint32_t number = byte(0) & static_cast<uint8_t>(~mask[bytes.size()]);
  for (size_t i = 1; i < bytes.size(); ++i) {
    if ((byte(i) & 0xc0) != 0x80) return false;
    number = (number << 6) | (byte(i) & 0x3f);
  }
  const uint32_t least[] = {0, 0, 0x80, 0x800, 0x10000};
  return number >= least[bytes.size()] && number <= 0x10ffff &&
         !(number >= 0xd800 && number <= 0xdfff);
}

TEST(FindInvalidUtf8Test, EverySequenceOfTwoAndThreeBytes) {
  for (uint32_t number = 0; number < (1u << 24); number += number < (1u << 16) ? 1 : 7) {
    std::string bytes;
    if (number >= (1u << 16)) bytes.push_back(static_cast<char>(number >> 16));
    bytes.push_back(static_cast<char>(number >> 8));
    bytes.push_back(static_cast<char>(number));
    if ((static_cast<uint8_t>(bytes[0]) & 0x80) == 0) continue;
    const bool whole = IsSequence(bytes);
    const bool parts = bytes.size() == 3 && IsSequence(bytes.substr(0, 2)) &&
                       static_cast<uint8_t>(bytes[2]) < 0x80;
    ASSERT_EQ(IsValidUtf8(bytes), whole || parts) << std::hex << number;
  }
}

TEST(FindInvalidUtf8Test, SequencesOfFourBytes) {
  EXPECT_TRUE(IsValidUtf8("\xf0\x90\x80\x80\xf4\x8f\xbf\xbf"));
  EXPECT_FALSE(IsValidUtf8("\xf0\x8f\xbf\xbf")) << "overlong";
  EXPECT_FALSE(IsValidUtf8("\xf4\x90\x80\x80")) << "beyond U+10FFFF";
  EXPECT_FALSE(IsValidUtf8("\xf5\x80\x80\x80"));
  EXPECT_FALSE(IsValidUtf8("\xf0\x90\x80"));
}

TEST(FindInvalidUtf8Test, SaysWhere) {
  EXPECT_EQ(FindInvalidUtf8(""), std::string_view::npos);
  EXPECT_EQ(FindInvalidUtf8("a\0b"sv), std::string_view::npos);
  EXPECT_EQ(FindInvalidUtf8("\xff"), 0u);
  for (size_t before = 0; before < 40; ++before) {
    for (size_t after = 0; after < 20; after += 19) {
      const std::string text = std::string(before, 'a') + "\xe9" + std::string(after, 'b');
      EXPECT_EQ(FindInvalidUtf8(text), before) << text;
      const std::string fine = std::string(before, 'a') + "\xc3\xa9" + std::string(after, 'b');
      EXPECT_EQ(FindInvalidUtf8(fine), std::string_view::npos) << fine;
    }
  }
}

TEST(Utf8PrefixTest, DoesNotCutACharacter) {
  EXPECT_EQ(Utf8Prefix("abc", 3), "abc");
  EXPECT_EQ(Utf8Prefix("abc", 2), "ab");
  EXPECT_EQ(Utf8Prefix("a\xc3\xa9", 2), "a");
  EXPECT_EQ(Utf8Prefix("a\xf0\x9f\x98\x80z", 4), "a");
  EXPECT_EQ(Utf8Prefix("a\xf0\x9f\x98\x80z", 5), "a\xf0\x9f\x98\x80");
  EXPECT_EQ(Utf8Prefix("\xc3\xa9", 1), "");
  EXPECT_EQ(Utf8Prefix("abc", 0), "");
}

}  // namespace
}  // namespace overstap
