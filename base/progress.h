// How far a long job is; shown only by those who want to show it.
#pragma once

#include <cstdint>
#include <string_view>

namespace overstap {

// Called from the thread that does the work. `total` is 0 when unknown.
class Progress {
 public:
  virtual ~Progress() = default;
  virtual void Update(std::string_view activity, int64_t done, int64_t total) = 0;
};

class NoProgress final : public Progress {
 public:
  void Update(std::string_view, int64_t, int64_t) override {}
};

}  // namespace overstap
