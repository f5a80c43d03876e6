// Work that waits for a disk, away from the threads that answer calls.
#pragma once

#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>

namespace overstap::service {

// One thread that runs tasks one by one, in the order in which they came. Thread-safe. The
// destructor runs what is left.
class SerialWorker {
 public:
  SerialWorker();
  // In the background: who answers calls goes before, where the operating system can tell (Linux),
  // also before threads that a task starts. Tasks wait to begin, and where they GiveWay, while
  // something `is_urgent`.
  explicit SerialWorker(std::function<bool()> is_urgent);
  ~SerialWorker();
  SerialWorker(const SerialWorker&) = delete;
  SerialWorker& operator=(const SerialWorker&) = delete;

  void Post(std::function<void()> task);

 private:
  void Run();
  void RunInBackground(std::function<bool()> is_urgent);

  std::mutex mutex_;
  std::condition_variable changed_;
  std::deque<std::function<void()>> tasks_;
  bool stopping_ = false;
  std::thread thread_;
};

}  // namespace overstap::service
