#include "taxonomy/text/typo_index.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "taxonomy/normalise.h"
#include "taxonomy/text/spelling.h"
#include "tests/taxonomy/text/text_world.h"

namespace overstap::text {
namespace {

// By the definition: the least distance to any beginning, and the shortest that has it.
PrefixDistance Slowly(std::string_view word, std::string_view text) {
  PrefixDistance best{EditDistance(word, ""), 0};
  for (size_t length = 1; length <= text.size(); ++length) {
    const int changes = EditDistance(word, text.substr(0, length));
    if (changes < best.changes) best = {changes, length};
  }
  return best;
}

class TypoIndexTest : public ::testing::Test {
 protected:
  void Make(uint32_t seed, int labels) {
    RandomText words(seed);
    for (int i = 0; i < labels; ++i) texts_.push_back({kDutch, LabelKind::kPreferred, ""});
    std::vector<SuggestLabel> entries;
    for (uint32_t i = 0; i < texts_.size(); ++i) {
      texts_[i].text = words.Words(1, 3);
      entries.push_back({i, &texts_[i], FoldLabel(texts_[i].text), 0, 1});
    }
    StartFinder starts;
    for (const std::string& word : words.words()) starts.Learn(word, kDutch);
    index_ = std::make_unique<PrefixIndex>(entries, kDutch, &starts);
    for (int i = 0; i < 20; ++i) {
      asked_.push_back(
          (words.Word() + words.Word().substr(0, 2)).substr(0, TypoIndex::kLongestWord));
    }
  }

  std::vector<Label> texts_;
  std::unique_ptr<PrefixIndex> index_;
  std::vector<std::string> asked_;
};

TEST_F(TypoIndexTest, DistanceIsTheLeastToAnyBeginning) {
  Make(1, 40);
  for (const std::string& word : asked_) {
    for (const Label& text : texts_) {
      const PrefixDistance slowly = Slowly(word, text.text);
      const PrefixDistance found = DistanceToPrefix(word, text.text);
      if (slowly.changes > TypoIndex::kMostChanges) {
        EXPECT_GT(found.changes, TypoIndex::kMostChanges);
      } else {
        EXPECT_EQ(found.changes, slowly.changes) << word << " in " << text.text;
        EXPECT_EQ(found.length, slowly.length) << word << " in " << text.text;
      }
    }
  }
  EXPECT_EQ(DistanceToPrefix("wleder", "welder").changes, 1);
  EXPECT_EQ(DistanceToPrefix("elektro", "elektromonteur").length, 7u);
}

TEST_F(TypoIndexTest, FindsTheStartsThatAreNear) {
  for (uint32_t seed = 0; seed < 3; ++seed) {
    texts_.clear();
    asked_.clear();
    Make(seed, 100);
    const TypoIndex typos(index_.get());
    for (const std::string& word : asked_) {
      for (int changes = 0; changes <= TypoIndex::kMostChanges; ++changes) {
        std::vector<uint32_t> expected, found;
        for (uint32_t i = 0; i < index_->start_count(); ++i) {
          if (Slowly(word, index_->TextAt(i)).changes <= changes) expected.push_back(i);
        }
        for (const StartRange range : typos.Find(word, changes)) {
          EXPECT_LT(range.begin, range.end);
          for (uint32_t i = range.begin; i < range.end; ++i) found.push_back(i);
        }
        ASSERT_EQ(found, expected) << "seed " << seed << " " << word << " " << changes;
      }
    }
  }
}

TEST_F(TypoIndexTest, StartsAreInAlphabeticalOrder) {
  Make(3, 500);
  for (uint32_t i = 1; i < index_->start_count(); ++i) {
    EXPECT_LE(index_->TextAt(i - 1), index_->TextAt(i));
  }
  for (const std::string& word : asked_) {
    const StartRange range = index_->Find(word.substr(0, 3));
    for (uint32_t i = 0; i < index_->start_count(); ++i) {
      EXPECT_EQ(index_->TextAt(i).starts_with(word.substr(0, 3)),
                range.begin <= i && i < range.end);
    }
  }
}

TEST_F(TypoIndexTest, AWordThatIsTooLongIsNotMended) {
  Make(3, 50);
  EXPECT_TRUE(TypoIndex(index_.get()).Find(std::string(41, 'a'), 2).empty());
}

TEST_F(TypoIndexTest, AnEmptyIndexHasNothing) {
  StartFinder starts;
  const PrefixIndex index({}, kDutch, &starts);
  EXPECT_TRUE(TypoIndex(&index).Find("lasser", 1).empty());
  EXPECT_EQ(index.Find("las"), (StartRange{0, 0}));
}

}  // namespace
}  // namespace overstap::text
