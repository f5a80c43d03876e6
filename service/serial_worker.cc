#include "service/serial_worker.h"

#ifdef __linux__
#include <sys/resource.h>
#endif

#include <utility>

namespace overstap::service {
namespace {

// Of the calling thread: on Linux a priority is of a thread. What is refused changes nothing.
void YieldToOthers() {
#ifdef __linux__
  constexpr int kNice = 10;
  ::setpriority(PRIO_PROCESS, 0, kNice);
#endif
}

}  // namespace

SerialWorker::SerialWorker(Urgency urgency) : thread_([this, urgency] { Run(urgency); }) {}

SerialWorker::~SerialWorker() {
  {
    const std::lock_guard lock(mutex_);
    stopping_ = true;
  }
  changed_.notify_one();
  thread_.join();
}

void SerialWorker::Post(std::function<void()> task) {
  {
    const std::lock_guard lock(mutex_);
    tasks_.push_back(std::move(task));
  }
  changed_.notify_one();
}

void SerialWorker::Run(Urgency urgency) {
  if (urgency == Urgency::kBackground) YieldToOthers();
  std::unique_lock lock(mutex_);
  for (;;) {
    changed_.wait(lock, [this] { return stopping_ || !tasks_.empty(); });
    if (tasks_.empty()) return;
    const std::function<void()> task = std::move(tasks_.front());
    tasks_.pop_front();
    lock.unlock();
    task();
    lock.lock();
  }
}

}  // namespace overstap::service
