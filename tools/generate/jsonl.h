// Generated records as text.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "engine/model/profile.h"
#include "engine/model/vacancy.h"

namespace overstap::generate {

// What the text was made with; its first line says so.
struct Recipe {
  uint64_t seed = 2026;
  int vacancies = 1500;
  int profiles = 300;
};

// A comment line, then one object a line in the own record format; LF line ends. Fields that are
// not known are left out.
std::string ToJsonl(const std::vector<model::Vacancy>& vacancies, const Recipe& recipe);
std::string ToJsonl(const std::vector<model::Profile>& profiles, const Recipe& recipe);

}  // namespace overstap::generate
