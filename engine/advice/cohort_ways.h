// The ways that each kind of person in a cohort has to other work.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "engine/advice/place.h"
#include "engine/advice/work_places.h"

namespace overstap::advice {

struct Way {
  size_t place = 0;  // index in WorkPlaces::all
  double score = 0;  // of the step
  double weeks = 0;  // of the courses
  int open_skills = 0;
  std::vector<size_t> courses;  // indices in the catalogue, in the order of the plan

  // What the placement makes least, in hundredths of a week.
  int64_t cost() const;
};

struct CohortWays {
  std::vector<Way> ways;                  // best score first
  std::optional<OccupationId> nearest;    // of those that were asked for
  std::optional<UnplacedReason> blocked;  // why there are no ways
  std::vector<std::string> unknown_uris;
};

// `techniek` is null for every occupation. kInvalidArgument for a profile that is refused.
absl::StatusOr<CohortWays> FindWays(const Context& context, const PlaceParams& params,
                                    const transition::Techniek* techniek, const WorkPlaces& places,
                                    const model::Profile& profile);

}  // namespace overstap::advice
