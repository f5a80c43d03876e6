// Why an occupation is not within reach, as JSON.
#pragma once

#include "engine/advice/why_not.h"
#include "service/json/answers.h"

namespace overstap::service {

Json ToJson(const advice::WhyNotResult& result);

}  // namespace overstap::service
