// Asking for memory before it is needed.
#pragma once

namespace overstap::match {

// GCC takes a function of __builtin_prefetch alone for one without effect: it leaves out calls of
// it, unless it puts the function in the place of the call. A statement of assembler counts as an
// effect, also an empty one.
inline void PrefetchLine(const void* at) {
  __builtin_prefetch(at);
  asm volatile("");
}

}  // namespace overstap::match
