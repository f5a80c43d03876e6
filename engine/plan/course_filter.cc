#include "engine/plan/course_filter.h"

#include <cstdlib>

namespace overstap::plan {

CourseFilter::CourseFilter(const Catalogue& catalogue, const PlanParams& params)
    : catalogue_(catalogue), in_region_(catalogue.region_count() + 1, params.region.empty()) {
  in_region_[0] = true;
  const auto allow = [this](const std::string& region) {
    if (const auto index = catalogue_.RegionIndex(region)) in_region_[*index] = true;
  };
  allow(params.region);
  for (const std::string& region : params.nearby) allow(region);
  has_form_.fill(params.forms.empty());
  for (const model::CourseForm form : params.forms) has_form_[static_cast<size_t>(form)] = true;
  has_level_.fill(true);
  if (!params.level || !params.max_level_step) return;
  for (int level = 1; level <= 4; ++level) {
    has_level_[static_cast<size_t>(level)] =
        std::abs(level - *params.level) <= *params.max_level_step;
  }
}

Barrier CourseFilter::Of(size_t course) const { return Of(catalogue_.FactsOf(course)); }

}  // namespace overstap::plan
