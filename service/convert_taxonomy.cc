#include "service/convert_taxonomy.h"

#include <algorithm>
#include <string>

#include "base/status_macros.h"
#include "base/strings.h"
#include "service/convert_common.h"
#include "service/convert_enums.h"

namespace overstap::service {
namespace {

v1::LabelKind LabelKindOf(LabelKind kind) {
  switch (kind) {
    case LabelKind::kPreferred:
      return v1::LABEL_KIND_PREFERRED;
    case LabelKind::kAlternative:
      return v1::LABEL_KIND_ALTERNATIVE;
    case LabelKind::kHidden:
      return v1::LABEL_KIND_HIDDEN;
  }
  return v1::LABEL_KIND_UNSPECIFIED;
}

void AddLabels(std::span<const Label> labels, v1::Concept* described) {
  for (const Label& label : labels) {
    v1::Label* added = described->add_labels();
    added->set_language_code(std::string(label.language.code()));
    added->set_kind(LabelKindOf(label.kind));
    added->set_text(label.text);
  }
}

v1::ConceptReference ReferTo(const advice::Context& context, NodeId node) {
  const Taxonomy& taxonomy = context.snapshot.taxonomy();
  v1::ConceptReference reference;
  reference.set_uri(std::string(taxonomy.Uri(node)));
  reference.set_label(std::string(taxonomy.LabelOf(node, context.languages)));
  return reference;
}

void AddRequirements(const advice::Context& context, OccupationId id, v1::Concept* described) {
  const Taxonomy& taxonomy = context.snapshot.taxonomy();
  for (const Requirement& requirement : advice::RequirementsByImportance(context, id)) {
    v1::OccupationRequirement* added = described->add_requirements();
    *added->mutable_skill() = ReferTo(context, NodeOf(requirement.skill));
    added->set_importance(ToProto(requirement.importance));
    added->set_idf(taxonomy.Idf(requirement.skill));
  }
}

v1::Concept Describe(const advice::Context& context, OccupationId id) {
  const Taxonomy& taxonomy = context.snapshot.taxonomy();
  v1::Concept described;
  described.set_uri(std::string(taxonomy.Uri(id)));
  described.set_kind(v1::CONCEPT_KIND_OCCUPATION);
  described.set_label(std::string(taxonomy.LabelOf(id, context.languages)));
  described.set_description(std::string(taxonomy.DescriptionOf(id, context.languages)));
  AddLabels(taxonomy.Labels(id), &described);
  const std::string_view code = taxonomy.IscoCode(id);
  described.set_isco_code(std::string(code));
  described.set_isco_label(std::string(taxonomy.IscoLabel(code, context.languages)));
  if (const auto level = taxonomy.Level(id)) described.set_level(*level);
  AddRequirements(context, id, &described);
  return described;
}

v1::Concept Describe(const advice::Context& context, SkillId id) {
  const Taxonomy& taxonomy = context.snapshot.taxonomy();
  v1::Concept described;
  described.set_uri(std::string(taxonomy.Uri(id)));
  described.set_kind(taxonomy.IsKnowledge(id) ? v1::CONCEPT_KIND_KNOWLEDGE
                                              : v1::CONCEPT_KIND_SKILL);
  described.set_label(std::string(taxonomy.LabelOf(id, context.languages)));
  described.set_description(std::string(taxonomy.DescriptionOf(id, context.languages)));
  AddLabels(taxonomy.Labels(id), &described);
  for (const NodeId parent : taxonomy.hierarchy().Parents(NodeOf(id))) {
    *described.add_broader() = ReferTo(context, parent);
  }
  for (const NodeId child : taxonomy.hierarchy().Children(NodeOf(id))) {
    *described.add_narrower() = ReferTo(context, child);
  }
  return described;
}

}  // namespace

absl::StatusOr<advice::LookupParams> FromProto(const v1::LookupRequest& request) {
  constexpr size_t kLimit = 10;
  constexpr size_t kMaxLimit = 100;
  OVERSTAP_RETURN_IF_ERROR(CheckAsked("text", request.text()));
  advice::LookupParams params;
  params.text = request.text();
  if (request.kind() == v1::CONCEPT_KIND_OCCUPATION) {
    params.kind = advice::LookupKind::kOccupation;
  } else if (request.kind() == v1::CONCEPT_KIND_SKILL) {
    params.kind = advice::LookupKind::kSkill;
  } else {
    return absl::InvalidArgumentError("kind must be occupation or skill");
  }
  const auto asked = request.has_limit() ? std::optional<int>(request.limit()) : std::nullopt;
  OVERSTAP_ASSIGN_OR_RETURN(params.limit, LimitOr(asked, kLimit, kMaxLimit));
  params.explain = request.explain();
  return params;
}

void FillResponse(const advice::LookupResult& result, const model::Versions& versions,
                  v1::LookupResponse* response) {
  *response->mutable_versions() = ToProto(versions);
  response->set_text(result.text);
  for (const advice::LookupHit& hit : result.hits) {
    v1::LookupResult* added = response->add_results();
    added->set_uri(hit.concept_ref.uri);
    added->set_label(hit.concept_ref.label);
    added->set_score(hit.score);
    added->set_matched_label(hit.matched_label);
    added->set_recognised(hit.recognised);
    if (!hit.explanation.kind.empty()) *added->mutable_explanation() = ToProto(hit.explanation);
  }
}

absl::StatusOr<v1::Concept> DescribeConcept(const advice::Context& context, std::string_view uri) {
  const Taxonomy& taxonomy = context.snapshot.taxonomy();
  if (const auto occupation = taxonomy.FindOccupation(uri)) return Describe(context, *occupation);
  if (const auto skill = taxonomy.FindSkill(uri)) return Describe(context, *skill);
  return absl::NotFoundError(
      StrCat("the taxonomy ", taxonomy.version(), " has no occupation or skill ", uri));
}

absl::Status FillPage(const v1::ListVersionsRequest& request,
                      std::vector<store::TaxonomyInfo> versions,
                      v1::ListVersionsResponse* response) {
  constexpr size_t kPageSize = 100;
  constexpr size_t kMaxPageSize = 1000;
  const auto asked =
      request.has_page_size() ? std::optional<int>(request.page_size()) : std::nullopt;
  OVERSTAP_ASSIGN_OR_RETURN(const size_t page_size, LimitOr(asked, kPageSize, kMaxPageSize));
  std::sort(versions.begin(), versions.end(),
            [](const auto& a, const auto& b) { return a.version < b.version; });
  for (const store::TaxonomyInfo& info : versions) {
    if (!request.page_token().empty() && info.version <= request.page_token()) continue;
    const auto filled = static_cast<size_t>(response->taxonomy_versions_size());
    if (filled == page_size) {
      response->set_next_page_token(response->taxonomy_versions().rbegin()->version());
      break;
    }
    v1::TaxonomyVersion* added = response->add_taxonomy_versions();
    added->set_version(info.version);
    added->set_scheme(info.scheme);
    added->set_occupation_count(info.occupations);
    added->set_skill_count(info.skills);
    added->set_relation_count(info.relations);
    added->set_current(info.current);
  }
  return absl::OkStatus();
}

}  // namespace overstap::service
