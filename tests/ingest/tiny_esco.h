// An ESCO download of three occupations and five skills, in Dutch and English.
#pragma once

#include <string>
#include <string_view>

#include "tests/support/temp_folder.h"

namespace overstap::ingest {

std::string OccupationUri(std::string_view name);  // "welder", "fitter", "cook"
// "weld", "cut" and "drawings" (a knowledge area), "serve", "soup".
std::string SkillUri(std::string_view name);
std::string GroupUri(std::string_view name);  // "S1" (metal) with "S1.1", "S2"
std::string IscoUri(std::string_view code);   // "7", "72", "7212", "5120"

// The rows of every file, without a fault: 3 occupations, 5 skills, 3 skill groups and 4 ISCO
// groups in English; the same in Dutch but with labels only of 3 skills; 8 + 5 broader relations;
// 7 requirements.
void WriteTinyEsco(const TempFolder& folder);

inline constexpr int kTinyRows = 15 + 3 + 3 + 3 + 4 + 8 + 5 + 7;
inline constexpr int kTinyRequirements = 7;

}  // namespace overstap::ingest
