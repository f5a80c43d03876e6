#include "engine/plan/placement_seats.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <random>

namespace overstap::plan {
namespace {

using ::testing::ElementsAre;

// The most people, then the least cost, over every division of the people.
class Oracle {
 public:
  explicit Oracle(const SeatedProblem& problem) : problem_(problem), left_(problem) {
    Try(0, 0, 0);
  }

  int64_t placed() const { return placed_; }
  int64_t cost() const { return cost_; }

 private:
  void Try(size_t index, int64_t placed, int64_t cost) {
    if (index == problem_.edges.size()) {
      if (placed < placed_ || (placed == placed_ && cost >= cost_)) return;
      placed_ = placed;
      cost_ = cost;
      return;
    }
    const SeatedEdge& edge = problem_.edges[index];
    int64_t most = std::min(left_.people[edge.group], left_.vacancies[edge.destination]);
    for (const size_t course : edge.courses) most = std::min(most, left_.seats[course]);
    for (int64_t people = 0; people <= most; ++people) {
      Move(edge, people);
      Try(index + 1, placed + people, cost + people * edge.cost);
      Move(edge, -people);
    }
  }

  void Move(const SeatedEdge& edge, int64_t people) {
    left_.people[edge.group] -= people;
    left_.vacancies[edge.destination] -= people;
    for (const size_t course : edge.courses) left_.seats[course] -= people;
  }

  const SeatedProblem& problem_;
  SeatedProblem left_;
  int64_t placed_ = 0;
  int64_t cost_ = 0;
};

SeatedProblem RandomProblem(std::mt19937* random) {
  const auto number = [random](int low, int high) {
    return low + static_cast<int>((*random)() % static_cast<uint32_t>(high - low + 1));
  };
  SeatedProblem problem;
  for (int i = number(1, 3); i > 0; --i) problem.people.push_back(number(0, 4));
  for (int i = number(1, 3); i > 0; --i) problem.vacancies.push_back(number(0, 4));
  for (int i = 0; i < 3; ++i) problem.seats.push_back(number(0, 3));
  for (size_t g = 0; g < problem.people.size(); ++g) {
    for (size_t d = 0; d < problem.vacancies.size(); ++d) {
      if (number(0, 3) == 0) continue;
      SeatedEdge edge = {g, d, number(0, 5), {}};
      for (size_t course = 0; course < 3; ++course) {
        if (number(0, 2) == 0) edge.courses.push_back(course);
      }
      problem.edges.push_back(edge);
    }
  }
  return problem;
}

TEST(PlacementSeatsTest, IsAPlacementWithABoundThatHolds) {
  std::mt19937 random(1);
  int proven = 0;
  int64_t found = 0;
  int64_t possible = 0;
  for (int i = 0; i < 1500; ++i) {
    const SeatedProblem problem = RandomProblem(&random);
    ASSERT_TRUE(problem.Validate().ok());
    const SeatedPlacement solved = SolveSeatedPlacement(problem);
    const Oracle oracle(problem);
    for (size_t course = 0; course < 3; ++course) {
      EXPECT_LE(solved.seats_used[course], problem.seats[course]) << i;
    }
    EXPECT_LE(solved.placement.placed, oracle.placed()) << i;
    EXPECT_GE(solved.most_placed, oracle.placed()) << i;
    if (solved.most_placed == oracle.placed()) {
      EXPECT_LE(solved.least_cost, oracle.cost()) << i;
    }
    if (solved.optimal) {
      ++proven;
      EXPECT_EQ(solved.placement.placed, oracle.placed()) << i;
      EXPECT_EQ(solved.placement.cost, oracle.cost()) << i;
    }
    found += solved.placement.placed;
    possible += oracle.placed();
  }
  EXPECT_GT(proven, 750);
  EXPECT_LT(proven, 1500);
  EXPECT_GT(static_cast<double>(found), .97 * static_cast<double>(possible));
}

TEST(PlacementSeatsTest, SharedSeatsAreDivided) {
  // One course with 5 seats leads to two destinations.
  const SeatedProblem problem = {{4, 4}, {4, 4}, {5}, {{0, 0, 10, {0}}, {1, 1, 20, {0}}}};
  const SeatedPlacement solved = SolveSeatedPlacement(problem);
  EXPECT_EQ(solved.placement.placed, 5);
  EXPECT_THAT(solved.seats_used, ElementsAre(5));
  EXPECT_FALSE(solved.optimal);
  EXPECT_EQ(solved.most_placed, 8);
}

TEST(PlacementSeatsTest, GainsAreWhatIsUsed) {
  const SeatedProblem problem = {{30}, {20}, {8}, {{0, 0, 10, {0}}}};
  const SeatedPlacement before = SolveSeatedPlacement(problem);
  EXPECT_TRUE(before.optimal);
  EXPECT_EQ(before.placement.placed, 8);
  EXPECT_EQ(GainOfSeats(problem, before, 0, 100), (Gain{12, 12, 120}));
  EXPECT_EQ(GainOfSeats(problem, before, 0, 5), (Gain{5, 5, 50}));
  EXPECT_EQ(GainOfVacancies(problem, before, 0, 100), Gain());
}

TEST(PlacementSeatsTest, RefusesWhatIsOutOfRange) {
  EXPECT_TRUE(SeatedProblem().Validate().ok());
  EXPECT_FALSE((SeatedProblem{{1}, {1}, {-1}, {}}).Validate().ok());
  EXPECT_FALSE((SeatedProblem{{1}, {1}, {1}, {{0, 0, 0, {1}}}}).Validate().ok());
  EXPECT_FALSE((SeatedProblem{{1}, {1}, {1, 1}, {{0, 0, 0, {1, 0}}}}).Validate().ok());
  EXPECT_FALSE((SeatedProblem{{1}, {1}, {1}, {{0, 0, 0, {0, 0}}}}).Validate().ok());
  EXPECT_FALSE((SeatedProblem{{1}, {}, {}, {{0, 0, 0, {}}}}).Validate().ok());
}

}  // namespace
}  // namespace overstap::plan
