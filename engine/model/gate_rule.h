// What work asks besides skills: a registration, a certificate, a driving licence, or conditions.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "absl/status/status.h"

namespace overstap::model {

// Stored by name, never by number.
enum class GateKind : uint8_t {
  kRegulated,    // a law keeps the work for those who are registered or certified
  kCertificate,  // most employers ask it
  kLicence,      // a driving licence
  kCondition,    // shifts, heavy lifting: counts only for people who say that they cannot
  kLanguage,     // a level of Dutch: counts only for people who say theirs
};

std::string_view GateKindName(GateKind kind);
std::optional<GateKind> ParseGateKind(std::string_view name);

// Levels of the Common European Framework of Reference, ascending.
enum class LanguageLevel : uint8_t { kA0, kA1, kA2, kB1, kB2, kC1, kC2 };

std::string_view LanguageLevelName(LanguageLevel level);
std::optional<LanguageLevel> ParseLanguageLevel(std::string_view name);

// For which occupations a gate stands, and what opens it. An occupation falls under the rule when
// its ISCO-08 code begins with one of `isco` and with none of `except` (no `isco`: any code), and
// when a label of the occupation has one of `words` or one of its essential skills has one of
// `skill_words` as whole words (neither given: any occupation with such a code).
struct GateRule {
  std::string id;  // "nen-3140"
  GateKind kind = GateKind::kCertificate;
  std::string name;        // in Dutch, for people
  std::string opens_with;  // in Dutch, level B1: what to do to open it
  std::string source;      // who says so
  std::vector<std::string> isco;
  std::vector<std::string> except;
  std::vector<std::string> words;
  std::vector<std::string> skill_words;
  // A certificate, skill or course opens the gate when its name has one of these as whole words.
  std::vector<std::string> proof;
  LanguageLevel dutch = LanguageLevel::kA0;  // for kLanguage: the level asked

  // Text in which everything stands that decides; equal rules, equal text.
  std::string Canonical() const;

  friend bool operator==(const GateRule&, const GateRule&) = default;
};

// kInvalidArgument naming the rule and what is wrong: no id, name or source, a code that is no
// ISCO-08 prefix, nothing that says for which occupations, or no proof where one is needed.
absl::Status Validate(const GateRule& rule);

}  // namespace overstap::model
