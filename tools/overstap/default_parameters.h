// What the program carries with it: techniek definitions, word lists, fitted weights.
#pragma once

#include "absl/status/statusor.h"
#include "engine/snapshot/snapshot.h"

namespace overstap::cli {

// Scoring parameters, the weights of closeness and of look-up in data/weights, the techniek
// definitions in data/techniek, and the knowledge of words in data/lexicon with the system's
// Dutch-English dictionary, when there is one.
absl::StatusOr<snapshot::Parameters> DefaultParameters();

}  // namespace overstap::cli
