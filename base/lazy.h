// A value that is made when somebody asks for it.
#pragma once

#include <mutex>
#include <optional>

namespace overstap {

// Thread-safe: who asks while another one makes it waits for that.
template <class Value>
class Lazy {
 public:
  // The value, which the first of all calls makes with `make()`.
  template <class Make>
  const Value& Get(const Make& make) const {
    std::call_once(once_, [&] { value_.emplace(make()); });
    return *value_;
  }

 private:
  mutable std::once_flag once_;
  mutable std::optional<Value> value_;
};

}  // namespace overstap
