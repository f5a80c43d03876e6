#include "ingest/gates_json.h"

#include <set>
#include <utility>

#include "base/status_macros.h"
#include "base/strings.h"
#include "ingest/json_text.h"
#include "ingest/object_reader.h"

namespace overstap::ingest {
namespace {

model::GateRule ReadRule(ObjectReader& reader, absl::Status* status) {
  model::GateRule rule;
  rule.id = reader.Text("id", ObjectReader::kRequired);
  rule.kind =
      reader.Name<model::GateKind>("kind", model::GateKind::kCertificate, model::ParseGateKind);
  rule.name = reader.Text("name", ObjectReader::kRequired);
  rule.opens_with = reader.Text("opens_with", ObjectReader::kOptional);
  rule.source = reader.Text("source", ObjectReader::kRequired);
  rule.isco = reader.Texts("isco", ObjectReader::kOptional);
  rule.except = reader.Texts("except", ObjectReader::kOptional);
  rule.words = reader.Texts("words", ObjectReader::kOptional);
  rule.skill_words = reader.Texts("skill_words", ObjectReader::kOptional);
  rule.proof = reader.Texts("proof", ObjectReader::kOptional);
  const std::string dutch = reader.Text("dutch", ObjectReader::kOptional);
  if (dutch.empty()) return rule;
  const auto level = model::ParseLanguageLevel(dutch);
  if (level) {
    rule.dutch = *level;
  } else if (status->ok()) {
    *status = absl::InvalidArgumentError(
        StrCat("gate '", rule.id, "': dutch is '", dutch, "'; it must be A1 to C2"));
  }
  return rule;
}

}  // namespace

absl::StatusOr<std::vector<model::GateRule>> ParseGates(std::string_view json) {
  OVERSTAP_ASSIGN_OR_RETURN(const nlohmann::json object, ParseJsonObject(json));
  ObjectReader reader(object);
  std::vector<model::GateRule> rules;
  absl::Status status;
  reader.Objects("gates", ObjectReader::kRequired,
                 [&](ObjectReader& element) { rules.push_back(ReadRule(element, &status)); });
  OVERSTAP_RETURN_IF_ERROR(reader.Finish());
  OVERSTAP_RETURN_IF_ERROR(status);
  std::set<std::string_view> ids;
  for (const model::GateRule& rule : rules) {
    OVERSTAP_RETURN_IF_ERROR(model::Validate(rule));
    if (!ids.insert(rule.id).second) {
      return absl::InvalidArgumentError(StrCat("gate '", rule.id, "' is there twice"));
    }
  }
  return rules;
}

}  // namespace overstap::ingest
