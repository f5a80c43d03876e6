// People who look for other work together.
#pragma once

#include <cstdint>

#include "engine/model/profile.h"

namespace overstap::model {

inline constexpr int kMaxCohortPeople = 100'000;

// People who are alike as far as matching needs to know.
struct CohortGroup {
  Profile profile;
  int64_t people = 1;  // 1..kMaxCohortPeople

  friend bool operator==(const CohortGroup&, const CohortGroup&) = default;
};

}  // namespace overstap::model
