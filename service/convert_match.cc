#include "service/convert_match.h"

#include <optional>

#include "base/status_macros.h"
#include "engine/dutch/sentences.h"
#include "service/convert_common.h"
#include "service/convert_dates.h"
#include "service/convert_enums.h"

namespace overstap::service {

namespace {

absl::StatusOr<advice::VacancyLimits> LimitsOf(const v1::MatchOptions& options) {
  advice::VacancyLimits limits;
  limits.isco = options.isco();
  if (options.has_level_min()) limits.level_min = options.level_min();
  if (options.has_level_max()) limits.level_max = options.level_max();
  if (options.has_published_from()) {
    OVERSTAP_ASSIGN_OR_RETURN(limits.published_from,
                              FromProto("published_from", options.published_from()));
  }
  return limits;
}

}  // namespace

absl::StatusOr<advice::MatchParams> FromProto(const v1::MatchOptions& options) {
  constexpr size_t kLimit = 10;
  constexpr size_t kMaxLimit = 10'000;
  advice::MatchParams params;
  params.region = options.region();
  if (options.has_radius_km()) params.radius_km = options.radius_km();
  const auto asked = options.has_limit() ? std::optional<int>(options.limit()) : std::nullopt;
  OVERSTAP_ASSIGN_OR_RETURN(params.limit, LimitOr(asked, kLimit, kMaxLimit));
  params.explain = options.explain();
  OVERSTAP_ASSIGN_OR_RETURN(params.vacancies, LimitsOf(options));
  OVERSTAP_RETURN_IF_ERROR(params.Validate());
  return params;
}

v1::MatchFilter ToProto(const advice::MatchFilterReading& reading) {
  v1::MatchFilter message;
  message.set_kind(ToProto(reading.kind));
  message.set_outcome(ToProto(reading.outcome));
  message.set_asked(reading.asked);
  message.set_found(reading.found);
  message.set_text_nl(dutch::Text(reading));
  return message;
}

v1::Spot ToProto(const advice::MatchDistance::End& end) {
  v1::Spot message;
  message.set_kind(ToProto(end.kind));
  message.set_name(end.name);
  return message;
}

v1::ExplainMatchResponse ToProto(const advice::ExplainedMatch& match) {
  v1::ExplainMatchResponse message;
  *message.mutable_versions() = ToProto(match.versions);
  message.set_profile_id(match.profile_id);
  message.set_vacancy_id(match.vacancy_id);
  if (match.score) message.set_score(*match.score);
  message.set_listed(match.listed);
  for (const auto& filter : match.filters) *message.add_filters() = ToProto(filter);
  if (match.distance) {
    message.mutable_distance()->set_km(match.distance->km);
    *message.mutable_distance()->mutable_profile() = ToProto(match.distance->profile);
    *message.mutable_distance()->mutable_vacancy() = ToProto(match.distance->vacancy);
  }
  for (const advice::MatchContribution& contribution : match.contributions) {
    v1::MatchContribution* added = message.add_contributions();
    *added->mutable_skill() = ToProto(contribution.skill);
    added->set_weight_share(contribution.weight_share);
    added->set_strength(contribution.strength);
    added->set_contribution(contribution.contribution());
    if (!contribution.held) continue;
    *added->mutable_held_skill() = ToProto(contribution.held->skill);
    added->set_evidence(ToProto(contribution.held->evidence));
    added->set_evidence_strength(contribution.held->strength);
    added->set_transfer(contribution.held->transfer);
  }
  message.set_unknown_requirement_count(match.unknown);
  if (match.score) *message.mutable_explanation() = ToProto(match.explanation);
  *message.mutable_explanation_nl() = ToProto(dutch::Explain(match));
  FillTranslations(match.translations, message.mutable_translations());
  message.mutable_unmapped_uris()->Assign(match.unmapped.begin(), match.unmapped.end());
  return message;
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
    if (hit.distance_km) added->set_distance_km(*hit.distance_km);
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
