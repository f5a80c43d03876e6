#include "engine/plan/cover_value.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <functional>
#include <numeric>
#include <vector>

namespace overstap::plan {
namespace {

constexpr double kTiny = 1e-11;
constexpr double kShareOfGrid = 0.125;  // of the grid, that budget and items count for at most

// Rounding errors of sums of such numbers, with a wide margin.
double ErrorOf(double value) { return kTiny * (1 + std::abs(value)); }

bool IsWhole(double value) {
  return std::abs(value - std::round(value)) <= 1e-12 * std::abs(value) && std::abs(value) < 1e9;
}

// The largest 1/k of which all are multiples, for k that weeks and prices have; else 0.
double GridOf(const std::vector<double>& values) {
  for (const double parts : {1, 2, 3, 4, 5, 6, 7, 8, 10, 12, 16, 20, 24, 32, 36, 40, 100}) {
    const bool fits = std::all_of(values.begin(), values.end(),
                                  [parts](double value) { return IsWhole(value * parts); });
    if (fits) return 1 / parts;
  }
  return 0;
}

}  // namespace

template <class Mask>
CoverValue::CoverValue(std::span<const CoverItemOf<Mask>> items, size_t most_taken) {
  std::vector<double> costs, budgets;
  for (const CoverItemOf<Mask>& item : items) {
    costs.push_back(item.cost);
    budgets.push_back(item.budget);
  }
  grid_ = GridOf(costs);
  if (grid_ == 0) return;
  const double per_item = GridOf(budgets) / static_cast<double>(most_taken + 1);
  std::sort(budgets.begin(), budgets.end(), std::greater<>());
  budgets.resize(std::min(budgets.size(), most_taken));
  const double most = std::accumulate(budgets.begin(), budgets.end(), 0.0) +
                      per_item * static_cast<double>(most_taken);
  if (most <= 0) return;
  per_budget_ = kShareOfGrid * grid_ / most;
  per_item_ = per_budget_ * per_item;
}

bool CoverValue::IsBetter(const CoverSolution& a, const CoverSolution& b) const {
  if (std::abs(a.cost - b.cost) > ErrorOf(b.cost)) return a.cost < b.cost;
  if (std::abs(a.budget - b.budget) > ErrorOf(b.budget)) return a.budget < b.budget;
  return a.items.size() < b.items.size();
}

double CoverValue::MostOfBetter(const CoverSolution& solution) const {
  const double value = Of(solution);
  const double error = ErrorOf(value);
  return per_item_ > 4 * error ? value - per_item_ / 2 : value + error;
}

double CoverValue::LeastCost(double value) const {
  const double error = ErrorOf(value);
  if (grid_ == 0) return std::max(0.0, value - error);
  const double least = std::ceil((value - kShareOfGrid * grid_ - error) / grid_) * grid_;
  return std::max(0.0, least);
}

template CoverValue::CoverValue(std::span<const CoverItemOf<uint64_t>>, size_t);
template CoverValue::CoverValue(std::span<const CoverItemOf<WideMask>>, size_t);

}  // namespace overstap::plan
