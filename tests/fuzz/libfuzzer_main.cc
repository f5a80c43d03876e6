// Entry point of libFuzzer; OVERSTAP_FUZZ_FUNCTION names the target.
#include <cstddef>
#include <cstdint>

#include "tests/fuzz/fuzz_targets.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  overstap::fuzz::OVERSTAP_FUZZ_FUNCTION({reinterpret_cast<const char*>(data), size});
  return 0;
}
