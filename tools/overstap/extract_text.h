// What a text asks, proves or teaches, as text that a person can read.
#pragma once

#include <string>

#include "engine/advice/extract.h"

namespace overstap::cli {

std::string ToText(const advice::ExtractResult& result);

}  // namespace overstap::cli
