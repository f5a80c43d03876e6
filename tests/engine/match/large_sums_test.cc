// The largest sums against looking at all of them, with every kernel.
#include "engine/match/large_sums.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <functional>
#include <utility>
#include <vector>

#include "tests/support/random_world.h"

namespace overstap::match {
namespace {

class LargeSumsTest : public testing::TestWithParam<const Kernels* (*)()> {
 protected:
  void SetUp() override {
    if (kernels_ == nullptr) GTEST_SKIP() << "this processor has no such registers";
  }

  // Parts of `sums_` that are apart, some of them empty of whole groups.
  std::vector<std::pair<uint32_t, uint32_t>> Parts() {
    std::vector<std::pair<uint32_t, uint32_t>> parts;
    for (uint32_t at = 0; at < kDocuments;) {
      const int most = random_.Chance(30) ? 900 : 40;
      const uint32_t begin = at + static_cast<uint32_t>(random_.Number(0, 30));
      const uint32_t end = begin + static_cast<uint32_t>(random_.Number(1, most));
      if (end > kDocuments) break;
      parts.emplace_back(begin, end);
      at = end;
    }
    return parts;
  }

  static constexpr uint32_t kDocuments = 2'500;
  RandomWorld random_{29};
  const Kernels* kernels_ = GetParam()();
};

TEST_P(LargeSumsTest, CountedLargestIsTheLargestThatSoManyReach) {
  for (int i = 0; i < 500; ++i) {
    std::vector<uint16_t> keys(static_cast<size_t>(random_.Number(0, 300)));
    const int most = random_.Chance(50) ? 65'535 : 20;
    for (uint16_t& key : keys) key = static_cast<uint16_t>(random_.Number(0, most));
    const auto count = static_cast<size_t>(random_.Number(1, 40));
    std::vector<uint16_t> sorted = keys;
    std::ranges::sort(sorted, std::greater());
    const uint32_t truth = count <= sorted.size() ? sorted[count - 1] : 0;
    EXPECT_EQ(CountedLargest(*kernels_, keys, count, 1), truth);
    EXPECT_EQ(CountedLargest(*kernels_, keys, count, 16), truth / 16 * 16);
  }
}

TEST_P(LargeSumsTest, VisitsEachDocumentOnceThatReaches) {
  LargeSums large;
  for (int i = 0; i < 200; ++i) {
    const int most = random_.Chance(50) ? 65'535 : 30;
    std::vector<uint16_t> sums(kDocuments + LargeSums::kBehind);
    for (uint16_t& sum : sums) sum = static_cast<uint16_t>(random_.Number(0, most));
    const auto least = static_cast<uint32_t>(random_.Number(1, most));
    const uint32_t end = random_.Chance(50) ? LargeSums::kNoEnd : least + most / 5;
    std::vector<std::pair<uint32_t, uint32_t>> truth;
    std::vector<uint16_t> largest;
    large.Begin(sums.data(), *kernels_);
    for (const auto& [first, last] : Parts()) {
      large.Add(first, last);
      for (uint32_t at = first; at < last; ++at) {
        if ((at - first) % LargeSums::kGroup == 0) largest.push_back(0);
        largest.back() = std::max(largest.back(), sums[at]);
        if (sums[at] >= least && sums[at] < end) truth.emplace_back(at, sums[at]);
      }
    }
    std::vector<std::pair<uint32_t, uint32_t>> found;
    large.ForEach(least, end,
                  [&](uint32_t document, uint32_t sum) { found.emplace_back(document, sum); });
    EXPECT_EQ(found, truth);
    const auto count = static_cast<size_t>(random_.Number(1, 30));
    const uint32_t reached = large.Reached(count);
    const auto reach = [&](uint32_t sum) {
      return std::ranges::count_if(largest, [&](uint16_t of) { return of >= sum; });
    };
    EXPECT_TRUE(reached == 0 || reach(reached) >= static_cast<ptrdiff_t>(count));
    EXPECT_LT(reach(reached + 8), static_cast<ptrdiff_t>(count));
  }
}

INSTANTIATE_TEST_SUITE_P(Portable, LargeSumsTest,
                         testing::Values([] { return &PortableKernels(); }));
INSTANTIATE_TEST_SUITE_P(Wide, LargeSumsTest, testing::Values(WideKernels));
INSTANTIATE_TEST_SUITE_P(Widest, LargeSumsTest, testing::Values(WidestKernels));

}  // namespace
}  // namespace overstap::match
