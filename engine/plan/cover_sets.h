// Which sets of items close a goal for less, whatever they come to in their order.
#pragma once

#include <cstdint>
#include <limits>
#include <vector>

#include "engine/plan/cover.h"
#include "engine/plan/cover_bound.h"
#include "engine/plan/cover_order.h"

namespace overstap::plan {

// Branch and bound over sets of items: a bit that is missing is given by one of the items that give
// it, the one first in which the prices of bits leave the least slack. What is left costs at least
// the prices of the missing bits. A set that has all is put into the order that ends first
// (cover_order.h). Adding to it helps only when that opens an item earlier: then items are added
// that give what others of the set need. A set of which the items with starts do not fit before the
// best end is left, whatever else it has. Not thread-safe.
template <class Mask>
class CoverSets {
 public:
  // `prices` are of the problem (cover_bound.h), which outlives this; all its bits are of use.
  // `is_whole`: costs, starts and ends are whole numbers, so that a bound may be rounded up.
  CoverSets(const CoverProblemOf<Mask>& problem, const CoverPrices& prices, bool is_whole);

  // Improves `best`, whose items become those of the problem then; false: it stays. Looks at sets
  // whose costs come to no more than `most`, at about max_work of them.
  bool Search(CoverSolution* best, double most, size_t max_work);

  // After Search: nothing better than the best costs less; infinite when there is nothing better.
  double open() const { return open_; }
  // No solution costs less.
  double root() const { return root_.bound; }
  size_t work() const { return work_ + order_.work(); }

 private:
  struct Item {
    double slack;         // of its cost
    double budget_slack;  // of its budget
  };
  struct Node {
    Mask have = 0;
    Mask needs = 0;     // of the items chosen
    double bound = 0;   // of the cost
    double cost = 0;    // of the items chosen
    double budget = 0;  // bound of it
  };
  struct Candidate {
    double bound;
    uint32_t item;
  };

  double Rounded(double bound) const;
  bool IsHopeless(const Node& node, size_t count);
  bool IsBeaten(const Node& node, double cost, size_t count) const;
  Node With(const Node& node, uint32_t item) const;
  bool IsOpen(const Node& node, uint32_t item);
  int ScarcestBit(const Node& node, const Mask& missing);
  void Explore(const Node& node);
  void Branch(const Node& node, const Mask& bits);
  void Order(const Node& node);
  bool CanOpenEarlier(const Node& node);
  EndLimit Limit(const CoverSolution& chosen) const;

  const CoverProblemOf<Mask>& problem_;
  bool is_whole_;
  Node root_;
  std::vector<double> prices_;                 // by bit
  std::vector<double> budget_prices_;          // by bit
  std::vector<Item> items_;                    // parallel to problem_.items
  std::vector<std::vector<uint32_t>> givers_;  // by bit, least slack first
  CoverOrder<Mask> order_;
  CoverSolution best_;
  bool is_improved_ = false;
  double most_ = 0;
  std::vector<bool> is_out_;  // by item: decided on, in the set or not
  std::vector<uint32_t> chosen_;
  std::vector<Candidate> candidates_;  // of all depths
  size_t most_work_ = 0;
  size_t work_ = 0;
  double open_ = std::numeric_limits<double>::infinity();  // of what was left for another time
};

}  // namespace overstap::plan
