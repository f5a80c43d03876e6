#include "engine/plan/placement.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <random>

#include "base/patience.h"

namespace overstap::plan {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

PlacementProblem RandomProblem(std::mt19937* random, int most_people) {
  const auto number = [random](int low, int high) {
    return low + static_cast<int>((*random)() % static_cast<uint32_t>(high - low + 1));
  };
  PlacementProblem problem;
  const int groups = number(0, 4);
  const int destinations = number(0, 4);
  for (int i = 0; i < groups; ++i) problem.people.push_back(number(0, most_people));
  for (int i = 0; i < destinations; ++i) {
    problem.vacancies.push_back(number(0, most_people));
    if (number(0, 1) == 1) {
      problem.gates.push_back({static_cast<size_t>(i), number(0, most_people)});
    }
  }
  for (int g = 0; g < groups; ++g) {
    for (int d = 0; d < destinations; ++d) {
      if (number(0, 2) == 0 || problem.edges.size() >= 8) continue;
      PlacementEdge edge = {static_cast<size_t>(g), static_cast<size_t>(d), number(0, 5),
                            std::nullopt};
      for (size_t i = 0; i < problem.gates.size(); ++i) {
        if (problem.gates[i].destination == edge.destination && number(0, 1) == 1) edge.gate = i;
      }
      problem.edges.push_back(edge);
    }
  }
  return problem;
}

void ExpectWithinCapacities(const PlacementProblem& problem, const Placement& placement) {
  std::vector<int64_t> people = problem.people;
  std::vector<int64_t> vacancies = problem.vacancies;
  std::vector<int64_t> seats;
  for (const PlacementGate& gate : problem.gates) seats.push_back(gate.seats);
  int64_t placed = 0;
  int64_t cost = 0;
  ASSERT_EQ(placement.people.size(), problem.edges.size());
  for (size_t i = 0; i < problem.edges.size(); ++i) {
    const PlacementEdge& edge = problem.edges[i];
    EXPECT_GE(placement.people[i], 0);
    people[edge.group] -= placement.people[i];
    vacancies[edge.destination] -= placement.people[i];
    if (edge.gate) seats[*edge.gate] -= placement.people[i];
    placed += placement.people[i];
    cost += placement.people[i] * edge.cost;
  }
  for (const auto* left : {&people, &vacancies, &seats}) {
    for (const int64_t count : *left) EXPECT_GE(count, 0);
  }
  EXPECT_EQ(placement.placed, placed);
  EXPECT_EQ(placement.cost, cost);
}

TEST(PlacementTest, EqualsBruteForceWithinCapacities) {
  std::mt19937 random(1);
  int64_t placed = 0;
  for (int i = 0; i < 3000; ++i) {
    const PlacementProblem problem = RandomProblem(&random, 3);
    ASSERT_TRUE(problem.Validate().ok());
    const Placement placement = SolvePlacement(problem);
    const Placement oracle = SolvePlacementExhaustively(problem);
    ExpectWithinCapacities(problem, placement);
    EXPECT_EQ(placement.placed, oracle.placed) << i;
    EXPECT_EQ(placement.cost, oracle.cost) << i;
    placed += placement.placed;
  }
  EXPECT_GT(placed, 3000);
}

TEST(PlacementTest, ShadowPricesAreTheDifferenceThatOneMoreMakes) {
  std::mt19937 random(2);
  int placed_more = 0;
  int cheaper = 0;
  for (int i = 0; i < 2000; ++i) {
    const PlacementProblem problem = RandomProblem(&random, 4);
    const Placement before = SolvePlacement(problem);
    const auto expect = [&](const ShadowPrice& price, const PlacementProblem& larger) {
      const Placement after = SolvePlacementFlow(larger);
      EXPECT_EQ(price.placed, after.placed - before.placed) << i;
      EXPECT_EQ(price.cost, after.cost - before.cost) << i;
      placed_more += price.placed;
      if (price.placed == 0 && price.cost < 0) ++cheaper;
    };
    for (size_t d = 0; d < problem.vacancies.size(); ++d) {
      PlacementProblem larger = problem;
      ++larger.vacancies[d];
      expect(before.vacancy_prices[d], larger);
    }
    for (size_t g = 0; g < problem.gates.size(); ++g) {
      PlacementProblem larger = problem;
      ++larger.gates[g].seats;
      expect(before.seat_prices[g], larger);
    }
  }
  // All three kinds of price were met.
  EXPECT_GT(placed_more, 100);
  EXPECT_GT(cheaper, 100);
}

TEST(PlacementTest, PlacesTheMostPeopleFirstAndThenTheCheapest) {
  // Group 0 is cheapest in destination 0, but group 1 can go nowhere else.
  const PlacementProblem problem = {
      {2, 2}, {2, 5}, {}, {{0, 0, 1, {}}, {0, 1, 9, {}}, {1, 0, 4, {}}}};
  const Placement placement = SolvePlacement(problem);
  EXPECT_EQ(placement.placed, 4);
  EXPECT_THAT(placement.people, ElementsAre(0, 2, 2));
  // One more vacancy in destination 0 brings somebody of group 0 back from 9 to 1.
  EXPECT_EQ(placement.vacancy_prices[0], (ShadowPrice{0, -8}));
  EXPECT_EQ(placement.vacancy_prices[1], ShadowPrice());
}

TEST(PlacementTest, NothingToPlaceIsAnAnswer) {
  const Placement empty = SolvePlacement({});
  EXPECT_THAT(empty.people, IsEmpty());
  EXPECT_EQ(empty.placed, 0);
  const Placement no_edges = SolvePlacement({{5}, {5}, {}, {}});
  EXPECT_EQ(no_edges.placed, 0);
  EXPECT_EQ(no_edges.vacancy_prices[0], ShadowPrice());
  const Placement no_room = SolvePlacement({{5}, {0}, {}, {{0, 0, 3, {}}}});
  EXPECT_EQ(no_room.placed, 0);
  EXPECT_EQ(no_room.vacancy_prices[0], (ShadowPrice{1, 3}));
  const Placement no_seat = SolvePlacement({{5}, {5}, {{0, 0}}, {{0, 0, 3, 0}}});
  EXPECT_EQ(no_seat.placed, 0);
  EXPECT_EQ(no_seat.seat_prices[0], (ShadowPrice{1, 3}));
}

TEST(PlacementTest, RefusesWhatIsOutOfRange) {
  EXPECT_FALSE((PlacementProblem{{-1}, {}, {}, {}}).Validate().ok());
  EXPECT_FALSE((PlacementProblem{{kMaxPlacementPeople + 1}, {}, {}, {}}).Validate().ok());
  EXPECT_FALSE((PlacementProblem{{1}, {-1}, {}, {}}).Validate().ok());
  EXPECT_FALSE((PlacementProblem{{1}, {1}, {{1, 1}}, {}}).Validate().ok());
  EXPECT_FALSE((PlacementProblem{{1}, {1}, {{0, -1}}, {}}).Validate().ok());
  EXPECT_FALSE((PlacementProblem{{1}, {1}, {}, {{1, 0, 0, {}}}}).Validate().ok());
  EXPECT_FALSE((PlacementProblem{{1}, {1}, {}, {{0, 1, 0, {}}}}).Validate().ok());
  EXPECT_FALSE((PlacementProblem{{1}, {1}, {}, {{0, 0, -1, {}}}}).Validate().ok());
  EXPECT_FALSE((PlacementProblem{{1}, {1}, {}, {{0, 0, 0, 0}}}).Validate().ok());
  EXPECT_FALSE((PlacementProblem{{1}, {1, 1}, {{1, 1}}, {{0, 0, 0, 0}}}).Validate().ok());
}

TEST(PlacementTest, EqualProblemsHaveEqualAnswers) {
  std::mt19937 random(3);
  for (int i = 0; i < 200; ++i) {
    const PlacementProblem problem = RandomProblem(&random, 50);
    EXPECT_EQ(SolvePlacement(problem).people, SolvePlacement(problem).people);
  }
}

PlacementProblem LargeProblem() {
  std::mt19937 random(4);
  PlacementProblem problem;
  for (int g = 0; g < 500; ++g) {
    problem.people.push_back(200);
    for (int k = 0; k < 20; ++k) {
      problem.edges.push_back({static_cast<size_t>(g), random() % 300,
                               static_cast<int64_t>(random() % 7800), std::nullopt});
    }
  }
  for (int d = 0; d < 300; ++d) problem.vacancies.push_back(static_cast<int64_t>(random() % 500));
  return problem;
}

TEST(PlacementTest, AHundredThousandPeopleInManyGroups) {
  const PlacementProblem problem = LargeProblem();
  const Placement placement = SolvePlacement(problem);
  ExpectWithinCapacities(problem, placement);
  EXPECT_GT(placement.placed, 50'000);
}

TEST(PlacementTest, EndsSoonWhenNobodyWaits) {
  const PlacementProblem problem = LargeProblem();
  const int64_t all = SolvePlacementFlow(problem).placed;
  int asked = 0;
  int patience = 50;
  const PatienceScope scope([&] {
    return ++asked <= patience ? absl::OkStatus() : absl::CancelledError("nobody waits");
  });
  const Placement some = SolvePlacement(problem);
  ExpectWithinCapacities(problem, some);
  EXPECT_GT(some.placed, 0);
  EXPECT_LT(some.placed, all);
  EXPECT_EQ(some.vacancy_prices.size(), problem.vacancies.size());
  // Not once for each destination.
  EXPECT_LT(asked, patience + 10);
  patience = 1'000'000;
  EXPECT_EQ(SolvePlacement(problem).placed, all);
}

}  // namespace
}  // namespace overstap::plan
