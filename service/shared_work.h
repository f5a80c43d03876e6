// Work of which another thread does a part when it has time.
#pragma once

#include <cstddef>
#include <functional>

#include "service/serial_worker.h"

namespace overstap::service {

// One thread that helps who calls Run. Thread-safe.
class SharedWork {
 public:
  // Calls work(0) to work(pieces - 1), each once, here and on the thread that helps, and ends when
  // all have ended. Never waits for that thread to begin. `work` throws nothing.
  void Run(size_t pieces, const std::function<void(size_t)>& work);

 private:
  SerialWorker helper_;
};

}  // namespace overstap::service
