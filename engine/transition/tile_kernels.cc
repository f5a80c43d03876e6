#include "engine/transition/tile_kernels.h"

#include <algorithm>
#include <atomic>
#include <vector>

namespace overstap::transition {
namespace {

// In 16 bits, of which every compiler knows products.
void Portable(const TileTask& task) {
  const size_t width = task.dimensions;
  const std::vector<int16_t> origins(task.origins, task.origins + task.count * width);
  const std::vector<int16_t> rows(task.rows, task.rows + task.row_count * width);
  std::fill(task.products, task.products + task.count * kTileRows, 0);
  for (size_t i = 0; i < task.row_count; ++i) {
    const int16_t* const row = rows.data() + i * width;
    for (size_t o = 0; o < task.count; ++o) {
      const int16_t* const origin = origins.data() + o * width;
      int32_t sum = 0;
      for (size_t k = 0; k < width; ++k) sum += origin[k] * row[k];
      task.products[o * kTileRows + i] = sum;
    }
  }
}

std::atomic<TileKernel>& Forced() {
  static std::atomic<TileKernel> forced = nullptr;
  return forced;
}

}  // namespace

std::span<const NamedTileKernel> TileKernels() {
  static const std::vector<NamedTileKernel> kKernels = [] {
    std::vector<NamedTileKernel> kernels = {{"portable", Portable}};
    if (WideTileKernel() != nullptr) kernels.push_back({"AVX2", WideTileKernel()});
    if (ByteTileKernel() != nullptr) kernels.push_back({"AVX-512 VNNI", ByteTileKernel()});
    return kernels;
  }();
  return kKernels;
}

TileKernel ChosenTileKernel() {
  static const TileKernel kFastest = TileKernels().back().kernel;
  const TileKernel forced = Forced().load(std::memory_order_relaxed);
  return forced != nullptr ? forced : kFastest;
}

void ForceTileKernel(TileKernel kernel) { Forced().store(kernel, std::memory_order_relaxed); }

}  // namespace overstap::transition
