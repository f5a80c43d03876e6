// Whether somebody still waits for what this thread computes.
#pragma once

#include <functional>

#include "absl/status/status.h"

namespace overstap {

// Says so for the thread that makes it, until it is destroyed. Of scopes in each other the inner
// one counts.
class PatienceScope {
 public:
  // `check` gives OK while somebody waits; once it gives an error, it goes on giving one.
  explicit PatienceScope(std::function<absl::Status()> check);
  ~PatienceScope();
  PatienceScope(const PatienceScope&) = delete;
  PatienceScope& operator=(const PatienceScope&) = delete;

 private:
  friend absl::Status CheckPatience();

  std::function<absl::Status()> check_;
  const PatienceScope* outer_;
};

// What the scope says; OK without one. Long work asks between its parts, and ends with the error.
absl::Status CheckPatience();

// The same for work inside it that cannot fail: it may then stop with less than all, as whoever
// called it ends with the error.
inline bool IsAwaited() { return CheckPatience().ok(); }

}  // namespace overstap
