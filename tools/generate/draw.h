// Choices that vacancies and profiles have in common.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "tools/generate/places.h"
#include "tools/generate/random.h"
#include "tools/generate/world.h"

namespace overstap::generate {

// Draws occupations, some more often than others, and regions, larger ones more often. Keeps a
// reference to the world.
class Drawer {
 public:
  Drawer(const World& world, uint64_t seed);

  const World& world() const { return world_; }
  uint64_t seed() const { return seed_; }

  OccupationId Technical(Random* random) const;
  OccupationId Other(Random* random) const;
  // One of all skills of the taxonomy that some occupation requires.
  SkillId AnySkill(Random* random) const;
  const Place& AnyPlace(Random* random) const;

 private:
  const World& world_;
  uint64_t seed_;
  std::vector<int> technical_weights_;
  std::vector<int> other_weights_;
  std::vector<Place> places_;
  std::vector<int> place_weights_;
  std::vector<SkillId> skills_;
};

struct Hours {
  int min = 0;
  int max = 0;
};

// A working week as people write it in the Netherlands.
Hours DrawHours(Random* random);

// One of the postcodes of the place, or nothing when none is known or, in `percent_without` of 100
// cases, none is told.
std::string DrawPostcode(const Place& place, int percent_without, Random* random);

}  // namespace overstap::generate
