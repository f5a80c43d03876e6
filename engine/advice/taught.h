// What does somebody have of the work after a course?
#pragma once

#include <span>
#include <vector>

#include "engine/snapshot/snapshot.h"
#include "taxonomy/ids.h"

namespace overstap::advice {

// What who has the certificate of a course has of each skill by that alone, 0..1: as
// match::RaiseTaught and then expanding it. For one course at a time, kept by skill, so that asking
// about much work costs no more than what it asks. Not thread-safe.
class TaughtSkills {
 public:
  // `snapshot` outlives it.
  explicit TaughtSkills(const snapshot::Snapshot& snapshot)
      : snapshot_(snapshot), strength_(snapshot.taxonomy().skill_count(), 0) {}

  // From now on it is about who was taught these.
  void Set(std::span<const SkillId> teaches);

  double Strength(SkillId skill) const { return strength_[skill.index()]; }

 private:
  const snapshot::Snapshot& snapshot_;
  std::vector<double> strength_;  // by skill
  std::vector<SkillId> touched_;  // of which strength_ may be more than 0
};

}  // namespace overstap::advice
