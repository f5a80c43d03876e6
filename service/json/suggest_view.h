// Suggestions as JSON.
#pragma once

#include "engine/advice/suggest.h"
#include "service/json/answers.h"

namespace overstap::service {

Json ToJson(const advice::SuggestResult& result);

}  // namespace overstap::service
