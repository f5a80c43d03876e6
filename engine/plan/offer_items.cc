#include "engine/plan/offer_items.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

#include "engine/plan/offer.h"

namespace overstap::plan {
namespace {

constexpr int16_t kNoBit = -1;
constexpr size_t kUsualCourses = 512;

}  // namespace

template <class Mask>
OfferItems<Mask>::OfferItems(const Catalogue& catalogue, const match::ExpandedProfile& person,
                             double met_from, const PlanParams& params)
    : catalogue_(catalogue),
      person_(person),
      met_from_(met_from),
      params_(params),
      filter_(catalogue, params),
      bit_of_(catalogue.skill_count(), kNoBit) {
  slot_of_.reserve(kUsualCourses);
  items_.reserve(kUsualCourses);
}

template <class Mask>
bool OfferItems<Mask>::AssignBit(SkillId skill) {
  int16_t& bit = bit_of_[skill.index()];
  if (bit != kNoBit) return true;
  if (static_cast<int>(skills_.size()) == kMaskBits<Mask>) return false;
  bit = static_cast<int16_t>(skills_.size());
  skills_.push_back(skill);
  return true;
}

template <class Mask>
void OfferItems<Mask>::Gather(double most_cost, double most_budget) {
  for (; gathered_ < skills_.size(); ++gathered_) Gather(gathered_, most_cost, most_budget);
}

template <class Mask>
void OfferItems<Mask>::Gather(size_t bit, double most_cost, double most_budget) {
  for (const uint32_t course : catalogue_.Closing(skills_[bit])) {
    const Catalogue::Facts& facts = catalogue_.FactsOf(course);
    if (filter_.Of(facts) != Barrier::kNone) continue;
    const auto [found, is_new] = slot_of_.try_emplace(course, static_cast<uint32_t>(items_.size()));
    const uint32_t slot = found->second;
    if (is_new) {
      const Item item = ItemOf(facts);
      if (item.cost > most_cost || item.budget > most_budget) {
        slot_of_.erase(found);
        continue;
      }
      courses_.push_back(course);
      items_.push_back(item);
      dropped_.push_back(false);
      bool waits = false;
      ForEachNeed(slot, [&waits](SkillId) { waits = true; });
      if (waits) waiting_.push_back(slot);
    }
    if (!dropped_[slot]) items_[slot].gives |= BitMask<Mask>(static_cast<int>(bit));
  }
}

template <class Mask>
CoverItemOf<Mask> OfferItems<Mask>::ItemOf(const Catalogue::Facts& facts) const {
  Item item;
  const double weeks = WeeksOf(facts, params_);
  item.cost = weeks;
  item.budget = facts.price_eur;
  switch (params_.minimise) {
    case Minimise::kWeeks:
      break;
    case Minimise::kEuros:
      std::swap(item.cost, item.budget);
      break;
    case Minimise::kMix:
      item.cost = facts.price_eur + weeks * params_.euros_per_week.value_or(0);
      break;
    case Minimise::kFinish:
      item.cost = std::ceil(7 * weeks);
      item.starts = catalogue_.StartsOf(facts);
      break;
  }
  return item;
}

template <class Mask>
template <class F>
void OfferItems<Mask>::ForEachNeed(uint32_t slot, const F& f) const {
  for (const SkillId need : catalogue_.NeedsOf(catalogue_.FactsOf(courses_[slot]))) {
    if (person_.Strength(need) < met_from_) f(need);
  }
}

template <class Mask>
std::vector<uint32_t> OfferItems<Mask>::FindNeeds() {
  std::vector<uint32_t> pending;
  for (const uint32_t slot : waiting_) {
    if (dropped_[slot]) continue;
    items_[slot].needs = 0;
    bool has_all = true;
    ForEachNeed(slot, [&](SkillId need) {
      const int bit = bit_of_[need.index()];
      if (bit != kNoBit) items_[slot].needs |= BitMask<Mask>(bit);
      has_all = has_all && bit != kNoBit;
    });
    if (!has_all) pending.push_back(slot);
  }
  return pending;
}

template <class Mask>
bool OfferItems<Mask>::AssignNeeds(uint32_t slot) {
  bool has_all = true;
  ForEachNeed(slot, [&](SkillId need) { has_all = AssignBit(need) && has_all; });
  return has_all;
}

template <class Mask>
void OfferItems<Mask>::Drop(uint32_t slot) {
  items_[slot].gives = 0;
  dropped_[slot] = true;
}

template <class Mask>
double OfferItems<Mask>::Slack(uint32_t slot, Value value, std::span<const double> prices,
                               const Mask& goal) const {
  double slack = items_[slot].*value;
  ForEachBit(items_[slot].gives & goal,
             [&](int bit) { slack -= prices[static_cast<size_t>(bit)]; });
  return slack;
}

template <class Mask>
double OfferItems<Mask>::SlackOfNeeds(uint32_t slot, Value value, std::span<const double> prices,
                                      const Mask& goal) const {
  double most = 0;
  ForEachNeed(slot, [&](SkillId need) {
    most = std::max(most, LeastSlackOfGivers(need, slot, value, prices, goal));
  });
  return most;
}

template <class Mask>
double OfferItems<Mask>::LeastSlackOfGivers(SkillId skill, uint32_t but, Value value,
                                            std::span<const double> prices,
                                            const Mask& goal) const {
  double least = std::numeric_limits<double>::infinity();
  for (const uint32_t course : catalogue_.Closing(skill)) {
    const Catalogue::Facts& facts = catalogue_.FactsOf(course);
    if (filter_.Of(facts) != Barrier::kNone) continue;
    const auto found = slot_of_.find(course);
    if (found == slot_of_.end()) {
      least = std::min(least, ItemOf(facts).*value);
    } else if (found->second != but && !dropped_[found->second]) {
      least = std::min(least, Slack(found->second, value, prices, goal));
    }
  }
  return least;
}

template class OfferItems<uint64_t>;
template class OfferItems<WideMask>;

}  // namespace overstap::plan
