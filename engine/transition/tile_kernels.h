// The inner loop of products of short vectors, for any processor and for those that do more at
// once.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

namespace overstap::transition {

// A tile holds `dimensions` cells of kTileRows rows: kTileStep cells of each row, then the next
// kTileStep of each, every cell plus kCellOffset.
inline constexpr size_t kTileRows = 32;
inline constexpr size_t kTileStep = 4;
inline constexpr int kCellOffset = 128;

// Products of some origins with the rows of a tile.
struct TileTask {
  const int8_t* origins = nullptr;  // count * dimensions cells, -127..127, one behind the other
  const int32_t* sums = nullptr;    // of the cells of each origin
  size_t count = 0;
  const int8_t* rows = nullptr;   // the cells of the rows, one behind the other
  size_t row_count = 0;           // 1..kTileRows
  const uint8_t* tile = nullptr;  // the same as a tile; of rows that are not there all cells are 0
  size_t dimensions = 0;          // a multiple of kTileStep, at most 1024
  int32_t* products = nullptr;    // count * kTileRows, one origin behind the other; overwritten
};

// Sums of whole numbers that fit in 32 bits, so that all kernels give the same. Thread-safe.
using TileKernel = void (*)(const TileTask& task);

struct NamedTileKernel {
  const char* name;
  TileKernel kernel;
};

// Those that this processor can run, slowest first. The first runs on any: the oracle of the
// others.
std::span<const NamedTileKernel> TileKernels();

// The last of TileKernels, or what was forced.
TileKernel ChosenTileKernel();
// For tests and measurements, while nobody asks; null undoes it.
void ForceTileKernel(TileKernel kernel);

// Null where the processor lacks what they need: registers of 256 bits (AVX2), and of 512 bits
// with products of bytes (AVX-512 VNNI).
TileKernel WideTileKernel();
TileKernel ByteTileKernel();

}  // namespace overstap::transition
