#include "engine/plan/offer.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <limits>

#include "absl/container/flat_hash_map.h"
#include "engine/plan/cover_bound.h"
#include "engine/plan/cover_reduce.h"

namespace overstap::plan {
namespace {

constexpr int16_t kNoBit = -1;
constexpr double kTiny = 1e-7;
constexpr size_t kWorkForBound = 100;  // for a plan that shows which courses are too dear

template <class Mask>
class OfferMaker {
 public:
  OfferMaker(const Catalogue& catalogue, const match::ExpandedProfile& person, double met_from,
             const PlanParams& params, std::optional<double> known_cost)
      : catalogue_(catalogue),
        person_(person),
        met_from_(met_from),
        params_(params),
        known_cost_(known_cost),
        filter_(catalogue, params),
        bit_of_(catalogue.skill_count(), kNoBit) {
    slot_of_.reserve(512);
  }

  Offer<Mask> Make(std::span<const GapItem> required) {
    for (const GapItem& item : required) {
      if (!AssignBit(item.skill)) offer_.left_out.push_back(item.skill);
    }
    goals_ = skills_.size();
    size_t gathered = 0;
    do {
      for (; gathered < skills_.size(); ++gathered) Gather(gathered);
    } while (LookIntoNeeds());
    Keep();
    SetGoal();
    if (!offer_.is_whole) offer_.bound_without_needs = BoundWithoutNeeds();
    offer_.skills = std::move(skills_);
    return std::move(offer_);
  }

 private:
  bool AssignBit(SkillId skill) {
    int16_t& bit = bit_of_[skill.index()];
    if (bit != kNoBit) return true;
    if (static_cast<int>(skills_.size()) == kMaskBits<Mask>) return false;
    bit = static_cast<int16_t>(skills_.size());
    skills_.push_back(skill);
    return true;
  }

  // Courses that give the bit.
  void Gather(size_t bit) {
    for (const uint32_t course : catalogue_.Closing(skills_[bit])) {
      const Catalogue::Facts& facts = catalogue_.FactsOf(course);
      if (filter_.Of(facts) != Barrier::kNone) continue;
      const auto [found, is_new] =
          slot_of_.try_emplace(course, static_cast<uint32_t>(items_.size()));
      const uint32_t slot = found->second;
      if (is_new) {
        CoverItemOf<Mask> item = ItemOf(facts);
        if (item.cost > allowance_ || item.budget > budget_allowance_) {
          slot_of_.erase(found);
          continue;
        }
        courses_.push_back(course);
        items_.push_back(item);
        dropped_.push_back(false);
        for (const SkillId need : catalogue_.NeedsOf(facts)) {
          if (person_.Strength(need) >= met_from_) continue;
          waiting_.push_back(slot);
          break;
        }
      }
      if (!dropped_[slot]) items_[slot].gives |= BitMask<Mask>(static_cast<int>(bit));
    }
  }

  CoverItemOf<Mask> ItemOf(const Catalogue::Facts& facts) const {
    CoverItemOf<Mask> item;
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

  // Gives bits to the needs of courses that stand out: first of those that give what no other
  // course gives, then of those that are worth it. False when nothing changed.
  bool LookIntoNeeds() {
    std::vector<uint32_t> pending = FindNeeds();
    kept_ = UndominatedItems<Mask>(items_, WithBudget());
    std::erase_if(pending, [this](uint32_t slot) { return !IsKept(slot); });
    if (pending.empty()) return false;
    std::vector<size_t> ready;
    std::set_difference(kept_.begin(), kept_.end(), pending.begin(), pending.end(),
                        std::back_inserter(ready));
    const Mask given = GivenBy(ready);
    std::vector<uint32_t> worth_it;
    for (const uint32_t slot : pending) {
      if (!IsWithin(items_[slot].gives, given)) worth_it.push_back(slot);
    }
    if (worth_it.empty() || known_cost_) {
      reachable_ = known_cost_ ? GapBits() : given;
      DropDear(ready);
      worth_it.clear();
      for (const uint32_t slot : pending) {
        if (!dropped_[slot]) worth_it.push_back(slot);
      }
    }
    for (const uint32_t slot : worth_it) {
      bool has_all = true;
      for (const SkillId need : catalogue_.NeedsOf(catalogue_.FactsOf(courses_[slot]))) {
        if (person_.Strength(need) < met_from_) has_all = AssignBit(need) && has_all;
      }
      if (!has_all) LeaveOut(slot);
    }
    return !worth_it.empty();
  }

  // Notes what each item needs, as far as that has bits, and gives those of which not all has;
  // ascending.
  std::vector<uint32_t> FindNeeds() {
    std::vector<uint32_t> pending;
    for (const uint32_t slot : waiting_) {
      if (dropped_[slot]) continue;
      items_[slot].needs = 0;
      bool has_all = true;
      for (const SkillId need : catalogue_.NeedsOf(catalogue_.FactsOf(courses_[slot]))) {
        if (person_.Strength(need) >= met_from_) continue;
        const int bit = bit_of_[need.index()];
        if (bit != kNoBit) items_[slot].needs |= BitMask<Mask>(bit);
        has_all = has_all && bit != kNoBit;
      }
      if (!has_all) pending.push_back(slot);
    }
    return pending;
  }

  bool IsKept(uint32_t slot) const {
    return std::binary_search(kept_.begin(), kept_.end(), size_t{slot});
  }

  // What can be had by items one after the other.
  Mask GivenBy(std::vector<size_t> slots) const {
    Mask given = 0;
    for (size_t before = slots.size() + 1; slots.size() < before;) {
      before = slots.size();
      std::erase_if(slots, [&](size_t slot) {
        if (!IsWithin(items_[slot].needs, given)) return false;
        given |= items_[slot].gives;
        return true;
      });
    }
    return given;
  }

  Mask GapBits() const {
    Mask gap = 0;
    for (size_t bit = 0; bit < goals_; ++bit) gap |= BitMask<Mask>(static_cast<int>(bit));
    return gap;
  }

  // `ready` are the kept items whose needs have bits; together they close all that can be closed.
  // Drops the courses that would bring even the bound without entry requirements above a plan of
  // ready ones, or above the budget.
  void DropDear(const std::vector<size_t>& ready) {
    CoverProblemOf<Mask> problem;
    problem.goal = GapBits() & reachable_;
    for (const size_t slot : ready) problem.items.push_back(items_[slot]);
    problem.begin = Begin();
    if (HasBudget()) problem.budget = params_.budget_eur;
    problem.max_work = kWorkForBound;
    const CoverSolution plan = SolveCover(problem);
    std::vector<CoverItemOf<Mask>> relaxed;
    std::vector<double> costs, budgets;
    for (const size_t slot : kept_) {
      relaxed.push_back(items_[slot]);
      relaxed.back().needs = 0;
      costs.push_back(items_[slot].cost);
      budgets.push_back(items_[slot].budget);
    }
    if (plan.found || known_cost_) {
      const double cost = plan.found && known_cost_ ? std::min(plan.cost, *known_cost_)
                                                    : known_cost_.value_or(plan.cost);
      allowance_ = DropAbove(cost, relaxed, costs, &CoverItemOf<Mask>::cost, problem.goal);
    }
    if (HasBudget()) {
      budget_allowance_ = DropAbove(*params_.budget_eur, relaxed, budgets,
                                    &CoverItemOf<Mask>::budget, problem.goal);
    }
  }

  // Drops the items with which every set that reaches the goal takes more than `limit`. Gives how
  // much an item may take that gives nothing of the goal.
  double DropAbove(double limit, const std::vector<CoverItemOf<Mask>>& relaxed,
                   const std::vector<double>& values, double CoverItemOf<Mask>::*value,
                   const Mask& goal) {
    const CoverPrices prices = PriceBits<Mask>(relaxed, values, goal);
    const double allowance = limit - StillToSpend<Mask>(prices, relaxed, goal, 0) + kTiny;
    for (uint32_t slot = 0; slot < items_.size(); ++slot) {
      double slack = items_[slot].*value;
      ForEachBit(items_[slot].gives & goal,
                 [&](int bit) { slack -= prices.of_bit[static_cast<size_t>(bit)]; });
      if (slack > allowance) Drop(slot);
    }
    return allowance;
  }

  double Begin() const { return static_cast<double>(params_.start - absl::CivilDay(1970, 1, 1)); }

  // What it needs has no bit, so that nobody could tell when it can be taken.
  void LeaveOut(uint32_t slot) {
    offer_.is_whole = false;
    left_out_.push_back(items_[slot]);
    Drop(slot);
  }

  void Drop(uint32_t slot) {
    items_[slot].gives = 0;
    dropped_[slot] = true;
  }

  bool WithBudget() const { return params_.minimise == Minimise::kFinish || HasBudget(); }

  bool HasBudget() const {
    return params_.budget_eur.has_value() && params_.minimise != Minimise::kEuros;
  }

  // Of the undominated ones those that can be taken after others that can be taken.
  void Keep() {
    std::erase_if(kept_, [this](size_t slot) { return dropped_[slot]; });
    for (bool grown = true; grown;) {
      grown = false;
      std::erase_if(kept_, [&](size_t slot) {
        if (!IsWithin(items_[slot].needs, given_)) return false;
        given_ |= items_[slot].gives;
        offer_.problem.items.push_back(items_[slot]);
        offer_.courses.push_back(courses_[slot]);
        grown = true;
        return true;
      });
    }
    offer_.problem.begin = Begin();
    if (HasBudget()) offer_.problem.budget = params_.budget_eur;
  }

  void SetGoal() {
    for (size_t bit = 0; bit < goals_; ++bit) {
      const Mask mask = BitMask<Mask>(static_cast<int>(bit));
      if (IsWithin(mask, given_ | reachable_)) {
        offer_.problem.goal |= mask;
      } else {
        offer_.uncovered.push_back(skills_[bit]);
      }
    }
  }

  double BoundWithoutNeeds() const {
    std::vector<CoverItemOf<Mask>> items = offer_.problem.items;
    items.insert(items.end(), left_out_.begin(), left_out_.end());
    std::vector<double> costs;
    for (const auto& item : items) costs.push_back(item.cost);
    for (auto& item : items) item.needs = 0;
    const CoverPrices prices = PriceBits<Mask>(items, costs, offer_.problem.goal);
    return StillToSpend<Mask>(prices, items, offer_.problem.goal, 0);
  }

  const Catalogue& catalogue_;
  const match::ExpandedProfile& person_;
  double met_from_;
  const PlanParams& params_;
  std::optional<double> known_cost_;
  CourseFilter filter_;
  std::vector<int16_t> bit_of_;                      // by skill
  absl::flat_hash_map<uint32_t, uint32_t> slot_of_;  // by course: index in items_
  std::vector<SkillId> skills_;                      // by bit
  std::vector<uint32_t> courses_;                    // parallel to items_
  std::vector<CoverItemOf<Mask>> items_;
  std::vector<bool> dropped_;  // parallel to items_
  std::vector<CoverItemOf<Mask>> left_out_;
  std::vector<uint32_t> waiting_;  // items with needs that the person does not meet
  std::vector<size_t> kept_;
  size_t goals_ = 0;    // the first bits
  Mask reachable_ = 0;  // what some set of courses gives, whatever it costs
  // A course that gives nothing of the gap and costs more is dear.
  double allowance_ = std::numeric_limits<double>::infinity();
  double budget_allowance_ = std::numeric_limits<double>::infinity();
  Mask given_ = 0;
  Offer<Mask> offer_;
};

}  // namespace

double WeeksOf(const Catalogue::Facts& facts, const PlanParams& params) {
  if (!params.hours_a_week || facts.form == model::CourseForm::kBbl) return facts.weeks;
  return std::max(facts.weeks, facts.hours / *params.hours_a_week);
}

std::vector<SkillId> UnmetNeeds(const Catalogue& catalogue, uint32_t course,
                                const match::ExpandedProfile& person, double met_from) {
  std::vector<SkillId> unmet;
  for (const SkillId need : catalogue.NeedsOf(catalogue.FactsOf(course))) {
    if (person.Strength(need) < met_from) unmet.push_back(need);
  }
  return unmet;
}

template <class Mask>
Offer<Mask> MakeOffer(const Catalogue& catalogue, const match::ExpandedProfile& person,
                      std::span<const GapItem> required, double met_from, const PlanParams& params,
                      std::optional<double> known_cost) {
  return OfferMaker<Mask>(catalogue, person, met_from, params, known_cost).Make(required);
}

template Offer<uint64_t> MakeOffer(const Catalogue&, const match::ExpandedProfile&,
                                   std::span<const GapItem>, double, const PlanParams&,
                                   std::optional<double>);
template Offer<WideMask> MakeOffer(const Catalogue&, const match::ExpandedProfile&,
                                   std::span<const GapItem>, double, const PlanParams&,
                                   std::optional<double>);

}  // namespace overstap::plan
