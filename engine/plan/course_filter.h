// Can this person take that course at all?
#pragma once

#include <array>
#include <vector>

#include "engine/plan/catalogue.h"
#include "engine/plan/plan_params.h"

namespace overstap::plan {

// Why not; the first that applies.
enum class Barrier { kNone, kRegion, kForm, kLevel };

// What the person restricts; entry requirements are another matter. The catalogue outlives it.
class CourseFilter {
 public:
  CourseFilter(const Catalogue& catalogue, const PlanParams& params);

  Barrier Of(size_t course) const;
  Barrier Of(const Catalogue::Facts& facts) const {
    if (!in_region_[facts.region]) return Barrier::kRegion;
    if (!has_form_[static_cast<size_t>(facts.form)]) return Barrier::kForm;
    return has_level_[facts.level] ? Barrier::kNone : Barrier::kLevel;
  }

 private:
  const Catalogue& catalogue_;
  std::vector<bool> in_region_;  // by RegionIndex
  std::array<bool, 5> has_form_;
  std::array<bool, 5> has_level_;
};

}  // namespace overstap::plan
