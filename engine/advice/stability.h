// How sure is the order of the list, and what would it help most to ask?
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "engine/advice/context.h"
#include "engine/model/evidence.h"
#include "engine/transition/ranking.h"

namespace overstap::advice {

// A skill without which another occupation is the first of the list.
struct Unseating {
  ConceptRef skill;
  model::EvidenceKind evidence = model::EvidenceKind::kClaimed;
  std::optional<ConceptRef> first;  // then; nothing: the list is empty
};

struct Robustness {
  std::optional<ConceptRef> first;     // of the list; nothing: the list is empty
  size_t tried = 0;                    // skills that nobody confirmed, each dropped alone
  std::vector<Unseating> unseated_by;  // those that change the first, in order of URI
};

// Skills that nobody confirmed are those that the person claims or that only the work done implies.
Robustness TestFirst(const Context& context, const transition::Ranking& ranking);

// A skill to ask the person about.
struct NextQuestion {
  ConceptRef skill;
  bool is_assumed = false;   // counted as there now, because it was claimed or the work implies it
  double chance = 0;         // of yes, 0..1
  double change_if_yes = 0;  // of the list, 0..1
  double change_if_no = 0;
  double expected_change = 0;
  std::optional<ConceptRef> first_if_yes;  // of the list; nothing: it is empty
  std::optional<ConceptRef> first_if_no;
};

// The question with the largest expected change of the first `limit` places:
//
//   expected = chance * D(list, list if yes) + (1 - chance) * D(list, list if no)
//
// D is the footrule of two top lists (Fagin, Kumar and Sivakumar 2003): the sum of the differences
// in place of every occupation that is in either, where one that is not in a list has place
// limit + 1, divided by limit * (limit + 1), its largest value. 0: the same list, 1: another one.
//
// Asked are skills that nobody confirmed and those that the first `limit` occupations and `about`
// ask for. After yes a skill has at least the strength of a claim; after no it is not held. The
// chance of yes is the strength that is known of it, at least the share of all occupations that ask
// it. Of equal questions the first by URI; nothing when none would change anything.
std::optional<NextQuestion> BestQuestion(const Context& context, const transition::Ranking& ranking,
                                         const match::ExpandedProfile& expanded, OccupationId about,
                                         size_t limit);

// D above, for the first `limit` (at least 1) of each.
double ListDistance(std::span<const transition::Destination> a,
                    std::span<const transition::Destination> b, size_t limit);

}  // namespace overstap::advice
