#include "engine/plan/cover_reduce.h"

#include <algorithm>

namespace overstap::plan {
namespace {

template <class Mask>
class Reducer {
 public:
  using Item = CoverItemOf<Mask>;

  Reducer(std::span<const Item> items, bool with_budget)
      : items_(items), with_budget_(with_budget) {}

  std::vector<size_t> Run() {
    const std::vector<Rank> order = InOrder();
    words_ = (order.size() + 63) / 64;
    bits_.resize(static_cast<size_t>(kMaskBits<Mask>) * words_);
    for (const Rank& rank : order) {
      if (!IsDominated(rank.item)) Keep(rank.item);
    }
    std::vector<size_t> kept(kept_.begin(), kept_.end());
    std::sort(kept.begin(), kept.end());
    return kept;
  }

 private:
  // What an item is worth looking at before others for.
  struct Rank {
    double cost;
    double budget;
    int bits;  // what it needs and does not give, so that more is worse; starts are worse still
    uint32_t item;
  };

  std::vector<Rank> InOrder() const {
    std::vector<Rank> order;
    order.reserve(items_.size());
    for (uint32_t i = 0; i < items_.size(); ++i) {
      const Item& item = items_[i];
      if (item.gives == Mask(0)) continue;
      const int bits = 2 * kMaskBits<Mask> * -CountBits(item.gives) + CountBits(item.needs);
      order.push_back({item.cost, item.budget, 2 * bits + (item.starts.empty() ? 0 : 1), i});
    }
    std::sort(order.begin(), order.end(), [](const Rank& a, const Rank& b) {
      if (a.cost != b.cost) return a.cost < b.cost;
      if (a.budget != b.budget) return a.budget < b.budget;
      return a.bits != b.bits ? a.bits < b.bits : a.item < b.item;
    });
    return order;
  }

  // `kept_[j]`, which comes before the item in order, is as good in the rest too.
  bool IsAsGood(size_t j, const Item& item) const {
    const Item& other = items_[kept_[j]];
    return IsWithin(other.needs, item.needs) && (!with_budget_ || other.budget <= item.budget) &&
           (other.starts.empty() || std::equal(other.starts.begin(), other.starts.end(),
                                               item.starts.begin(), item.starts.end()));
  }

  bool IsDominated(uint32_t index) const {
    const Item& item = items_[index];
    for (size_t word = 0; word * 64 < kept_.size(); ++word) {
      uint64_t all = ~uint64_t{0};
      ForEachBit(item.gives, [&](int bit) { all &= Givers(bit)[word]; });
      for (; all != 0; all &= all - 1) {
        if (IsAsGood(word * 64 + static_cast<size_t>(std::countr_zero(all)), item)) return true;
      }
    }
    return false;
  }

  void Keep(uint32_t index) {
    const size_t position = kept_.size();
    kept_.push_back(index);
    ForEachBit(items_[index].gives,
               [&](int bit) { Givers(bit)[position / 64] |= uint64_t{1} << (position % 64); });
  }

  // Which of kept_ give the bit.
  uint64_t* Givers(int bit) { return &bits_[static_cast<size_t>(bit) * words_]; }
  const uint64_t* Givers(int bit) const { return &bits_[static_cast<size_t>(bit) * words_]; }

  std::span<const Item> items_;
  bool with_budget_;
  size_t words_ = 0;
  std::vector<uint32_t> kept_;
  std::vector<uint64_t> bits_;  // words_ for each bit
};

}  // namespace

template <class Mask>
std::vector<size_t> UndominatedItems(std::span<const CoverItemOf<Mask>> items, bool with_budget) {
  return Reducer<Mask>(items, with_budget).Run();
}

template <class Mask>
Mask EssentialGoal(std::span<const CoverItemOf<Mask>> items, const Mask& goal) {
  // By bit: what every item that gives it gives.
  std::vector<Mask> along(static_cast<size_t>(kMaskBits<Mask>), ~Mask(0));
  for (const CoverItemOf<Mask>& item : items) {
    ForEachBit(item.gives & goal, [&](int bit) { along[static_cast<size_t>(bit)] &= item.gives; });
  }
  Mask essential = goal;
  ForEachBit(goal, [&](int bit) {
    const Mask mine = BitMask<Mask>(bit);
    if (IsWithin(mine, essential)) essential &= ~along[static_cast<size_t>(bit)] | mine;
  });
  return essential;
}

template std::vector<size_t> UndominatedItems(std::span<const CoverItemOf<uint64_t>>, bool);
template std::vector<size_t> UndominatedItems(std::span<const CoverItemOf<WideMask>>, bool);
template uint64_t EssentialGoal(std::span<const CoverItemOf<uint64_t>>, const uint64_t&);
template WideMask EssentialGoal(std::span<const CoverItemOf<WideMask>>, const WideMask&);

}  // namespace overstap::plan
