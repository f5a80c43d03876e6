// CompetentNL while its facts are being put together.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "absl/status/status.h"
#include "ingest/competentnl_facts.h"
#include "ingest/import_report.h"
#include "taxonomy/crosswalk.h"
#include "taxonomy/source.h"

namespace overstap::ingest {

// Not thread-safe.
class CnlDraft {
 public:
  static constexpr uint32_t kNoConcept = UINT32_MAX;

  // `facts` and `report` outlive the draft.
  CnlDraft(const CnlFacts& facts, ImportReport* report)
      : facts_(facts),
        report_(*report),
        classes_(facts.nodes().size(), CnlClass::kNone),
        concept_of_(facts.nodes().size(), kNoConcept) {}

  const CnlFacts& facts() const { return facts_; }

  CnlClass ClassOfNode(uint32_t node) const { return classes_[node]; }
  void SetClass(uint32_t node, CnlClass value) { classes_[node] = value; }

  // Index of the concept that a node is, or kNoConcept.
  uint32_t ConceptOf(uint32_t node) const { return concept_of_[node]; }
  // The same for the object of a fact.
  uint32_t ObjectConcept(const CnlFact& fact) const {
    return fact.is_literal ? kNoConcept : concept_of_[fact.object];
  }
  void Define(uint32_t node, ConceptKind kind);
  void Drop(uint32_t node) { concept_of_[node] = kNoConcept; }

  std::vector<ConceptSource>& concepts() { return concepts_; }
  Crosswalk& CrosswalkTo(std::string_view scheme);
  std::vector<Crosswalk> TakeCrosswalks();

  // One record read.
  void Accept() {
    ++report_.read;
    ++report_.accepted;
  }
  void Refuse(const CnlFact& fact, std::string_view code, std::string_view message);
  void Warn(const CnlFact& fact, std::string_view code, std::string_view message);

  // Not a record: counted by predicate, or as about another kind of resource.
  void LeaveAside(const CnlFact& fact);
  void LeaveAsideOther() { ++about_others_; }
  // Puts these counts, and those of the facts, in the report.
  void ReportLeftAside(const std::string& file);

 private:
  const CnlFacts& facts_;
  ImportReport& report_;
  std::vector<CnlClass> classes_;     // by node
  std::vector<uint32_t> concept_of_;  // by node
  std::vector<ConceptSource> concepts_;
  std::vector<Crosswalk> crosswalks_;
  std::map<std::string, int64_t, std::less<>> left_aside_;
  int64_t about_others_ = 0;
};

// Of several codes that are stated the finest is kept, of equally fine ones the lowest.
void SetIscoCode(std::string_view code, ConceptSource* entry);

// Classes, concepts and what is said of each by itself: labels, definitions, codes. A concept
// without a label is not taken.
void AddCompetentNlConcepts(CnlDraft* draft);

// What is said between concepts: hierarchy, requirements, matches, education. After the concepts.
// kInvalidArgument with "file:line: what" for a cycle.
absl::Status AddCompetentNlRelations(CnlDraft* draft);

}  // namespace overstap::ingest
