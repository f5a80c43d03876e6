#include "service/convert_match.h"

#include <optional>

#include "base/status_macros.h"
#include "engine/dutch/sentences.h"
#include "service/convert_common.h"

namespace overstap::service {

absl::StatusOr<advice::MatchParams> FromProto(const v1::MatchOptions& options) {
  constexpr size_t kLimit = 10;
  constexpr size_t kMaxLimit = 10'000;
  advice::MatchParams params;
  params.region = options.region();
  if (options.has_radius_km()) params.radius_km = options.radius_km();
  const auto asked = options.has_limit() ? std::optional<int>(options.limit()) : std::nullopt;
  OVERSTAP_ASSIGN_OR_RETURN(params.limit, LimitOr(asked, kLimit, kMaxLimit));
  params.explain = options.explain();
  OVERSTAP_RETURN_IF_ERROR(params.Validate());
  return params;
}

template <class Response>
void FillResponse(const advice::MatchResult& result, bool explain, Response* response) {
  *response->mutable_versions() = ToProto(result.versions);
  response->set_id(result.id);
  for (const advice::MatchHit& hit : result.hits) {
    v1::MatchResult* added = response->add_results();
    added->set_id(hit.id);
    added->set_score(hit.score);
    added->set_unknown_requirement_count(hit.unknown);
    if (!explain) continue;
    *added->mutable_explanation() = ToProto(hit.explanation);
    *added->mutable_explanation_nl() = ToProto(dutch::Explain(hit));
  }
  response->set_not_scored_count(result.not_scored);
  FillTranslations(result.translations, response->mutable_translations());
  response->mutable_unmapped_uris()->Assign(result.unmapped.begin(), result.unmapped.end());
}

template void FillResponse(const advice::MatchResult&, bool, v1::MatchVacanciesResponse*);
template void FillResponse(const advice::MatchResult&, bool, v1::MatchProfilesResponse*);
template void FillResponse(const advice::MatchResult&, bool, v1::StreamMatchVacanciesResponse*);
template void FillResponse(const advice::MatchResult&, bool, v1::StreamMatchProfilesResponse*);

}  // namespace overstap::service
