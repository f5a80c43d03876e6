// Where there are open vacancies for an occupation, and who can travel there.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "engine/advice/context.h"
#include "engine/model/geo.h"
#include "engine/model/profile.h"

namespace overstap::advice {

struct OpenWork {
  OccupationId occupation;
  std::string region;  // empty: the vacancies do not say
  int64_t vacancies = 0;
  std::vector<model::GeoPoint> points = {};  // where they are, as far as that is known; each once
};

// Immutable; thread-safe.
class WorkPlaces {
 public:
  // Open today. Ascending by occupation, then region.
  explicit WorkPlaces(const Context& context);

  std::span<const OpenWork> all() const { return all_; }

  // Indices of the places for an occupation that somebody can get to: those of the own region, and
  // with a radius those of every region where a vacancy lies so near. Whoever has no region can get
  // everywhere, unless their postcode or town tells where they are and they say how far they
  // travel: nothing is known that forbids it.
  std::vector<size_t> WithinTravel(const Context& context, OccupationId occupation,
                                   const model::Profile& profile,
                                   std::optional<double> radius_km) const;

 private:
  std::vector<OpenWork> all_;
};

}  // namespace overstap::advice
