// Numbers, amounts, days and lists as plain Dutch says them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "absl/time/civil_time.h"

namespace overstap::dutch {

// "1 week", "2 weken", "geen weken"; "2,5 weken": at most one decimal, with a comma.
std::string Count(double count, std::string_view one, std::string_view many);

// "€ 1.450", rounded to whole euros.
std::string Euros(double euros);

// "12%", rounded; what is more than nothing is at least "1%". `share` is 0..1.
std::string Percent(double share);

// "3 mei 2027"
std::string Day(absl::CivilDay day);

// "a", "a en b", "a, b en c"; at most `most` of them: "a, b en nog 4". Empty for nothing.
std::string List(const std::vector<std::string>& items, size_t most);

}  // namespace overstap::dutch
