// A taxonomy while its files are being read.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/progress.h"
#include "base/strings.h"
#include "ingest/import_report.h"
#include "taxonomy/source.h"

namespace overstap::ingest {

// Concepts by the order in which they were defined, and by URI. Not thread-safe.
class TaxonomyDraft {
 public:
  // Index of the new concept, or nothing when the URI is taken.
  std::optional<uint32_t> Define(std::string_view uri, ConceptKind kind);
  std::optional<uint32_t> Find(std::string_view uri) const;

  ConceptSource& operator[](uint32_t index) { return concepts_[index]; }
  const ConceptSource& operator[](uint32_t index) const { return concepts_[index]; }
  size_t size() const { return concepts_.size(); }
  int64_t CountOf(ConceptKind kind) const;

  // Empties the draft.
  std::vector<ConceptSource> TakeConcepts();

 private:
  std::vector<ConceptSource> concepts_;
  StringMap<uint32_t> by_uri_;
};

// What the readers of the separate files write to.
struct TaxonomyReading {
  TaxonomyDraft draft;
  ImportReport* report = nullptr;
  Progress* progress = nullptr;
};

// How many rows go by between two signs of life.
inline constexpr int64_t kProgressRows = 5000;

}  // namespace overstap::ingest
