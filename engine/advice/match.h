// Which vacancies fit this person, and which people fit this vacancy? One score, both directions.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "engine/advice/context.h"
#include "engine/advice/vacancy_filter.h"
#include "engine/explain/tree.h"
#include "engine/model/profile.h"
#include "engine/model/vacancy.h"

namespace overstap::advice {

struct MatchParams {
  std::string region;               // only vacancies or people there; empty: anywhere
  std::optional<double> radius_km;  // only within so far of the one who asks, 0..500
  size_t limit = 10;                // 1..10,000
  bool explain = false;
  VacancyLimits vacancies = {};  // which vacancies

  absl::Status Validate() const;
  // And says nothing of which vacancies, where those are not what is asked for.
  absl::Status ValidateWithoutLimits() const;
};

struct MatchHit {
  std::string id;
  double score = 0;           // C(profile, vacancy), 0..1
  int unknown = 0;            // requirements of the vacancy that this taxonomy does not have
  explain::Node explanation;  // empty unless asked for
  std::optional<double> distance_km = {};  // of person and vacancy (KnownDistanceKm)
};

struct MatchResult {
  std::string id;  // of the profile or vacancy that asks
  model::Versions versions;
  std::vector<MatchHit> hits;  // best first, ties in order of id; score 0 is not listed
  int64_t not_scored = 0;      // in question, but nothing is known of what the vacancy asks
  // URIs of the one who asks that this taxonomy has not: what they are translated to, and those
  // that lead nowhere.
  Translations translations;
  std::vector<std::string> unmapped;
};

// Vacancies that are open, pass the filter and overlap in hours. The finders of the context answer;
// without them every vacancy is scored, which gives the same answer.
absl::StatusOr<MatchResult> MatchVacancies(const Context& context, const model::Profile& profile,
                                           const MatchParams& params);

// People in the store, by the same score and the same filters seen from the other side. As above.
absl::StatusOr<MatchResult> MatchProfiles(const Context& context, const model::Vacancy& vacancy,
                                          const MatchParams& params);

}  // namespace overstap::advice
