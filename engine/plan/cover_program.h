// The linear program that bounds a cover problem from below, and what deciding on items does to it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>
#include <utility>
#include <vector>

namespace overstap::plan {

// max sum of gain * price, such that for every item  sum of share * price <= value,  prices >= 0.
// Its dual is the covering program; the room that an item has left, its slack, goes with whether
// the item is taken. Prices are feasible at any time, so that bound() holds whenever one stops.
// Simplex method on a dictionary that shrinks as items are decided. A copy is independent.
class CoverProgram {
 public:
  static constexpr double kTiny = 1e-9;

  // Every value, gain and share is 0.
  CoverProgram(size_t items, size_t prices);

  // Before Solve. Values are >= 0.
  void SetValue(size_t item, double value) { Line(item + 1)[0] = value; }
  void SetGain(size_t price, double gain) { Line(0)[price + 1] = gain; }
  void SetShare(size_t item, size_t price, double share) { Line(item + 1)[price + 1] = share; }

  // Raises the bound to the optimum, or until it is above `enough`. False: there is no optimum, so
  // that no set of items will do.
  bool Solve(double enough = std::numeric_limits<double>::infinity());

  // Decides on an item that is undecided. To be solved again. False: as Solve.
  bool Take(uint32_t item) { return Decide(item, true); }
  bool Leave(uint32_t item) { return Decide(item, false); }
  // Leaves the items that would raise the bound above `most`.
  void LeaveDear(double most);

  // Items that are taken cost this at least, with all that has to be taken besides.
  double bound() const { return -table_[0]; }
  std::vector<double> Prices() const;
  // Calls f(item, share) for undecided items: how much of it the covering program takes.
  template <class F>
  void ForEachUndecided(F f) const {
    for (size_t i = 1; i < in_line_.size(); ++i) {
      if (in_line_[i] >= prices_) f(in_line_[i] - prices_, 0.0);
    }
    for (size_t j = 1; j < in_column_.size(); ++j) {
      if (in_column_[j] >= prices_) f(in_column_[j] - prices_, -table_[j]);
    }
  }
  // How many numbers changed since this was asked last.
  uint64_t TakeWork() { return std::exchange(work_, 0); }

 private:
  double* Line(size_t line) { return &table_[line * stride_]; }
  const double* Line(size_t line) const { return &table_[line * stride_]; }
  size_t Entering() const;
  size_t Leaving(size_t column) const;
  void Pivot(size_t line, size_t column);
  bool Decide(uint32_t item, bool take);
  bool Release(size_t column);
  void Negate(size_t column);
  void RemoveLine(size_t line);
  void RemoveColumn(size_t column);

  // basic variable = line[0] - sum of line[j] * nonbasic variable j; line 0 is minus the objective.
  uint32_t prices_;
  size_t stride_;
  std::vector<double> table_;
  std::vector<uint32_t> in_line_;    // variable: prices, then slacks by item; [0] is none
  std::vector<uint32_t> in_column_;  // the same
  uint64_t work_ = 0;
};

}  // namespace overstap::plan
