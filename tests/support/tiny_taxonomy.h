// A taxonomy, with records if wanted, as text in the test; build, ask, expect.
//
//   TinyWorld world(R"(
//     group lassen
//     skill mig < lassen
//     occupation lasser isco 7212 : mig essential, tekeninglezen important, heffen optional
//     course mig-basis : mig | weeks 4 hours 40 price 500 needs tekeninglezen
//   )");
//   EXPECT_EQ(world.CoursesOf("can tekeninglezen", "lasser"),
//   std::vector<std::string>{"mig-basis"});
//
// One statement a line; empty lines and lines that begin with '#' are skipped. A name is one word
// without , : | or <; it is the Dutch label, and its URI is "t:" and the name. Lines may refer to
// later ones. In [brackets]: may be left out; options after '|' or a name go in any order.
//
//   group NAME [< GROUP, ...]
//   skill NAME [< SKILL or GROUP, ...]
//   knowledge NAME [< SKILL or GROUP, ...]
//   occupation NAME [isco CODE] [level 1..4] [: SKILL [IMPORTANCE], ...]      else essential
//   course NAME : SKILL, ... [| [weeks N] [hours N] [price N] [needs SKILL, ...] [form FORM]
//                               [region AM06] [level N] [starts DAY, ...] [schemes NAME, ...]
//                               [seats N]]
//   scheme NAME open|closed|proposed [for worker|employer|both] [from DAY] [until DAY] [max N]
//   region AM06 LATITUDE LONGITUDE
//   vacancy NAME [for OCCUPATION] [: SKILL [IMPORTANCE], ...] [| [region AM06] [hours N N]
//                                    [level N] [pays N] [published DAY] [closes DAY]]
//   profile NAME : PERSON
//
// PERSON is what somebody did and can do, in any order:
//   was OCCUPATION [YEARS] [until YEAR], can SKILL [EVIDENCE] [YEAR], cannot SKILL, ...
//     [| [region AM06] [radius N] [hours N N] [level N]]
// Years of work are 5 and evidence is "claimed" when left out.
//
// A skill that an occupation asks for needs no line of its own; other names must be declared.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "absl/status/statusor.h"
#include "engine/advice/context.h"
#include "engine/advice/route.h"
#include "engine/match/held_skills.h"
#include "engine/plan/gap.h"
#include "engine/plan/training_plan.h"
#include "engine/snapshot/snapshot.h"
#include "tests/support/tiny_person.h"

namespace overstap {

// The text as what a snapshot is made of: canonical, records ascending by id. kInvalidArgument with
// "line 3: what is wrong" for a line that is not in the language above, a name that is declared
// twice or nowhere, or a record out of its range.
absl::StatusOr<snapshot::Source> ParseTinyWorld(std::string_view text);

// The default parameters with one definition of techniek, "tiny": ISCO groups 21, 25, 31, 35, 7, 8.
snapshot::Parameters TinyParameters();

// A built world to ask. Text that is wrong, and names that are not in it, throw
// absl::BadStatusOrAccess with the reason: GoogleTest shows it and fails the test.
class TinyWorld {
 public:
  explicit TinyWorld(std::string_view text, snapshot::Parameters parameters = TinyParameters());

  const snapshot::Snapshot& snapshot() const { return *snapshot_; }
  const Taxonomy& taxonomy() const { return snapshot_->taxonomy(); }
  // On 2026-11-21, labels in Dutch.
  advice::Context context() const;

  OccupationId Occupation(std::string_view name) const;
  SkillId Skill(std::string_view name) const;

  // Each `person` is a PERSON as above, of which every name must be known.
  model::Profile Person(std::string_view person) const;
  std::vector<match::HeldSkill> Held(std::string_view person) const;
  match::ExpandedProfile Expanded(std::string_view person) const;

  std::optional<double> Coverage(std::string_view person, std::string_view occupation) const;
  double Closeness(std::string_view from, std::string_view to) const;
  double StepCloseness(std::string_view from, std::string_view to) const;
  plan::Gap Gap(std::string_view person, std::string_view occupation) const;
  plan::TrainingPlan Plan(std::string_view person, std::string_view occupation,
                          const plan::PlanParams& params = {}) const;
  advice::RouteResult Routes(std::string_view person, size_t limit = 10,
                             std::string_view techniek = advice::kEveryOccupation) const;

  // The same as names.
  std::vector<std::string> GapOf(std::string_view person, std::string_view occupation) const;
  std::vector<std::string> CoursesOf(std::string_view person, std::string_view occupation,
                                     const plan::PlanParams& params = {}) const;
  std::vector<std::string> DestinationsOf(
      std::string_view person, size_t limit = 10,
      std::string_view techniek = advice::kEveryOccupation) const;

 private:
  std::shared_ptr<const snapshot::Snapshot> snapshot_;
};

}  // namespace overstap
