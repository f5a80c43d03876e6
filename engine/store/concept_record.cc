#include "engine/store/concept_record.h"

#include <optional>
#include <utility>

#include "base/status_macros.h"
#include "engine/store/importance_table.h"
#include "engine/store/stored_fields.h"

namespace overstap::store {
namespace {

namespace pb = overstap::storage::v1;

constexpr EnumTable<ConceptKind, pb::ConceptKind, 5> kConceptKinds = {{
    {ConceptKind::kOccupation, pb::CONCEPT_KIND_OCCUPATION},
    {ConceptKind::kSkill, pb::CONCEPT_KIND_SKILL},
    {ConceptKind::kKnowledge, pb::CONCEPT_KIND_KNOWLEDGE},
    {ConceptKind::kSkillGroup, pb::CONCEPT_KIND_SKILL_GROUP},
    {ConceptKind::kIscoGroup, pb::CONCEPT_KIND_ISCO_GROUP},
}};

constexpr EnumTable<LabelKind, pb::LabelKind, 3> kLabelKinds = {{
    {LabelKind::kPreferred, pb::LABEL_KIND_PREFERRED},
    {LabelKind::kAlternative, pb::LABEL_KIND_ALTERNATIVE},
    {LabelKind::kHidden, pb::LABEL_KIND_HIDDEN},
}};

constexpr std::string_view kWhat = "concept";

std::string LanguageCode(std::string_view field, Language language, FieldChecks* checks) {
  if (!Language::Parse(language.code())) checks->Fail(field, "has a language of another form");
  return std::string(language.code());
}

}  // namespace

absl::StatusOr<std::string> Encode(const ConceptSource& entry) {
  if (entry.uri.empty()) return absl::InvalidArgumentError("a concept has an empty URI");
  FieldChecks checks;
  checks.Text("uri", entry.uri);
  pb::Concept stored;
  stored.set_kind(ToStored(kConceptKinds, entry.kind));
  stored.set_code(checks.Text("code", entry.code));
  if (entry.level) stored.set_level(*entry.level);
  for (const Label& label : entry.labels) {
    pb::Label* added = stored.add_labels();
    added->set_language(LanguageCode("labels", label.language, &checks));
    added->set_kind(ToStored(kLabelKinds, label.kind));
    added->set_text(checks.Text("labels", label.text));
  }
  for (const Description& description : entry.descriptions) {
    pb::Description* added = stored.add_descriptions();
    added->set_language(LanguageCode("descriptions", description.language, &checks));
    added->set_text(checks.Text("descriptions", description.text));
  }
  for (const std::string& uri : entry.broader) stored.add_broader(checks.Text("broader", uri));
  for (const RequirementSource& requirement : entry.requirements) {
    pb::Requirement* added = stored.add_requirements();
    added->set_skill_uri(checks.Text("requirements", requirement.skill_uri));
    added->set_importance(ToStored(kImportances, requirement.importance));
  }
  OVERSTAP_RETURN_IF_ERROR(checks.status());
  return Serialise(stored);
}

absl::Status ConceptDecoder::MoveLabels(ConceptSource* entry) {
  entry->labels.reserve(static_cast<size_t>(stored_.labels_size()));
  for (pb::Label& label : *stored_.mutable_labels()) {
    const std::optional<Language> language = Language::Parse(label.language());
    const std::optional<LabelKind> kind = FromStored(kLabelKinds, label.kind());
    if (!language || !kind) return DamagedRecord(kWhat, entry->uri, "a label");
    entry->labels.push_back({*language, *kind, std::move(*label.mutable_text())});
  }
  return absl::OkStatus();
}

absl::Status ConceptDecoder::MoveDescriptions(ConceptSource* entry) {
  entry->descriptions.reserve(static_cast<size_t>(stored_.descriptions_size()));
  for (pb::Description& description : *stored_.mutable_descriptions()) {
    const std::optional<Language> language = Language::Parse(description.language());
    if (!language) return DamagedRecord(kWhat, entry->uri, "a description");
    entry->descriptions.push_back({*language, std::move(*description.mutable_text())});
  }
  return absl::OkStatus();
}

absl::Status ConceptDecoder::MoveRelations(ConceptSource* entry) {
  entry->broader.reserve(static_cast<size_t>(stored_.broader_size()));
  for (std::string& uri : *stored_.mutable_broader()) entry->broader.push_back(std::move(uri));
  entry->requirements.reserve(static_cast<size_t>(stored_.requirements_size()));
  for (pb::Requirement& requirement : *stored_.mutable_requirements()) {
    const std::optional<Importance> importance = FromStored(kImportances, requirement.importance());
    if (!importance) return DamagedRecord(kWhat, entry->uri, "a requirement");
    entry->requirements.push_back({std::move(*requirement.mutable_skill_uri()), *importance});
  }
  return absl::OkStatus();
}

absl::StatusOr<ConceptSource> ConceptDecoder::Decode(std::string uri, std::string_view bytes) {
  OVERSTAP_RETURN_IF_ERROR(ParseRecord(kWhat, uri, bytes, &stored_));
  ConceptSource entry;
  entry.uri = std::move(uri);
  const std::optional<ConceptKind> kind = FromStored(kConceptKinds, stored_.kind());
  if (!kind) return DamagedRecord(kWhat, entry.uri, "its kind");
  entry.kind = *kind;
  entry.code = std::move(*stored_.mutable_code());
  if (stored_.has_level()) entry.level = stored_.level();
  OVERSTAP_RETURN_IF_ERROR(MoveLabels(&entry));
  OVERSTAP_RETURN_IF_ERROR(MoveDescriptions(&entry));
  OVERSTAP_RETURN_IF_ERROR(MoveRelations(&entry));
  return entry;
}

}  // namespace overstap::store
