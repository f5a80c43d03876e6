// What changed between two versions of a skills language, as JSON.
#pragma once

#include "service/json/answers.h"
#include "taxonomy/diff.h"

namespace overstap::service {

// "counts" with the length of every list, then the lists, whole. An importance that is absent is
// null.
Json ToJson(const TaxonomyDiff& diff);

}  // namespace overstap::service
