// What was understood of a text.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "taxonomy/extract/document.h"
#include "taxonomy/extract/section.h"
#include "taxonomy/ids.h"
#include "taxonomy/importance.h"

namespace overstap::extract {

struct FoundOccupation {
  OccupationId id;
  double score = 0;  // of the look-up, 0..1
  std::string matched_label;
  ByteRange bytes;
  std::optional<int> years;  // of work, 0..60, when the text states them
  std::optional<int> until;  // last calendar year; nothing: still, or not stated
};

struct FoundSkill {
  SkillId id;
  double score = 0;    // 0..1 (docs/extraction.md)
  uint32_t label = 0;  // index into the labels of the skill: the one that was found
  ByteRange bytes;     // of the best place
  Section section = Section::kUnknown;
  // How much a vacancy, or a course for entry, asks for it; nothing in a CV and for what is taught.
  std::optional<Importance> importance;
  std::optional<int> years;  // of experience, 1..60, when the text states them beside it
};

struct FoundLicence {
  std::string id;    // "rijbewijs-c"
  std::string name;  // "rijbewijs C"
  ByteRange bytes;
  std::optional<Importance> importance;  // as of a skill
};

struct FoundRegulation {
  std::string id;    // "big"
  std::string name;  // "BIG-geregistreerd beroep"
  std::string rule;  // the law or regulation
  ByteRange bytes;
};

struct FoundLevel {
  int level = 1;     // ISCO skill level 1..4
  std::string name;  // "mbo-4"
  ByteRange bytes;

  friend bool operator==(const FoundLevel&, const FoundLevel&) = default;
};

struct FoundHours {
  int min = 0;  // a week, 1..80
  int max = 0;
  ByteRange bytes;

  friend bool operator==(const FoundHours&, const FoundHours&) = default;
};

struct Extraction {
  DocumentKind kind = DocumentKind::kVacancy;
  std::vector<FoundOccupation> occupations;  // best first; each once
  std::vector<FoundSkill> skills;            // best first, then in order of id; each once
  std::vector<FoundLicence> licences;        // in order of the text; each once
  std::vector<FoundRegulation> regulations;  // in order of the text; each once
  std::optional<FoundLevel> level;           // the lowest that is asked for; of a CV the highest
  std::optional<FoundHours> hours;           // a week
  std::vector<ByteRange> unmatched;          // in order of the text; at most kMostUnmatched

  static constexpr size_t kMostUnmatched = 200;
};

}  // namespace overstap::extract
