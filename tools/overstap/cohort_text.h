// The placement of a cohort and the report of a region, as text that an adviser can read.
#pragma once

#include <string>

#include "engine/advice/place.h"
#include "engine/advice/region_report.h"

namespace overstap::cli {

std::string ToText(const advice::PlaceResult& result);
std::string ToText(const advice::RegionReport& report);

}  // namespace overstap::cli
