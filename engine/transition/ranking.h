// How does the list of destinations change when a person has a skill more or less?
#pragma once

#include <limits>
#include <optional>
#include <span>
#include <vector>

#include "engine/match/held_skills.h"
#include "engine/transition/reach.h"

namespace overstap::transition {

// All destinations of one person, kept so that other skills of the same person are ranked by
// looking only at the occupations that ask for what differs. Immutable; thread-safe; everything
// that it is made from outlives it.
class Ranking {
 public:
  Ranking(const ReachContext& context, const Origin& origin,
          const match::ExpandedProfile& expanded);

  const ReachContext& context() const { return context_; }
  const Origin& origin() const { return origin_; }

  // Equal to FindDestinations without a limit.
  std::span<const Destination> all() const { return all_; }

  // FindDestinations for the same person with these skills instead: the same occupations of origin
  // and level. Equal to it, number for number.
  std::vector<Destination> With(std::span<const match::HeldSkill> held,
                                size_t limit = std::numeric_limits<size_t>::max()) const;

 private:
  // Whether an occupation asks for a skill of which the strength differs.
  std::vector<bool> Affected(const match::ExpandedProfile& other) const;

  const ReachContext context_;
  const Origin& origin_;
  const match::ExpandedProfile& expanded_;
  std::vector<float> closeness_;
  std::vector<Destination> all_;
  // Occupations that require each skill, one list after the other.
  std::vector<uint32_t> posting_begin_;
  std::vector<OccupationId> postings_;
};

// 1-based place in a list as FindDestinations gives it; nothing when it is not in it.
std::optional<size_t> PlaceIn(std::span<const Destination> list, OccupationId occupation);

}  // namespace overstap::transition
