#include "engine/advice/match.h"

#include <utility>

#include "base/status_macros.h"
#include "base/strings.h"
#include "engine/advice/person.h"
#include "engine/advice/profile_finder.h"
#include "engine/advice/vacancy_filter.h"
#include "engine/advice/vacancy_finder.h"
#include "engine/match/oracle.h"
#include "engine/model/validation.h"

namespace overstap::advice {
namespace {

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
  filter.limits = params.vacancies;
  return filter;
}

// What the index answers, by scoring every vacancy.
match::VacancyAnswer FindByAll(const Context& context, const Reading& reading,
                               const VacancyFilter& filter, size_t limit) {
  const auto rows = context.snapshot.vacancies();
  match::VacancyAnswer answer;
  answer.best = match::RankAll(rows.size(), limit, [&](size_t index) -> std::optional<double> {
    if (!Passes(context, filter, rows[index].vacancy)) return std::nullopt;
    if (!IsInGroup(context, filter.limits, rows[index].occupation)) return std::nullopt;
    const auto value = Score(context, reading, rows[index].requirements);
    if (!value) ++answer.not_scored;
    return value;
  });
  return answer;
}

// What the index of people answers, by scoring everybody.
match::ProfileAnswer FindPeopleByAll(const Context& context, const model::Vacancy& vacancy,
                                     const match::RequirementSet& requirements,
                                     const MatchParams& params) {
  const auto profiles = context.snapshot.profiles();
  MatchParams any_region = params;
  any_region.region.clear();
  any_region.vacancies = {};
  match::ProfileAnswer answer;
  const auto score = [&](size_t index) -> std::optional<double> {
    const model::Profile& profile = profiles[index];
    if (!params.region.empty() && profile.region != params.region) return std::nullopt;
    if (!Passes(context, FilterFor(context, profile, any_region), vacancy)) return std::nullopt;
    const auto value = Score(context, Read(context, profile), requirements);
    if (!value) ++answer.not_scored;
    return value;
  };
  answer.best = match::RankAll(profiles.size(), params.limit, score);
  return answer;
}

// A radius cannot be applied from a place that is not known.
absl::Status CheckPlace(const Context& context, const MatchParams& params,
                        const std::string& region) {
  if (!params.radius_km || PlaceOf(context, region)) return absl::OkStatus();
  return absl::InvalidArgumentError(
      "a radius needs a place: give the one who asks a region that the store knows");
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
    const snapshot::VacancyRow& row = context.snapshot.vacancies()[ranked.index];
    MatchHit hit = {row.vacancy.id, ranked.score, row.requirements.unknown, {}};
    if (params.explain) {
      hit.explanation = Explain(context, reading, row.requirements, ranked.score);
    }
    result.hits.push_back(std::move(hit));
  }
  return result;
}

absl::StatusOr<MatchResult> MatchProfiles(const Context& context, const model::Vacancy& vacancy,
                                          const MatchParams& params, const ProfileFinder* finder) {
  OVERSTAP_RETURN_IF_ERROR(params.Validate());
  OVERSTAP_RETURN_IF_ERROR(model::Validate(vacancy));
  OVERSTAP_RETURN_IF_ERROR(CheckPlace(context, params, vacancy.region));
  match::UriReadings readings;
  const match::RequirementSet requirements =
      match::RequirementsOf(vacancy, context.snapshot.taxonomy(), &context.snapshot.translator(),
                            &readings, context.snapshot.scoring().inferred_share);
  MatchResult result;
  result.id = vacancy.id;
  result.versions = context.snapshot.versions();
  result.translations = std::move(readings.translations);
  result.unmapped = std::move(readings.unmapped);
  const match::ProfileAnswer answer = finder == nullptr
                                          ? FindPeopleByAll(context, vacancy, requirements, params)
                                          : finder->Search(context, vacancy, requirements, params);
  result.not_scored = answer.not_scored;
  for (const match::Ranked& ranked : answer.best) {
    const model::Profile& profile = context.snapshot.profiles()[ranked.index];
    MatchHit hit = {profile.id, ranked.score, requirements.unknown, {}};
    if (params.explain) {
      hit.explanation = Explain(context, Read(context, profile), requirements, ranked.score);
    }
    result.hits.push_back(std::move(hit));
  }
  return result;
}

}  // namespace overstap::advice
