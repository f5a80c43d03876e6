// Why an occupation is not within reach, as text that an adviser can read.
#pragma once

#include <string>

#include "engine/advice/why_not.h"

namespace overstap::cli {

std::string ToText(const advice::WhyNotResult& result);

}  // namespace overstap::cli
