// Asking for memory before it is needed.
#pragma once

namespace overstap::match {

// GCC takes a function of __builtin_prefetch alone for one without effect: it leaves out calls of
// it, unless it puts the function in the place of the call. A statement of assembler counts as an
// effect, also an empty one. Into the second-level cache: a search asks for more lines at a time
// than can be on their way into the first (docs/performance.md).
inline void PrefetchLine(const void* at) {
  constexpr int kToRead = 0;
  constexpr int kSecondLevel = 2;
  __builtin_prefetch(at, kToRead, kSecondLevel);
  asm volatile("");
}

}  // namespace overstap::match
