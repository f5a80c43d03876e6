#include "engine/plan/cover_bound.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace overstap::plan {
namespace {

constexpr double kTiny = 1e-9;
constexpr double kGrid = 1.0 / (1 << 20);

// max sum of prices, A prices <= value, prices >= 0, as a dictionary: basic = rhs - rows * others.
class PriceProgram {
 public:
  PriceProgram(size_t rows, size_t columns)
      : columns_(columns),
        table_(rows * columns, 0),
        rhs_(rows, 0),
        gain_(columns, 0),
        in_row_(rows),
        in_column_(columns) {
    for (size_t i = 0; i < rows; ++i) in_row_[i] = columns + i;  // slacks after prices
    for (size_t j = 0; j < columns; ++j) in_column_[j] = j;
  }

  void Set(size_t row, size_t column, double share) { table_[row * columns_ + column] = share; }
  void SetGain(size_t column) { gain_[column] = 1; }
  void SetValue(size_t row, double value) { rhs_[row] = value; }

  void Solve() {
    for (size_t step = 0; step < 20 + 6 * columns_; ++step) {
      const size_t column = Entering();
      if (column == columns_) return;
      const size_t row = Leaving(column);
      if (row == rhs_.size()) return;  // a bit that nothing gives
      Pivot(row, column);
    }
  }

  std::vector<double> Prices() const {
    std::vector<double> prices(columns_, 0);
    for (size_t i = 0; i < in_row_.size(); ++i) {
      if (in_row_[i] < columns_) prices[in_row_[i]] = rhs_[i];
    }
    return prices;
  }

 private:
  size_t Entering() const {
    size_t best = columns_;
    double gain = kTiny;
    for (size_t j = 0; j < columns_; ++j) {
      if (gain_[j] > gain) {
        gain = gain_[j];
        best = j;
      }
    }
    return best;
  }

  size_t Leaving(size_t column) const {
    size_t best = rhs_.size();
    double least = std::numeric_limits<double>::infinity();
    for (size_t i = 0; i < rhs_.size(); ++i) {
      const double slope = table_[i * columns_ + column];
      if (slope <= kTiny) continue;
      const double step = rhs_[i] / slope;
      if (step < least) {
        least = step;
        best = i;
      }
    }
    return best;
  }

  void Pivot(size_t row, size_t column) {
    double* const pivot = &table_[row * columns_];
    const double scale = 1 / pivot[column];
    pivot[column] = 1;
    for (size_t j = 0; j < columns_; ++j) pivot[j] *= scale;
    rhs_[row] *= scale;
    for (size_t i = 0; i < rhs_.size(); ++i) {
      if (i == row) continue;
      Eliminate(&table_[i * columns_], column, pivot);
      rhs_[i] = std::max(0.0, rhs_[i] - eliminated_ * rhs_[row]);
    }
    Eliminate(gain_.data(), column, pivot);
    std::swap(in_row_[row], in_column_[column]);
  }

  // Takes `line[column]` times the pivot row from the line.
  void Eliminate(double* line, size_t column, const double* pivot) {
    eliminated_ = line[column];
    if (eliminated_ == 0) return;
    line[column] = 0;
    for (size_t j = 0; j < columns_; ++j) line[j] -= eliminated_ * pivot[j];
  }

  size_t columns_;
  std::vector<double> table_;
  std::vector<double> rhs_;
  std::vector<double> gain_;
  std::vector<size_t> in_row_;
  std::vector<size_t> in_column_;
  double eliminated_ = 0;
};

// The columns of the program: goal bits first, then needs.
template <class Mask>
struct Columns {
  std::vector<size_t> of_bit = std::vector<size_t>(static_cast<size_t>(kMaskBits<Mask>), 0);
  std::vector<NeedPrice> needs;
  size_t goals = 0;

  Columns(const std::vector<CoverItemOf<Mask>>& items, const Mask& goal) {
    ForEachBit(goal, [&](int bit) { of_bit[static_cast<size_t>(bit)] = goals++; });
    for (uint32_t i = 0; i < items.size(); ++i) {
      ForEachBit(items[i].needs, [&](int bit) { needs.push_back({i, bit, 0}); });
    }
  }
};

template <class Mask>
PriceProgram ProgramOf(const std::vector<CoverItemOf<Mask>>& items,
                       const std::vector<double>& values, const Mask& goal,
                       const Columns<Mask>& columns) {
  PriceProgram program(items.size(), columns.goals + columns.needs.size());
  for (size_t j = 0; j < columns.goals; ++j) program.SetGain(j);
  for (size_t i = 0; i < items.size(); ++i) {
    program.SetValue(i, values[i]);
    ForEachBit(items[i].gives & goal,
               [&](int bit) { program.Set(i, columns.of_bit[static_cast<size_t>(bit)], 1); });
    for (size_t j = 0; j < columns.needs.size(); ++j) {
      const NeedPrice& need = columns.needs[j];
      if (need.item == i) {
        program.Set(i, columns.goals + j, -1);
      } else if (IsWithin(BitMask<Mask>(need.bit), items[i].gives)) {
        program.Set(i, columns.goals + j, 1);
      }
    }
  }
  return program;
}

}  // namespace

template <class Mask>
CoverPrices PriceBits(const std::vector<CoverItemOf<Mask>>& items,
                      const std::vector<double>& values, const Mask& goal) {
  const Columns<Mask> columns(items, goal);
  PriceProgram program = ProgramOf(items, values, goal, columns);
  program.Solve();
  const std::vector<double> found = program.Prices();
  CoverPrices prices;
  prices.of_bit.resize(static_cast<size_t>(kMaskBits<Mask>), 0);
  ForEachBit(goal, [&](int bit) {
    prices.of_bit[static_cast<size_t>(bit)] = found[columns.of_bit[static_cast<size_t>(bit)]];
  });
  for (size_t j = 0; j < columns.needs.size(); ++j) {
    const double price = found[columns.goals + j];
    if (price <= 0) continue;
    prices.of_need.push_back({columns.needs[j].item, columns.needs[j].bit, price});
  }
  return prices;
}

template <class Mask>
double StillToSpend(const CoverPrices& prices, const std::vector<CoverItemOf<Mask>>& items,
                    const Mask& goal, const Mask& have) {
  double sum = 0;
  ForEachBit(goal & ~have, [&](int bit) { sum += prices.of_bit[static_cast<size_t>(bit)]; });
  for (const NeedPrice& need : prices.of_need) {
    if (!IsWithin(BitMask<Mask>(need.bit), have)) continue;
    if (!IsWithin(items[need.item].gives, have)) sum -= need.price;
  }
  return std::max(0.0, std::floor((sum - kTiny) / kGrid) * kGrid);
}

template <class Mask>
std::vector<double> Slacks(const CoverPrices& prices, const std::vector<CoverItemOf<Mask>>& items,
                           const std::vector<double>& values, const Mask& goal) {
  std::vector<double> slacks = values;
  for (size_t i = 0; i < items.size(); ++i) {
    ForEachBit(items[i].gives & goal,
               [&](int bit) { slacks[i] -= prices.of_bit[static_cast<size_t>(bit)]; });
    for (const NeedPrice& need : prices.of_need) {
      if (need.item == i) {
        slacks[i] += need.price;
      } else if (IsWithin(BitMask<Mask>(need.bit), items[i].gives)) {
        slacks[i] -= need.price;
      }
    }
  }
  return slacks;
}

template CoverPrices PriceBits(const std::vector<CoverItemOf<uint64_t>>&,
                               const std::vector<double>&, const uint64_t&);
template CoverPrices PriceBits(const std::vector<CoverItemOf<WideMask>>&,
                               const std::vector<double>&, const WideMask&);
template double StillToSpend(const CoverPrices&, const std::vector<CoverItemOf<uint64_t>>&,
                             const uint64_t&, const uint64_t&);
template double StillToSpend(const CoverPrices&, const std::vector<CoverItemOf<WideMask>>&,
                             const WideMask&, const WideMask&);
template std::vector<double> Slacks(const CoverPrices&, const std::vector<CoverItemOf<uint64_t>>&,
                                    const std::vector<double>&, const uint64_t&);
template std::vector<double> Slacks(const CoverPrices&, const std::vector<CoverItemOf<WideMask>>&,
                                    const std::vector<double>&, const WideMask&);

double CoverLowerBound(const CoverProblem& problem) {
  std::vector<double> values;
  for (const CoverItem& item : problem.items) values.push_back(item.cost);
  const CoverPrices prices = PriceBits<uint64_t>(problem.items, values, problem.goal);
  return StillToSpend<uint64_t>(prices, problem.items, problem.goal, 0);
}

}  // namespace overstap::plan
