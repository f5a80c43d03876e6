// Texts read against a small taxonomy with real words, and what to ask of the result.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "taxonomy/extract/extractor.h"
#include "taxonomy/taxonomy.h"
#include "taxonomy/text/lookup.h"

namespace overstap::extract {

// Labels of the test taxonomy: techniek, zorg, logistiek, ICT, in Dutch and some in English.
const Taxonomy& WordyTaxonomy();
const Extractor& WordyExtractor();

// What was found, as preferred Dutch labels or ids; each list sorted.
struct Reading {
  std::string text;
  Extraction found;

  std::vector<std::string> Skills() const;
  std::vector<std::string> Occupations() const;
  std::vector<std::string> Licences() const;
  std::vector<std::string> Regulations() const;
  std::vector<std::string> Unmatched() const;
  // Null when the skill was not found.
  const FoundSkill* Skill(std::string_view label) const;
  std::optional<Importance> ImportanceOf(std::string_view label) const;
  std::optional<Importance> LicenceImportance(std::string_view id) const;
  // The text that a skill stands in.
  std::string At(std::string_view label) const;
};

Reading Read(std::string_view text, std::optional<DocumentKind> kind = std::nullopt);

// Adds a failure when a range is empty, out of the text or, in sound UTF-8, not on borders of
// characters.
void ExpectSoundRanges(std::string_view text, const Extraction& found);

}  // namespace overstap::extract
