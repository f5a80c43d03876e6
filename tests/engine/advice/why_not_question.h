// A question why not, for tests.
#pragma once

#include <string>
#include <string_view>
#include <utility>

#include "engine/advice/why_not.h"
#include "tests/support/tiny_taxonomy.h"

namespace overstap::advice {

// About an occupation of the world, with every occupation in the list.
inline WhyNotParams Ask(const TinyWorld& world, std::string_view person, std::string occupation) {
  WhyNotParams params;
  params.person.profile = world.Person(person);
  params.occupation = std::move(occupation);
  params.techniek = kEveryOccupation;
  return params;
}

}  // namespace overstap::advice
