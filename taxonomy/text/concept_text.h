// A concept as the index of texts takes it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "taxonomy/source.h"

namespace overstap::text {

struct FoldedLabel {
  const Label* label = nullptr;  // outlives the index
  std::string folded;            // not empty
};

// Words that say something about a concept and are no name of it.
struct Passage {
  std::string_view text;
  Language language;
  float weight = 1;  // 0..1: how much it says
};

struct ConceptText {
  std::vector<FoldedLabel> labels;
  std::vector<Passage> passages;
};

}  // namespace overstap::text
