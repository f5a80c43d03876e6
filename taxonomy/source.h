// A taxonomy as it stands in the outside world and in the store: concepts with URIs.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "taxonomy/importance.h"
#include "taxonomy/language.h"

namespace overstap {

// Ordered from most to least telling. Stored by name, never by number.
enum class LabelKind : uint8_t { kPreferred, kAlternative, kHidden };

std::string_view LabelKindName(LabelKind kind);
std::optional<LabelKind> ParseLabelKind(std::string_view name);

struct Label {
  Language language;
  LabelKind kind = LabelKind::kPreferred;
  std::string text;  // cleaned (normalise.h), never empty

  friend bool operator==(const Label&, const Label&) = default;
};

struct Description {
  Language language;
  std::string text;

  friend bool operator==(const Description&, const Description&) = default;
};

// Stored by name, never by number.
enum class ConceptKind : uint8_t { kOccupation, kSkill, kKnowledge, kSkillGroup, kIscoGroup };

std::string_view ConceptKindName(ConceptKind kind);
std::optional<ConceptKind> ParseConceptKind(std::string_view name);

struct RequirementSource {
  std::string skill_uri;
  Importance importance = Importance::kEssential;

  friend bool operator==(const RequirementSource&, const RequirementSource&) = default;
};

struct ConceptSource {
  std::string uri;
  ConceptKind kind = ConceptKind::kSkill;
  std::string code;          // ISCO-08 code of an occupation or ISCO group, code of a skill group
  std::optional<int> level;  // ISCO skill level 1..4, when the source states one
  std::vector<Label> labels;
  std::vector<Description> descriptions;
  std::vector<std::string> broader;             // URIs
  std::vector<RequirementSource> requirements;  // of an occupation

  friend bool operator==(const ConceptSource&, const ConceptSource&) = default;
};

struct TaxonomySource {
  std::string scheme;  // "esco"
  std::vector<ConceptSource> concepts;
};

// Puts everything in the one order that equal content has (concepts by URI, labels by language,
// kind and text, the rest by URI) and removes labels that a concept has twice in one language,
// keeping the most telling kind.
void Canonicalise(TaxonomySource* source);

// "esco-3f9a2c41d0e7": the scheme and a hash of the canonical content. `source` must be canonical.
std::string ContentVersion(const TaxonomySource& source);

}  // namespace overstap
