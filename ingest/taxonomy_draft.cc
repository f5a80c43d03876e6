#include "ingest/taxonomy_draft.h"

#include <algorithm>
#include <utility>

namespace overstap::ingest {

std::optional<uint32_t> TaxonomyDraft::Define(std::string_view uri, ConceptKind kind) {
  const auto index = static_cast<uint32_t>(concepts_.size());
  if (!by_uri_.emplace(std::string(uri), index).second) return std::nullopt;
  ConceptSource& entry = concepts_.emplace_back();
  entry.uri = uri;
  entry.kind = kind;
  return index;
}

std::optional<uint32_t> TaxonomyDraft::Find(std::string_view uri) const {
  const auto found = by_uri_.find(uri);
  if (found == by_uri_.end()) return std::nullopt;
  return found->second;
}

int64_t TaxonomyDraft::CountOf(ConceptKind kind) const {
  return std::count_if(concepts_.begin(), concepts_.end(),
                       [kind](const ConceptSource& entry) { return entry.kind == kind; });
}

std::vector<ConceptSource> TaxonomyDraft::TakeConcepts() {
  by_uri_.clear();
  return std::exchange(concepts_, {});
}

}  // namespace overstap::ingest
