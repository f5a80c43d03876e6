// How much an occupation or vacancy asks for a skill.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "taxonomy/ids.h"

namespace overstap {

// ESCO has essential and optional; CompetentNL has essential, important and somewhat.
// Ordered from most to least. Stored by name, never by number.
enum class Importance : uint8_t { kEssential, kImportant, kSomewhat, kOptional };

inline constexpr int kImportanceCount = 4;

std::string_view ImportanceName(Importance importance);
std::optional<Importance> ParseImportance(std::string_view name);

// Requirements that a person must meet to do the work; the others make the work easier.
inline bool IsRequired(Importance importance) {
  return importance == Importance::kEssential || importance == Importance::kImportant;
}

struct Requirement {
  SkillId skill;
  Importance importance = Importance::kEssential;
  float share = 1;  // of the weight that its importance gives, (0, 1]; less when it was translated
                    // or when much of the work is optional

  friend bool operator==(const Requirement&, const Requirement&) = default;
};

}  // namespace overstap
