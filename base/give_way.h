// Long work in the background that lets urgent work go first.
#pragma once

#include <chrono>
#include <functional>

namespace overstap {

// The thread that makes it works in the background until it is destroyed: GiveWay waits there while
// something is urgent. A priority does not do that: whoever has a processor keeps it for
// milliseconds, and others wait for it meanwhile.
class GiveWayScope {
 public:
  using Time = std::chrono::steady_clock::time_point;
  using Duration = std::chrono::steady_clock::duration;

  // Where the time comes from, so that tests can say what time it is.
  struct Watch {
    std::function<Time()> now = std::chrono::steady_clock::now;
    std::function<void(Duration)> sleep;  // none: as long as it says
  };

  // Work that is urgent without end slows work in the background down to a fifth and does not stop
  // it: it waits for kMostWait at a time, and then goes on for kLeastWork.
  static constexpr Duration kMostWait = std::chrono::milliseconds(20);
  static constexpr Duration kLeastWork = std::chrono::milliseconds(5);
  // Short against most writes. Who is urgent tells nobody when it ends, which would take its time.
  static constexpr Duration kLookAgain = std::chrono::microseconds(500);

  // `is_urgent` is quick, and may be called at any time.
  explicit GiveWayScope(std::function<bool()> is_urgent) : GiveWayScope(std::move(is_urgent), {}) {}
  GiveWayScope(std::function<bool()> is_urgent, Watch watch);
  ~GiveWayScope();
  GiveWayScope(const GiveWayScope&) = delete;
  GiveWayScope& operator=(const GiveWayScope&) = delete;

 private:
  friend void GiveWay();

  void Wait();

  std::function<bool()> is_urgent_;
  Watch watch_;
  Time works_until_;  // and gives no way before
  GiveWayScope* outer_;
};

// Waits while something is urgent, in a scope; at once over without one. Long work calls it between
// its parts, each of some microseconds or more, where it holds nothing that others wait for.
void GiveWay();

}  // namespace overstap
