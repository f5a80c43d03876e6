#include "engine/transition/techniek.h"

#include <algorithm>
#include <string_view>
#include <utility>

#include "base/strings.h"

namespace overstap::transition {
namespace {

constexpr std::string_view kIscoUri = "http://data.europa.eu/esco/isco/C";
constexpr std::string_view kBrcScheme = "brc2014";

bool Holds(const std::vector<std::string>& uris, std::string_view uri) {
  return std::find(uris.begin(), uris.end(), uri) != uris.end();
}

std::vector<double> SkillTechnicality(const Taxonomy& taxonomy,
                                      const std::vector<bool>& technical) {
  std::vector<double> share(taxonomy.skill_count(), 0);
  for (uint32_t i = 0; i < taxonomy.occupation_count(); ++i) {
    if (!technical[i]) continue;
    for (const Requirement& requirement : taxonomy.Requirements(OccupationId(i))) {
      share[requirement.skill.index()] += 1.0 / taxonomy.DocumentFrequency(requirement.skill);
    }
  }
  return share;
}

}  // namespace

Techniek::Techniek(model::TechniekDefinition definition, const Taxonomy& taxonomy,
                   const CrosswalkIndex* crosswalks)
    : definition_(std::move(definition)),
      technical_(taxonomy.occupation_count()),
      intensity_(taxonomy.occupation_count(), 0) {
  switch (definition_.basis) {
    case model::TechniekBasis::kIsco:
      MarkByCode(taxonomy);
      break;
    case model::TechniekBasis::kBrc:
      MarkByBrc(taxonomy, crosswalks);
      break;
    case model::TechniekBasis::kSkills:
      MarkBySkills(taxonomy);
      break;
  }
  count_ = static_cast<size_t>(std::count(technical_.begin(), technical_.end(), true));
  const std::vector<double> technicality = SkillTechnicality(taxonomy, technical_);
  for (uint32_t i = 0; i < taxonomy.occupation_count(); ++i) {
    double total = 0;
    double technical = 0;
    for (const Requirement& requirement : taxonomy.Requirements(OccupationId(i))) {
      const double weight = taxonomy.Idf(requirement.skill);
      total += weight;
      technical += weight * technicality[requirement.skill.index()];
    }
    if (total > 0) intensity_[i] = technical / total;
  }
}

void Techniek::MarkByCode(const Taxonomy& taxonomy) {
  for (uint32_t i = 0; i < taxonomy.occupation_count(); ++i) {
    technical_[i] = definition_.IncludesCode(taxonomy.IscoCode(OccupationId(i)));
  }
}

void Techniek::MarkByBrc(const Taxonomy& taxonomy, const CrosswalkIndex* crosswalks) {
  bool linked = false;
  for (uint32_t i = 0; crosswalks != nullptr && i < taxonomy.occupation_count(); ++i) {
    const std::string isco = StrCat(kIscoUri, taxonomy.IscoCode(OccupationId(i)));
    for (const CrosswalkMatch& match : crosswalks->Links(isco)) {
      if (match.scheme != kBrcScheme) continue;
      linked = true;
      const std::string_view code = match.uri.substr(match.uri.find(':') + 1);
      if (definition_.IncludesCode(code)) technical_[i] = true;
    }
  }
  if (!linked) {
    lacks_ = "the crosswalk from ISCO-08 to BRC 2014 is not loaded: overstap import crosswalk FILE";
  }
}

void Techniek::MarkBySkills(const Taxonomy& taxonomy) {
  std::vector<bool> include(taxonomy.node_count()), exclude(taxonomy.node_count());
  bool found = false;
  for (uint32_t i = 0; i < taxonomy.node_count(); ++i) {
    const std::string_view uri = taxonomy.Uri(NodeId(i));
    include[i] = Holds(definition_.include, uri);
    exclude[i] = Holds(definition_.exclude, uri);
    found = found || include[i];
  }
  if (!found) {
    lacks_ = "this skills language has none of the groups of skills that it names";
    return;
  }
  const auto is_in = [&](SkillId skill, const std::vector<bool>& groups) {
    const NodeId node(static_cast<uint32_t>(skill.index()));
    const auto ancestors = taxonomy.hierarchy().Ancestors(node);
    return groups[node.index()] ||
           std::any_of(ancestors.begin(), ancestors.end(),
                       [&groups](NodeId broader) { return groups[broader.index()]; });
  };
  for (uint32_t i = 0; i < taxonomy.occupation_count(); ++i) {
    double total = 0, technical = 0;
    for (const Requirement& requirement : taxonomy.Requirements(OccupationId(i))) {
      const double weight = taxonomy.Idf(requirement.skill);
      total += weight;
      if (is_in(requirement.skill, include) && !is_in(requirement.skill, exclude)) {
        technical += weight;
      }
    }
    technical_[i] = total > 0 && technical >= definition_.least_share * total;
  }
}

}  // namespace overstap::transition
