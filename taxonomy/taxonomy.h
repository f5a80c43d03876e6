// One version of the shared skills language, as every query sees it.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "absl/status/statusor.h"
#include "base/strings.h"
#include "taxonomy/hierarchy.h"
#include "taxonomy/ids.h"
#include "taxonomy/importance.h"
#include "taxonomy/language.h"
#include "taxonomy/source.h"

namespace overstap {

// Immutable after Build; thread-safe. Ids are dense: occupations 0..occupation_count()-1, skills
// likewise, both ascending by URI, so that a tie broken on id is a tie broken on URI.
class Taxonomy {
 public:
  Taxonomy() = default;

  // `source` must be canonical and hold no dangling URIs. kInvalidArgument, naming the concept,
  // for a double or empty URI, a concept without a label, a requirement or broader concept that
  // does not exist or is of the wrong kind, or a cycle.
  static absl::StatusOr<Taxonomy> Build(TaxonomySource source, std::string version);

  const std::string& version() const { return version_; }

  size_t occupation_count() const { return occupations_.size(); }
  size_t skill_count() const { return skill_count_; }
  size_t node_count() const { return nodes_.size(); }  // skills and skill groups
  size_t requirement_count() const { return requirement_count_; }

  std::optional<OccupationId> FindOccupation(std::string_view uri) const;
  std::optional<SkillId> FindSkill(std::string_view uri) const;

  std::string_view Uri(OccupationId id) const { return occupations_[id.index()].uri; }
  std::string_view Uri(SkillId id) const { return nodes_[id.index()].uri; }
  std::string_view Uri(NodeId id) const { return nodes_[id.index()].uri; }

  std::span<const Label> Labels(OccupationId id) const { return occupations_[id.index()].labels; }
  std::span<const Label> Labels(SkillId id) const { return nodes_[id.index()].labels; }
  std::span<const Label> Labels(NodeId id) const { return nodes_[id.index()].labels; }

  // The preferred label in the first language of `order` that has one, else in any language.
  std::string_view LabelOf(OccupationId id, const LanguageOrder& order) const;
  std::string_view LabelOf(SkillId id, const LanguageOrder& order) const;
  std::string_view LabelOf(NodeId id, const LanguageOrder& order) const;

  // In every language that has one.
  std::span<const Description> Descriptions(OccupationId id) const {
    return occupations_[id.index()].descriptions;
  }

  // Description in the first language of `order` that has one; empty when there is none.
  std::string_view DescriptionOf(OccupationId id, const LanguageOrder& order) const;
  std::string_view DescriptionOf(SkillId id, const LanguageOrder& order) const;

  bool IsKnowledge(SkillId id) const { return nodes_[id.index()].kind == ConceptKind::kKnowledge; }

  // ISCO-08 code, empty when unknown; level 1..4 as the source states it, else by the code.
  std::string_view IscoCode(OccupationId id) const { return occupations_[id.index()].code; }
  std::optional<int> Level(OccupationId id) const { return occupations_[id.index()].level; }
  // Label of the ISCO group with this code; empty when the taxonomy has none.
  std::string_view IscoLabel(std::string_view code, const LanguageOrder& order) const;

  // Ascending by skill, each skill once.
  std::span<const Requirement> Requirements(OccupationId id) const {
    return requirements_[id.index()];
  }
  // Before others use it: gives each optional requirement of the occupation this share of its
  // weight, (0, 1].
  void ShareOptional(OccupationId id, float share);

  // Number of occupations that require the skill, with any importance.
  int DocumentFrequency(SkillId id) const { return node_df_[id.index()]; }

  // idf(s) = ln(N / df(s)) over occupations (docs/scoring.md), at least kMinIdf so that a skill
  // that everyone needs still counts a little; ln(N) for a skill that nobody needs.
  double Idf(SkillId id) const { return information_[id.index()]; }

  // The same for a node of the hierarchy, where df counts the occupations that require the node or
  // anything narrower: a broader node never has more information than a narrower one.
  double InformationContent(NodeId id) const { return information_[id.index()]; }

  const Hierarchy& hierarchy() const { return hierarchy_; }

  static constexpr double kMinIdf = 0.05;

 private:
  struct Occupation {
    std::string uri;
    std::string code;
    std::optional<int> level;
    std::vector<Label> labels;
    std::vector<Description> descriptions;
  };
  struct Node {
    std::string uri;
    ConceptKind kind = ConceptKind::kSkill;
    std::vector<Label> labels;
    std::vector<Description> descriptions;
  };

  absl::Status AddConcepts(std::vector<ConceptSource>* concepts);
  absl::Status AddHierarchy(const std::vector<ConceptSource>& concepts);
  absl::Status AddRequirements(const std::vector<ConceptSource>& concepts);
  void CountInformation();

  std::string version_;
  size_t skill_count_ = 0;
  size_t requirement_count_ = 0;
  std::vector<Occupation> occupations_;
  std::vector<Node> nodes_;
  StringMap<OccupationId> occupation_by_uri_;
  StringMap<NodeId> node_by_uri_;
  StringMap<std::vector<Label>> isco_labels_by_code_;
  std::vector<std::vector<Requirement>> requirements_;
  Hierarchy hierarchy_;
  std::vector<int> node_df_;
  std::vector<double> information_;
};

}  // namespace overstap
