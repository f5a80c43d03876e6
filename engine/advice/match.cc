#include "engine/advice/match.h"

#include <utility>

#include "base/patience.h"
#include "base/status_macros.h"
#include "base/strings.h"
#include "engine/advice/person.h"
#include "engine/advice/vacancy_filter.h"
#include "engine/advice/vacancy_finder.h"
#include "engine/match/oracle.h"
#include "engine/model/validation.h"

namespace overstap::advice {
namespace {

// Rows that are looked at before it is asked again whether somebody waits: well under a
// millisecond.
constexpr size_t kAskEvery = 256;

struct Reading {
  match::ResolvedProfile resolved;
  match::ExpandedProfile expanded;
};

Reading Read(const Context& context, const model::Profile& profile) {
  const snapshot::Snapshot& snapshot = context.snapshot;
  match::ResolvedProfile resolved =
      match::Resolve(profile, snapshot.taxonomy(), snapshot.scoring(),
                     static_cast<int>(context.today.year()), &snapshot.translator());
  match::ExpandedProfile expanded(resolved.skills, snapshot.transfer(),
                                  snapshot.taxonomy().skill_count());
  return {std::move(resolved), std::move(expanded)};
}

std::optional<double> Score(const Context& context, const Reading& reading,
                            const match::RequirementSet& requirements) {
  return match::Coverage(reading.expanded, requirements.known, context.snapshot.taxonomy(),
                         context.snapshot.scoring());
}

explain::Node Explain(const Context& context, const Reading& reading,
                      const match::RequirementSet& requirements, double score) {
  explain::Node node{"match", "covered share of what the vacancy asks", score, {}};
  match::ExplainCoverage(reading.expanded, reading.resolved.skills, requirements.known,
                         context.snapshot.taxonomy(), context.snapshot.scoring(), context.languages,
                         &node);
  if (requirements.unknown > 0) {
    node.Add("unknown_requirements", "requirements that this taxonomy does not have",
             requirements.unknown);
  }
  return node;
}

VacancyFilter FilterFor(const Context& context, const model::Profile& profile,
                        const MatchParams& params) {
  VacancyFilter filter;
  filter.region = params.region;
  filter.radius_km = params.radius_km ? params.radius_km : profile.radius_km;
  filter.near = PlaceOf(context, profile.region);
  filter.hours_min = profile.hours_min;
  filter.hours_max = profile.hours_max;
  return filter;
}

// What the index answers, by scoring every vacancy.
match::VacancyAnswer FindByAll(const Context& context, const Reading& reading,
                               const VacancyFilter& filter, size_t limit) {
  const auto rows = context.snapshot.vacancies();
  match::VacancyAnswer answer;
  bool is_awaited = true;
  answer.best = match::RankAll(rows.size(), limit, [&](size_t index) -> std::optional<double> {
    if (index % kAskEvery == 0) is_awaited = IsAwaited();
    if (!is_awaited || !Passes(context, filter, rows[index].vacancy)) return std::nullopt;
    const auto value = Score(context, reading, rows[index].requirements);
    if (!value) ++answer.not_scored;
    return value;
  });
  return answer;
}

// A radius cannot be applied from a place that is not known.
absl::Status CheckPlace(const Context& context, const MatchParams& params,
                        const std::string& region) {
  if (!params.radius_km || PlaceOf(context, region)) return absl::OkStatus();
  return absl::InvalidArgumentError(
      "a radius needs a place: give the one who asks a region that the store knows");
}

}  // namespace

absl::Status MatchParams::Validate() const {
  OVERSTAP_RETURN_IF_ERROR(model::CheckRegion(region));
  if (radius_km) OVERSTAP_RETURN_IF_ERROR(model::CheckRange("radius_km", *radius_km, 0, 500));
  if (limit >= 1 && limit <= 10'000) return absl::OkStatus();
  return absl::InvalidArgumentError("limit must be between 1 and 10000");
}

absl::StatusOr<MatchResult> MatchVacancies(const Context& context, const model::Profile& profile,
                                           const MatchParams& params, const VacancyFinder* finder) {
  OVERSTAP_RETURN_IF_ERROR(params.Validate());
  OVERSTAP_RETURN_IF_ERROR(model::Validate(profile));
  OVERSTAP_RETURN_IF_ERROR(CheckPlace(context, params, profile.region));
  const Reading reading = Read(context, profile);
  const VacancyFilter filter = FilterFor(context, profile, params);
  MatchResult result;
  result.id = profile.id;
  result.versions = context.snapshot.versions();
  result.translations = reading.resolved.readings.translations;
  result.unmapped = reading.resolved.readings.unmapped;
  const match::VacancyAnswer answer =
      finder == nullptr ? FindByAll(context, reading, filter, params.limit)
                        : finder->Search(reading.expanded, context.today, filter, params.limit);
  result.not_scored = answer.not_scored;
  for (const match::Ranked& ranked : answer.best) {
    OVERSTAP_RETURN_IF_ERROR(CheckPatience());
    const snapshot::VacancyRow& row = context.snapshot.vacancies()[ranked.index];
    MatchHit hit = {row.vacancy.id, ranked.score, row.requirements.unknown, {}};
    if (params.explain) {
      hit.explanation = Explain(context, reading, row.requirements, ranked.score);
    }
    result.hits.push_back(std::move(hit));
  }
  OVERSTAP_RETURN_IF_ERROR(CheckPatience());
  return result;
}

absl::StatusOr<MatchResult> MatchProfiles(const Context& context, const model::Vacancy& vacancy,
                                          const MatchParams& params) {
  OVERSTAP_RETURN_IF_ERROR(params.Validate());
  OVERSTAP_RETURN_IF_ERROR(model::Validate(vacancy));
  OVERSTAP_RETURN_IF_ERROR(CheckPlace(context, params, vacancy.region));
  match::UriReadings readings;
  const match::RequirementSet requirements =
      match::RequirementsOf(vacancy, context.snapshot.taxonomy(), &context.snapshot.translator(),
                            &readings, context.snapshot.scoring().inferred_share);
  const auto profiles = context.snapshot.profiles();
  MatchResult result;
  result.id = vacancy.id;
  result.versions = context.snapshot.versions();
  result.translations = std::move(readings.translations);
  result.unmapped = std::move(readings.unmapped);
  MatchParams any_region = params;
  any_region.region.clear();
  const auto score = [&](size_t index) -> std::optional<double> {
    const model::Profile& profile = profiles[index];
    if (!IsAwaited()) return std::nullopt;
    if (!params.region.empty() && profile.region != params.region) return std::nullopt;
    if (!Passes(context, FilterFor(context, profile, any_region), vacancy)) return std::nullopt;
    const auto value = Score(context, Read(context, profile), requirements);
    if (!value) ++result.not_scored;
    return value;
  };
  for (const match::Ranked& ranked : match::RankAll(profiles.size(), params.limit, score)) {
    OVERSTAP_RETURN_IF_ERROR(CheckPatience());
    const model::Profile& profile = profiles[ranked.index];
    MatchHit hit = {profile.id, ranked.score, requirements.unknown, {}};
    if (params.explain) {
      hit.explanation = Explain(context, Read(context, profile), requirements, ranked.score);
    }
    result.hits.push_back(std::move(hit));
  }
  OVERSTAP_RETURN_IF_ERROR(CheckPatience());
  return result;
}

}  // namespace overstap::advice
