// The placement of a cohort and the report of a region, as JSON.
#pragma once

#include "engine/advice/place.h"
#include "engine/advice/region_report.h"
#include "service/json/answers.h"

namespace overstap::service {

Json ToJson(const advice::PlaceResult& result);
Json ToJson(const advice::RegionReport& report);

}  // namespace overstap::service
