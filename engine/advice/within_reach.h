// Is this work within this person's reach? Routes, plans and why-not all answer by what is here.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/advice/context.h"
#include "engine/advice/person.h"
#include "engine/transition/reach.h"

namespace overstap::advice {

struct OccupationPlan;

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

// The work is within reach when there is no barrier. A shortcoming says what stays open all the
// same: skills that no course within reach closes.
struct Obstacles {
  std::vector<Barrier> barriers;      // in order of kind
  std::vector<Barrier> shortcomings;  // in order of kind: kNoCourse, kEntry, kForm, kTravel
};

// What the person and the work themselves bring; not what a list, a definition of techniek or a
// last day asks. What no course closes is a barrier only when it is most of the work: when less
// than transition::kViableFrom of what the work asks (0..1) would be there after the plan. One
// requirement of many without a course is a shortcoming, and a course more in the catalogue never
// makes a barrier of it. Neither a low score nor a missing course is one for work that is learnt at
// work (transition::IsLearntAtWork). `plan` is complete but for its obstacles and explanation;
// `assessed`: nothing when nothing is known of the work.
Obstacles FindObstacles(const Person& person,
                        const std::optional<transition::Destination>& assessed,
                        OccupationId destination, const std::optional<double>& budget_eur,
                        const OccupationPlan& plan);

}  // namespace overstap::advice
