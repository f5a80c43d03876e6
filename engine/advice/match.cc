#include "engine/advice/match.h"

#include <utility>

#include "base/patience.h"
#include "base/status_macros.h"
#include "base/strings.h"
#include "engine/advice/live_finder.h"
#include "engine/advice/match_reading.h"
#include "engine/advice/vacancy_filter.h"
#include "engine/match/oracle.h"
#include "engine/model/validation.h"

namespace overstap::advice {
namespace {

// Rows that are looked at before it is asked again whether somebody waits: well under a
// millisecond.
constexpr size_t kAskEvery = 256;

// What the indexes answer, by scoring every vacancy.
FoundVacancies FindByAll(const Context& context, const MatchReading& reading,
                         const VacancyFilter& filter, size_t limit) {
  const auto& rows = context.snapshot.vacancies();
  FoundVacancies found;
  bool is_awaited = true;
  auto row = rows.begin();
  const auto score = [&](size_t index) -> std::optional<double> {
    const snapshot::VacancyRow& next = *row++;
    if (index % kAskEvery == 0) is_awaited = IsAwaited();
    if (!is_awaited || !Passes(context, filter, next)) return std::nullopt;
    const auto value = ScoreOf(context, reading, next.requirements);
    if (!value) ++found.not_scored;
    return value;
  };
  for (const match::Ranked& ranked : match::RankAll(rows.size(), limit, score)) {
    found.best.push_back({&rows[ranked.index], ranked.score});
  }
  return found;
}

FoundVacancies FindVacancies(const Context& context, const MatchReading& reading,
                             const VacancyFilter& filter, size_t limit) {
  if (context.finders == nullptr || context.finders->vacancies == nullptr) {
    return FindByAll(context, reading, filter, limit);
  }
  return SearchVacancies(*context.finders->vacancies, context, reading.expanded, filter, limit);
}

// What the indexes answer, by scoring everybody.
FoundPeople FindPeopleByAll(const Context& context, const model::Vacancy& vacancy,
                            const match::RequirementSet& requirements, bool is_scored,
                            const MatchParams& params) {
  const auto& rows = context.snapshot.profiles();
  const model::VacancyFacts facts = SettledFactsOf(context, vacancy);
  FoundPeople found;
  auto row = rows.begin();
  const auto score = [&](size_t) -> std::optional<double> {
    const snapshot::ProfileRow& next = *row++;
    if (!IsAwaited() || !PassesPerson(context, next.profile, facts, params)) return std::nullopt;
    if (is_scored) return ScoreOf(context, ReadForMatch(context, *next.Record()), requirements);
    ++found.not_scored;
    return std::nullopt;
  };
  for (const match::Ranked& ranked : match::RankAll(rows.size(), params.limit, score)) {
    found.best.push_back({&rows[ranked.index], ranked.score});
  }
  return found;
}

FoundPeople FindPeople(const Context& context, const model::Vacancy& vacancy,
                       const match::RequirementSet& requirements, const MatchParams& params) {
  const bool is_scored = match::TotalWeight(requirements.known, context.snapshot.taxonomy(),
                                            context.snapshot.scoring()) > 0;
  if (is_scored && context.finders != nullptr && context.finders->people != nullptr) {
    auto found = SearchPeople(*context.finders->people, context, vacancy, requirements, params);
    if (found) return *std::move(found);
  }
  return FindPeopleByAll(context, vacancy, requirements, is_scored, params);
}

absl::Status CheckLimits(const VacancyLimits& limits) {
  const bool is_group =
      limits.isco.size() <= 4 && limits.isco.find_first_not_of("0123456789") == std::string::npos;
  if (!is_group) return absl::InvalidArgumentError("an ISCO group has 1 to 4 digits, as in 7212");
  for (const std::optional<int>& level : {limits.level_min, limits.level_max}) {
    if (level) OVERSTAP_RETURN_IF_ERROR(model::CheckRange("level", *level, 1, 4));
  }
  return absl::OkStatus();
}

}  // namespace

absl::Status MatchParams::Validate() const {
  OVERSTAP_RETURN_IF_ERROR(model::CheckRegion(region));
  if (radius_km) OVERSTAP_RETURN_IF_ERROR(model::CheckRange("radius_km", *radius_km, 0, 500));
  OVERSTAP_RETURN_IF_ERROR(CheckLimits(vacancies));
  if (limit >= 1 && limit <= 10'000) return absl::OkStatus();
  return absl::InvalidArgumentError("limit must be between 1 and 10000");
}

absl::Status MatchParams::ValidateWithoutLimits() const {
  OVERSTAP_RETURN_IF_ERROR(Validate());
  if (vacancies == VacancyLimits()) return absl::OkStatus();
  return absl::InvalidArgumentError(
      "isco, level_min, level_max and published_from say which vacancies; leave them out here");
}

absl::StatusOr<MatchResult> MatchVacancies(const Context& context, const model::Profile& profile,
                                           const MatchParams& params) {
  OVERSTAP_RETURN_IF_ERROR(params.Validate());
  OVERSTAP_RETURN_IF_ERROR(model::Validate(profile));
  const VacancyFilter filter = FilterFor(context, SettledFactsOf(context, profile), params);
  OVERSTAP_RETURN_IF_ERROR(CheckPlace(params, filter.near));
  const MatchReading reading = ReadForMatch(context, profile);
  MatchResult result;
  result.id = profile.id;
  result.versions = context.snapshot.versions();
  result.translations = reading.resolved.readings.translations;
  result.unmapped = reading.resolved.readings.unmapped;
  const FoundVacancies found = FindVacancies(context, reading, filter, params.limit);
  result.not_scored = found.not_scored;
  for (const auto& [row, score] : found.best) {
    OVERSTAP_RETURN_IF_ERROR(CheckPatience());
    MatchHit hit = {row->vacancy.id, score, row->requirements.unknown, {}};
    hit.distance_km = KnownDistanceKm(filter.near, SpotOf(context, row->vacancy));
    if (params.explain) hit.explanation = ExplainScore(context, reading, row->requirements, score);
    result.hits.push_back(std::move(hit));
  }
  OVERSTAP_RETURN_IF_ERROR(CheckPatience());
  return result;
}

absl::StatusOr<MatchResult> MatchProfiles(const Context& context, const model::Vacancy& vacancy,
                                          const MatchParams& params) {
  OVERSTAP_RETURN_IF_ERROR(params.ValidateWithoutLimits());
  OVERSTAP_RETURN_IF_ERROR(model::Validate(vacancy));
  const std::optional<Spot> place = SpotOf(context, SettledFactsOf(context, vacancy));
  OVERSTAP_RETURN_IF_ERROR(CheckPlace(params, place));
  match::UriReadings readings;
  const match::RequirementSet requirements =
      match::RequirementsOf(vacancy, context.snapshot.taxonomy(), &context.snapshot.translator(),
                            &readings, context.snapshot.scoring().inferred_share);
  MatchResult result;
  result.id = vacancy.id;
  result.versions = context.snapshot.versions();
  result.translations = std::move(readings.translations);
  result.unmapped = std::move(readings.unmapped);
  const FoundPeople found = FindPeople(context, vacancy, requirements, params);
  result.not_scored = found.not_scored;
  for (const auto& [row, score] : found.best) {
    OVERSTAP_RETURN_IF_ERROR(CheckPatience());
    MatchHit hit = {row->profile.id, score, requirements.unknown, {}};
    hit.distance_km = KnownDistanceKm(place, SpotOf(context, row->profile));
    if (params.explain) {
      const MatchReading reading = ReadForMatch(context, *row->Record());
      hit.explanation = ExplainScore(context, reading, requirements, score);
    }
    result.hits.push_back(std::move(hit));
  }
  OVERSTAP_RETURN_IF_ERROR(CheckPatience());
  return result;
}

}  // namespace overstap::advice
