#include "engine/plan/cover_reduce.h"

#include <algorithm>
#include <array>
#include <limits>
#include <numeric>

#include "absl/container/flat_hash_map.h"

namespace overstap::plan {
namespace {

template <class Mask>
class Reducer {
 public:
  using Item = CoverItemOf<Mask>;

  Reducer(std::span<const Item> items, bool with_budget)
      : items_(items), with_budget_(with_budget), bits_(kMaskBits<Mask>) {}

  std::vector<size_t> Run() {
    std::vector<uint32_t> order = BestOfEachMask();
    std::sort(order.begin(), order.end(), [this](uint32_t a, uint32_t b) { return Less(a, b); });
    words_ = (order.size() + 63) / 64;
    for (const uint32_t index : order) {
      if (!IsDominated(index)) Keep(index);
    }
    std::vector<size_t> kept(kept_.begin(), kept_.end());
    std::sort(kept.begin(), kept.end());
    return kept;
  }

 private:
  // Among items that differ in price only, the first of the best; all the others.
  std::vector<uint32_t> BestOfEachMask() const {
    absl::flat_hash_map<Mask, uint32_t> best;
    std::vector<uint32_t> rest;
    for (uint32_t i = 0; i < items_.size(); ++i) {
      const Item& item = items_[i];
      if (item.gives == Mask(0)) continue;
      if (!(item.needs == Mask(0)) || !item.starts.empty() || with_budget_) {
        rest.push_back(i);
        continue;
      }
      uint32_t& there = best.try_emplace(item.gives, i).first->second;
      if (Less(i, there)) there = i;
    }
    for (const auto& [mask, index] : best) rest.push_back(index);
    return rest;
  }

  bool Less(uint32_t a, uint32_t b) const {
    const Item& x = items_[a];
    const Item& y = items_[b];
    if (x.cost != y.cost) return x.cost < y.cost;
    if (x.budget != y.budget) return x.budget < y.budget;
    const int more = CountBits(x.gives) - CountBits(y.gives);
    if (more != 0) return more > 0;
    const int needs = CountBits(x.needs) - CountBits(y.needs);
    if (needs != 0) return needs < 0;
    if (x.starts.empty() != y.starts.empty()) return x.starts.empty();
    return a < b;
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
    std::array<const uint64_t*, kMaskBits<Mask>> lists;
    size_t count = 0;
    ForEachBit(item.gives,
               [&](int bit) { lists[count++] = bits_[static_cast<size_t>(bit)].data(); });
    for (size_t word = 0; word * 64 < kept_.size(); ++word) {
      uint64_t all = ~uint64_t{0};
      for (size_t i = 0; i < count; ++i) {
        if (lists[i] == nullptr) return false;
        all &= lists[i][word];
      }
      for (; all != 0; all &= all - 1) {
        if (IsAsGood(word * 64 + static_cast<size_t>(std::countr_zero(all)), item)) return true;
      }
    }
    return false;
  }

  void Keep(uint32_t index) {
    const size_t position = kept_.size();
    kept_.push_back(index);
    ForEachBit(items_[index].gives, [&](int bit) {
      auto& list = bits_[static_cast<size_t>(bit)];
      if (list.empty()) list.resize(words_);
      list[position / 64] |= uint64_t{1} << (position % 64);
    });
  }

  std::span<const Item> items_;
  bool with_budget_;
  size_t words_ = 0;
  std::vector<uint32_t> kept_;
  std::vector<std::vector<uint64_t>> bits_;  // by bit: which of kept_ give it
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
