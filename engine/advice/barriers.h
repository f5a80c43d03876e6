// What keeps work out of a person's reach?
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/advice/context.h"
#include "engine/advice/person.h"
#include "engine/advice/plan.h"
#include "engine/transition/ranking.h"

namespace overstap::advice {

// In the order in which they are looked at: what cannot be changed first, then what a person
// brings, then how the way there can be gone. Sent by name, never by number.
enum class BarrierKind {
  kOwnWork,       // the person does this work already
  kUnknownWork,   // nothing is known of what it asks
  kNotTechnical,  // outside the definition of techniek: value is its intensity
  kLevel,         // value ISCO skill levels up (negative: down), at most `allowed`
  kGate,          // a registration, certificate, licence, condition or language that is not shown
  kScore,         // value below `allowed`, from which a step is viable
  kRank,          // value-th of the list, of which `allowed` are shown
  kNoCourse,      // no course is known that closes `skills`
  kEntry,         // only courses with entry requirements that the person cannot come to meet
  kForm,          // only courses of a form or level that the person leaves out
  kTravel,        // only courses further than the person travels
  kBudget,        // the courses cost at least value euros, more than `allowed`
  kTime,          // the courses end after value weeks at the earliest, later than `allowed`
};

inline constexpr int kBarrierKindCount = 13;

std::string_view BarrierKindName(BarrierKind kind);  // "not_technical"

struct Barrier {
  BarrierKind kind = BarrierKind::kOwnWork;
  std::string id;                 // of the gate, or name of the definition of techniek; else empty
  std::string name;               // of the gate, in Dutch; else empty
  std::string opens_with;         // what to do, in Dutch; only of a gate
  std::optional<double> value;    // in the unit of the kind; unknown: nothing
  std::optional<double> allowed;  // what it may be
  std::vector<ConceptRef> skills = {};
};

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
  std::vector<Barrier> barriers;  // in order of kind; none: the work is within reach

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
