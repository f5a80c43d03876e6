// What time it is, so that tests can say what time it is.
#pragma once

#include "absl/time/civil_time.h"
#include "absl/time/clock.h"
#include "absl/time/time.h"

namespace overstap {

// Thread-safe.
class Clock {
 public:
  virtual ~Clock() = default;
  virtual absl::Time Now() const = 0;
  // Today in UTC; schemes, courses and vacancies have dates, not times.
  absl::CivilDay Today() const { return absl::ToCivilDay(Now(), absl::UTCTimeZone()); }
};

class SystemClock final : public Clock {
 public:
  absl::Time Now() const override { return absl::Now(); }
};

// Stands still on the day it was given.
class FixedClock final : public Clock {
 public:
  explicit FixedClock(absl::CivilDay today) : now_(absl::FromCivil(today, absl::UTCTimeZone())) {}
  absl::Time Now() const override { return now_; }

 private:
  absl::Time now_;
};

}  // namespace overstap
