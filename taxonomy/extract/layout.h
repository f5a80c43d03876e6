// Which part of a text is about what.
#pragma once

#include <optional>
#include <vector>

#include "taxonomy/extract/document.h"
#include "taxonomy/extract/lexicon.h"
#include "taxonomy/extract/section.h"

namespace overstap::extract {

struct Layout {
  DocumentKind kind = DocumentKind::kVacancy;
  std::vector<Section> sections;        // of each sentence
  std::vector<bool> headings;           // of each sentence: it is (the head of) a heading
  std::vector<uint32_t> heading_words;  // of each sentence: how many of its first words are heading
};

// By headings; a sentence that no heading speaks for, by cues in it. When `kind` is not given it is
// seen from the text; what looks like none is taken for a vacancy.
Layout ReadLayout(const Document& document, const Lexicon& lexicon,
                  std::optional<DocumentKind> kind);

}  // namespace overstap::extract
