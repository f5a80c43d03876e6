// Placement when ways share courses that have few seats.
#pragma once

#include <cstdint>
#include <vector>

#include "absl/status/status.h"
#include "engine/plan/placement.h"

namespace overstap::plan {

// A way from a group to a destination by way of courses, all of which need a seat.
struct SeatedEdge {
  size_t group = 0;
  size_t destination = 0;
  int64_t cost = 0;             // as of PlacementEdge
  std::vector<size_t> courses;  // whose seats are counted; ascending, each once
};

struct SeatedProblem {
  std::vector<int64_t> people;     // as of PlacementProblem
  std::vector<int64_t> vacancies;  // as of PlacementProblem
  std::vector<int64_t> seats;      // by course, 0..kMaxPlacementPeople
  std::vector<SeatedEdge> edges;

  // kInvalidArgument for an index or number out of its range.
  absl::Status Validate() const;
};

struct SeatedPlacement {
  Placement placement;              // `people` by edge; `seat_prices` is empty
  std::vector<int64_t> seats_used;  // by course
  // Nobody can place more, and as many not for less.
  bool optimal = true;
  int64_t most_placed = 0;  // no placement has more people; equals `placed` when optimal
  // Cost of a placement of most_placed people that no other undercuts; equals `cost` when optimal.
  int64_t least_cost = 0;
};

// Seats that several destinations share make the problem a matching in three dimensions, which
// nobody can solve fast. So: every way into a destination that needs the same courses gets as many
// seats as the scarcest of them has, and the flow is solved exactly. Nearly always no course is
// overbooked and that is the optimum. Where one is, the ways that need it give up seats, those with
// the least shadow price first, and the answer says by how much it may fall short. `problem` is
// valid. When nobody waits (base/patience.h) it ends soon, with a placement of no use.
SeatedPlacement SolveSeatedPlacement(const SeatedProblem& problem);

// What `more` seats or vacancies would bring: people placed more than in `before`, and how many of
// the `more` they take. From solving again.
struct Gain {
  int64_t used = 0;
  int64_t placed = 0;
  int64_t cost = 0;  // change of the total cost

  friend bool operator==(const Gain&, const Gain&) = default;
};
Gain GainOfVacancies(const SeatedProblem& problem, const SeatedPlacement& before,
                     size_t destination, int64_t more);
Gain GainOfSeats(const SeatedProblem& problem, const SeatedPlacement& before, size_t course,
                 int64_t more);

}  // namespace overstap::plan
