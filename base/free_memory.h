// Gives memory that was used for a while back to the operating system.
#pragma once

namespace overstap {

// What was allocated and freed stays with the process otherwise: hundreds of megabytes after
// something large was made. Takes milliseconds; does nothing where the C library has no such call.
// Thread-safe.
void ReturnFreeMemory();

}  // namespace overstap
