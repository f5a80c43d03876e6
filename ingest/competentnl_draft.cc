#include "ingest/competentnl_draft.h"

#include <algorithm>
#include <utility>

#include "ingest/crosswalk_uris.h"

namespace overstap::ingest {

void CnlDraft::Define(uint32_t node, ConceptKind kind) {
  concept_of_[node] = static_cast<uint32_t>(concepts_.size());
  ConceptSource& entry = concepts_.emplace_back();
  entry.uri = facts_.nodes()[node];
  entry.kind = kind;
}

Crosswalk& CnlDraft::CrosswalkTo(std::string_view scheme) {
  const auto found = std::find_if(crosswalks_.begin(), crosswalks_.end(),
                                  [scheme](const Crosswalk& c) { return c.to_scheme == scheme; });
  if (found != crosswalks_.end()) return *found;
  return crosswalks_.emplace_back(Crosswalk{std::string(kCompetentNlScheme), std::string(scheme)});
}

std::vector<Crosswalk> CnlDraft::TakeCrosswalks() {
  for (Crosswalk& crosswalk : crosswalks_) Canonicalise(&crosswalk);
  std::sort(crosswalks_.begin(), crosswalks_.end(),
            [](const Crosswalk& a, const Crosswalk& b) { return a.to_scheme < b.to_scheme; });
  return std::exchange(crosswalks_, {});
}

void CnlDraft::Refuse(const CnlFact& fact, std::string_view code, std::string_view message) {
  ++report_.read;
  report_.Refuse(facts_.files()[fact.file], fact.line, std::string(code), std::string(message));
}

void CnlDraft::Warn(const CnlFact& fact, std::string_view code, std::string_view message) {
  report_.Warn(facts_.files()[fact.file], fact.line, std::string(code), std::string(message));
}

void CnlDraft::LeaveAside(const CnlFact& fact) {
  const std::string& predicate = facts_.predicates()[fact.predicate].uri;
  const auto found = left_aside_.find(predicate);
  if (found != left_aside_.end()) {
    ++found->second;
  } else {
    const bool named = left_aside_.size() < CnlFacts::kMaxIgnoredNamed;
    ++left_aside_[named ? predicate : "other predicates"];
  }
}

void CnlDraft::ReportLeftAside(const std::string& file) {
  for (const auto& [predicate, count] : facts_.ignored()) left_aside_[predicate] += count;
  for (const auto& [predicate, count] : left_aside_) {
    report_.Warn(file, 0, "ignored", StrCat(count, " statements not used: ", predicate));
  }
  if (about_others_ > 0) {
    report_.Warn(file, 0, "ignored",
                 StrCat(about_others_,
                        " statements not used: about resources that are no occupation, capability "
                        "or knowledge area"));
  }
}

}  // namespace overstap::ingest
