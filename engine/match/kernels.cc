#include "engine/match/kernels.h"

#include <algorithm>
#include <array>
#include <atomic>

namespace overstap::match {
namespace {

void SumDense(std::span<const DenseTerm> terms, size_t begin, size_t count, uint16_t* sums) {
  constexpr uint32_t kMost = 65'535;
  for (size_t tile = 0; tile < count; tile += Kernels::kTile) {
    std::array<uint32_t, Kernels::kTile> of_tile{};
    for (const DenseTerm& term : terms) {
      const uint8_t* const shares = term.shares + begin + tile;
      for (size_t i = 0; i < Kernels::kTile; ++i) {
        of_tile[i] += (shares[i] * term.factor >> 8) + (shares[i] != 0 ? 1U : 0U);
      }
      for (uint32_t& sum : of_tile) sum = std::min(sum, kMost);
    }
    for (size_t i = 0; i < Kernels::kTile; ++i) sums[tile + i] = static_cast<uint16_t>(of_tile[i]);
  }
}

void AddList(std::span<const uint32_t> bounds, uint32_t strength, uint16_t* sums) {
  for (const uint32_t bound : bounds) {
    uint16_t& sum = sums[bound & 0xFFFF];
    sum = static_cast<uint16_t>(sum + (strength * (bound >> 16) >> 16) + 1);
  }
}

void FindLargest(const uint16_t* sums, size_t count, uint16_t* largest) {
  for (size_t group = 0; group < count; ++group, sums += Kernels::kGroup) {
    uint16_t most = 0;
    for (size_t i = 0; i < Kernels::kGroup; ++i) most = std::max(most, sums[i]);
    largest[group] = most;
  }
}

uint32_t AtLeast(const uint16_t* sums, uint16_t least) {
  uint32_t mask = 0;
  for (uint32_t i = 0; i < Kernels::kAtOnce; ++i) mask |= uint32_t{sums[i] >= least} << i;
  return mask;
}

uint16_t CountAtLeast(const uint16_t* sums, size_t count, uint16_t least) {
  uint16_t reach = 0;
  for (size_t i = 0; i < count; ++i) reach = static_cast<uint16_t>(reach + (sums[i] >= least));
  return reach;
}

uint32_t SumStrip(std::span<const uint32_t> pairs, const int16_t* strengths, int32_t least,
                  int32_t* sums) {
  std::array<uint32_t, Kernels::kLanes> unsigned_sums{};
  for (size_t i = 0; i < pairs.size(); i += Kernels::kPairWords) {
    const auto* const shares = reinterpret_cast<const uint8_t*>(pairs.data() + i + 1);
    const auto first = static_cast<uint32_t>(strengths[pairs[i] & 0xFFFF]);
    const auto second = static_cast<uint32_t>(strengths[pairs[i] >> 16]);
    for (size_t lane = 0; lane < Kernels::kLanes; ++lane) {
      unsigned_sums[lane] += first * shares[2 * lane] + second * shares[2 * lane + 1];
    }
  }
  uint32_t mask = 0;
  for (size_t lane = 0; lane < Kernels::kLanes; ++lane) {
    sums[lane] = static_cast<int32_t>(unsigned_sums[lane]);
    mask |= uint32_t{sums[lane] >= least} << lane;
  }
  return mask;
}

constexpr Kernels kPortable = {SumDense, AddList, FindLargest, AtLeast, CountAtLeast, SumStrip};

std::atomic<const Kernels*>& Forced() {
  static std::atomic<const Kernels*> forced = nullptr;
  return forced;
}

}  // namespace

const Kernels& PortableKernels() { return kPortable; }

const Kernels& ChosenKernels() {
  static const Kernels* const kFastest = WidestKernels() != nullptr ? WidestKernels()
                                         : WideKernels() != nullptr ? WideKernels()
                                                                    : &kPortable;
  const Kernels* const forced = Forced().load(std::memory_order_relaxed);
  return forced != nullptr ? *forced : *kFastest;
}

void ForceKernels(const Kernels* kernels) { Forced().store(kernels, std::memory_order_relaxed); }

}  // namespace overstap::match
