#include "engine/advice/levers.h"

#include <algorithm>
#include <numeric>
#include <tuple>

#include "base/patience.h"

namespace overstap::advice {
namespace {

// How many people who are not placed could come, were there more.
int64_t Waiting(const plan::SeatedProblem& problem, const std::vector<int64_t>& left,
                const std::vector<bool>& leads_there) {
  int64_t waiting = 0;
  std::vector<bool> counted(left.size(), false);
  for (size_t i = 0; i < problem.edges.size(); ++i) {
    const size_t group = problem.edges[i].group;
    if (!leads_there[i] || counted[group]) continue;
    counted[group] = true;
    waiting += left[group];
  }
  return waiting;
}

std::vector<int64_t> LeftOver(const plan::SeatedProblem& problem,
                              const plan::SeatedPlacement& solved) {
  std::vector<int64_t> left = problem.people;
  for (size_t i = 0; i < problem.edges.size(); ++i) {
    left[problem.edges[i].group] -= solved.placement.people[i];
  }
  return left;
}

// The scarce ones that most people wait for; ties by index.
std::vector<size_t> MostWanted(const std::vector<int64_t>& waiting,
                               const std::vector<bool>& scarce) {
  std::vector<size_t> wanted;
  for (size_t i = 0; i < waiting.size(); ++i) {
    if (scarce[i]) wanted.push_back(i);
  }
  std::stable_sort(wanted.begin(), wanted.end(),
                   [&waiting](size_t a, size_t b) { return waiting[a] > waiting[b]; });
  if (wanted.size() > kLeversShown) wanted.resize(kLeversShown);
  return wanted;
}

std::vector<size_t> ScarceDestinations(const plan::SeatedProblem& problem,
                                       const plan::SeatedPlacement& solved,
                                       const std::vector<int64_t>& left) {
  const auto& prices = solved.placement.vacancy_prices;
  std::vector<int64_t> waiting(prices.size(), 0);
  std::vector<bool> scarce(prices.size(), false);
  for (size_t destination = 0; destination < prices.size(); ++destination) {
    scarce[destination] = prices[destination].placed > 0;
    if (!scarce[destination] || !IsAwaited()) continue;
    std::vector<bool> leads_there;
    for (const plan::SeatedEdge& edge : problem.edges) {
      leads_there.push_back(edge.destination == destination);
    }
    waiting[destination] = Waiting(problem, left, leads_there);
  }
  return MostWanted(waiting, scarce);
}

std::vector<size_t> ScarceCourses(const plan::SeatedProblem& problem,
                                  const plan::SeatedPlacement& solved,
                                  const std::vector<int64_t>& left) {
  std::vector<int64_t> waiting(problem.seats.size(), 0);
  std::vector<bool> scarce(problem.seats.size(), false);
  for (size_t course = 0; course < problem.seats.size(); ++course) {
    scarce[course] = solved.seats_used[course] == problem.seats[course];
    if (!scarce[course] || !IsAwaited()) continue;
    std::vector<bool> leads_there;
    for (const plan::SeatedEdge& edge : problem.edges) {
      leads_there.push_back(std::binary_search(edge.courses.begin(), edge.courses.end(), course));
    }
    waiting[course] = Waiting(problem, left, leads_there);
  }
  return MostWanted(waiting, scarce);
}

}  // namespace

std::vector<ScarceThing> FindScarce(const plan::SeatedProblem& problem,
                                    const plan::SeatedPlacement& solved) {
  const std::vector<int64_t> left = LeftOver(problem, solved);
  const int64_t unplaced = std::accumulate(left.begin(), left.end(), int64_t{0});
  std::vector<ScarceThing> found;
  if (unplaced == 0) return found;
  for (const size_t destination : ScarceDestinations(problem, solved, left)) {
    if (!IsAwaited()) return found;
    found.push_back(
        {destination, std::nullopt, plan::GainOfVacancies(problem, solved, destination, unplaced)});
  }
  for (const size_t course : ScarceCourses(problem, solved, left)) {
    if (!IsAwaited()) return found;
    found.push_back({std::nullopt, course, plan::GainOfSeats(problem, solved, course, unplaced)});
  }
  std::erase_if(found, [](const ScarceThing& scarce) { return scarce.gain.placed <= 0; });
  std::stable_sort(found.begin(), found.end(), [](const ScarceThing& a, const ScarceThing& b) {
    return std::tuple(-a.gain.placed, a.gain.used) < std::tuple(-b.gain.placed, b.gain.used);
  });
  return found;
}

}  // namespace overstap::advice
