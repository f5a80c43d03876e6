// Which occupations of a taxonomy are technical, and how much.
#pragma once

#include <string>
#include <vector>

#include "engine/model/techniek_definition.h"
#include "taxonomy/crosswalk.h"
#include "taxonomy/taxonomy.h"

namespace overstap::transition {

// One definition applied to one taxonomy. Immutable; thread-safe.
class Techniek {
 public:
  // `crosswalks` may be null; a definition by BRC 2014 needs links from ISCO-08.
  Techniek(model::TechniekDefinition definition, const Taxonomy& taxonomy,
           const CrosswalkIndex* crosswalks = nullptr);

  const model::TechniekDefinition& definition() const { return definition_; }
  bool IsTechnical(OccupationId occupation) const { return technical_[occupation.index()]; }
  size_t count() const { return count_; }

  // What is missing to apply the definition, with what to do about it; empty when nothing is. Until
  // then no occupation is technical, which says nothing of the occupations.
  const std::string& lacks() const { return lacks_; }

  // Share of the occupation's requirement weight (idf) that is technical, 0..1, where a skill is
  // as technical as the share of the occupations requiring it that are. 0 without requirements.
  double Intensity(OccupationId occupation) const { return intensity_[occupation.index()]; }

 private:
  void MarkByCode(const Taxonomy& taxonomy);
  void MarkByBrc(const Taxonomy& taxonomy, const CrosswalkIndex* crosswalks);
  void MarkBySkills(const Taxonomy& taxonomy);

  model::TechniekDefinition definition_;
  std::vector<bool> technical_;
  std::vector<double> intensity_;
  size_t count_ = 0;
  std::string lacks_;
};

}  // namespace overstap::transition
