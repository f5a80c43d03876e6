#include "service/json/concept_view.h"

#include <span>
#include <utility>
#include <vector>

#include "service/json/plan_view.h"

namespace overstap::service {
namespace {

std::string KindOf(const Taxonomy& taxonomy, SkillId id) {
  return taxonomy.IsKnowledge(id) ? "knowledge" : "skill";
}

template <class Id>
Json Named(const advice::Context& context, Id id) {
  Json json = ToJson(advice::RefOf(context, id));
  return {{"uri", json["uri"]},
          {"id", std::string(LastPart(context.snapshot.taxonomy().Uri(id)))},
          {"label", json["label"]}};
}

Json LabelsOf(std::span<const Label> labels) {
  Json json = Json::array();
  for (const Label& label : labels) {
    json.push_back({{"language", std::string(label.language.code())},
                    {"kind", LabelKindName(label.kind)},
                    {"text", label.text}});
  }
  return json;
}

Json RequirementsOf(const advice::Context& context, OccupationId id) {
  const Taxonomy& taxonomy = context.snapshot.taxonomy();
  Json json = Json::array();
  for (const Requirement& requirement : advice::RequirementsByImportance(context, id)) {
    Json line = ToJson(advice::RefOf(context, requirement.skill));
    line["kind"] = KindOf(taxonomy, requirement.skill);
    line["importance"] = ImportanceName(requirement.importance);
    line["idf"] = Rounded(taxonomy.Idf(requirement.skill));
    json.push_back(std::move(line));
  }
  return json;
}

Json NodesOf(const advice::Context& context, std::span<const NodeId> nodes) {
  const Taxonomy& taxonomy = context.snapshot.taxonomy();
  Json json = Json::array();
  for (const NodeId node : nodes) {
    json.push_back({{"uri", std::string(taxonomy.Uri(node))},
                    {"label", std::string(taxonomy.LabelOf(node, context.languages))}});
  }
  return json;
}

}  // namespace

std::string_view LastPart(std::string_view uri) {
  const size_t mark = uri.find_last_of("/:#");
  return mark == std::string_view::npos ? uri : uri.substr(mark + 1);
}

Json ItemOf(const advice::Context& context, OccupationId id) {
  const Taxonomy& taxonomy = context.snapshot.taxonomy();
  Json json = Named(context, id);
  json["isco_code"] = TextOrNull(taxonomy.IscoCode(id));
  json["level"] = OrNull(taxonomy.Level(id));
  return json;
}

Json ItemOf(const advice::Context& context, SkillId id) {
  Json json = Named(context, id);
  json["kind"] = KindOf(context.snapshot.taxonomy(), id);
  return json;
}

Json Describe(const advice::Context& context, OccupationId id) {
  const Taxonomy& taxonomy = context.snapshot.taxonomy();
  Json json = Named(context, id);
  json["kind"] = "occupation";
  json["description"] = TextOrNull(taxonomy.DescriptionOf(id, context.languages));
  json["labels"] = LabelsOf(taxonomy.Labels(id));
  const std::string_view code = taxonomy.IscoCode(id);
  json["isco_code"] = TextOrNull(code);
  json["isco_label"] = TextOrNull(taxonomy.IscoLabel(code, context.languages));
  json["level"] = OrNull(taxonomy.Level(id));
  json["techniek"] = Json::array();
  for (const transition::Techniek& techniek : context.snapshot.techniek()) {
    if (techniek.IsTechnical(id)) json["techniek"].push_back(techniek.definition().name);
  }
  json["requirements"] = RequirementsOf(context, id);
  return json;
}

Json Describe(const advice::Context& context, SkillId id) {
  const Taxonomy& taxonomy = context.snapshot.taxonomy();
  Json json = Named(context, id);
  json["kind"] = KindOf(taxonomy, id);
  json["description"] = TextOrNull(taxonomy.DescriptionOf(id, context.languages));
  json["labels"] = LabelsOf(taxonomy.Labels(id));
  json["broader"] = NodesOf(context, taxonomy.hierarchy().Parents(NodeOf(id)));
  json["narrower"] = NodesOf(context, taxonomy.hierarchy().Children(NodeOf(id)));
  json["occupation_count"] = taxonomy.DocumentFrequency(id);
  return json;
}

}  // namespace overstap::service
