#include "ingest/techniek_json.h"

#include "base/status_macros.h"
#include "ingest/json_text.h"
#include "ingest/object_reader.h"

namespace overstap::ingest {

absl::StatusOr<model::TechniekDefinition> ParseTechniek(std::string_view json) {
  OVERSTAP_ASSIGN_OR_RETURN(const nlohmann::json object, ParseJsonObject(json));
  ObjectReader reader(object);
  model::TechniekDefinition definition;
  definition.name = reader.Text("name", ObjectReader::kRequired);
  definition.version = reader.Text("version", ObjectReader::kRequired);
  definition.summary = reader.Text("summary", ObjectReader::kOptional);
  definition.source = reader.Text("source", ObjectReader::kOptional);
  definition.include = reader.Texts("include", ObjectReader::kRequired);
  definition.exclude = reader.Texts("exclude", ObjectReader::kOptional);
  definition.basis = reader.OptionalName<model::TechniekBasis>("by", model::ParseTechniekBasis)
                         .value_or(model::TechniekBasis::kIsco);
  definition.least_share =
      reader.Number("least_share", ObjectReader::kOptional).value_or(definition.least_share);
  OVERSTAP_RETURN_IF_ERROR(reader.Finish());
  OVERSTAP_RETURN_IF_ERROR(model::Validate(definition));
  return definition;
}

}  // namespace overstap::ingest
