// A skills language with a large catalogue of courses, made at random, to plan in.
#pragma once

#include <random>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "engine/match/held_skills.h"
#include "engine/plan/catalogue.h"
#include "engine/plan/gap.h"
#include "taxonomy/taxonomy.h"

namespace overstap::bench {

struct PlanQuestion {
  match::ExpandedProfile person;
  std::vector<plan::GapItem> required;
};

// Fields of work of 45 skills each, below groups of 15, and 20 skills for each that all fields
// share. A course teaches one to five skills, four in five of them of its field; in three of ten
// courses one must have one or two others first. Courses have hours, weeks, a price that goes with
// them, a form, a region (two in three) and start days (half). The same for the same seed.
class PlanWorld {
 public:
  static absl::StatusOr<PlanWorld> Make(int courses, int fields, uint32_t seed);

  const plan::Catalogue& catalogue() const { return catalogue_; }
  const match::ScoringParams& scoring() const { return scoring_; }

  // A person who has half of the other skills of a field and misses `skills` of it.
  PlanQuestion Ask(int skills);

 private:
  PlanWorld(int fields, uint32_t seed) : fields_(fields), random_(seed) {}
  int Number(int low, int high) {
    return low + static_cast<int>(random_() % static_cast<uint32_t>(high - low + 1));
  }
  int SkillOf(int field);
  model::Course MakeCourse(int number);

  int fields_;
  std::mt19937 random_;
  Taxonomy taxonomy_;
  match::ScoringParams scoring_;
  match::TransferTable transfer_;
  plan::Catalogue catalogue_;
};

}  // namespace overstap::bench
