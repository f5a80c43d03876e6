// What was understood of a text, as JSON.
#pragma once

#include "engine/advice/extract.h"
#include "service/json/answers.h"

namespace overstap::service {

// "begin" and "end" are byte offsets in the UTF-8 input.
Json ToJson(const advice::ExtractResult& result);

}  // namespace overstap::service
