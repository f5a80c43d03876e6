// For technicians who would otherwise leak to other sectors: only technical work, also in between.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "engine/advice/closest.h"
#include "engine/advice/context.h"

namespace overstap::advice {

// What was asked for with "stay in techniek".
struct StayInTechniek {
  bool applied = false;  // false: no work of the origin is technical
  std::string name;      // of the definition
  std::string techniek;  // its name and version
};

// By the definition with that name; the default when `name` is empty or kEveryOccupation. It
// applies when an occupation of the origin is technical. Errors as ResolveTechniek.
absl::StatusOr<StayInTechniek> CheckStay(const Context& context, std::string_view name,
                                         std::span<const OccupationId> origin);

struct ClosestWithStay {
  ClosestResult closest;
  std::optional<StayInTechniek> stay;  // nothing: not asked for
};

// FindClosest, with `stay` for technicians: from technical work only technical work, by the
// definition of `params`, or the default when that is kEveryOccupation.
absl::StatusOr<ClosestWithStay> FindClosestWithStay(const Context& context, ClosestParams params,
                                                    bool stay);

}  // namespace overstap::advice
