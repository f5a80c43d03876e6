// What all questions about the match of a person and a vacancy have in common.
#pragma once

#include <optional>

#include "absl/status/status.h"
#include "engine/advice/context.h"
#include "engine/advice/match.h"
#include "engine/advice/vacancy_filter.h"
#include "engine/match/coverage.h"
#include "engine/match/held_skills.h"

namespace overstap::advice {

// A profile in the terms of the snapshot.
struct MatchReading {
  match::ResolvedProfile resolved;
  match::ExpandedProfile expanded;
};

MatchReading ReadForMatch(const Context& context, const model::Profile& profile);

// C(profile, vacancy), 0..1; nothing when nothing is known of what the vacancy asks.
std::optional<double> ScoreOf(const Context& context, const MatchReading& reading,
                              const match::RequirementSet& requirements);

// The score with a child for each requirement, heaviest first.
explain::Node ExplainScore(const Context& context, const MatchReading& reading,
                           const match::RequirementSet& requirements, double score);

// Which vacancies come into question for the profile.
VacancyFilter FilterFor(const Context& context, const model::ProfileFacts& profile,
                        const MatchParams& params);

// Whether the person comes into question for the vacancy: the same filters from the other side, and
// the profile may be kept.
bool PassesPerson(const Context& context, const model::ProfileFacts& profile,
                  const model::VacancyFacts& vacancy, const MatchParams& params);

// kInvalidArgument for a radius from where nobody knows; `asks` is where the one who asks is.
absl::Status CheckPlace(const MatchParams& params, const std::optional<Spot>& asks);

}  // namespace overstap::advice
