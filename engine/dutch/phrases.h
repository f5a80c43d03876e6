// Sentences and lists that several answers have in common.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "engine/advice/context.h"

namespace overstap::dutch {

inline constexpr size_t kNamesShown = 6;

// Before what cannot be learnt, and why.
inline constexpr std::string_view kNoCourse = "Hiervoor is geen opleiding bekend: ";
inline constexpr std::string_view kElsewhere = "Dit kunt u alleen verder weg leren: ";
inline constexpr std::string_view kExcluded =
    "Hiervoor zijn er alleen opleidingen die u niet wilde: ";

// The labels, at most kNamesShown of them.
std::string Names(const std::vector<advice::ConceptRef>& refs);

// `gap`: ISCO skill levels that the work lies above the person's, not 0.
std::string LevelText(double gap, bool is_large);

// What a closed gate asks for and what opens it.
std::string GateText(std::string_view name, std::string_view opens_with);

}  // namespace overstap::dutch
