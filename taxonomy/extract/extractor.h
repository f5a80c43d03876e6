// From the text of a vacancy, CV or course to concepts of the taxonomy.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "absl/status/statusor.h"
#include "taxonomy/extract/extraction.h"
#include "taxonomy/extract/lexicon.h"
#include "taxonomy/extract/skill_index.h"
#include "taxonomy/extract/skill_spans.h"
#include "taxonomy/taxonomy.h"
#include "taxonomy/text/lookup.h"

namespace overstap::extract {

struct ExtractParams {
  std::optional<DocumentKind> kind;  // seen from the text when it is not given
  SpanParams spans;

  // kInvalidArgument unless the least score is 0..1.
  absl::Status Validate() const;
};

// Immutable after construction; thread-safe. Keeps pointers to the look-up and the lexicon.
class Extractor {
 public:
  // Makes the index of the look-up when it is not there yet.
  Extractor(const Taxonomy* taxonomy, const text::Lookup* lookup,
            const Lexicon* lexicon = &DefaultLexicon());

  // Equal text, equal answer. Bytes that are no UTF-8 are passed over. kInvalidArgument for text of
  // more than kMostBytes bytes. Time and memory grow with the length of the text; at most
  // kMostJobTitles look-ups.
  absl::StatusOr<Extraction> Extract(std::string_view text, const ExtractParams& params = {}) const;

  static constexpr size_t kMostBytes = size_t{1} << 20;

 private:
  const text::Lookup& lookup_;
  const Lexicon& lexicon_;
  SkillIndex index_;
};

}  // namespace overstap::extract
