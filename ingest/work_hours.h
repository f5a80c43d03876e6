// Hours a week that stand in words.
#pragma once

#include <optional>
#include <string_view>

namespace overstap::ingest {

struct WorkHours {
  std::optional<int> least;
  std::optional<int> most;

  friend bool operator==(const WorkHours&, const WorkHours&) = default;
};

// "32-40 uur per week", "24 tot 36 uren", "40 hours", "36", "32 - 40": the least and the most,
// equal when one number stands there. Times of the day ("9:00-17:00") and anything else: unknown.
WorkHours ReadWorkHours(std::string_view text);

}  // namespace overstap::ingest
