// Which concepts does this text mean?
#pragma once

#include <string>
#include <vector>

#include "engine/advice/context.h"

namespace overstap::advice {

enum class LookupKind { kOccupation, kSkill };

struct LookupParams {
  LookupKind kind = LookupKind::kOccupation;
  std::string text;
  size_t limit = 10;  // 1..100

  absl::Status Validate() const;
};

struct LookupHit {
  ConceptRef concept_ref;
  double score = 0;  // 0..1; 1: a label is the same
  std::string matched_label;
};

struct LookupResult {
  std::string text;
  std::vector<LookupHit> hits;  // best first
};

absl::StatusOr<LookupResult> LookUp(const Context& context, const LookupParams& params);

}  // namespace overstap::advice
