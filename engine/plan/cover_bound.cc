#include "engine/plan/cover_bound.h"

#include <algorithm>
#include <cmath>

namespace overstap::plan {
namespace {

constexpr double kTiny = CoverProgram::kTiny;
constexpr double kGrid = 1.0 / (1 << 20);

// The prices of the program: goal bits first, then needs.
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
CoverProgram ProgramOf(const std::vector<CoverItemOf<Mask>>& items,
                       const std::vector<double>& values, const Mask& goal,
                       const Columns<Mask>& columns, std::optional<double> budget) {
  const size_t budget_column = columns.goals + columns.needs.size();
  CoverProgram program(items.size(), budget_column + (budget ? 1 : 0));
  // In shares of the budget, so that its price is of the size of the others.
  const double unit = budget && *budget > 0 ? *budget : 1;
  for (size_t j = 0; j < columns.goals; ++j) program.SetGain(j, 1);
  if (budget) program.SetGain(budget_column, -*budget / unit);
  for (size_t i = 0; i < items.size(); ++i) {
    program.SetValue(i, values[i]);
    ForEachBit(items[i].gives & goal,
               [&](int bit) { program.SetShare(i, columns.of_bit[static_cast<size_t>(bit)], 1); });
    for (size_t j = 0; j < columns.needs.size(); ++j) {
      const NeedPrice& need = columns.needs[j];
      if (need.item == i) {
        program.SetShare(i, columns.goals + j, -1);
      } else if (IsWithin(BitMask<Mask>(need.bit), items[i].gives)) {
        program.SetShare(i, columns.goals + j, 1);
      }
    }
    if (budget) program.SetShare(i, budget_column, -items[i].budget / unit);
  }
  return program;
}

}  // namespace

template <class Mask>
CoverProgram ProgramOf(const std::vector<CoverItemOf<Mask>>& items,
                       const std::vector<double>& values, const Mask& goal,
                       std::optional<double> budget) {
  return ProgramOf(items, values, goal, Columns<Mask>(items, goal), budget);
}

template <class Mask>
CoverPrices PriceBits(const std::vector<CoverItemOf<Mask>>& items,
                      const std::vector<double>& values, const Mask& goal) {
  const Columns<Mask> columns(items, goal);
  CoverProgram program = ProgramOf(items, values, goal, columns, std::nullopt);
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

template CoverProgram ProgramOf(const std::vector<CoverItemOf<uint64_t>>&,
                                const std::vector<double>&, const uint64_t&, std::optional<double>);
template CoverProgram ProgramOf(const std::vector<CoverItemOf<WideMask>>&,
                                const std::vector<double>&, const WideMask&, std::optional<double>);

double CoverLowerBound(const CoverProblem& problem) {
  std::vector<double> values;
  for (const CoverItem& item : problem.items) values.push_back(item.cost);
  const CoverPrices prices = PriceBits<uint64_t>(problem.items, values, problem.goal);
  return StillToSpend<uint64_t>(prices, problem.items, problem.goal, 0);
}

}  // namespace overstap::plan
