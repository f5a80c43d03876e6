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
        gain_(columns, 1),
        in_row_(rows),
        in_column_(columns) {
    for (size_t i = 0; i < rows; ++i) in_row_[i] = columns + i;  // slacks after prices
    for (size_t j = 0; j < columns; ++j) in_column_[j] = j;
  }

  void Set(size_t row, size_t column) { table_[row * columns_ + column] = 1; }
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

// Rounding may have left an item a little overpaid: its bits are made cheaper.
template <class Mask>
void MakeFeasible(const std::vector<CoverItemOf<Mask>>& items, const std::vector<double>& values,
                  const Mask& goal, std::vector<double>* prices) {
  for (double& price : *prices) price = std::max(0.0, std::floor(price / kGrid) * kGrid);
  for (size_t i = 0; i < items.size(); ++i) {
    double sum = 0;
    ForEachBit(items[i].gives & goal, [&](int bit) { sum += (*prices)[static_cast<size_t>(bit)]; });
    double excess = sum - values[i];
    if (excess <= 0) continue;
    ForEachBit(items[i].gives & goal, [&](int bit) {
      double& price = (*prices)[static_cast<size_t>(bit)];
      const double less = std::min(price, std::ceil(std::max(0.0, excess) / kGrid) * kGrid);
      price -= less;
      excess -= less;
    });
  }
}

}  // namespace

template <class Mask>
std::vector<double> CoverPrices(const std::vector<CoverItemOf<Mask>>& items,
                                const std::vector<double>& values, const Mask& goal) {
  std::vector<size_t> column(static_cast<size_t>(kMaskBits<Mask>), 0);
  size_t columns = 0;
  ForEachBit(goal, [&](int bit) { column[static_cast<size_t>(bit)] = columns++; });
  PriceProgram program(items.size(), columns);
  for (size_t i = 0; i < items.size(); ++i) {
    program.SetValue(i, values[i]);
    ForEachBit(items[i].gives & goal,
               [&](int bit) { program.Set(i, column[static_cast<size_t>(bit)]); });
  }
  program.Solve();
  const std::vector<double> found = program.Prices();
  std::vector<double> prices(static_cast<size_t>(kMaskBits<Mask>), 0);
  ForEachBit(goal, [&](int bit) {
    prices[static_cast<size_t>(bit)] = found[column[static_cast<size_t>(bit)]];
  });
  MakeFeasible(items, values, goal, &prices);
  return prices;
}

template std::vector<double> CoverPrices(const std::vector<CoverItemOf<uint64_t>>&,
                                         const std::vector<double>&, const uint64_t&);
template std::vector<double> CoverPrices(const std::vector<CoverItemOf<WideMask>>&,
                                         const std::vector<double>&, const WideMask&);

bool AreWhole(const std::vector<double>& values) {
  return std::all_of(values.begin(), values.end(),
                     [](double value) { return value == std::floor(value) && value < 1e9; });
}

double CoverLowerBound(const CoverProblem& problem) {
  std::vector<double> values;
  for (const CoverItem& item : problem.items) values.push_back(item.cost);
  const std::vector<double> prices = CoverPrices<uint64_t>(problem.items, values, problem.goal);
  double sum = 0;
  double largest = 0;
  ForEachBit(problem.goal, [&](int bit) {
    sum += prices[static_cast<size_t>(bit)];
    double cheapest = std::numeric_limits<double>::infinity();
    for (const CoverItem& item : problem.items) {
      if (!IsWithin(BitMask<uint64_t>(bit), item.gives)) continue;
      cheapest = std::min(cheapest, item.cost);
    }
    largest = std::max(largest, cheapest);
  });
  return std::max(sum, largest);
}

}  // namespace overstap::plan
