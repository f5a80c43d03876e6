// Records of the store as JSON, in the fields of the own record formats.
#pragma once

#include "absl/time/civil_time.h"
#include "engine/model/course.h"
#include "engine/model/region.h"
#include "engine/model/scheme.h"
#include "engine/model/vacancy.h"
#include "service/json/answers.h"

namespace overstap::service {

// Every field is there; what is unknown is null. A vacancy says the label of its occupation too.
Json ToJson(const advice::Context& context, const model::Vacancy& vacancy);
Json ToJson(const model::Course& course);
// "available": whether money exists on that day.
Json ToJson(const model::Scheme& scheme, absl::CivilDay today);
Json ToJson(const model::Region& region);

}  // namespace overstap::service
