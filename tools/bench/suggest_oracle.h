// Suggestions by looking at every label, slow and obvious.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "taxonomy/taxonomy.h"
#include "taxonomy/text/knowledge.h"
#include "taxonomy/text/label_starts.h"
#include "taxonomy/text/suggest.h"

namespace overstap::text {

struct OracleSuggestion {
  uint32_t concept_number = 0;
  const Label* label = nullptr;
  SuggestPlace place = SuggestPlace::kWhole;
  int changes = 0;

  friend bool operator==(const OracleSuggestion&, const OracleSuggestion&) = default;
};

class SuggestOracle {
 public:
  SuggestOracle(const Taxonomy* taxonomy, const Knowledge& knowledge,
                std::vector<uint32_t> vacancies);

  std::vector<OracleSuggestion> Occupations(std::string_view text, size_t limit,
                                            const LanguageOrder& order);
  std::vector<OracleSuggestion> Skills(std::string_view text, size_t limit,
                                       const LanguageOrder& order);

 private:
  const Taxonomy* taxonomy_;
  std::vector<uint32_t> vacancies_;
  StartFinder starts_;
};

}  // namespace overstap::text
