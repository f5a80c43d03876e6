// The numbers of closeness: what counts, and for how much.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "absl/status/status.h"
#include "absl/status/statusor.h"

namespace overstap::transition {

// What an occupation is compared by in the space of work (work_features.h).
enum class Block : uint8_t {
  kRequirements,  // the skills that it requires
  kHierarchy,     // all that is broader than these
  kSkillWords,    // the words of their names
  kLabels,        // the words of the occupation's own names
  kText,          // the same with those of its descriptions
  kGroups,        // the ISCO groups, of every level, that it belongs to
  kCount
};
inline constexpr size_t kBlockCount = static_cast<size_t>(Block::kCount);

std::string_view BlockName(Block block);

// Fitted by tools/measure/fit_closeness; docs/scoring.md has the formula and the measurement. These
// defaults are what is about right for any taxonomy.
struct ClosenessParams {
  double step_down = 0.1;  // lost for each ISCO skill level down, 0..1/3
  double step_up = 0.05;   // and for each up, 0..1/3

  // Weight of each block in the space, by Block; 0 or more, not all 0.
  std::array<double, kBlockCount> blocks = {0.4, 0.5, 0.6, 0.8, 0.6, 0.3};
  // Exponent of idf for skills: 1 damps what every occupation has, 0 does not. 0..2. Of words and
  // groups it is twice that.
  double damping = 1;
  int dimensions = 128;  // of the space, 16..1024, a multiple of 16

  absl::Status Validate() const;
  std::string Canonical() const;

  friend bool operator==(const ClosenessParams&, const ClosenessParams&) = default;
};

// Lines "name <tab> number", every number once; '#' begins a comment. kInvalidArgument, with
// "source:line: what", for a name that is unknown, twice or missing, or numbers that are not valid.
// Format gives a text that Parse reads back to the same numbers.
absl::StatusOr<ClosenessParams> ParseClosenessParams(std::string_view text,
                                                     std::string_view source);
std::string FormatClosenessParams(const ClosenessParams& params);

}  // namespace overstap::transition
