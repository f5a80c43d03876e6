// A placement problem as a flow network, and the flow in it.
#pragma once

#include <boost/graph/adjacency_list.hpp>
#include <cstdint>
#include <limits>
#include <optional>
#include <vector>

#include "engine/plan/placement.h"

namespace overstap::plan {

// source -> group -> [gate ->] destination -> sink. Not thread-safe; `problem` outlives it and is
// valid.
class PlacementNetwork {
 public:
  explicit PlacementNetwork(const PlacementProblem& problem);

  // A maximum flow of least cost, or less of it when nobody waits (base/patience.h). Once.
  void Solve();

  // After Solve, by edge, destination and gate of the problem.
  std::vector<int64_t> People() const;
  std::vector<ShadowPrice> VacancyPrices() const;
  std::vector<ShadowPrice> SeatPrices() const;

 private:
  using Traits = boost::adjacency_list_traits<boost::vecS, boost::vecS, boost::directedS>;
  // Costs are whole numbers far below 2^53. In floating point, which has an infinity for what
  // cannot be reached.
  using Graph = boost::adjacency_list<
      boost::vecS, boost::vecS, boost::directedS, boost::no_property,
      boost::property<
          boost::edge_capacity_t, int64_t,
          boost::property<boost::edge_residual_capacity_t, int64_t,
                          boost::property<boost::edge_reverse_t, Traits::edge_descriptor,
                                          boost::property<boost::edge_weight_t, double>>>>>;
  using Arc = Traits::edge_descriptor;
  using Vertex = Traits::vertex_descriptor;
  using Distances = std::vector<double>;
  static constexpr double kUnreachable = std::numeric_limits<double>::infinity();

  Arc AddArc(Vertex from, Vertex to, int64_t capacity, double cost);
  Vertex Group(size_t index) const { return 2 + index; }
  Vertex Destination(size_t index) const { return 2 + problem_.people.size() + index; }
  Vertex Gate(size_t index) const { return Destination(problem_.vacancies.size()) + index; }
  // Shortest paths from a vertex in what the flow leaves.
  Distances DistancesFrom(Vertex start) const;
  // Sends as many as can go along the shortest path in what the flow leaves; false: there is none.
  // `potentials`: by vertex, the distances of the path before it; 0 for the first.
  bool Augment(Distances* potentials);
  void Send(const std::vector<Arc>& way_to);
  // What a unit of capacity from `from` to `to` changes.
  ShadowPrice Price(const Distances& of_source, const Distances& of_end, Vertex from) const;

  const PlacementProblem& problem_;
  const Vertex source_ = 0;
  const Vertex sink_ = 1;
  Graph graph_;
  std::vector<Arc> arcs_;  // by edge of the problem
};

}  // namespace overstap::plan
