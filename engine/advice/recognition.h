// What recognition of what a person can do already, or a refresher, would change.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "engine/advice/context.h"
#include "engine/advice/person.h"
#include "engine/plan/gap.h"
#include "engine/plan/training_plan.h"

namespace overstap::advice {

// About how long an EVC procedure takes (docs/glossary.md); what it costs is not known.
inline constexpr double kEvcWeeks = 13;

// A requirement that would be met if a skill that the person says to have were recognised.
struct RecognisedSkill {
  ConceptRef skill;     // what the occupation asks
  ConceptRef held;      // what is to be recognised
  double strength = 0;  // of the requirement, now and then
  double recognised = 0;
};

// What an EVC procedure for all skills in `skills` would save. It has no effect when `skills` is
// empty.
struct EvcLine {
  std::vector<RecognisedSkill> skills;
  std::optional<double>
      weeks;  // of the plan with EVC, without the procedure; nothing when not found
  std::optional<double> cost_eur;
  std::optional<double> weeks_saved;  // against the plan without; nothing when one is not found
  std::optional<double> eur_saved;
};

// A requirement for which the person's evidence has aged: an opfriscursus would bring it up to
// date.
struct RefreshLine {
  ConceptRef skill;
  ConceptRef held;               // the skill that has aged
  std::optional<int> last_used;  // calendar year; unknown: inferred from more than one source
  double strength = 0;           // of the requirement, now and when fresh
  double fresh = 0;
  bool is_met = false;  // still
  std::optional<std::string>
      course;  // id of the course in reach that closes it in the fewest hours
  std::optional<std::string> title;
  std::optional<double> hours;
};

// The skills with the strength of an EVC where they had less.
std::vector<match::HeldSkill> Recognised(std::vector<match::HeldSkill> held,
                                         const match::ScoringParams& scoring);

// The person with every skill recognised, and as if nothing had aged. Made once for a person.
class Recognition {
 public:
  Recognition(const Context& context, const Person& person);

  // `required` is the gap and `plan` the plan that closes it.
  EvcLine Evc(const Person& person, const std::vector<plan::GapItem>& required,
              const plan::TrainingPlan& plan, const plan::PlanParams& params) const;

  // Essential and important requirements that lost strength, those that are not met first, then in
  // order of skill.
  std::vector<RefreshLine> Refresh(const Person& person, OccupationId destination,
                                   const plan::PlanParams& params) const;

 private:
  // Skills with strengths, and what they say about all others.
  struct View {
    std::vector<match::HeldSkill> held;
    match::ExpandedProfile expanded;
  };
  View Expand(std::vector<match::HeldSkill> held) const;
  ConceptRef HeldRef(const View& view, SkillId requirement) const;

  const Context& context_;
  std::unique_ptr<View> recognised_;  // null: it would change nothing
  std::unique_ptr<View> fresh_;
  std::vector<std::pair<SkillId, int>> last_used_;  // ascending
};

}  // namespace overstap::advice
