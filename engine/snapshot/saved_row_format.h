// What lies in a file of rows, for who reads it and who writes it (saved_rows.h).
#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>
#include <string_view>
#include <type_traits>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "engine/snapshot/saved_rows.h"

namespace overstap::snapshot {

// Numbers and texts of a row; unknown numbers are kUnknown.
struct SavedEntry {
  uint64_t hash = 0;
  uint64_t whole_begin = 0;
  uint64_t names_begin = 0;
  uint64_t requirements_begin = 0;
  double radius_km = -1;  // below 0: unknown
  uint32_t whole_size = 0;
  uint32_t name_sizes[3] = {};  // of id, region and place
  uint32_t requirements = 0;
  int32_t unknown_requirements = 0;
  int32_t occupation = kUnknown;
  int32_t hours_min = kUnknown;
  int32_t hours_max = kUnknown;
  int32_t level = kUnknown;
  int32_t first_day = kUnknown;  // published
  int32_t last_day = kUnknown;   // closes; keep_until
  uint32_t migration[5] = {};
  int32_t pay = kUnknown;  // the middle

  static constexpr int32_t kUnknown = std::numeric_limits<int32_t>::min();
};

struct SavedRequirement {
  uint32_t skill = 0;
  uint32_t importance = 0;
  float share = 0;
};

inline constexpr uint64_t kRowsMagic =
    0x53574f5250415453;                     // "STAPROWS" where the least byte comes first
inline constexpr uint32_t kRowsFormat = 3;  // another one for every change of what lies there

struct RowsHeader {
  uint64_t magic = kRowsMagic;
  uint32_t format = kRowsFormat;
  RowKind kind = RowKind::kVacancies;
  uint64_t rows = 0;
  uint64_t requirements = 0;
  uint64_t names_size = 0;
  uint64_t whole_size = 0;
  char terms[RowVersions::kMaxBytes + 1] = {};
  char data[RowVersions::kMaxBytes + 1] = {};
  uint64_t body_hash = 0;  // of all that follows the header
  uint64_t hash = 0;       // of the header before this
};

static_assert(std::is_trivially_copyable_v<SavedEntry> && sizeof(SavedEntry) == 112);
static_assert(std::is_trivially_copyable_v<SavedRequirement> && sizeof(SavedRequirement) == 12);
static_assert(std::is_trivially_copyable_v<RowsHeader> && sizeof(RowsHeader) == kRowsHeaderBytes);

inline constexpr size_t kSectionAlign = 8;

inline uint64_t Aligned(uint64_t size) {
  return (size + kSectionAlign - 1) / kSectionAlign * kSectionAlign;
}

template <class T>
std::string_view BytesOf(const T& value) {
  return {reinterpret_cast<const char*>(&value), sizeof(T)};
}

template <class T>
std::string_view BytesOf(const std::vector<T>& values) {
  return {reinterpret_cast<const char*>(values.data()), values.size() * sizeof(T)};
}

// What the hash of a header is of.
inline std::string_view HashedPart(const RowsHeader& header) {
  return BytesOf(header).substr(0, sizeof(RowsHeader) - sizeof(header.hash));
}

// kDataLoss, with what the file is or does.
absl::Status Damaged(std::string_view what);

// The header of a file that begins with these bytes, undamaged.
absl::StatusOr<RowsHeader> ReadHeader(std::string_view bytes);

}  // namespace overstap::snapshot
