// Work that waits for a disk, away from the threads that answer calls.
#pragma once

#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>

namespace overstap::service {

// kBackground: who answers calls goes before, where the operating system can tell (Linux). Threads
// that a task starts are as urgent as the task.
enum class Urgency { kNow, kBackground };

// One thread that runs tasks one by one, in the order in which they came. Thread-safe. The
// destructor runs what is left.
class SerialWorker {
 public:
  explicit SerialWorker(Urgency urgency = Urgency::kNow);
  ~SerialWorker();
  SerialWorker(const SerialWorker&) = delete;
  SerialWorker& operator=(const SerialWorker&) = delete;

  void Post(std::function<void()> task);

 private:
  void Run(Urgency urgency);

  std::mutex mutex_;
  std::condition_variable changed_;
  std::deque<std::function<void()>> tasks_;
  bool stopping_ = false;
  std::thread thread_;
};

}  // namespace overstap::service
