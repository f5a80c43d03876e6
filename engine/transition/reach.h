// Which occupations are near a person, best first.
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "engine/match/held_skills.h"
#include "engine/match/work_weights.h"
#include "engine/transition/level_gate.h"
#include "engine/transition/step_closeness.h"
#include "engine/transition/techniek.h"

namespace overstap::transition {

// A person as transitions see one.
struct Origin {
  std::vector<OccupationId> occupations;  // may be empty: then only the skills speak
  std::vector<match::HeldSkill> skills;
  std::optional<int> level;  // ISCO skill level; unknown: the highest of the occupations
  // Of each occupation, (0, 1]: what closeness from it is multiplied by, less when the occupation
  // was translated. Empty: 1 for all.
  std::vector<double> shares = {};

  double ShareOf(size_t index) const { return shares.empty() ? 1 : shares[index]; }
};

struct Destination {
  OccupationId occupation;
  double score = 0;                 // mean of coverage and closeness; what the order follows
  double coverage = 0;              // C(person, occupation), 0..1
  std::optional<double> closeness;  // of the step: largest over the person's occupations times
                                    // their share; unknown without any
  LevelGate level;
  bool learnt_at_work = false;  // IsLearntAtWork
};

// Everything that ranking needs to see; all outlive the call.
struct ReachContext {
  const Taxonomy& taxonomy;
  const match::TransferTable& transfer;
  const match::ScoringParams& scoring;
  const match::WorkWeights& weights;  // of `taxonomy` and `scoring`
  const StepCloseness& step_closeness;
  const Techniek* techniek = nullptr;  // only technical destinations; null: all
};

// Largest step closeness from any of the person's occupations, times its share, to each occupation;
// all 0 for a person without one.
std::vector<float> ClosenessRow(const ReachContext& context, const Origin& origin);

// The facts about one destination whose closeness is known; nothing when it has no requirements.
std::optional<Destination> Score(const ReachContext& context, const Origin& origin,
                                 const match::ExpandedProfile& expanded, OccupationId occupation,
                                 double closeness);

// Whether the list of destinations can hold it at all: it meets the definition of techniek and is
// no occupation of the person's own.
bool IsCandidate(const ReachContext& context, const Origin& origin, OccupationId occupation);

// The order of destinations. Total: no two of one list are equal.
bool IsBetter(const Destination& a, const Destination& b);

// The facts about every occupation that FindDestinations chooses from, in order of occupation.
std::vector<Destination> AssessAll(const ReachContext& context, const Origin& origin,
                                   const match::ExpandedProfile& expanded);

// The best `limit` of them, in the order of FindDestinations.
std::vector<Destination> BestOf(std::vector<Destination> destinations, size_t limit);

// The best `limit` destinations that are not among the person's own occupations. Occupations
// without requirements are left out: nothing is known about them. Within the level gate first;
// those beyond it follow, flagged. Ties are in order of occupation.
std::vector<Destination> FindDestinations(const ReachContext& context, const Origin& origin,
                                          const match::ExpandedProfile& expanded, size_t limit);

// The same facts about one destination; nothing when it has no requirements.
std::optional<Destination> Assess(const ReachContext& context, const Origin& origin,
                                  const match::ExpandedProfile& expanded, OccupationId destination);

// ISCO level of the person: as given, else the highest of the occupations, else unknown.
std::optional<int> LevelOf(const Origin& origin, const Taxonomy& taxonomy);

}  // namespace overstap::transition
