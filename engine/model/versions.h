// What an answer was computed from. Same versions, same answer, byte for byte.
#pragma once

#include <string>

namespace overstap::model {

struct Versions {
  std::string taxonomy;    // "esco-3f9a2c41d0e7"
  std::string data;        // hash over vacancies, courses, schemes, regions and profiles
  std::string parameters;  // hash over scoring parameters and the techniek definition

  friend bool operator==(const Versions&, const Versions&) = default;
};

}  // namespace overstap::model
