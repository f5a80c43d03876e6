#include "engine/plan/placement.h"

#include <algorithm>

#include "base/status_macros.h"
#include "base/strings.h"
#include "engine/plan/placement_network.h"

namespace overstap::plan {
namespace {

absl::Status CheckNumber(std::string_view what, size_t index, int64_t value, int64_t largest) {
  if (value >= 0 && value <= largest) return absl::OkStatus();
  return absl::InvalidArgumentError(
      StrCat(what, " ", index, " has ", value, "; it must be between 0 and ", largest));
}

absl::Status CheckIndex(std::string_view what, size_t index, size_t count) {
  if (index < count) return absl::OkStatus();
  return absl::InvalidArgumentError(StrCat("there is no ", what, " ", index));
}

absl::Status CheckEdge(const PlacementProblem& problem, size_t index) {
  const PlacementEdge& edge = problem.edges[index];
  OVERSTAP_RETURN_IF_ERROR(CheckIndex("group", edge.group, problem.people.size()));
  OVERSTAP_RETURN_IF_ERROR(CheckIndex("destination", edge.destination, problem.vacancies.size()));
  OVERSTAP_RETURN_IF_ERROR(CheckNumber("edge", index, edge.cost, kMaxPlacementCost));
  if (!edge.gate) return absl::OkStatus();
  OVERSTAP_RETURN_IF_ERROR(CheckIndex("gate", *edge.gate, problem.gates.size()));
  if (problem.gates[*edge.gate].destination == edge.destination) return absl::OkStatus();
  return absl::InvalidArgumentError(
      StrCat("edge ", index, " passes a gate of another destination"));
}

Placement Totals(const PlacementProblem& problem, std::vector<int64_t> people) {
  Placement placement;
  placement.people = std::move(people);
  for (size_t edge = 0; edge < problem.edges.size(); ++edge) {
    placement.placed += placement.people[edge];
    placement.cost += placement.people[edge] * problem.edges[edge].cost;
  }
  return placement;
}

// Tries every number of people on each edge in turn.
class Exhaustive {
 public:
  explicit Exhaustive(const PlacementProblem& problem)
      : problem_(problem),
        groups_(problem.people),
        vacancies_(problem.vacancies),
        people_(problem.edges.size(), 0) {
    for (const PlacementGate& gate : problem.gates) seats_.push_back(gate.seats);
  }

  Placement Best() {
    best_ = Totals(problem_, people_);
    Try(0);
    return best_;
  }

 private:
  void Move(const PlacementEdge& edge, int64_t people) {
    groups_[edge.group] -= people;
    vacancies_[edge.destination] -= people;
    if (edge.gate) seats_[*edge.gate] -= people;
  }

  void Try(size_t index) {
    if (index == problem_.edges.size()) {
      Placement found = Totals(problem_, people_);
      const bool better =
          found.placed > best_.placed || (found.placed == best_.placed && found.cost < best_.cost);
      if (better) best_ = std::move(found);
      return;
    }
    const PlacementEdge& edge = problem_.edges[index];
    int64_t most = std::min(groups_[edge.group], vacancies_[edge.destination]);
    if (edge.gate) most = std::min(most, seats_[*edge.gate]);
    for (int64_t people = 0; people <= most; ++people) {
      people_[index] = people;
      Move(edge, people);
      Try(index + 1);
      Move(edge, -people);
    }
    people_[index] = 0;
  }

  const PlacementProblem& problem_;
  std::vector<int64_t> groups_;
  std::vector<int64_t> vacancies_;
  std::vector<int64_t> seats_;
  std::vector<int64_t> people_;
  Placement best_;
};

}  // namespace

absl::Status PlacementProblem::Validate() const {
  for (size_t i = 0; i < people.size(); ++i) {
    OVERSTAP_RETURN_IF_ERROR(CheckNumber("group", i, people[i], kMaxPlacementPeople));
  }
  for (size_t i = 0; i < vacancies.size(); ++i) {
    OVERSTAP_RETURN_IF_ERROR(CheckNumber("destination", i, vacancies[i], kMaxPlacementPeople));
  }
  for (size_t i = 0; i < gates.size(); ++i) {
    OVERSTAP_RETURN_IF_ERROR(CheckNumber("gate", i, gates[i].seats, kMaxPlacementPeople));
    OVERSTAP_RETURN_IF_ERROR(CheckIndex("destination", gates[i].destination, vacancies.size()));
  }
  for (size_t i = 0; i < edges.size(); ++i) OVERSTAP_RETURN_IF_ERROR(CheckEdge(*this, i));
  return absl::OkStatus();
}

Placement SolvePlacementFlow(const PlacementProblem& problem) {
  PlacementNetwork network(problem);
  network.Solve();
  return Totals(problem, network.People());
}

Placement SolvePlacement(const PlacementProblem& problem) {
  PlacementNetwork network(problem);
  network.Solve();
  Placement placement = Totals(problem, network.People());
  placement.vacancy_prices = network.VacancyPrices();
  placement.seat_prices = network.SeatPrices();
  return placement;
}

Placement SolvePlacementExhaustively(const PlacementProblem& problem) {
  return Exhaustive(problem).Best();
}

}  // namespace overstap::plan
