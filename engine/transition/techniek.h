// Which occupations of a taxonomy are technical, and how much.
#pragma once

#include <vector>

#include "engine/model/techniek_definition.h"
#include "taxonomy/taxonomy.h"

namespace overstap::transition {

// One definition applied to one taxonomy. Immutable; thread-safe.
class Techniek {
 public:
  Techniek(model::TechniekDefinition definition, const Taxonomy& taxonomy);

  const model::TechniekDefinition& definition() const { return definition_; }
  bool IsTechnical(OccupationId occupation) const { return technical_[occupation.index()]; }
  size_t count() const { return count_; }

  // Share of the occupation's requirement weight (idf) that is technical, 0..1, where a skill is
  // as technical as the share of the occupations requiring it that are. 0 without requirements.
  double Intensity(OccupationId occupation) const { return intensity_[occupation.index()]; }

 private:
  model::TechniekDefinition definition_;
  std::vector<bool> technical_;
  std::vector<double> intensity_;
  size_t count_ = 0;
};

}  // namespace overstap::transition
