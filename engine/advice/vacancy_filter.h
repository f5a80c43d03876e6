// Which vacancies come into question, apart from what they ask.
#pragma once

#include <optional>
#include <string>

#include "absl/time/civil_time.h"
#include "engine/advice/context.h"
#include "engine/advice/spot.h"
#include "engine/model/profile.h"
#include "engine/model/vacancy.h"

namespace overstap::advice {

// What only vacancies are asked for.
struct VacancyLimits {
  std::string isco;              // only work in this ISCO-08 group, 1 to 4 digits; empty: any
  std::optional<int> level_min;  // ISCO skill level 1..4; an unknown level rules nothing out
  std::optional<int> level_max;
  std::optional<absl::CivilDay> published_from;  // an unknown day is before it

  friend bool operator==(const VacancyLimits&, const VacancyLimits&) = default;
};

struct VacancyFilter {
  std::string region;               // exactly this arbeidsmarktregio; empty: any
  std::optional<double> radius_km;  // from `near`, as the crow flies; a vacancy whose place is
                                    // unknown passes no radius
  std::optional<Spot> near;
  std::optional<int> hours_min;  // the person wants at least and at most these hours a week
  std::optional<int> hours_max;
  VacancyLimits limits;
};

// Within the radius; `place` is that of the vacancy, when it is known.
bool IsNear(const VacancyFilter& filter, const std::optional<Spot>& place);

// When neither side rules the other out; unknown hours rule nothing out.
bool HoursOverlap(const VacancyFilter& filter, const model::VacancyFacts& vacancy);

// Open today and within the filter, but for its ISCO group.
bool Passes(const Context& context, const VacancyFilter& filter,
            const model::VacancyFacts& vacancy);
// And in the ISCO group, which a vacancy for no known occupation is not.
bool Passes(const Context& context, const VacancyFilter& filter, const snapshot::VacancyRow& row);

}  // namespace overstap::advice
