// The request of the operating system to end.
#pragma once

namespace overstap::service {

// Makes SIGTERM and SIGINT wait to be asked for instead of ending the process. Construct it in the
// main thread, before any other thread starts, once per process.
class StopSignal {
 public:
  StopSignal();

  // Blocks until one of them arrives, or returns at once when one did; gives its number.
  int Wait() const;
};

}  // namespace overstap::service
