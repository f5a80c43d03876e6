// An arbeidsmarktregio: the unit of every regional figure.
#pragma once

#include <string>

#include "engine/model/geo.h"

namespace overstap::model {

struct Region {
  std::string code;  // "AM01".."AM35"
  std::string name;
  GeoPoint centroid;

  friend bool operator==(const Region&, const Region&) = default;
};

}  // namespace overstap::model
