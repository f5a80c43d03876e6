// How far apart all occupations are when only steps that people can take are taken, and which step
// comes first.
#pragma once

#include <atomic>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <vector>

#include "engine/transition/level_gate.h"
#include "engine/transition/step_closeness.h"
#include "engine/transition/transition_class.h"
#include "taxonomy/taxonomy.h"

namespace overstap::transition {

// Steps of the table are shorter ones than whatever is not "ver weg": several follow one another.
inline constexpr double kStepCloseness = 0.25;
static_assert(kStepCloseness >= kRetrainingCloseness);

struct StepTableParams {
  double min_closeness = kStepCloseness;  // of a step, (0, 1]
  int max_level_step = kMaxLevelStep;     // of a step, in ISCO skill levels
};

// A step from one occupation to another. Two steps after one another cost the sum.
struct Step {
  OccupationId to;
  uint16_t cost = 1;  // StepCost of the closeness

  friend bool operator==(const Step&, const Step&) = default;
};

// max(1, round(-1000 ln closeness)): costs add up where closeness multiplies. 1..65,534;
// `closeness` in (0, 1].
uint16_t StepCost(double closeness);

// The closeness that a step of this cost stands for, within 0.05 %.
double ClosenessOfCost(uint16_t cost);

// For every pair of occupations the least sum of costs of steps from the one to the other. A step
// is there when the closeness is at least min_closeness, the level gate is open (a level that is
// unknown does not close it) and something is known of what the occupation that it leads to asks.
//
// The steps are found at construction, one row of closeness for each occupation. The distances to
// an occupation are found by Dijkstra's algorithm when they are first asked for, or by FillAll;
// from then on Distance is a look-up. Immutable but for that; thread-safe. 4 bytes a pair when
// full.
class StepTable {
 public:
  static constexpr uint16_t kUnreachable = 65'535;
  static constexpr uint16_t kFarthest = 65'534;  // larger sums count as this

  StepTable(const Taxonomy& taxonomy, const StepCloseness& closeness, StepTableParams params = {});
  ~StepTable();
  StepTable(const StepTable&) = delete;
  StepTable& operator=(const StepTable&) = delete;

  size_t occupation_count() const { return begin_.size() - 1; }
  size_t step_count() const { return steps_.size(); }

  // Ascending by destination.
  std::span<const Step> StepsFrom(OccupationId from) const {
    return std::span(steps_).subspan(begin_[from.index()],
                                     begin_[from.index() + 1] - begin_[from.index()]);
  }
  // Nothing when there is no such step.
  std::optional<uint16_t> CostOf(OccupationId from, OccupationId to) const;

  // 0 from an occupation to itself; kUnreachable when no steps lead there.
  uint16_t Distance(OccupationId from, OccupationId to) const {
    return RowTo(to).distance[from.index()];
  }
  // Where the first step of a shortest way leads, the lowest id of equals; nothing when there is no
  // way, or it is there already.
  std::optional<OccupationId> NextHop(OccupationId from, OccupationId to) const;

  // Finds all distances that were not asked for yet, until `go_on` says no.
  void FillAll(const std::function<bool()>& go_on) const;

 private:
  struct Row {  // to one occupation, by where from
    std::vector<uint16_t> distance;
    std::vector<uint32_t> next;  // meaningless where there is no way
  };
  class Reverse;

  const Row& RowTo(OccupationId to) const {
    const Row* row = rows_[to.index()].load(std::memory_order_acquire);
    return row != nullptr ? *row : MakeRow(to);
  }
  const Row& MakeRow(OccupationId to) const;

  std::vector<size_t> begin_;  // by occupation, of its steps
  std::vector<Step> steps_;
  std::unique_ptr<const Reverse> reverse_;
  mutable std::vector<std::atomic<const Row*>> rows_;  // by destination; null: not asked for yet
};

}  // namespace overstap::transition
