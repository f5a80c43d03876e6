#include <algorithm>
#include <optional>
#include <string>
#include <utility>

#include "absl/container/flat_hash_map.h"
#include "absl/container/flat_hash_set.h"
#include "base/status_macros.h"
#include "ingest/competentnl_draft.h"
#include "ingest/crosswalk_uris.h"
#include "taxonomy/hierarchy.h"

namespace overstap::ingest {
namespace {

constexpr uint32_t kNoConcept = CnlDraft::kNoConcept;
constexpr size_t kMaxUrisNamed = 10;

struct Edge {
  uint32_t narrower = 0;
  uint32_t broader = 0;
  const CnlFact* fact = nullptr;
};

class RelationBuilder {
 public:
  explicit RelationBuilder(CnlDraft* draft) : draft_(*draft), facts_(draft->facts()) {}

  absl::Status Run() {
    for (const CnlFact& fact : facts_.facts()) AddFact(fact);
    for (const CnlFact& fact : facts_.facts()) {
      if (facts_.MeaningOf(fact).relation == CnlRelation::kOther) AddEducation(fact);
    }
    OVERSTAP_RETURN_IF_ERROR(CheckNoCycle());
    auto& concepts = draft_.concepts();
    for (const Edge& edge : edges_) {
      concepts[edge.narrower].broader.push_back(concepts[edge.broader].uri);
    }
    MakeGroups();
    return absl::OkStatus();
  }

 private:
  void AddFact(const CnlFact& fact) {
    switch (facts_.MeaningOf(fact).relation) {
      case CnlRelation::kBroader:
        return AddEdge(fact, fact.subject, fact.object);
      case CnlRelation::kNarrower:
        return AddEdge(fact, fact.object, fact.subject);
      case CnlRelation::kRequires:
        return AddRequirement(fact);
      case CnlRelation::kMatch:
        return AddMatch(fact);
      case CnlRelation::kLevel:
        return AddLevel(fact);
      default:
        return;
    }
  }

  ConceptKind KindOf(uint32_t index) const { return draft_.concepts()[index].kind; }
  bool IsOccupation(uint32_t index) const {
    return index != kNoConcept && KindOf(index) == ConceptKind::kOccupation;
  }

  void AddEdge(const CnlFact& fact, uint32_t narrower_node, uint32_t broader_node) {
    if (fact.is_literal) {
      return draft_.Refuse(fact, "unknown_concept", "text cannot be a broader concept");
    }
    const uint32_t narrower = draft_.ConceptOf(narrower_node);
    const uint32_t broader = draft_.ConceptOf(broader_node);
    if (narrower == kNoConcept && broader == kNoConcept) return draft_.LeaveAsideOther();
    if (narrower == kNoConcept || broader == kNoConcept) {
      const uint32_t missing = narrower == kNoConcept ? narrower_node : broader_node;
      if (draft_.ClassOfNode(missing) == CnlClass::kOther) return draft_.LeaveAsideOther();
      return draft_.Refuse(fact, "unknown_concept",
                           StrCat("no statement defines this concept: ", facts_.nodes()[missing]));
    }
    if (IsOccupation(narrower) != IsOccupation(broader)) {
      return draft_.Refuse(
          fact, "unknown_concept",
          StrCat("a ", ConceptKindName(KindOf(broader)), " cannot be broader than a ",
                 ConceptKindName(KindOf(narrower)), ": ", facts_.nodes()[broader_node]));
    }
    edges_.push_back({narrower, broader, &fact});
    draft_.Accept();
  }

  void AddRequirement(const CnlFact& fact) {
    const uint32_t occupation = draft_.ConceptOf(fact.subject);
    const uint32_t skill = draft_.ObjectConcept(fact);
    if (!IsOccupation(occupation)) {
      return draft_.Refuse(
          fact, "unknown_occupation",
          StrCat("no statement defines this occupation: ", facts_.nodes()[fact.subject]));
    }
    if (skill == kNoConcept || IsOccupation(skill)) {
      return draft_.Refuse(fact, "unknown_skill",
                           StrCat("no statement defines this capability or knowledge area: ",
                                  facts_.ObjectText(fact)));
    }
    auto& concepts = draft_.concepts();
    concepts[occupation].requirements.push_back(
        {concepts[skill].uri, facts_.MeaningOf(fact).importance});
    required_.insert(skill);
    draft_.Accept();
    if (!pairs_.insert((uint64_t{occupation} << 32) | skill).second) {
      draft_.Warn(fact, "duplicate_relation",
                  StrCat("the occupation has this already: ", concepts[skill].uri));
    }
  }

  void AddMatch(const CnlFact& fact) {
    const uint32_t index = draft_.ConceptOf(fact.subject);
    if (index == kNoConcept) return draft_.LeaveAsideOther();
    const CnlPredicate& meaning = facts_.MeaningOf(fact);
    const std::string_view target = facts_.ObjectText(fact);
    const std::string_view seen = SchemeOfUri(target);
    const std::string_view scheme =
        seen == kIscoScheme || meaning.scheme.empty() ? seen : meaning.scheme;
    if (scheme.empty() || scheme == kCompetentNlScheme) return draft_.LeaveAside(fact);
    const auto uri = UriInScheme(scheme, target);
    const bool is_blank = !fact.is_literal && target.starts_with("_:");
    if (!uri || is_blank) {
      return draft_.Refuse(fact, "foreign_uri",
                           StrCat("is no URI or code of ", scheme, ": ", target));
    }
    ConceptSource& entry = draft_.concepts()[index];
    draft_.CrosswalkTo(scheme).links.push_back({entry.uri, *uri, meaning.match});
    if (scheme == kIscoScheme && IsOccupation(index)) {
      SetIscoCode(IscoCodeIn(target).value_or(""), &entry);
    }
    draft_.Accept();
  }

  void AddLevel(const CnlFact& fact) {
    const uint32_t index = draft_.ConceptOf(fact.subject);
    const bool is_norm = draft_.ClassOfNode(fact.subject) == CnlClass::kEducation;
    if (!is_norm && !IsOccupation(index)) return draft_.LeaveAsideOther();
    const auto level = IscoLevelOfEducation(facts_.ObjectText(fact));
    if (!level) {
      return draft_.Refuse(
          fact, "bad_level",
          StrCat("'", facts_.ObjectText(fact), "' is no level of education that is known here"));
    }
    if (is_norm) {
      const auto [found, is_new] = norm_levels_.emplace(fact.subject, *level);
      if (!is_new) found->second = std::min(found->second, *level);
    } else {
      LowerLevel(*level, index);
    }
    draft_.Accept();
  }

  // An occupation and an education norm, in either direction.
  void AddEducation(const CnlFact& fact) {
    uint32_t occupation = draft_.ConceptOf(fact.subject);
    uint32_t norm = fact.object;
    if (!IsOccupation(occupation)) {
      occupation = draft_.ConceptOf(fact.object);
      norm = fact.subject;
    }
    if (!IsOccupation(occupation) || draft_.ClassOfNode(norm) != CnlClass::kEducation) {
      return draft_.LeaveAside(fact);
    }
    const auto level = norm_levels_.find(norm);
    if (level != norm_levels_.end()) LowerLevel(level->second, occupation);
    draft_.Accept();
  }

  void LowerLevel(int level, uint32_t occupation) {
    auto& stated = draft_.concepts()[occupation].level;
    stated = std::min(stated.value_or(level), level);
  }

  absl::Status CheckNoCycle() const {
    std::vector<BroaderEdge> plain;
    plain.reserve(edges_.size());
    for (const Edge& edge : edges_) plain.push_back({NodeId(edge.narrower), NodeId(edge.broader)});
    const std::vector<NodeId> cycle = FindCycle(draft_.concepts().size(), plain);
    if (cycle.empty()) return absl::OkStatus();
    std::string path;
    for (size_t i = 0; i < std::min(cycle.size(), kMaxUrisNamed); ++i) {
      StrAppend(&path, draft_.concepts()[cycle[i].index()].uri, " -> ");
    }
    if (cycle.size() > kMaxUrisNamed) StrAppend(&path, "... -> ");
    StrAppend(&path, draft_.concepts()[cycle[0].index()].uri);
    const NodeId next = cycle[1 % cycle.size()];
    const auto on_cycle = std::find_if(edges_.begin(), edges_.end(), [&](const Edge& edge) {
      return edge.narrower == cycle[0].value() && edge.broader == next.value();
    });
    return absl::InvalidArgumentError(
        StrCat(facts_.files()[on_cycle->fact->file], ":", on_cycle->fact->line,
               ": the hierarchy has a cycle: ", path, "; remove one of these relations"));
  }

  void MakeGroups() {
    for (const Edge& edge : edges_) {
      if (!IsOccupation(edge.broader) && !required_.contains(edge.broader)) {
        draft_.concepts()[edge.broader].kind = ConceptKind::kSkillGroup;
      }
    }
  }

  CnlDraft& draft_;
  const CnlFacts& facts_;
  std::vector<Edge> edges_;
  absl::flat_hash_set<uint64_t> pairs_;             // occupation and skill
  absl::flat_hash_set<uint32_t> required_;          // skills
  absl::flat_hash_map<uint32_t, int> norm_levels_;  // by node
};

}  // namespace

absl::Status AddCompetentNlRelations(CnlDraft* draft) { return RelationBuilder(draft).Run(); }

}  // namespace overstap::ingest
