// Who of a group goes where, so that most people are placed with the least training?
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "absl/status/status.h"

namespace overstap::plan {

// Places that one way into a destination has, such as the seats of the course on that way.
struct PlacementGate {
  size_t destination = 0;
  int64_t seats = 0;  // 0..kMaxPlacementPeople
};

// A way from a group to a destination.
struct PlacementEdge {
  size_t group = 0;
  size_t destination = 0;
  int64_t cost = 0;            // of one person, 0..kMaxPlacementCost, in any unit
  std::optional<size_t> gate;  // of that destination; nothing: seats do not limit it
};

// Groups of people who are alike, and destinations with open vacancies.
struct PlacementProblem {
  std::vector<int64_t> people;     // by group, 0..kMaxPlacementPeople
  std::vector<int64_t> vacancies;  // by destination, 0..kMaxPlacementPeople
  std::vector<PlacementGate> gates;
  std::vector<PlacementEdge> edges;

  // kInvalidArgument for an index or number out of its range.
  absl::Status Validate() const;
};

inline constexpr int64_t kMaxPlacementPeople = 1'000'000;
inline constexpr int64_t kMaxPlacementCost = 1'000'000;

// What one more vacancy, or one more seat, would change. (0, 0): nothing. Otherwise either `placed`
// is 1 and `cost` is what that takes, of all people together; or `placed` is 0 and `cost` is
// negative: the same number of people with that much less.
struct ShadowPrice {
  int placed = 0;
  int64_t cost = 0;

  friend bool operator==(const ShadowPrice&, const ShadowPrice&) = default;
};

struct Placement {
  std::vector<int64_t> people;              // by edge
  int64_t placed = 0;                       // sum of `people`
  int64_t cost = 0;                         // sum of people times cost
  std::vector<ShadowPrice> vacancy_prices;  // by destination
  std::vector<ShadowPrice> seat_prices;     // by gate
};

// Most people placed; of all ways to do so one of the least cost. Deterministic: equal problems,
// equal answers. Method: a minimum-cost maximum flow from the groups through gates to destinations
// by successive shortest paths (Ahuja, Magnanti, Orlin, Network Flows, 1993, section 9.7), and the
// shadow prices as shortest paths in what the flow leaves: they equal the difference with the
// answer for one more vacancy or seat. `problem` is valid. When nobody waits (base/patience.h) it
// ends soon, with fewer people or prices that are not so.
Placement SolvePlacement(const PlacementProblem& problem);

// The same flow without shadow prices.
Placement SolvePlacementFlow(const PlacementProblem& problem);

// Every division of the people over the edges: the oracle. At most some 10^6 divisions.
Placement SolvePlacementExhaustively(const PlacementProblem& problem);

}  // namespace overstap::plan
