// Enums that are written and read by name.
#pragma once

#include <array>
#include <optional>
#include <string_view>

namespace overstap {

// `names[i]` is the name of the enumerator with value i.
template <class Enum, size_t N>
constexpr std::string_view EnumName(const std::array<std::string_view, N>& names, Enum value) {
  return names[static_cast<size_t>(value)];
}

template <class Enum, size_t N>
constexpr std::optional<Enum> ParseEnum(const std::array<std::string_view, N>& names,
                                        std::string_view name) {
  for (size_t i = 0; i < N; ++i) {
    if (names[i] == name) return static_cast<Enum>(i);
  }
  return std::nullopt;
}

}  // namespace overstap
