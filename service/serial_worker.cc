#include "service/serial_worker.h"

#ifdef __linux__
#include <sys/resource.h>
#endif

#include <utility>

#include "base/give_way.h"

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

SerialWorker::SerialWorker() : thread_([this] { Run(); }) {}

SerialWorker::SerialWorker(std::function<bool()> is_urgent)
    : thread_([this, is_urgent = std::move(is_urgent)] { RunInBackground(is_urgent); }) {}

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

void SerialWorker::RunInBackground(std::function<bool()> is_urgent) {
  YieldToOthers();
  const GiveWayScope scope(std::move(is_urgent));
  Run();
}

void SerialWorker::Run() {
  std::unique_lock lock(mutex_);
  for (;;) {
    changed_.wait(lock, [this] { return stopping_ || !tasks_.empty(); });
    if (tasks_.empty()) return;
    const std::function<void()> task = std::move(tasks_.front());
    tasks_.pop_front();
    lock.unlock();
    GiveWay();
    task();
    lock.lock();
  }
}

}  // namespace overstap::service
