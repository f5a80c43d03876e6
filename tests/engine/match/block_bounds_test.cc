// Bounds of more blocks than one origin has, and the search by them, against looking at all blocks.
#include "engine/match/block_bounds.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>
#include <vector>

#include "engine/match/bound_search.h"
#include "tests/support/random_world.h"

namespace overstap::match {
namespace {

constexpr uint32_t kTerms = 30;

class BlockBoundsTest : public testing::Test {
 protected:
  BlockBoundsTest() : shares_(kTerms) {
    for (marks_ = {0}; marks_.back() < 140'000;) {
      const int most = static_cast<int>(BlockBounds::kMaxRange);
      marks_.push_back(marks_.back() + static_cast<uint32_t>(random_.Number(1, most)));
    }
    bounds_ = BlockBounds(kTerms, marks_);
    for (uint32_t term = 0; term < kTerms; ++term) {
      shares_[term].resize(marks_.back());
      const int percent = term % 5 == 0 ? 20 : 2;
      for (double& share : shares_[term]) {
        if (random_.Chance(percent)) share = random_.Number(1, 1'000) / 10'000.0;
      }
    }
    for (uint32_t block = 0; block < marks_.back(); ++block) {
      for (uint32_t term = 0; term < kTerms; ++term) {
        if (shares_[term][block] > 0) bounds_.Add(term, block, shares_[term][block]);
      }
    }
    bounds_.Finish();
  }

  RandomWorld random_{41};
  std::vector<uint32_t> marks_;
  std::vector<std::vector<double>> shares_;  // by term and block
  BlockBounds bounds_;
};

TEST_F(BlockBoundsTest, HoldsWhatWasAddedRoundedUp) {
  EXPECT_TRUE(bounds_.IsSound(kTerms, marks_));
  for (uint32_t term = 0; term < kTerms; ++term) {
    const auto dense = bounds_.DenseOf(term, 4'095);
    EXPECT_EQ(dense.has_value(), term % 5 == 0);
    for (size_t mark = 0; mark + 1 < marks_.size(); ++mark) {
      std::set<uint32_t> listed;
      for (const BlockBounds::Bound bound : bounds_.Of(term, mark, mark + 1)) {
        const uint32_t block = BlockBounds::OriginOf(marks_[mark]) + BlockBounds::BlockOf(bound);
        listed.insert(block);
        EXPECT_EQ(BlockBounds::ShareOf(bound), BlockBounds::RoundedUp(shares_[term][block]));
      }
      for (uint32_t block = marks_[mark]; block < marks_[mark + 1]; ++block) {
        EXPECT_EQ(listed.contains(block), !dense && shares_[term][block] > 0);
        EXPECT_TRUE(!dense || (dense->shares[block] > 0) == (shares_[term][block] > 0));
      }
    }
  }
}

// Every block is a document whose score is at most what is said of the block.
struct Looker {
  bool MayPass(uint32_t block) const { return block % passing != 0; }
  void Prefetch(uint32_t) const {}
  void Look(std::span<const uint32_t> blocks) {
    for (const uint32_t block : blocks) {
      EXPECT_TRUE(looked.insert(block).second);
      if ((*scores)[block] > 0) top->Offer({block, (*scores)[block]});
    }
  }
  void Finish() {}

  uint32_t passing = 0;
  const std::vector<double>* scores = nullptr;
  TopList* top = nullptr;
  std::set<uint32_t> looked;
};

TEST_F(BlockBoundsTest, SearchFindsTheBestOfAllBlocks) {
  const auto last_mark = static_cast<int>(marks_.size()) - 1;
  for (int i = 0; i < 60; ++i) {
    SearchScratch scratch;
    std::vector<double> scores(marks_.back());
    for (uint32_t term = 0; term < kTerms; ++term) {
      if (!random_.Chance(50)) continue;
      const double strength = random_.Number(1, 100) / 100.0;
      scratch.terms.push_back({term, RoundedUpStrength(strength)});
      for (uint32_t block = 0; block < marks_.back(); ++block) {
        scores[block] += strength * shares_[term][block];
      }
    }
    for (double& score : scores) score *= random_.Chance(80) ? 1 : 0.5;
    const auto first = static_cast<uint32_t>(random_.Number(0, last_mark - 1));
    const auto end = static_cast<uint32_t>(random_.Number(static_cast<int>(first) + 1, last_mark));
    scratch.marks = {{first, end}};
    scratch.ranges = {{marks_[first], marks_[end]}};
    const size_t limit = random_.Chance(50) ? 10 : 100;
    TopList top(limit);
    TopList truth(limit);
    Looker looker{random_.Chance(50) ? 2U : 7U, &scores, &top, {}};
    for (uint32_t block = marks_[first]; block < marks_[end]; ++block) {
      if (looker.MayPass(block) && scores[block] > 0) truth.Offer({block, scores[block]});
    }
    BoundSearch(bounds_, marks_, &scratch).Run(top, limit, &looker);
    EXPECT_EQ(top.Finish(), truth.Finish());
  }
}

// Sums of so many terms may be too large to hold.
TEST(BlockBoundsOfManyTermsTest, SearchFindsTheBestAllTheSame) {
  constexpr uint32_t kMany = 66'000;
  constexpr uint32_t kBest = 38;
  const std::vector<uint32_t> marks = {0, 100};
  BlockBounds bounds(kMany, marks);
  SearchScratch scratch;
  for (uint32_t term = 0; term < kMany; ++term) scratch.terms.push_back({term, kStrengthOne});
  std::vector<double> scores(100, 0.5);
  scores[kBest] = 1;
  for (uint32_t block = 0; block < scores.size(); ++block) {
    if (block != kBest) bounds.Add(block % 50, block, 0.5);
    for (uint32_t term = 0; block == kBest && term < kMany; ++term) {
      bounds.Add(term, block, 8.0 / kMany);
    }
  }
  bounds.Finish();
  EXPECT_EQ(bounds.most_terms(), kMany);
  scratch.marks = {{0, 1}};
  scratch.ranges = {{0, 100}};
  TopList top(1);
  Looker looker{1'000, &scores, &top, {}};
  BoundSearch(bounds, marks, &scratch).Run(top, 1, &looker);
  EXPECT_EQ(top.Finish(), (std::vector<Ranked>{{kBest, 1.0}}));
}

}  // namespace
}  // namespace overstap::match
