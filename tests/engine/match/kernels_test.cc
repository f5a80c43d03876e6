// Every kernel gives what the portable one gives, to the last bit.
#include "engine/match/kernels.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <vector>

#include "tests/support/random_world.h"

namespace overstap::match {
namespace {

// Those for registers of 256 and of 512 bits.
class KernelsTest : public testing::TestWithParam<const Kernels* (*)()> {
 protected:
  void SetUp() override {
    if (wide_ == nullptr) GTEST_SKIP() << "this processor has no such registers";
  }

  template <class T>
  std::vector<T> Numbers(size_t count, int most) {
    std::vector<T> numbers(count);
    for (T& number : numbers) {
      number = random_.Chance(30) ? T{0} : static_cast<T>(random_.Number(0, most));
    }
    return numbers;
  }

  RandomWorld random_{17};
  const Kernels& portable_ = PortableKernels();
  const Kernels* wide_ = GetParam()();
};

TEST_P(KernelsTest, DenseTermsAddUpToTheSameAndNeverWrapAround) {
  constexpr size_t kBlocks = 7 * Kernels::kTile;
  for (int i = 0; i < 100; ++i) {
    std::vector<std::vector<uint8_t>> shares;
    std::vector<DenseTerm> terms;
    // A byte counts no more than 255 of them.
    const int most_terms = random_.Chance(10) ? 300 : 9;
    for (int term = random_.Number(0, most_terms); term > 0; --term) {
      shares.push_back(Numbers<uint8_t>(kBlocks, 255));
    }
    for (const auto& of_term : shares) {
      const int most = random_.Chance(20) ? 65'535 : 9'000;
      terms.push_back({of_term.data(), static_cast<uint32_t>(random_.Number(0, most))});
    }
    const auto begin = Kernels::kTile * static_cast<size_t>(random_.Number(0, 3));
    const auto count = Kernels::kTile * static_cast<size_t>(random_.Number(0, 4));
    std::vector<uint16_t> sums(count + 1, 7);
    std::vector<uint16_t> wide(count + 1, 7);
    portable_.sum_dense(terms, begin, count, sums.data());
    wide_->sum_dense(terms, begin, count, wide.data());
    EXPECT_EQ(sums, wide);
    EXPECT_EQ(sums.back(), 7);
    for (size_t block = 0; block < count; ++block) {
      double exact = 0;
      for (const DenseTerm& term : terms) exact += term.shares[begin + block] * term.factor / 256.0;
      EXPECT_GE(sums[block], std::min(exact, 65'535.0));
      EXPECT_LE(sums[block], exact + static_cast<double>(terms.size()));
    }
  }
}

TEST_P(KernelsTest, ListsAddUpToTheSame) {
  std::vector<uint16_t> sums(65'536);
  std::vector<uint16_t> wide = sums;
  for (int i = 0; i < 100; ++i) {
    std::vector<uint32_t> bounds;
    for (uint32_t block = random_.Chance(50) ? 65'000 : 0; block < sums.size(); ++block) {
      if (!random_.Chance(3)) continue;
      bounds.push_back(block | static_cast<uint32_t>(random_.Number(0, 65'535)) << 16);
    }
    const auto strength = static_cast<uint32_t>(random_.Number(0, 65'535));
    const std::vector<uint16_t> before = sums;
    portable_.add_list(bounds, strength, sums.data());
    wide_->add_list(bounds, strength, wide.data());
    EXPECT_EQ(sums, wide);
    for (const uint32_t bound : bounds) {
      const uint64_t exact = uint64_t{strength} * (bound >> 16) >> 16;
      EXPECT_EQ(sums[bound & 0xFFFF], (before[bound & 0xFFFF] + exact + 1) % 65'536);
    }
  }
}

TEST_P(KernelsTest, TheLargestAndThoseThatReachAreTheSame) {
  for (int i = 0; i < 200; ++i) {
    const auto groups = static_cast<size_t>(random_.Number(0, 9));
    const int most = random_.Chance(30) ? 65'535 : 40;
    const auto sums = Numbers<uint16_t>(groups * Kernels::kGroup + Kernels::kAtOnce, most);
    std::vector<uint16_t> largest(groups);
    std::vector<uint16_t> wide(groups);
    portable_.find_largest(sums.data(), groups, largest.data());
    wide_->find_largest(sums.data(), groups, wide.data());
    EXPECT_EQ(largest, wide);
    const auto least = static_cast<uint16_t>(random_.Number(0, most));
    for (size_t count = 0; count <= sums.size(); ++count) {
      const auto reach = std::count_if(sums.begin(), sums.begin() + static_cast<ptrdiff_t>(count),
                                       [&](uint16_t sum) { return sum >= least; });
      EXPECT_EQ(portable_.count_at_least(sums.data(), count, least), reach);
      EXPECT_EQ(wide_->count_at_least(sums.data(), count, least), reach);
    }
    for (size_t at = 0; at + Kernels::kAtOnce <= sums.size(); ++at) {
      EXPECT_EQ(portable_.at_least(sums.data() + at, least),
                wide_->at_least(sums.data() + at, least));
    }
  }
}

TEST_P(KernelsTest, StripsAddUpToTheSame) {
  constexpr int kTerms = 500;
  const auto strengths = Numbers<int16_t>(kTerms, 4'095);
  for (int i = 0; i < 500; ++i) {
    std::vector<uint32_t> pairs;
    for (int pair = random_.Number(0, 40); pair > 0; --pair) {
      const auto first = static_cast<uint32_t>(random_.Number(0, kTerms - 1));
      pairs.push_back(first | static_cast<uint32_t>(random_.Number(0, kTerms - 1)) << 16);
      for (uint32_t word = 1; word < Kernels::kPairWords; ++word) {
        pairs.push_back(static_cast<uint32_t>(random_.Number(0, 2'000'000'000)) * 2U + 1U);
      }
    }
    std::array<int32_t, Kernels::kLanes> sums{};
    std::array<int32_t, Kernels::kLanes> wide{};
    const int32_t least = random_.Number(0, 40'000'000);
    const uint32_t mask = portable_.sum_strip(pairs, strengths.data(), least, sums.data());
    EXPECT_EQ(wide_->sum_strip(pairs, strengths.data(), least, wide.data()), mask);
    EXPECT_EQ(sums, wide);
    for (size_t lane = 0; lane < Kernels::kLanes; ++lane) {
      EXPECT_EQ((mask >> lane & 1) != 0, sums[lane] >= least);
    }
  }
}

INSTANTIATE_TEST_SUITE_P(Wide, KernelsTest, testing::Values(WideKernels));
INSTANTIATE_TEST_SUITE_P(Widest, KernelsTest, testing::Values(WidestKernels));

}  // namespace
}  // namespace overstap::match
