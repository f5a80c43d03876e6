// People who do not exist.
#pragma once

#include <vector>

#include "engine/model/profile.h"
#include "tools/generate/draw.h"

namespace overstap::generate {

// "profiel-0001" and on: one to three occupations in a row of years that ends in 2026 at the
// latest, and skills from them with evidence of all kinds; nothing that names a person. At most
// 9999, each valid.
std::vector<model::Profile> MakeProfiles(const Drawer& drawer, int count);

}  // namespace overstap::generate
