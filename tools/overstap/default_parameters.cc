#include "tools/overstap/default_parameters.h"

#include <span>
#include <string_view>
#include <utility>

#include "base/status_macros.h"
#include "ingest/gates_json.h"
#include "ingest/knowledge.h"
#include "ingest/techniek_json.h"

namespace overstap {
std::span<const std::string_view> EmbeddedTechniek();   // generated
std::span<const std::string_view> EmbeddedGates();      // generated: one
std::span<const std::string_view> EmbeddedCloseness();  // generated: one
std::span<const std::string_view> EmbeddedLexicon();    // generated
std::span<const std::string_view> EmbeddedRankings();   // generated: occupations, skills
}  // namespace overstap

namespace overstap::cli {

absl::StatusOr<snapshot::Parameters> DefaultParameters() {
  snapshot::Parameters parameters;
  for (const std::string_view json : EmbeddedTechniek()) {
    OVERSTAP_ASSIGN_OR_RETURN(model::TechniekDefinition definition, ingest::ParseTechniek(json));
    parameters.techniek.push_back(std::move(definition));
  }
  OVERSTAP_ASSIGN_OR_RETURN(parameters.gates, ingest::ParseGates(EmbeddedGates().front()));
  OVERSTAP_ASSIGN_OR_RETURN(
      parameters.closeness,
      transition::ParseClosenessParams(EmbeddedCloseness()[0], "data/weights/closeness.tsv"));
  const std::span<const std::string_view> rankings = EmbeddedRankings();
  OVERSTAP_ASSIGN_OR_RETURN(parameters.knowledge,
                            ingest::ReadKnowledge({EmbeddedLexicon(), rankings[0], rankings[1],
                                                   std::string(ingest::kDictionaryPath)}));
  return parameters;
}

}  // namespace overstap::cli
