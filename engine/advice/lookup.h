// Which concepts does this text mean?
#pragma once

#include <string>
#include <vector>

#include "engine/advice/context.h"
#include "engine/explain/tree.h"

namespace overstap::advice {

enum class LookupKind { kOccupation, kSkill };

struct LookupParams {
  LookupKind kind = LookupKind::kOccupation;
  std::string text;
  size_t limit = 10;  // 1..100
  bool explain = false;

  absl::Status Validate() const;
};

struct LookupHit {
  ConceptRef concept_ref;
  double score = 0;  // chance that this is meant, 0..1; 1: a preferred label is the same
  std::string matched_label;
  bool recognised = false;    // sure enough to be taken without asking (text::IsRecognised)
  explain::Node explanation;  // what the score rests on; empty unless asked for
};

struct LookupResult {
  std::string text;
  std::vector<LookupHit> hits;  // best first
};

absl::StatusOr<LookupResult> LookUp(const Context& context, const LookupParams& params);

}  // namespace overstap::advice
