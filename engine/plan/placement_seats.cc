#include "engine/plan/placement_seats.h"

#include <algorithm>
#include <map>
#include <tuple>
#include <utility>

#include "base/patience.h"
#include "base/status_macros.h"
#include "base/strings.h"

namespace overstap::plan {
namespace {

// The ways into one destination that need the same courses.
using GateKey = std::pair<size_t, std::vector<size_t>>;

struct GatedProblem {
  PlacementProblem problem;
  std::vector<std::vector<size_t>> courses;  // by gate
};

int64_t ScarcestSeats(const SeatedProblem& seated, const std::vector<size_t>& courses) {
  int64_t least = kMaxPlacementPeople;
  for (const size_t course : courses) least = std::min(least, seated.seats[course]);
  return least;
}

GatedProblem WithGates(const SeatedProblem& seated) {
  GatedProblem gated;
  gated.problem.people = seated.people;
  gated.problem.vacancies = seated.vacancies;
  std::map<GateKey, size_t> gates;
  for (const SeatedEdge& edge : seated.edges) {
    PlacementEdge added = {edge.group, edge.destination, edge.cost, std::nullopt};
    if (!edge.courses.empty()) {
      const auto [gate, fresh] =
          gates.try_emplace({edge.destination, edge.courses}, gated.courses.size());
      if (fresh) {
        gated.problem.gates.push_back({edge.destination, ScarcestSeats(seated, edge.courses)});
        gated.courses.push_back(edge.courses);
      }
      added.gate = gate->second;
    }
    gated.problem.edges.push_back(added);
  }
  return gated;
}

std::vector<int64_t> SeatsUsed(const SeatedProblem& seated, const Placement& placement) {
  std::vector<int64_t> used(seated.seats.size(), 0);
  for (size_t i = 0; i < seated.edges.size(); ++i) {
    for (const size_t course : seated.edges[i].courses) used[course] += placement.people[i];
  }
  return used;
}

// The most overbooked course; ties: the first. Nothing when no course is.
std::optional<size_t> Overbooked(const SeatedProblem& seated, const std::vector<int64_t>& used) {
  std::optional<size_t> worst;
  int64_t most = 0;
  for (size_t course = 0; course < used.size(); ++course) {
    const int64_t excess = used[course] - seated.seats[course];
    if (excess <= most) continue;
    most = excess;
    worst = course;
  }
  return worst;
}

// Takes seats from the gate that can spare them best: half of the excess at a time, so that the
// prices are looked at again.
void TakeSeats(const SeatedProblem& seated, const Placement& placement,
               const std::vector<int64_t>& used, size_t course, GatedProblem* gated) {
  std::vector<int64_t> through(gated->courses.size(), 0);
  for (size_t i = 0; i < gated->problem.edges.size(); ++i) {
    const auto& gate = gated->problem.edges[i].gate;
    if (gate) through[*gate] += placement.people[i];
  }
  std::optional<size_t> spared;
  for (size_t gate = 0; gate < through.size(); ++gate) {
    const std::vector<size_t>& needs = gated->courses[gate];
    if (through[gate] == 0 || !std::binary_search(needs.begin(), needs.end(), course)) continue;
    const auto worth = [&](size_t of) {
      const ShadowPrice& price = placement.seat_prices[of];
      return std::tuple(price.placed, -price.cost);
    };
    if (!spared || worth(gate) <= worth(*spared)) spared = gate;
  }
  const int64_t excess = used[course] - seated.seats[course];
  const int64_t taken = std::min(through[*spared], (excess + 1) / 2);
  gated->problem.gates[*spared].seats = through[*spared] - taken;
}

Gain Difference(const SeatedPlacement& before, const SeatedPlacement& after, int64_t used) {
  return {used, after.placement.placed - before.placement.placed,
          after.placement.cost - before.placement.cost};
}

int64_t PeopleInto(const SeatedProblem& problem, const Placement& placement, size_t destination) {
  int64_t people = 0;
  for (size_t i = 0; i < problem.edges.size(); ++i) {
    if (problem.edges[i].destination == destination) people += placement.people[i];
  }
  return people;
}

}  // namespace

absl::Status SeatedProblem::Validate() const {
  PlacementProblem plain = {people, vacancies, {}, {}};
  for (const SeatedEdge& edge : edges) {
    plain.edges.push_back({edge.group, edge.destination, edge.cost, std::nullopt});
    if (!std::is_sorted(edge.courses.begin(), edge.courses.end()) ||
        std::adjacent_find(edge.courses.begin(), edge.courses.end()) != edge.courses.end()) {
      return absl::InvalidArgumentError("the courses of an edge must ascend, each once");
    }
    if (!edge.courses.empty() && edge.courses.back() >= seats.size()) {
      return absl::InvalidArgumentError(StrCat("there is no course ", edge.courses.back()));
    }
  }
  for (const int64_t count : seats) {
    if (count >= 0 && count <= kMaxPlacementPeople) continue;
    return absl::InvalidArgumentError(
        StrCat(count, " seats; it must be between 0 and ", kMaxPlacementPeople));
  }
  return plain.Validate();
}

SeatedPlacement SolveSeatedPlacement(const SeatedProblem& problem) {
  GatedProblem gated = WithGates(problem);
  SeatedPlacement solved;
  for (bool first = true;; first = false) {
    solved.placement = SolvePlacement(gated.problem);
    solved.seats_used = SeatsUsed(problem, solved.placement);
    if (first) {
      solved.most_placed = solved.placement.placed;
      solved.least_cost = solved.placement.cost;
    }
    const std::optional<size_t> overbooked = Overbooked(problem, solved.seats_used);
    if (!overbooked || !IsAwaited()) break;
    TakeSeats(problem, solved.placement, solved.seats_used, *overbooked, &gated);
  }
  solved.optimal =
      solved.placement.placed == solved.most_placed && solved.placement.cost == solved.least_cost;
  solved.placement.seat_prices.clear();
  return solved;
}

Gain GainOfVacancies(const SeatedProblem& problem, const SeatedPlacement& before,
                     size_t destination, int64_t more) {
  SeatedProblem larger = problem;
  int64_t& vacancies = larger.vacancies[destination];
  vacancies = std::min(vacancies + more, kMaxPlacementPeople);
  const SeatedPlacement after = SolveSeatedPlacement(larger);
  return Difference(before, after,
                    PeopleInto(problem, after.placement, destination) -
                        PeopleInto(problem, before.placement, destination));
}

Gain GainOfSeats(const SeatedProblem& problem, const SeatedPlacement& before, size_t course,
                 int64_t more) {
  SeatedProblem larger = problem;
  larger.seats[course] = std::min(larger.seats[course] + more, kMaxPlacementPeople);
  const SeatedPlacement after = SolveSeatedPlacement(larger);
  return Difference(before, after, after.seats_used[course] - before.seats_used[course]);
}

}  // namespace overstap::plan
