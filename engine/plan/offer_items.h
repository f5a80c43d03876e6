// The courses that an offer is made of, while it is being made.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "engine/match/held_skills.h"
#include "engine/plan/catalogue.h"
#include "engine/plan/course_filter.h"
#include "engine/plan/cover.h"
#include "engine/plan/plan_params.h"

namespace overstap::plan {

// Skills that have a bit, and the courses that give one of them as items of a cover problem. An
// item is named by its slot, in the order in which courses were found. Everything that is given
// outlives it.
template <class Mask>
class OfferItems {
 public:
  using Item = CoverItemOf<Mask>;
  // Of an item: what is limited, cost or budget.
  using Value = double Item::*;

  OfferItems(const Catalogue& catalogue, const match::ExpandedProfile& person, double met_from,
             const PlanParams& params);

  // False when there are no bits left.
  bool AssignBit(SkillId skill);
  // Adds the courses that the person may take and that give a bit assigned since the last time,
  // except new ones that take more than allowed.
  void Gather(double most_cost, double most_budget);
  // Notes what each item needs as far as that has a bit, and gives the slots of those of which not
  // all has; ascending.
  std::vector<uint32_t> FindNeeds();
  // Gives bits to all that the item needs. False when there are too few.
  bool AssignNeeds(uint32_t slot);

  // An item that is dropped gives nothing and stays so.
  void Drop(uint32_t slot);
  bool IsDropped(uint32_t slot) const { return dropped_[slot]; }

  // Prices of bits, such that every set of items that gives the goal comes to a bound and the
  // slacks of its items: how much more than the bound a set with the item comes to.
  double Slack(uint32_t slot, Value value, std::span<const double> prices, const Mask& goal) const;
  // How much more again, as others have to give what it needs; infinite when none can.
  double SlackOfNeeds(uint32_t slot, Value value, std::span<const double> prices,
                      const Mask& goal) const;

  // By slot.
  const std::vector<Item>& items() const { return items_; }
  uint32_t CourseOf(size_t slot) const { return courses_[slot]; }
  // By bit.
  const std::vector<SkillId>& skills() const { return skills_; }

 private:
  void Gather(size_t bit, double most_cost, double most_budget);
  Item ItemOf(const Catalogue::Facts& facts) const;
  // Calls f(skill) for the needs of the item that the person does not meet.
  template <class F>
  void ForEachNeed(uint32_t slot, const F& f) const;
  double LeastSlackOfGivers(SkillId skill, uint32_t but, Value value,
                            std::span<const double> prices, const Mask& goal) const;

  const Catalogue& catalogue_;
  const match::ExpandedProfile& person_;
  double met_from_;
  const PlanParams& params_;
  CourseFilter filter_;
  std::vector<int16_t> bit_of_;                      // by skill
  absl::flat_hash_map<uint32_t, uint32_t> slot_of_;  // by course
  std::vector<SkillId> skills_;                      // by bit
  size_t gathered_ = 0;                              // bits
  std::vector<uint32_t> courses_;                    // by slot
  std::vector<Item> items_;                          // by slot
  std::vector<bool> dropped_;                        // by slot
  std::vector<uint32_t> waiting_;  // items with needs that the person does not meet
};

}  // namespace overstap::plan
