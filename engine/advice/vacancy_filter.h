// Which vacancies come into question, apart from what they ask.
#pragma once

#include <optional>
#include <string>

#include "engine/advice/context.h"
#include "engine/model/profile.h"
#include "engine/model/vacancy.h"

namespace overstap::advice {

struct VacancyFilter {
  std::string region;               // exactly this arbeidsmarktregio; empty: any
  std::optional<double> radius_km;  // from `near`, as the crow flies; a vacancy whose place is
                                    // unknown passes no radius
  std::optional<model::GeoPoint> near;
  std::optional<int> hours_min;  // the person wants at least and at most these hours a week
  std::optional<int> hours_max;
};

// Where a person or vacancy is: the centroid of the region; nothing when that is unknown. A
// postcode is not placed yet (docs/scoring.md).
std::optional<model::GeoPoint> PlaceOf(const Context& context, const std::string& region);

// Within the radius; `place` is that of the vacancy, when it is known.
bool IsNear(const VacancyFilter& filter, const std::optional<model::GeoPoint>& place);

// When neither side rules the other out; unknown hours rule nothing out.
bool HoursOverlap(const VacancyFilter& filter, const model::Vacancy& vacancy);

// Open today and within the filter.
bool Passes(const Context& context, const VacancyFilter& filter, const model::Vacancy& vacancy);

}  // namespace overstap::advice
