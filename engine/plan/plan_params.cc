#include "engine/plan/plan_params.h"

#include <array>

#include "base/enum_names.h"

namespace overstap::plan {
namespace {
constexpr std::array<std::string_view, 4> kNames = {"weeks", "euros", "mix", "finish"};
}  // namespace

std::string_view MinimiseName(Minimise minimise) { return EnumName(kNames, minimise); }

std::optional<Minimise> ParseMinimise(std::string_view name) {
  return ParseEnum<Minimise>(kNames, name);
}

// Comparisons are written so that NaN fails too.
absl::Status PlanParams::Validate() const {
  if (budget_eur && !(*budget_eur >= 0)) {
    return absl::InvalidArgumentError("the budget may not be negative");
  }
  if (hours_a_week && !(*hours_a_week > 0 && *hours_a_week <= 80)) {
    return absl::InvalidArgumentError("hours a week must be more than 0 and at most 80");
  }
  if ((minimise == Minimise::kMix) != euros_per_week.has_value()) {
    return absl::InvalidArgumentError(
        "a mix of weeks and euros needs euros per week, and nothing else does");
  }
  if (euros_per_week && !(*euros_per_week >= 0 && *euros_per_week <= 100'000)) {
    return absl::InvalidArgumentError("euros per week must be between 0 and 100000");
  }
  if (max_level_step && !(*max_level_step >= 0 && *max_level_step <= 3)) {
    return absl::InvalidArgumentError("the largest step in level must be between 0 and 3");
  }
  if (travel_km && !(*travel_km >= 0 && *travel_km <= 500)) {
    return absl::InvalidArgumentError("the distance to travel must be between 0 and 500 km");
  }
  return model::Validate(applicant);
}

}  // namespace overstap::plan
