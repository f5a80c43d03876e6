// Sees that bytes changed, at the speed of memory.
#pragma once

#include <cstdint>
#include <memory>
#include <string_view>

struct XXH3_state_s;

namespace overstap {

// XXH3 in 64 bits. For damage and change; it names nothing and protects against no forgery. Stable
// over versions and machines. Thread-safe.
uint64_t FastHash(std::string_view bytes);

// The same over bytes that come in pieces. Not thread-safe.
class FastHasher {
 public:
  FastHasher();
  ~FastHasher();
  FastHasher(const FastHasher&) = delete;
  FastHasher& operator=(const FastHasher&) = delete;

  void Add(std::string_view bytes);
  // Of all that was added so far.
  uint64_t Digest() const;

 private:
  std::unique_ptr<XXH3_state_s, void (*)(XXH3_state_s*)> state_;
};

}  // namespace overstap
