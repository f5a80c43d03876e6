#include "base/content_hash.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "base/strings.h"

namespace overstap {
namespace {

std::string HashOf(const std::vector<std::string>& fields, size_t digits = 64) {
  ContentHasher hasher;
  for (const std::string& field : fields) hasher.Add(field);
  return hasher.HexDigest(digits);
}

TEST(ContentHasherTest, IsSha256OfLengthAndText) {
  // printf '' | sha256sum: nothing was added.
  EXPECT_EQ(HashOf({}), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  EXPECT_EQ(HashOf({"a"}).size(), 64u);
  EXPECT_EQ(HashOf({"a"}, 12), HashOf({"a"}).substr(0, 12));
}

TEST(ContentHasherTest, FieldsHaveBorders) {
  EXPECT_NE(HashOf({"ab", "c"}), HashOf({"a", "bc"}));
  EXPECT_NE(HashOf({"a", ""}), HashOf({"a"}));
  EXPECT_NE(HashOf({"a", "b"}), HashOf({"b", "a"}));
  EXPECT_EQ(HashOf({"a", "b"}), HashOf({"a", "b"}));
}

TEST(ContentHasherTest, NumbersCount) {
  ContentHasher one;
  one.AddNumber(1);
  ContentHasher big;
  big.AddNumber(uint64_t{1} << 32);
  EXPECT_NE(one.HexDigest(), big.HexDigest());
}

class SetHashTest : public ::testing::Test {
 protected:
  static SetHash Of(const std::vector<int>& numbers) {
    SetHash hash;
    for (const int number : numbers) hash.Add(StrCat("k", number), StrCat("v", number));
    return hash;
  }
};

TEST_F(SetHashTest, OrderDoesNotCount) {
  EXPECT_EQ(Of({1, 2, 3, 4}), Of({4, 2, 1, 3}));
  EXPECT_NE(Of({1, 2}), Of({1, 2, 3}));
  EXPECT_NE(Of({1}), Of({1, 1})) << "a set that has something twice is another one";
}

TEST_F(SetHashTest, RemoveUndoesAdd) {
  SetHash hash;
  std::vector<int> left;
  for (int i = 0; i < 200; ++i) hash.Add(StrCat("k", i), StrCat("v", i));
  for (int i = 0; i < 200; ++i) {
    if (i % 3 == 0) {
      hash.Remove(StrCat("k", i), StrCat("v", i));
    } else {
      left.push_back(i);
    }
  }
  EXPECT_EQ(hash, Of(left));
  for (const int i : left) hash.Remove(StrCat("k", i), StrCat("v", i));
  EXPECT_EQ(hash, SetHash());
}

TEST_F(SetHashTest, RemoveBeforeAddIsTheSame) {
  SetHash hash;
  hash.Remove("k", "v");
  EXPECT_NE(hash, SetHash());
  hash.Add("k", "v");
  EXPECT_EQ(hash, SetHash());
}

TEST_F(SetHashTest, KeyAndValueHaveABorder) {
  SetHash a;
  a.Add("ab", "c");
  SetHash b;
  b.Add("a", "bc");
  EXPECT_NE(a, b);
}

TEST_F(SetHashTest, MergeIsUnion) {
  SetHash left = Of({1, 2});
  left.Merge(Of({3, 4}));
  EXPECT_EQ(left, Of({1, 2, 3, 4}));
}

TEST_F(SetHashTest, HexKeepsTheHash) {
  const SetHash hash = Of({1, 2, 3});
  EXPECT_EQ(hash.ToHex().size(), 32u);
  EXPECT_EQ(SetHash::FromHex(hash.ToHex()), hash);
  for (const char* text :
       {"", "xyz", "0123456789abcdef0123456789abcdeg", "0123456789abcdef0123456789abcdef0"}) {
    EXPECT_EQ(SetHash::FromHex(text), SetHash()) << text;
  }
}

}  // namespace
}  // namespace overstap
