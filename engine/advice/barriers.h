// What keeps work out of a person's reach?
#pragma once

#include <optional>
#include <vector>

#include "engine/advice/context.h"
#include "engine/advice/person.h"
#include "engine/advice/plan.h"
#include "engine/advice/within_reach.h"
#include "engine/transition/ranking.h"

namespace overstap::advice {

// One person, one occupation, and what is asked of the way between them.
struct Situation {
  Person person;
  OccupationId destination;
  const transition::Techniek* techniek = nullptr;  // null: every occupation
  size_t limit = 5;                                // length of the list that is shown
  plan::PlanParams plan;
  std::optional<absl::CivilDay> finish_by;  // last day on which the courses may end
};

struct Standing {
  std::optional<transition::Destination> assessed;  // nothing: nothing is known of the work
  std::optional<size_t> place;  // in the list without an end, from 1; nothing: not in it
  OccupationPlan plan;
  std::vector<Barrier> barriers;      // in order of kind; none: the work is within reach
  std::vector<Barrier> shortcomings;  // in order of kind

  // Among either.
  bool Has(BarrierKind kind) const;
};

// Looks at situations that come from one. Thread-safe; everything given outlives it.
class Judge {
 public:
  Judge(const Context& context, const Situation& first);

  // `situation` is the first, or the first with changes to the person, the plan or the definition.
  Standing Look(const Situation& situation) const;

  // Of the first situation.
  const transition::Ranking& ranking() const { return ranking_; }

 private:
  void Place(const Situation& situation, Standing* standing) const;
  void FindInTime(const Situation& situation, Standing* standing) const;
  bool RanksAlike(const Situation& situation) const;

  const Context& context_;
  const Situation& first_;
  const Recognition recognition_;
  const transition::Ranking ranking_;
};

}  // namespace overstap::advice
