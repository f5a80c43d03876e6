#include "taxonomy/importance.h"

#include <array>

#include "base/enum_names.h"

namespace overstap {
namespace {
constexpr std::array<std::string_view, kImportanceCount> kNames = {"essential", "important",
                                                                   "somewhat", "optional"};
}  // namespace

std::string_view ImportanceName(Importance importance) { return EnumName(kNames, importance); }

std::optional<Importance> ParseImportance(std::string_view name) {
  return ParseEnum<Importance>(kNames, name);
}

}  // namespace overstap
