#include "tools/measure/closeness_search.h"

#include <algorithm>
#include <cmath>
#include <cstdio>

#include "engine/transition/closeness.h"

namespace overstap::measure {
namespace {

using transition::ClosenessParams;

// Off the parameters' own grid nothing is tried twice under two names.
double Rounded(double value) { return std::round(value * 1000) / 1000; }

// The parameters with one number a step up and a step down, where that is valid.
std::vector<ClosenessParams> Neighbours(const ClosenessParams& params) {
  std::vector<ClosenessParams> neighbours;
  const auto add = [&](auto change) {
    for (const double sign : {1.0, -1.0}) {
      ClosenessParams changed = params;
      change(&changed, sign);
      if (changed.Validate().ok() && changed != params) neighbours.push_back(changed);
    }
  };
  const auto step = [](double* number, double by) { *number = Rounded(*number + by); };
  for (size_t i = 0; i < transition::kBlockCount; ++i) {
    add([i](ClosenessParams* p, double sign) {
      p->blocks[i] = Rounded(p->blocks[i] * (sign > 0 ? 1.6 : 0.625));
    });
  }
  // Moves that experts call near go both ways, so they do not say how much more a level down costs
  // than a level up: that difference stays as it is.
  add([&](ClosenessParams* p, double sign) {
    step(&p->step_down, 0.05 * sign);
    step(&p->step_up, 0.05 * sign);
  });
  return neighbours;
}

}  // namespace

GroupTables ClosenessSearch::TablesOf(const ClosenessParams& params) const {
  const auto model = transition::ClosenessModel::Build(&taxonomy_, scoring_, params);
  return BestPairs([&model](OccupationId from, std::span<float> row) { model.FillRow(from, row); },
                   moves_, taxonomy_.occupation_count());
}

const ClosenessSearch::Measured& ClosenessSearch::Measure(const ClosenessParams& params) {
  const auto [entry, added] = measured_.try_emplace(params.Canonical());
  if (added) {
    const GroupTables tables = TablesOf(params);
    entry->second.all = QualityByOrigin(tables.all, moves_, false);
    entry->second.others = QualityByOrigin(tables.others, moves_, false);
  }
  return entry->second;
}

double ClosenessSearch::Gain(const ClosenessParams& params, const std::set<size_t>& left_out) {
  const Measured& measured = Measure(params);
  double sum = 0;
  double count = 0;
  for (size_t i = 0; i < measured.all.size(); ++i) {
    if (left_out.contains(i)) continue;
    ++count;
    sum += (measured.all[i].recall10 + measured.others[i].recall10) / 2 +
           0.75 * (measured.all[i].auc + measured.others[i].auc);
  }
  return count > 0 ? sum / count : 0;
}

ClosenessParams ClosenessSearch::Search(const ClosenessParams& start,
                                        const std::set<size_t>& left_out) {
  ClosenessParams best = start;
  double gain = Gain(best, left_out);
  for (bool moved = true; moved;) {
    moved = false;
    const size_t tries = Neighbours(best).size();
    for (size_t i = 0; i < tries; ++i) {
      const std::vector<ClosenessParams> neighbours = Neighbours(best);
      if (i >= neighbours.size()) break;
      const double other = Gain(neighbours[i], left_out);
      if (other < gain + kLeastGain) continue;
      best = neighbours[i];
      gain = other;
      moved = true;
      std::fprintf(stderr, "%zu origins left out, %zu tried: %.4f\n%s\n", left_out.size(),
                   measured_.size(), gain, transition::FormatClosenessParams(best).c_str());
    }
  }
  return best;
}

Quality ClosenessSearch::CrossValidate(const ClosenessParams& start) {
  std::vector<Quality> qualities;
  const size_t origins = Measure(start).all.size();
  for (size_t part = 0; part < kParts; ++part) {
    std::set<size_t> left_out;
    for (size_t i = part; i < origins; i += kParts) left_out.insert(i);
    const Measured& measured = Measure(Search(start, left_out));
    for (const size_t i : left_out) qualities.push_back(measured.all[i]);
  }
  return Mean(qualities);
}

}  // namespace overstap::measure
