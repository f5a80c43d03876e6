#include "base/give_way.h"

#include <thread>
#include <utility>

namespace overstap {
namespace {
thread_local GiveWayScope* innermost = nullptr;
}  // namespace

GiveWayScope::GiveWayScope(std::function<bool()> is_urgent, Watch watch)
    : is_urgent_(std::move(is_urgent)), watch_(std::move(watch)), outer_(innermost) {
  if (!watch_.sleep) watch_.sleep = [](Duration time) { std::this_thread::sleep_for(time); };
  innermost = this;
}

GiveWayScope::~GiveWayScope() { innermost = outer_; }

void GiveWayScope::Wait() {
  const Time begin = watch_.now();
  if (begin < works_until_) return;
  Time now = begin;
  for (; is_urgent_(); now = watch_.now()) {
    if (now - begin >= kMostWait) {
      works_until_ = now + kLeastWork;
      return;
    }
    watch_.sleep(kLookAgain);
  }
}

void GiveWay() {
  if (innermost != nullptr && innermost->is_urgent_()) innermost->Wait();
}

}  // namespace overstap
