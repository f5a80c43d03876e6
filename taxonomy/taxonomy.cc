#include "taxonomy/taxonomy.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "base/status_macros.h"
#include "base/strings.h"
#include "taxonomy/isco.h"

namespace overstap {
namespace {

absl::Status Invalid(std::string_view what, std::string_view uri) {
  return absl::InvalidArgumentError(StrCat(what, ": ", uri));
}

const Label* FindPreferred(std::span<const Label> labels, Language language) {
  for (const Label& label : labels) {
    if (label.language == language && label.kind == LabelKind::kPreferred) return &label;
  }
  return nullptr;
}

std::string_view PreferredLabel(std::span<const Label> labels, const LanguageOrder& order) {
  for (const Language language : order) {
    if (const Label* label = FindPreferred(labels, language)) return label->text;
  }
  for (const Label& label : labels) {
    if (label.kind == LabelKind::kPreferred) return label.text;
  }
  return labels.empty() ? std::string_view() : std::string_view(labels.front().text);
}

std::string_view FirstDescription(std::span<const Description> descriptions,
                                  const LanguageOrder& order) {
  for (const Language language : order) {
    for (const Description& description : descriptions) {
      if (description.language == language) return description.text;
    }
  }
  return {};
}

bool IsSkillKind(ConceptKind kind) {
  return kind == ConceptKind::kSkill || kind == ConceptKind::kKnowledge;
}

}  // namespace

absl::StatusOr<Taxonomy> Taxonomy::Build(TaxonomySource source, std::string version) {
  Taxonomy taxonomy;
  taxonomy.version_ = std::move(version);
  OVERSTAP_RETURN_IF_ERROR(taxonomy.AddConcepts(&source.concepts));
  OVERSTAP_RETURN_IF_ERROR(taxonomy.AddHierarchy(source.concepts));
  OVERSTAP_RETURN_IF_ERROR(taxonomy.AddRequirements(source.concepts));
  taxonomy.CountInformation();
  return taxonomy;
}

absl::Status Taxonomy::AddConcepts(std::vector<ConceptSource>* concepts) {
  const auto add_nodes = [this, concepts](auto wanted) -> absl::Status {
    for (ConceptSource& entry : *concepts) {
      if (!wanted(entry.kind)) continue;
      const NodeId id(static_cast<uint32_t>(nodes_.size()));
      if (!node_by_uri_.emplace(entry.uri, id).second) return Invalid("double concept", entry.uri);
      nodes_.push_back(
          {entry.uri, entry.kind, std::move(entry.labels), std::move(entry.descriptions)});
    }
    return absl::OkStatus();
  };
  for (const ConceptSource& entry : *concepts) {
    if (entry.uri.empty()) return absl::InvalidArgumentError("a concept has no URI");
    if (entry.labels.empty()) return Invalid("concept without a label", entry.uri);
  }
  OVERSTAP_RETURN_IF_ERROR(add_nodes(IsSkillKind));
  skill_count_ = nodes_.size();
  OVERSTAP_RETURN_IF_ERROR(
      add_nodes([](ConceptKind kind) { return kind == ConceptKind::kSkillGroup; }));
  for (ConceptSource& entry : *concepts) {
    if (entry.kind == ConceptKind::kIscoGroup) {
      isco_labels_by_code_[entry.code] = std::move(entry.labels);
    }
    if (entry.kind != ConceptKind::kOccupation) continue;
    const OccupationId id(static_cast<uint32_t>(occupations_.size()));
    if (!occupation_by_uri_.emplace(entry.uri, id).second) {
      return Invalid("double concept", entry.uri);
    }
    occupations_.push_back({entry.uri, entry.code,
                            entry.level ? entry.level : IscoSkillLevel(entry.code),
                            std::move(entry.labels), std::move(entry.descriptions)});
  }
  return absl::OkStatus();
}

absl::Status Taxonomy::AddHierarchy(const std::vector<ConceptSource>& concepts) {
  std::vector<BroaderEdge> edges;
  for (const ConceptSource& entry : concepts) {
    const auto narrower = node_by_uri_.find(entry.uri);
    if (narrower == node_by_uri_.end()) continue;
    for (const std::string& uri : entry.broader) {
      const auto broader = node_by_uri_.find(uri);
      if (broader == node_by_uri_.end()) return Invalid("unknown broader concept", uri);
      edges.push_back({narrower->second, broader->second});
    }
  }
  OVERSTAP_ASSIGN_OR_RETURN(hierarchy_, Hierarchy::Build(nodes_.size(), std::move(edges)));
  return absl::OkStatus();
}

absl::Status Taxonomy::AddRequirements(const std::vector<ConceptSource>& concepts) {
  requirements_.resize(occupations_.size());
  for (const ConceptSource& entry : concepts) {
    const auto occupation = occupation_by_uri_.find(entry.uri);
    if (occupation == occupation_by_uri_.end()) continue;
    auto& list = requirements_[occupation->second.index()];
    list.reserve(entry.requirements.size());
    for (const RequirementSource& requirement : entry.requirements) {
      const auto skill = FindSkill(requirement.skill_uri);
      if (!skill) return Invalid("unknown skill in a requirement", requirement.skill_uri);
      list.push_back({*skill, requirement.importance});
    }
    std::sort(list.begin(), list.end(),
              [](const Requirement& a, const Requirement& b) { return a.skill < b.skill; });
    requirement_count_ += list.size();
  }
  return absl::OkStatus();
}

void Taxonomy::ShareOptional(OccupationId id, float share) {
  for (Requirement& requirement : requirements_[id.index()]) {
    if (requirement.importance == Importance::kOptional) requirement.share = share;
  }
}

void Taxonomy::CountInformation() {
  node_df_.assign(nodes_.size(), 0);
  std::vector<size_t> last_seen(nodes_.size(), occupations_.size());
  for (size_t occupation = 0; occupation < occupations_.size(); ++occupation) {
    const auto count = [&](NodeId node) {
      if (std::exchange(last_seen[node.index()], occupation) != occupation) {
        ++node_df_[node.index()];
      }
    };
    for (const Requirement& requirement : requirements_[occupation]) {
      count(NodeOf(requirement.skill));
      for (const NodeId ancestor : hierarchy_.Ancestors(NodeOf(requirement.skill))) count(ancestor);
    }
  }
  const double total = std::max<double>(1, static_cast<double>(occupations_.size()));
  information_.resize(nodes_.size());
  for (size_t node = 0; node < nodes_.size(); ++node) {
    information_[node] = std::max(kMinIdf, std::log(total / std::max(1, node_df_[node])));
  }
}

std::optional<OccupationId> Taxonomy::FindOccupation(std::string_view uri) const {
  const auto found = occupation_by_uri_.find(uri);
  if (found == occupation_by_uri_.end()) return std::nullopt;
  return found->second;
}

std::optional<SkillId> Taxonomy::FindSkill(std::string_view uri) const {
  const auto found = node_by_uri_.find(uri);
  if (found == node_by_uri_.end() || found->second.index() >= skill_count_) return std::nullopt;
  return SkillId(found->second.value());
}

std::string_view Taxonomy::LabelOf(OccupationId id, const LanguageOrder& order) const {
  return PreferredLabel(Labels(id), order);
}

std::string_view Taxonomy::LabelOf(SkillId id, const LanguageOrder& order) const {
  return PreferredLabel(Labels(id), order);
}

std::string_view Taxonomy::LabelOf(NodeId id, const LanguageOrder& order) const {
  return PreferredLabel(Labels(id), order);
}

std::string_view Taxonomy::DescriptionOf(OccupationId id, const LanguageOrder& order) const {
  return FirstDescription(occupations_[id.index()].descriptions, order);
}

std::string_view Taxonomy::DescriptionOf(SkillId id, const LanguageOrder& order) const {
  return FirstDescription(nodes_[id.index()].descriptions, order);
}

std::string_view Taxonomy::IscoLabel(std::string_view code, const LanguageOrder& order) const {
  const auto found = isco_labels_by_code_.find(code);
  if (found == isco_labels_by_code_.end()) return {};
  return PreferredLabel(found->second, order);
}

}  // namespace overstap
