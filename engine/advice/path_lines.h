// A path in words.
#pragma once

#include <optional>

#include "engine/advice/context.h"
#include "engine/advice/paths.h"
#include "engine/advice/person.h"
#include "engine/plan/path.h"

namespace overstap::advice {

// on_front is for the caller to set.
PathLine DescribePath(const Context& context, const Person& person, std::optional<double> radius_km,
                      const std::optional<PayNow>& now, const plan::Path& path);

}  // namespace overstap::advice
