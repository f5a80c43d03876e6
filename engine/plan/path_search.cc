#include "engine/plan/path_search.h"

#include <algorithm>
#include <boost/graph/adjacency_list.hpp>
#include <boost/graph/r_c_shortest_paths.hpp>
#include <map>
#include <tuple>
#include <utility>

#include "engine/transition/viable.h"

namespace overstap::plan {
namespace {

using Sequence = HopMaker::Sequence;

// What it takes to come to a node. What comes after depends on all that came before, so that labels
// are only compared where they end, at the destination.
struct Label {
  Sequence sequence;
  PathCost cost;
  bool complete = false;

  friend bool operator<(const Label& a, const Label& b) {
    const auto key = [](const Label& label) {
      return std::tuple(label.cost.weeks, label.cost.open, label.cost.km, label.cost.dip,
                        label.sequence.size());
    };
    return key(a) != key(b) ? key(a) < key(b) : a.sequence < b.sequence;
  }
};

bool Dominates(const Label& a, const Label& b) {
  if (!a.complete || !b.complete || !IsNoWorse(a.cost, b.cost)) return false;
  return a.cost != b.cost || a < b;
}

PathCost Extended(PathCost cost, const Hop& hop) {
  cost.weeks += hop.plan.weeks;
  cost.open = std::max(cost.open, hop.open());
  cost.km = std::max(cost.km, hop.km.value_or(0));
  cost.dip = std::max(cost.dip, hop.dip);
  return cost;
}

struct Node {
  int index = 0;
  OccupationId occupation;  // of the origin: meaningless
};
struct Edge {
  int index = 0;
};
using Graph = boost::adjacency_list<boost::vecS, boost::vecS, boost::directedS, Node, Edge>;
using Vertex = boost::graph_traits<Graph>::vertex_descriptor;
using EdgeId = boost::graph_traits<Graph>::edge_descriptor;

// The steps of the paths to look into.
class PathGraph {
 public:
  explicit PathGraph(OccupationId destination) : origin_(AddNode({})) {
    destination_ = NodeOf(destination);
  }

  void AddPath(const Sequence& between) {
    Vertex at = origin_;
    for (const OccupationId occupation : between) at = AddStep(at, NodeOf(occupation));
    AddStep(at, destination_);
  }

  // `least`: what every path costs at least.
  std::vector<Label> Solve(HopMaker* hops, int max_hops, const PathCost& least,
                           const std::optional<PathCost>& direct) {
    const auto extend = [&](const Graph& graph, Label& next, const Label& label, EdgeId edge) {
      const Vertex to = boost::target(edge, graph);
      const OccupationId occupation = graph[to].occupation;
      const auto& before = label.sequence;
      if (static_cast<int>(before.size()) >= max_hops) return false;
      if (std::find(before.begin(), before.end(), occupation) != before.end()) return false;
      next.sequence = before;
      next.sequence.push_back(occupation);
      // Costs only grow, so what the direct step is no worse than stays so.
      PathCost bound = label.cost;
      bound.open = std::max(bound.open, hops->LeastOpen(next.sequence));
      bound.dip = std::max(bound.dip, hops->DipAt(occupation));
      if (direct && IsNoWorse(*direct, bound)) return false;
      const std::shared_ptr<const Hop> hop = hops->HopOf(next.sequence);
      if (hop == nullptr) return false;
      next.cost = Extended(label.cost, *hop);
      next.complete = to == destination_;
      return !direct || !IsNoWorse(*direct, next.cost);
    };
    std::vector<std::vector<EdgeId>> paths;
    std::vector<Label> labels;
    boost::r_c_shortest_paths(graph_, boost::get(&Node::index, graph_),
                              boost::get(&Edge::index, graph_), origin_, destination_, paths,
                              labels, Label{{}, least, false}, extend, Dominates);
    std::sort(labels.begin(), labels.end());
    return labels;
  }

 private:
  Vertex AddNode(OccupationId occupation) {
    return boost::add_vertex(Node{static_cast<int>(boost::num_vertices(graph_)), occupation},
                             graph_);
  }

  Vertex NodeOf(OccupationId occupation) {
    const auto found = nodes_.find(occupation);
    if (found != nodes_.end()) return found->second;
    return nodes_.emplace(occupation, AddNode(occupation)).first->second;
  }

  Vertex AddStep(Vertex from, Vertex to) {
    if (!boost::edge(from, to, graph_).second) {
      boost::add_edge(from, to, Edge{static_cast<int>(boost::num_edges(graph_))}, graph_);
    }
    return to;
  }

  Graph graph_;
  std::map<OccupationId, Vertex> nodes_;
  Vertex origin_;
  Vertex destination_ = 0;
};

}  // namespace

HopMaker::Sequence PathSearch::Promise::Between() const {
  return first == last ? HopMaker::Sequence{first} : HopMaker::Sequence{first, last};
}

PathSearch::PathSearch(const PathContext& context, const PathPerson& person,
                       const PathParams& params, WorkFinder work)
    : context_(context), person_(person), params_(params), hops_(context, person, std::move(work)) {
  for (const transition::Destination& first : person.assessed) {
    if (!transition::IsSteppingStone(first) || !MayBeBetween(first.occupation)) continue;
    starts_.push_back({first.occupation, transition::StepCost(std::min(first.score, 1.0))});
  }
}

bool PathSearch::MayBeBetween(OccupationId occupation) const {
  if (params_.within != nullptr && !params_.within->IsTechnical(occupation)) return false;
  const auto& own = person_.origin.occupations;
  return std::find(own.begin(), own.end(), occupation) == own.end();
}

// The most promising, each with work in reach for its last occupation; those before it were looked
// at already.
std::vector<PathSearch::Promise> PathSearch::Best(std::vector<Promise> promises, size_t limit) {
  const auto is_worse = [](const Promise& a, const Promise& b) {
    return std::tie(a.cost, a.first, a.last) > std::tie(b.cost, b.first, b.last);
  };
  std::make_heap(promises.begin(), promises.end(), is_worse);
  std::vector<Promise> best;
  while (!promises.empty() && best.size() < limit) {
    std::pop_heap(promises.begin(), promises.end(), is_worse);
    if (hops_.WorkAt(promises.back().last).in_reach) best.push_back(promises.back());
    promises.pop_back();
  }
  return best;
}

std::vector<PathSearch::Promise> PathSearch::FirstHops(OccupationId destination) {
  std::vector<Promise> promises;
  for (const Start& start : starts_) {
    if (start.to == destination) continue;
    const uint32_t rest = context_.steps.Distance(start.to, destination);
    if (rest == transition::StepTable::kUnreachable) continue;
    promises.push_back({start.to, start.to, start.cost + rest});
  }
  return Best(std::move(promises), params_.first_hops);
}

std::vector<PathSearch::Promise> PathSearch::Pairs(const std::vector<Promise>& first,
                                                   OccupationId destination) {
  std::vector<Promise> promises;
  for (const Promise& promise : first) {
    const OccupationId over = promise.first;
    const uint32_t before = promise.cost - context_.steps.Distance(over, destination);
    for (const transition::Step& step : context_.steps.StepsFrom(over)) {
      if (step.to == destination || !MayBeBetween(step.to)) continue;
      const auto last = context_.steps.CostOf(step.to, destination);
      if (last) promises.push_back({over, step.to, before + step.cost + *last});
    }
  }
  return Best(std::move(promises), params_.pairs);
}

PathSearch::Costs PathSearch::StepsOn(const Costs& from) {
  Costs reached;
  for (const auto& [over, cost] : from) {
    if (!MayBeBetween(over) || !hops_.WorkAt(over).in_reach) continue;
    for (const transition::Step& step : context_.steps.StepsFrom(over)) {
      uint32_t& least = reached.try_emplace(step.to, cost + step.cost).first->second;
      least = std::min(least, cost + step.cost);
    }
  }
  return reached;
}

std::vector<OccupationId> PathSearch::Reached(std::span<const OccupationId> wanted, size_t limit) {
  Costs reached;
  for (const Start& start : starts_) reached.emplace(start.to, start.cost);
  Costs best;
  for (int hop = 1; hop < params_.max_hops; ++hop) {
    reached = StepsOn(reached);
    for (const auto& [to, cost] : reached) {
      uint32_t& least = best.try_emplace(to, cost).first->second;
      least = std::min(least, cost);
    }
  }
  std::vector<std::pair<uint32_t, OccupationId>> promises;
  for (const auto& [to, cost] : best) {
    if (std::binary_search(wanted.begin(), wanted.end(), to)) promises.emplace_back(cost, to);
  }
  std::sort(promises.begin(), promises.end());
  if (promises.size() > kTried * limit) promises.resize(kTried * limit, {0, OccupationId(0)});
  std::vector<OccupationId> found;
  for (const auto& [cost, to] : promises) {
    if (found.size() == limit) break;
    if (!Find(to, std::nullopt).empty()) found.push_back(to);
  }
  return found;
}

std::vector<Path> PathSearch::Find(OccupationId destination,
                                   const std::optional<PathCost>& direct) {
  std::vector<Path> found;
  const auto& own = person_.origin.occupations;
  if (params_.max_hops < 2) return found;
  if (std::find(own.begin(), own.end(), destination) != own.end()) return found;
  const PathCost least = {0, 0, hops_.WorkAt(destination).km.value_or(0), hops_.DipAt(destination)};
  if (direct && IsNoWorse(*direct, least)) return found;
  const std::vector<Promise> first = FirstHops(destination);
  PathGraph graph(destination);
  for (const Promise& promise : first) graph.AddPath(promise.Between());
  if (params_.max_hops > 2) {
    for (const Promise& pair : Pairs(first, destination)) graph.AddPath(pair.Between());
  }
  for (const Label& label : graph.Solve(&hops_, params_.max_hops, least, direct)) {
    Path path;
    path.cost = label.cost;
    for (size_t length = 1; length <= label.sequence.size(); ++length) {
      path.hops.push_back(hops_.HopOf(
          Sequence(label.sequence.begin(), label.sequence.begin() + static_cast<long>(length))));
    }
    found.push_back(std::move(path));
  }
  return found;
}

}  // namespace overstap::plan
