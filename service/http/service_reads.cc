// What the service answers from: versions, numbers and definitions.
#include <array>
#include <string>
#include <utility>

#include "absl/time/civil_time.h"
#include "base/status_macros.h"
#include "service/http/api_version.h"
#include "service/http/handlers.h"
#include "service/http/query_reader.h"
#include "service/json/plan_view.h"

namespace overstap::http {
namespace {

Json TaxonomyJson(const Taxonomy& taxonomy, bool is_primary) {
  const std::string& version = taxonomy.version();
  return {{"version", version},
          {"scheme", version.substr(0, version.rfind('-'))},
          {"occupations", taxonomy.occupation_count()},
          {"skills", taxonomy.skill_count()},
          {"relations", taxonomy.requirement_count()},
          {"primary", is_primary}};
}

std::string BasisName(model::TechniekBasis basis) {
  switch (basis) {
    case model::TechniekBasis::kIsco:
      return "isco";
    case model::TechniekBasis::kBrc:
      return "brc2014";
    case model::TechniekBasis::kSkills:
      return "skills";
  }
  return "";
}

Json ToJson(const transition::Techniek& techniek, bool is_default) {
  const model::TechniekDefinition& definition = techniek.definition();
  const bool is_known = techniek.lacks().empty();
  return {{"name", definition.name},
          {"version", definition.version},
          {"default", is_default},
          {"basis", BasisName(definition.basis)},
          {"summary", definition.summary},
          {"source", definition.source},
          {"include", definition.include},
          {"exclude", definition.exclude},
          {"least_share", service::Rounded(definition.least_share)},
          {"occupations", is_known ? Json(techniek.count()) : Json(nullptr)},
          {"lacks", is_known ? Json(nullptr) : Json(techniek.lacks())}};
}

Json ToJson(const match::ScoringParams& params) {
  Json importance;
  for (size_t i = 0; i < params.importance.size(); ++i) {
    importance[std::string(ImportanceName(static_cast<Importance>(i)))] =
        service::Rounded(params.importance[i]);
  }
  Json evidence;
  for (size_t i = 0; i < params.evidence.size(); ++i) {
    evidence[std::string(model::EvidenceKindName(static_cast<model::EvidenceKind>(i)))] =
        service::Rounded(params.evidence[i]);
  }
  return {{"importance", std::move(importance)},
          {"evidence", std::move(evidence)},
          {"fresh_years", params.fresh_years},
          {"yearly_loss", service::Rounded(params.yearly_loss)},
          {"oldest_share", service::Rounded(params.oldest_share)},
          {"first_year_share", service::Rounded(params.first_year_share)},
          {"share_per_year", service::Rounded(params.share_per_year)},
          {"most_optional", service::Rounded(params.most_optional)},
          {"optional_work_share", service::Rounded(params.optional_work_share)},
          {"inferred_share", service::Rounded(params.inferred_share)},
          {"narrower_factor", service::Rounded(params.narrower_factor)},
          {"sibling_factor", service::Rounded(params.sibling_factor)},
          {"transfer_floor", service::Rounded(params.transfer_floor)},
          {"met_from", service::Rounded(params.met_from)}};
}

Json ToJson(const transition::ClosenessParams& params) {
  Json blocks;
  for (size_t i = 0; i < params.blocks.size(); ++i) {
    const auto block = static_cast<transition::Block>(i);
    blocks[std::string(transition::BlockName(block))] = service::Rounded(params.blocks[i]);
  }
  return {{"step_down", service::Rounded(params.step_down)},
          {"step_up", service::Rounded(params.step_up)},
          {"blocks", std::move(blocks)},
          {"damping", service::Rounded(params.damping)},
          {"dimensions", params.dimensions}};
}

Json ToJson(const transition::StepClosenessParams& params) {
  return {{"coverage", service::Rounded(params.coverage)},
          {"overlap", service::Rounded(params.overlap)},
          {"hierarchy", service::Rounded(params.hierarchy)},
          {"isco", service::Rounded(params.isco)}};
}

Json Versions(const ReadCall& call) { return service::ToJson(call.world.snapshot.versions()); }

}  // namespace

absl::StatusOr<ReadAnswer> GetHealth(const ReadCall& call) {
  OVERSTAP_RETURN_IF_ERROR(QueryReader(call.target, call.faults).Finish());
  return ReadAnswer{{{"status", "ok"}, {"versions", Versions(call)}}};
}

absl::StatusOr<ReadAnswer> GetVersions(const ReadCall& call) {
  OVERSTAP_RETURN_IF_ERROR(QueryReader(call.target, call.faults).Finish());
  const snapshot::Snapshot& snapshot = call.world.snapshot;
  Json taxonomies = Json::array({TaxonomyJson(snapshot.taxonomy(), true)});
  for (const Taxonomy& other : snapshot.others()) taxonomies.push_back(TaxonomyJson(other, false));
  return ReadAnswer{{{"versions", Versions(call)},
                     {"as_of", absl::FormatCivilTime(call.world.today)},
                     {"api_version", kApiVersion},
                     {"taxonomies", std::move(taxonomies)}}};
}

absl::StatusOr<ReadAnswer> GetParameters(const ReadCall& call) {
  OVERSTAP_RETURN_IF_ERROR(QueryReader(call.target, call.faults).Finish());
  const snapshot::Parameters& parameters = call.world.snapshot.parameters();
  return ReadAnswer{{{"versions", Versions(call)},
                     {"scoring", ToJson(parameters.scoring)},
                     {"closeness", ToJson(parameters.closeness)},
                     {"step_closeness", ToJson(parameters.step_closeness)}}};
}

absl::StatusOr<ReadAnswer> ListTechniekDefinitions(const ReadCall& call) {
  OVERSTAP_RETURN_IF_ERROR(QueryReader(call.target, call.faults).Finish());
  Json items = Json::array();
  for (const transition::Techniek& techniek : call.world.snapshot.techniek()) {
    items.push_back(ToJson(techniek, items.empty()));
  }
  return ReadAnswer{{{"versions", Versions(call)}, {"items", std::move(items)}}};
}

}  // namespace overstap::http
