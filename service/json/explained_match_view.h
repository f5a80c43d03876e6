// Why two match, as JSON.
#pragma once

#include "engine/advice/explain_match.h"
#include "service/json/answers.h"

namespace overstap::service {

Json ToJson(const advice::ExplainedMatch& match);

}  // namespace overstap::service
