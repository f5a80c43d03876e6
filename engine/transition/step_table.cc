#include "engine/transition/step_table.h"

#include <algorithm>
#include <boost/graph/compressed_sparse_row_graph.hpp>
#include <boost/graph/dijkstra_shortest_paths.hpp>
#include <cmath>
#include <limits>
#include <utility>

namespace overstap::transition {
namespace {

constexpr double kUnitsPerNat = 1000;
constexpr uint32_t kNoDistance = std::numeric_limits<uint32_t>::max();

struct StepProperty {
  uint32_t cost = 0;
};

}  // namespace

// The steps backwards, as Boost.Graph reads them.
class StepTable::Reverse {
 public:
  Reverse(std::span<const size_t> begin, std::span<const Step> steps) {
    const size_t count = begin.size() - 1;
    std::vector<std::pair<uint32_t, uint32_t>> ends;
    std::vector<StepProperty> costs;
    for (uint32_t from = 0; from < count; ++from) {
      for (size_t i = begin[from]; i < begin[from + 1]; ++i) {
        ends.emplace_back(steps[i].to.value(), from);
        costs.push_back({steps[i].cost});
      }
    }
    graph_ = Graph(boost::edges_are_unsorted_multi_pass, ends.begin(), ends.end(), costs.begin(),
                   static_cast<uint32_t>(count));
  }

  // By occupation, to `destination`.
  std::vector<uint32_t> DistancesTo(uint32_t destination) const {
    std::vector<uint32_t> distances(boost::num_vertices(graph_), kNoDistance);
    const auto by_occupation = boost::make_iterator_property_map(
        distances.begin(), boost::get(boost::vertex_index, graph_));
    boost::dijkstra_shortest_paths(graph_, destination,
                                   boost::weight_map(boost::get(&StepProperty::cost, graph_))
                                       .distance_map(by_occupation)
                                       .distance_inf(kNoDistance));
    return distances;
  }

 private:
  using Graph = boost::compressed_sparse_row_graph<boost::directedS, boost::no_property,
                                                   StepProperty, boost::no_property, uint32_t>;
  Graph graph_;
};

uint16_t StepCost(double closeness) {
  const double units = std::round(-kUnitsPerNat * std::log(closeness));
  return static_cast<uint16_t>(std::clamp(units, 1.0, double{StepTable::kFarthest}));
}

double ClosenessOfCost(uint16_t cost) { return std::exp(-cost / kUnitsPerNat); }

StepTable::StepTable(const Taxonomy& taxonomy, const StepCloseness& closeness,
                     StepTableParams params)
    : rows_(taxonomy.occupation_count()) {
  const auto count = static_cast<uint32_t>(taxonomy.occupation_count());
  std::vector<float> row(count);
  begin_.push_back(0);
  for (uint32_t from = 0; from < count; ++from) {
    closeness.FillRow(OccupationId(from), row);
    const std::optional<int> level = taxonomy.Level(OccupationId(from));
    for (uint32_t i = 0; i < count; ++i) {
      const OccupationId to(i);
      const auto near = static_cast<double>(row[i]);
      if (i == from || near < params.min_closeness || taxonomy.Requirements(to).empty()) continue;
      if (!CheckLevel(level, taxonomy.Level(to), params.max_level_step).open) continue;
      steps_.push_back({to, StepCost(near)});
    }
    begin_.push_back(steps_.size());
  }
  reverse_ = std::make_unique<const Reverse>(begin_, steps_);
}

StepTable::~StepTable() {
  for (const auto& row : rows_) delete row.load(std::memory_order_relaxed);
}

std::optional<uint16_t> StepTable::CostOf(OccupationId from, OccupationId to) const {
  const auto steps = StepsFrom(from);
  const auto found =
      std::lower_bound(steps.begin(), steps.end(), to,
                       [](const Step& step, OccupationId wanted) { return step.to < wanted; });
  if (found == steps.end() || found->to != to) return std::nullopt;
  return found->cost;
}

std::optional<OccupationId> StepTable::NextHop(OccupationId from, OccupationId to) const {
  const Row& row = RowTo(to);
  if (from == to || row.distance[from.index()] == kUnreachable) return std::nullopt;
  return OccupationId(row.next[from.index()]);
}

void StepTable::FillAll(const std::function<bool()>& go_on) const {
  for (uint32_t to = 0; to < occupation_count() && go_on(); ++to) RowTo(OccupationId(to));
}

const StepTable::Row& StepTable::MakeRow(OccupationId to) const {
  const std::vector<uint32_t> exact = reverse_->DistancesTo(to.value());
  auto made = std::make_unique<Row>();
  made->distance.reserve(exact.size());
  made->next.resize(exact.size());
  for (uint32_t from = 0; from < exact.size(); ++from) {
    const bool reached = exact[from] != kNoDistance;
    made->distance.push_back(
        reached ? static_cast<uint16_t>(std::min<uint32_t>(exact[from], kFarthest)) : kUnreachable);
    if (!reached) continue;
    for (const Step& step : StepsFrom(OccupationId(from))) {
      const uint32_t rest = exact[step.to.index()];
      if (rest == kNoDistance || rest + step.cost != exact[from]) continue;
      made->next[from] = step.to.value();
      break;
    }
  }
  // Whoever was first keeps its row; the others are the same.
  const Row* first = nullptr;
  if (rows_[to.index()].compare_exchange_strong(first, made.get(), std::memory_order_acq_rel)) {
    return *made.release();
  }
  return *first;
}

}  // namespace overstap::transition
