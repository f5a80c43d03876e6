#include "engine/match/strip_order.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <numeric>
#include <vector>

#include "tests/support/random_world.h"

namespace overstap::match {
namespace {

constexpr uint32_t kLanes = 8;
constexpr uint32_t kSkills = 60;
using Rows = std::vector<std::vector<StripOrder::Share>>;

// Rows of four kinds, each of which asks other skills.
Rows MakeRows(RandomWorld* random, size_t count) {
  Rows rows(count);
  for (auto& row : rows) {
    const auto kind = static_cast<uint32_t>(random->Number(0, 3));
    for (uint32_t skill = kind * 15; skill < kind * 15 + 15; ++skill) {
      if (random->Chance(60)) row.push_back({skill, 0});
    }
    for (auto& entry : row) entry.share = 1.0F / static_cast<float>(row.size());
  }
  return rows;
}

StripOrder OrderOver(const Rows& rows) {
  return {kSkills, kLanes, [&rows](uint32_t number, std::vector<StripOrder::Share>* shares) {
            shares->insert(shares->end(), rows[number].begin(), rows[number].end());
          }};
}

std::vector<uint32_t> Numbers(size_t count) {
  std::vector<uint32_t> numbers(count);
  std::iota(numbers.begin(), numbers.end(), 0U);
  return numbers;
}

// What the largest shares of all strips add up to.
double SumOfBounds(const Rows& rows, const std::vector<uint32_t>& order) {
  double sum = 0;
  for (size_t begin = 0; begin < order.size(); begin += kLanes) {
    std::map<uint32_t, float> largest;
    for (size_t i = begin; i < std::min(begin + kLanes, order.size()); ++i) {
      for (const auto& entry : rows[order[i]]) {
        largest[entry.skill] = std::max(largest[entry.skill], entry.share);
      }
    }
    for (const auto& [skill, share] : largest) sum += double{share};
  }
  return sum;
}

// The rule of the header, without windows: the oracle of what fits into one.
std::vector<uint32_t> Greedy(const Rows& rows, std::vector<uint32_t> left) {
  std::vector<uint32_t> order;
  std::vector<float> largest(kSkills);
  while (!left.empty()) {
    if (order.size() % kLanes == 0) largest.assign(kSkills, 0);
    const auto overlap = [&](uint32_t number) {
      float sum = 0;
      for (const auto& entry : rows[number]) sum += std::min(entry.share, largest[entry.skill]);
      return sum;
    };
    const auto next = std::max_element(
        left.begin(), left.end(), [&](uint32_t a, uint32_t b) { return overlap(a) < overlap(b); });
    for (const auto& entry : rows[*next]) {
      largest[entry.skill] = std::max(largest[entry.skill], entry.share);
    }
    order.push_back(*next);
    left.erase(next);
  }
  return order;
}

TEST(StripOrderTest, PutsTheMostAlikeTogether) {
  RandomWorld random(5);
  for (int i = 0; i < 20; ++i) {
    const Rows rows = MakeRows(&random, static_cast<size_t>(random.Number(1, 128)));
    std::vector<uint32_t> numbers = Numbers(rows.size());
    OrderOver(rows).Arrange(numbers);
    EXPECT_EQ(numbers, Greedy(rows, Numbers(rows.size())));
  }
}

TEST(StripOrderTest, KeepsAllAndLowersBounds) {
  RandomWorld random(6);
  const Rows rows = MakeRows(&random, 1'000);
  const std::vector<uint32_t> before = Numbers(rows.size());
  std::vector<uint32_t> numbers = before;
  OrderOver(rows).Arrange(numbers);
  EXPECT_LT(SumOfBounds(rows, numbers), 0.6 * SumOfBounds(rows, before));
  std::sort(numbers.begin(), numbers.end());
  EXPECT_EQ(numbers, before);
}

TEST(StripOrderTest, GoesOnWithTheStripThatWasBegunUntilItIsEnded) {
  const Rows rows = {{{0, 1}}, {{1, 1}}, {{0, 1}}, {{1, 1}}};
  std::vector<uint32_t> first = {0};
  std::vector<uint32_t> rest = {1, 2, 3};
  StripOrder order = OrderOver(rows);
  order.Arrange(first);
  order.Arrange(rest);
  EXPECT_EQ(rest, (std::vector<uint32_t>{2, 1, 3}));
  rest = {1, 2, 3};
  order.EndStrip();
  order.Arrange(rest);
  EXPECT_EQ(rest, (std::vector<uint32_t>{1, 3, 2}));
}

}  // namespace
}  // namespace overstap::match
