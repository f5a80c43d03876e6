// Which technical work is closest for this person, what is missing, which scholing closes it, who
// pays, and where are the vacancies?
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "engine/advice/plan.h"

namespace overstap::advice {

struct RouteParams {
  PersonParams person;
  std::string techniek;  // name of a definition, kEveryOccupation, or empty for the default
  size_t limit = 5;      // 1..100
  plan::PlanParams plan;
  std::optional<double> radius_km;  // overrides that of the profile

  absl::Status Validate() const;
};

// Open vacancies for the destination; nothing where it cannot be known: the store has no vacancies
// at all, no region was given, or no radius or place.
struct VacancyCount {
  std::optional<int64_t> region;
  std::optional<int64_t> within_radius;
};

struct RouteStep {
  ConceptRef from;  // empty URI for a person without an occupation
  ConceptRef to;
  double weeks = 0;
};

struct Route {
  OccupationPlan plan;   // destination, coverage, closeness, level, gap, plan and explanation
  double score = 0;      // what the order follows, 0..1
  double intensity = 0;  // how technical, 0..1; 0 when every occupation was asked for
  std::vector<RouteStep> steps;
  VacancyCount vacancies;
};

struct RouteResult {
  model::Versions versions;
  absl::CivilDay as_of;
  std::string techniek;  // name and version of the definition; empty: every occupation
  std::vector<ConceptRef> origin;
  std::string region;
  std::vector<Understood> understood;
  std::vector<std::string> unknown_uris;  // that lead to nothing in this taxonomy
  Translations translations;              // of the other URIs that it has not
  std::vector<Route> routes;              // best first; within the level gate before the others
};

absl::StatusOr<RouteResult> FindRoutes(const Context& context, const RouteParams& params);

}  // namespace overstap::advice
