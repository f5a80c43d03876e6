// Counts of people that may be shown (docs/region-report.md).
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "engine/advice/context.h"

namespace overstap::advice {

inline constexpr int64_t kFewestShown = 10;
inline constexpr int64_t kCountBase = 5;

// Nothing for fewer than kFewestShown, else the nearest multiple of kCountBase. A smaller count
// leaves no trace: it is the same nothing from 0 up.
std::optional<int64_t> ShownCount(int64_t people);

struct ShownPeople {
  OccupationId occupation;
  int64_t people = 0;  // as shown
};

// People of the store in a region by their latest occupation; of equals the first they name. Only
// those that may be shown, ascending by occupation. Whatever is computed from these, sums and
// differences too, says nothing of the others.
std::vector<ShownPeople> CountPeople(const Context& context, const std::string& region);

}  // namespace overstap::advice
