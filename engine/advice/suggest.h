// Which concept is somebody about to type?
#pragma once

#include <string>
#include <vector>

#include "engine/advice/context.h"
#include "engine/advice/lookup.h"

namespace overstap::advice {

struct SuggestParams {
  LookupKind kind = LookupKind::kOccupation;
  std::string text;   // may be empty: then nothing is suggested
  size_t limit = 10;  // 1..100

  absl::Status Validate() const;
};

struct SuggestHit {
  ConceptRef concept_ref;
  std::string matched_label;
  double score = 0;  // 0..1, never rises down the list: which class of match, no chance
  // What was typed, in bytes of matched_label: begin < end.
  size_t begin = 0;
  size_t end = 0;
};

struct SuggestResult {
  std::string text;
  std::vector<SuggestHit> hits;  // best first
};

// Labels in the languages of the context come first, in their order (docs/scoring.md).
absl::StatusOr<SuggestResult> Suggest(const Context& context, const SuggestParams& params);

}  // namespace overstap::advice
