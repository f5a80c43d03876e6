#include "engine/plan/placement_network.h"

#include <algorithm>
#include <boost/graph/dijkstra_shortest_paths.hpp>
#include <boost/property_map/function_property_map.hpp>
#include <boost/range/iterator_range.hpp>
#include <cmath>
#include <map>

#include "base/patience.h"

namespace overstap::plan {

PlacementNetwork::PlacementNetwork(const PlacementProblem& problem)
    : problem_(problem),
      graph_(2 + problem.people.size() + problem.vacancies.size() + problem.gates.size()) {
  for (size_t i = 0; i < problem.people.size(); ++i) {
    AddArc(source_, Group(i), problem.people[i], 0);
  }
  for (size_t i = 0; i < problem.vacancies.size(); ++i) {
    AddArc(Destination(i), sink_, problem.vacancies[i], 0);
  }
  for (size_t i = 0; i < problem.gates.size(); ++i) {
    const PlacementGate& gate = problem.gates[i];
    AddArc(Gate(i), Destination(gate.destination), gate.seats, 0);
  }
  for (const PlacementEdge& edge : problem.edges) {
    const Vertex to = edge.gate ? Gate(*edge.gate) : Destination(edge.destination);
    arcs_.push_back(
        AddArc(Group(edge.group), to, problem.people[edge.group], static_cast<double>(edge.cost)));
  }
}

PlacementNetwork::Arc PlacementNetwork::AddArc(Vertex from, Vertex to, int64_t capacity,
                                               double cost) {
  const Arc arc = add_edge(from, to, graph_).first;
  const Arc back = add_edge(to, from, graph_).first;
  put(boost::edge_capacity, graph_, arc, capacity);
  put(boost::edge_capacity, graph_, back, 0);
  put(boost::edge_residual_capacity, graph_, arc, capacity);
  put(boost::edge_residual_capacity, graph_, back, 0);
  put(boost::edge_weight, graph_, arc, cost);
  put(boost::edge_weight, graph_, back, -cost);
  put(boost::edge_reverse, graph_, arc, back);
  put(boost::edge_reverse, graph_, back, arc);
  return arc;
}

// As Boost's successive_shortest_path_nonnegative_weights, which cannot be stopped.
void PlacementNetwork::Solve() {
  Distances potentials(num_vertices(graph_), 0);
  while (IsAwaited() && Augment(&potentials)) {
  }
}

bool PlacementNetwork::Augment(Distances* potentials) {
  Distances distances(num_vertices(graph_), kUnreachable);
  // Never negative, as the potentials are shortest distances (Johnson); of what cannot be reached,
  // which the search looks at all the same, they are not.
  const auto cost = boost::make_function_property_map<Arc>([&](const Arc& arc) {
    const Vertex from = source(arc, graph_);
    const bool is_open = get(boost::edge_residual_capacity, graph_, arc) > 0;
    if (!is_open || distances[from] == kUnreachable) return kUnreachable;
    return get(boost::edge_weight, graph_, arc) + (*potentials)[from] -
           (*potentials)[target(arc, graph_)];
  });
  std::vector<Arc> way_to(num_vertices(graph_));
  boost::dijkstra_shortest_paths(
      graph_, source_,
      boost::weight_map(cost)
          .distance_map(distances.data())
          .distance_inf(kUnreachable)
          .visitor(boost::make_dijkstra_visitor(
              boost::record_edge_predecessors(way_to.data(), boost::on_edge_relaxed()))));
  if (distances[sink_] == kUnreachable) return false;
  // What cannot be reached now never will be.
  for (size_t i = 0; i < distances.size(); ++i) {
    if (distances[i] < kUnreachable) (*potentials)[i] += distances[i];
  }
  Send(way_to);
  return true;
}

void PlacementNetwork::Send(const std::vector<Arc>& way_to) {
  const auto residual = get(boost::edge_residual_capacity, graph_);
  int64_t people = std::numeric_limits<int64_t>::max();
  for (Vertex at = sink_; at != source_; at = source(way_to[at], graph_)) {
    people = std::min(people, get(residual, way_to[at]));
  }
  for (Vertex at = sink_; at != source_; at = source(way_to[at], graph_)) {
    const Arc& arc = way_to[at];
    const Arc back = get(boost::edge_reverse, graph_, arc);
    put(residual, arc, get(residual, arc) - people);
    put(residual, back, get(residual, back) + people);
  }
}

std::vector<int64_t> PlacementNetwork::People() const {
  std::vector<int64_t> people;
  for (const Arc& arc : arcs_) {
    people.push_back(get(boost::edge_capacity, graph_, arc) -
                     get(boost::edge_residual_capacity, graph_, arc));
  }
  return people;
}

PlacementNetwork::Distances PlacementNetwork::DistancesFrom(Vertex start) const {
  Distances distances(num_vertices(graph_), kUnreachable);
  distances[start] = 0;
  // Bellman and Ford; a flow of least cost leaves no cycle of negative cost, so it ends.
  for (bool changed = true; changed && IsAwaited();) {
    changed = false;
    for (const Arc& arc : boost::make_iterator_range(edges(graph_))) {
      if (get(boost::edge_residual_capacity, graph_, arc) <= 0) continue;
      const double through = distances[source(arc, graph_)] + get(boost::edge_weight, graph_, arc);
      if (through >= distances[target(arc, graph_)]) continue;
      distances[target(arc, graph_)] = through;
      changed = true;
    }
  }
  return distances;
}

ShadowPrice PlacementNetwork::Price(const Distances& of_source, const Distances& of_end,
                                    Vertex from) const {
  const double path = of_source[from] + of_end[sink_];
  if (path < kUnreachable) return {1, std::llround(path)};
  // Nobody more; perhaps a cycle through the new unit that makes the flow cheaper.
  if (of_end[from] < 0) return {0, std::llround(of_end[from])};
  return {};
}

std::vector<ShadowPrice> PlacementNetwork::VacancyPrices() const {
  const Distances of_source = DistancesFrom(source_);
  const Distances of_sink = DistancesFrom(sink_);
  std::vector<ShadowPrice> prices;
  for (size_t i = 0; i < problem_.vacancies.size(); ++i) {
    prices.push_back(Price(of_source, of_sink, Destination(i)));
  }
  return prices;
}

std::vector<ShadowPrice> PlacementNetwork::SeatPrices() const {
  const Distances of_source = DistancesFrom(source_);
  std::map<size_t, Distances> of_destination;
  std::vector<ShadowPrice> prices;
  for (size_t i = 0; i < problem_.gates.size(); ++i) {
    const size_t destination = problem_.gates[i].destination;
    const auto [known, fresh] = of_destination.try_emplace(destination);
    if (fresh) known->second = DistancesFrom(Destination(destination));
    prices.push_back(Price(of_source, known->second, Gate(i)));
  }
  return prices;
}

}  // namespace overstap::plan
