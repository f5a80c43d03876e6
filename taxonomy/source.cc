#include "taxonomy/source.h"

#include <algorithm>
#include <array>
#include <tuple>

#include "base/content_hash.h"
#include "base/enum_names.h"
#include "base/strings.h"

namespace overstap {
namespace {

constexpr std::array<std::string_view, 3> kLabelKindNames = {"preferred", "alternative", "hidden"};
constexpr std::array<std::string_view, 5> kConceptKindNames = {"occupation", "skill", "knowledge",
                                                               "skill_group", "isco_group"};

void CanonicaliseLabels(std::vector<Label>* labels) {
  std::sort(labels->begin(), labels->end(), [](const Label& a, const Label& b) {
    return std::tie(a.language, a.kind, a.text) < std::tie(b.language, b.kind, b.text);
  });
  std::vector<std::pair<Language, std::string>> seen;
  std::erase_if(*labels, [&seen](const Label& label) {
    std::pair<Language, std::string> key(label.language, label.text);
    if (std::find(seen.begin(), seen.end(), key) != seen.end()) return true;
    seen.push_back(std::move(key));
    return false;
  });
}

void CanonicaliseConcept(ConceptSource* entry) {
  CanonicaliseLabels(&entry->labels);
  std::sort(entry->descriptions.begin(), entry->descriptions.end(),
            [](const Description& a, const Description& b) {
              return std::tie(a.language, a.text) < std::tie(b.language, b.text);
            });
  std::sort(entry->broader.begin(), entry->broader.end());
  entry->broader.erase(std::unique(entry->broader.begin(), entry->broader.end()),
                       entry->broader.end());
  auto& requirements = entry->requirements;
  std::sort(requirements.begin(), requirements.end(),
            [](const RequirementSource& a, const RequirementSource& b) {
              return std::tie(a.skill_uri, a.importance) < std::tie(b.skill_uri, b.importance);
            });
  const auto same_skill = [](const RequirementSource& a, const RequirementSource& b) {
    return a.skill_uri == b.skill_uri;
  };
  requirements.erase(std::unique(requirements.begin(), requirements.end(), same_skill),
                     requirements.end());
}

void HashConcept(const ConceptSource& entry, ContentHasher* hasher) {
  hasher->Add(entry.uri);
  hasher->Add(ConceptKindName(entry.kind));
  hasher->Add(entry.code);
  hasher->AddNumber(static_cast<uint64_t>(entry.level.value_or(0)));
  hasher->AddNumber(entry.labels.size());
  for (const Label& label : entry.labels) {
    hasher->Add(label.language.code());
    hasher->Add(LabelKindName(label.kind));
    hasher->Add(label.text);
  }
  hasher->AddNumber(entry.descriptions.size());
  for (const Description& description : entry.descriptions) {
    hasher->Add(description.language.code());
    hasher->Add(description.text);
  }
  hasher->AddNumber(entry.broader.size());
  for (const std::string& uri : entry.broader) hasher->Add(uri);
  hasher->AddNumber(entry.requirements.size());
  for (const RequirementSource& requirement : entry.requirements) {
    hasher->Add(requirement.skill_uri);
    hasher->Add(ImportanceName(requirement.importance));
  }
}

}  // namespace

std::string_view LabelKindName(LabelKind kind) { return EnumName(kLabelKindNames, kind); }

std::optional<LabelKind> ParseLabelKind(std::string_view name) {
  return ParseEnum<LabelKind>(kLabelKindNames, name);
}

std::string_view ConceptKindName(ConceptKind kind) { return EnumName(kConceptKindNames, kind); }

std::optional<ConceptKind> ParseConceptKind(std::string_view name) {
  return ParseEnum<ConceptKind>(kConceptKindNames, name);
}

void Canonicalise(TaxonomySource* source) {
  for (ConceptSource& entry : source->concepts) CanonicaliseConcept(&entry);
  std::sort(source->concepts.begin(), source->concepts.end(),
            [](const ConceptSource& a, const ConceptSource& b) { return a.uri < b.uri; });
}

std::string ContentVersion(const TaxonomySource& source) {
  ContentHasher hasher;
  for (const ConceptSource& entry : source.concepts) HashConcept(entry, &hasher);
  return StrCat(source.scheme, "-", hasher.HexDigest());
}

}  // namespace overstap
