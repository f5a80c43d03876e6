// Vacancies that nobody placed.
#pragma once

#include <vector>

#include "engine/model/vacancy.h"
#include "tools/generate/draw.h"

namespace overstap::generate {

// "vacature-0001" and on: some 70 % technical work; a few without skills, region or closing day,
// as real ones are. Published 2026-09-01 to 2026-11-20. At most 9999, each valid.
std::vector<model::Vacancy> MakeVacancies(const Drawer& drawer, int count);

}  // namespace overstap::generate
