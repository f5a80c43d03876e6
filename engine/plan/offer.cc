#include "engine/plan/offer.h"

#include <algorithm>
#include <iterator>
#include <limits>

#include "engine/plan/cover_bound.h"
#include "engine/plan/cover_greedy.h"
#include "engine/plan/cover_reduce.h"
#include "engine/plan/offer_items.h"

namespace overstap::plan {
namespace {

constexpr double kTiny = 1e-7;
// For a plan that shows which courses are too dear.
constexpr size_t kWorkForBound = 1000;
constexpr size_t kWorkForDatedBound = 3'000;
constexpr int kFewPending = 4;  // that it takes less to look into than to find a better plan first

template <class Mask>
class OfferMaker {
 public:
  using Item = CoverItemOf<Mask>;

  OfferMaker(const Catalogue& catalogue, const match::ExpandedProfile& person, double met_from,
             const PlanParams& params, std::optional<double> known_cost)
      : params_(params),
        known_cost_(known_cost),
        from_(catalogue, person, met_from, params),
        items_(from_.items()) {}

  Offer<Mask> Make(std::span<const GapItem> required) {
    for (const GapItem& item : required) {
      if (!from_.AssignBit(item.skill)) offer_.left_out.push_back(item.skill);
    }
    goals_ = from_.skills().size();
    do {
      from_.Gather(allowance_, budget_allowance_);
    } while (LookIntoNeeds());
    Keep();
    SetGoal();
    ReuseSolution();
    if (plan_cost_ && plan_goal_ == offer_.problem.goal) offer_.problem.known_cost = *plan_cost_;
    if (!offer_.is_whole) offer_.bound_without_needs = BoundWithoutNeeds();
    offer_.skills = from_.skills();
    return std::move(offer_);
  }

 private:
  // Gives bits to the needs of courses that stand out: first of those that give what no other
  // course gives, then of those that are worth it. False when nothing changed.
  bool LookIntoNeeds() {
    std::vector<uint32_t> pending = from_.FindNeeds();
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
      DropDear(ready, pending);
      worth_it = pending;
      std::erase_if(worth_it, [this](uint32_t slot) { return from_.IsDropped(slot); });
    }
    for (const uint32_t slot : worth_it) {
      if (!from_.AssignNeeds(slot)) LeaveOut(slot);
    }
    // Without what was dropped, others may stand out that it dominated.
    return true;
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

  // What sets of items that give the goal take at least, and why: prices of bits, and what items
  // that need something have to be worth more for that.
  struct Limited {
    double Item::*value;
    std::vector<double> prices;    // by bit
    std::vector<double> of_needs;  // by slot
    Mask priced = 0;
    double least = 0;
  };

  // `ready` are the kept items whose needs have bits; together they close all that can be closed.
  // Drops the courses that would bring even the bound above a plan of ready ones, or above the
  // budget. A plan found at once is mostly enough for that, and a bound that asks for no needs.
  void DropDear(const std::vector<size_t>& ready, const std::vector<uint32_t>& pending) {
    const Mask goal = GapBits() & reachable_;
    if (HasBudget()) {
      const Limited budget = Limit({}, &Item::budget, goal);
      budget_allowance_ = DropAbove(*params_.budget_eur, budget, pending);
    }
    const Limited cost = Limit({}, &Item::cost, goal);
    for (const auto effort : {Effort::kNone, Effort::kGreedy, Effort::kSearch}) {
      if (!FindPlan(ready, goal, effort)) continue;
      allowance_ = DropAbove(*plan_cost_, cost, pending);
      if (AreFewLeft(pending)) return;
    }
    if (plan_cost_) allowance_ = DropAbove(*plan_cost_, Limit(ready, &Item::cost, goal), pending);
  }

  bool AreFewLeft(const std::vector<uint32_t>& pending) const {
    return std::count_if(pending.begin(), pending.end(),
                         [this](uint32_t slot) { return !from_.IsDropped(slot); }) <= kFewPending;
  }

  enum class Effort { kNone, kGreedy, kSearch };

  // Makes plan_cost_ that of a plan that reaches the goal. False: there is none, or nothing new.
  bool FindPlan(const std::vector<size_t>& ready, const Mask& goal, Effort effort) {
    if (!(goal == plan_goal_)) {
      plan_cost_ = known_cost_;
      is_searched_ = false;
      solved_ = {};
    }
    plan_goal_ = goal;
    if (effort == Effort::kNone) return plan_cost_.has_value();
    // Waiting makes a greedy plan much longer than the best.
    const bool is_dated = params_.minimise == Minimise::kFinish;
    if (is_dated && (effort == Effort::kGreedy || is_searched_)) return false;
    CoverProblemOf<Mask> problem;
    problem.goal = goal;
    solved_slots_.clear();
    for (const size_t slot : ready) {
      if (from_.IsDropped(static_cast<uint32_t>(slot))) continue;
      problem.items.push_back(items_[slot]);
      solved_slots_.push_back(slot);
    }
    problem.begin = Begin();
    if (HasBudget()) problem.budget = params_.budget_eur;
    if (plan_cost_) problem.known_cost = *plan_cost_;
    problem.max_work = is_dated ? kWorkForDatedBound : kWorkForBound;
    solved_ = effort == Effort::kGreedy ? SolveCoverGreedily(problem) : SolveCover(problem);
    const bool is_better = solved_.found && (!plan_cost_ || solved_.cost < *plan_cost_);
    is_searched_ = effort == Effort::kSearch && !is_better;
    if (!is_better) return false;
    plan_cost_ = solved_.cost;
    return true;
  }

  // Of the kept items, where those in `with_needs` (ascending) need what they need.
  Limited Limit(const std::vector<size_t>& with_needs, double Item::*value,
                const Mask& goal) const {
    std::vector<Item> relaxed;
    std::vector<double> values;
    for (const size_t slot : kept_) {
      relaxed.push_back(items_[slot]);
      values.push_back(items_[slot].*value);
      const bool is_with = std::binary_search(with_needs.begin(), with_needs.end(), slot);
      if (!is_with || from_.IsDropped(static_cast<uint32_t>(slot))) relaxed.back().needs = 0;
    }
    const CoverPrices prices = PriceBits<Mask>(relaxed, values, goal);
    Limited limited = {value, prices.of_bit, std::vector<double>(items_.size(), 0), goal, 0};
    for (const NeedPrice& need : prices.of_need) {
      limited.prices[static_cast<size_t>(need.bit)] += need.price;
      limited.of_needs[kept_[need.item]] += need.price;
      limited.priced |= BitMask<Mask>(need.bit);
    }
    limited.least = StillToSpend<Mask>(prices, relaxed, goal, 0);
    return limited;
  }

  // Drops the items with which every set that reaches the goal takes more than `most`. Gives how
  // much an item may take that gives nothing that is priced.
  double DropAbove(double most, const Limited& limited, const std::vector<uint32_t>& pending) {
    const double allowance = most - limited.least + kTiny;
    const auto slack = [&](uint32_t slot) {
      return from_.Slack(slot, limited.value, limited.prices, limited.priced) +
             limited.of_needs[slot];
    };
    for (uint32_t slot = 0; slot < items_.size(); ++slot) {
      if (slack(slot) > allowance) from_.Drop(slot);
    }
    // Of what was left out for lack of bits nobody knows what it might give.
    if (!offer_.is_whole) return allowance;
    for (const uint32_t slot : pending) {
      if (from_.IsDropped(slot)) continue;
      const double of_needs =
          from_.SlackOfNeeds(slot, limited.value, limited.prices, limited.priced);
      if (slack(slot) + of_needs > allowance) from_.Drop(slot);
    }
    return allowance;
  }

  double Begin() const { return static_cast<double>(params_.start - absl::CivilDay(1970, 1, 1)); }

  // What it needs has no bit, so that nobody could tell when it can be taken.
  void LeaveOut(uint32_t slot) {
    offer_.is_whole = false;
    left_out_.push_back(items_[slot]);
    from_.Drop(slot);
  }

  bool WithBudget() const { return params_.minimise == Minimise::kFinish || HasBudget(); }

  bool HasBudget() const {
    return params_.budget_eur.has_value() && params_.minimise != Minimise::kEuros;
  }

  // Of the undominated ones those that can be taken after others that can be taken.
  void Keep() {
    std::erase_if(kept_,
                  [this](size_t slot) { return from_.IsDropped(static_cast<uint32_t>(slot)); });
    for (bool grown = true; grown;) {
      grown = false;
      std::erase_if(kept_, [&](size_t slot) {
        if (!IsWithin(items_[slot].needs, given_)) return false;
        given_ |= items_[slot].gives;
        offer_.problem.items.push_back(items_[slot]);
        offer_.courses.push_back(from_.CourseOf(slot));
        kept_slots_.push_back(slot);
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
        offer_.uncovered.push_back(from_.skills()[bit]);
      }
    }
  }

  // What was solved already is the problem, with items that are no part of the solution.
  void ReuseSolution() {
    if (!solved_.found || !solved_.optimal || !(plan_goal_ == offer_.problem.goal)) return;
    std::vector<size_t> position_of(items_.size(), items_.size());
    for (size_t position = 0; position < kept_slots_.size(); ++position) {
      const size_t slot = kept_slots_[position];
      if (!std::binary_search(solved_slots_.begin(), solved_slots_.end(), slot)) return;
      position_of[slot] = position;
    }
    for (size_t& item : solved_.items) {
      item = position_of[solved_slots_[item]];
      if (item == items_.size()) return;
    }
    offer_.solution = std::move(solved_);
  }

  double BoundWithoutNeeds() const {
    std::vector<Item> items = offer_.problem.items;
    items.insert(items.end(), left_out_.begin(), left_out_.end());
    std::vector<double> costs;
    for (const auto& item : items) costs.push_back(item.cost);
    for (auto& item : items) item.needs = 0;
    const CoverPrices prices = PriceBits<Mask>(items, costs, offer_.problem.goal);
    return StillToSpend<Mask>(prices, items, offer_.problem.goal, 0);
  }

  const PlanParams& params_;
  std::optional<double> known_cost_;
  OfferItems<Mask> from_;
  const std::vector<Item>& items_;  // of from_
  std::vector<Item> left_out_;
  std::vector<size_t> kept_;
  // The least that is known of a plan that reaches the goal.
  Mask plan_goal_ = 0;
  std::optional<double> plan_cost_;
  bool is_searched_ = false;  // in vain, the last time
  // Of the last search for one.
  std::vector<size_t> solved_slots_;  // ascending
  CoverSolution solved_;              // of those
  size_t goals_ = 0;                  // the first bits
  Mask reachable_ = 0;                // what some set of courses gives, whatever it costs
  // A course that gives nothing of the gap and costs more is dear.
  double allowance_ = std::numeric_limits<double>::infinity();
  double budget_allowance_ = std::numeric_limits<double>::infinity();
  Mask given_ = 0;
  Offer<Mask> offer_;
  std::vector<size_t> kept_slots_;  // parallel to the items of the offer
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
