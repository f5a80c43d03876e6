// ISCO-08: the international classification of occupations.
#pragma once

#include <optional>
#include <string_view>

namespace overstap {

// ISCO skill level 1 (elementary) to 4 (professional) of an ISCO-08 code of one to four digits,
// by major group (ILO, ISCO-08 volume I, table 1: managers 4 except sub-major group 14, which is 3;
// professionals 4; technicians 3; groups 4 to 8 level 2; elementary 1; armed forces by rank: 01 is
// 4, 02 is 2, 03 is 1). Nothing for text that is no code or for a bare "0".
std::optional<int> IscoSkillLevel(std::string_view code);

// How near two codes are in the classification: shared leading digits / 4, 0..1.
double IscoProximity(std::string_view a, std::string_view b);

}  // namespace overstap
