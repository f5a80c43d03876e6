// What does this vacancy, CV or course text say?
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "engine/advice/context.h"
#include "taxonomy/extract/extraction.h"

namespace overstap::advice {

struct ExtractParams {
  std::string text;  // at most 1,048,576 bytes; bytes that are no UTF-8 are passed over
  std::optional<extract::DocumentKind> kind;  // seen from the text when it is not given
};

struct ExtractedOccupation {
  ConceptRef concept_ref;
  double score = 0;  // 0..1, as of a look-up
  std::string matched_label;
  extract::ByteRange bytes;
  std::optional<int> years;
  std::optional<int> until;
};

struct ExtractedSkill {
  ConceptRef concept_ref;
  double score = 0;  // 0..1
  std::string matched_label;
  extract::ByteRange bytes;
  extract::Section section = extract::Section::kUnknown;
  std::optional<Importance> importance;
  std::optional<int> years;
};

struct UnmatchedText {
  std::string text;  // as it stands there
  extract::ByteRange bytes;
};

struct ExtractResult {
  model::Versions versions;
  extract::DocumentKind kind = extract::DocumentKind::kVacancy;
  std::vector<ExtractedOccupation> occupations;  // best first
  std::vector<ExtractedSkill> skills;            // best first
  std::vector<UnmatchedText> unmatched;          // in order of the text
  std::vector<extract::FoundLicence> licences;
  std::vector<extract::FoundRegulation> regulations;
  std::optional<extract::FoundLevel> level;
  std::optional<extract::FoundHours> hours;
};

// kInvalidArgument for a text that is too long.
absl::StatusOr<ExtractResult> Extract(const Context& context, const ExtractParams& params);

}  // namespace overstap::advice
