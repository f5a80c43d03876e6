#include "engine/advice/match.h"

#include <cstdint>
#include <utility>

#include "base/status_macros.h"
#include "base/strings.h"
#include "engine/advice/live_finder.h"
#include "engine/advice/match_reading.h"
#include "engine/advice/vacancy_filter.h"
#include "engine/advice/vacancy_finder.h"
#include "engine/match/oracle.h"
#include "engine/model/validation.h"

namespace overstap::advice {
namespace {

// Asks now and then whether somebody still waits; once nobody does, there is nothing more to do.
class Patience {
 public:
  explicit Patience(const Context& context) : context_(context) {}

  // `every`: how often it is called for one look.
  bool IsOver(uint32_t every) {
    if (context_.still_wanted != nullptr && status_.ok() && ++calls_ % every == 0) {
      status_ = (*context_.still_wanted)();
    }
    return !status_.ok();
  }
  const absl::Status& status() const { return status_; }

 private:
  const Context& context_;
  uint32_t calls_ = 0;
  absl::Status status_;
};

FoundVacancies ByPlace(const Context& context, const match::VacancyAnswer& answer) {
  FoundVacancies found;
  found.not_scored = answer.not_scored;
  for (const match::Ranked& ranked : answer.best) {
    found.best.push_back({&context.snapshot.vacancies()[ranked.index], ranked.score});
  }
  return found;
}

// What the index answers, by scoring every vacancy.
absl::StatusOr<FoundVacancies> FindByAll(const Context& context, const MatchReading& reading,
                                         const VacancyFilter& filter, size_t limit) {
  constexpr uint32_t kLookEvery = 4096;
  Patience patience(context);
  match::VacancyAnswer answer;
  auto row = context.snapshot.vacancies().begin();
  const auto score = [&](size_t) -> std::optional<double> {
    const snapshot::VacancyRow& next = *row++;
    if (patience.IsOver(kLookEvery) || !Passes(context, filter, next.vacancy)) return std::nullopt;
    const auto value = ScoreOf(context, reading, next.requirements);
    if (!value) ++answer.not_scored;
    return value;
  };
  answer.best = match::RankAll(context.snapshot.vacancies().size(), limit, score);
  OVERSTAP_RETURN_IF_ERROR(patience.status());
  return ByPlace(context, answer);
}

absl::StatusOr<FoundVacancies> FindVacancies(const Context& context, const MatchReading& reading,
                                             const VacancyFilter& filter, size_t limit,
                                             const VacancyFinder* finder) {
  if (finder != nullptr) {
    return ByPlace(context, finder->Search(reading.expanded, context.today, filter, limit));
  }
  if (context.finder != nullptr) {
    return context.finder->Search(context, reading.expanded, filter, limit);
  }
  return FindByAll(context, reading, filter, limit);
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
  const MatchReading reading = ReadForMatch(context, profile);
  const VacancyFilter filter = FilterFor(context, profile, params);
  MatchResult result;
  result.id = profile.id;
  result.versions = context.snapshot.versions();
  result.translations = reading.resolved.readings.translations;
  result.unmapped = reading.resolved.readings.unmapped;
  OVERSTAP_ASSIGN_OR_RETURN(const FoundVacancies found,
                            FindVacancies(context, reading, filter, params.limit, finder));
  result.not_scored = found.not_scored;
  for (const auto& [row, score] : found.best) {
    MatchHit hit = {row->vacancy.id, score, row->requirements.unknown, {}};
    if (params.explain) hit.explanation = ExplainScore(context, reading, row->requirements, score);
    result.hits.push_back(std::move(hit));
  }
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
  const auto& profiles = context.snapshot.profiles();
  MatchResult result;
  result.id = vacancy.id;
  result.versions = context.snapshot.versions();
  result.translations = std::move(readings.translations);
  result.unmapped = std::move(readings.unmapped);
  MatchParams any_region = params;
  any_region.region.clear();
  constexpr uint32_t kLookEvery = 64;
  Patience patience(context);
  const auto score = [&](size_t index) -> std::optional<double> {
    if (patience.IsOver(kLookEvery)) return std::nullopt;
    const model::Profile& profile = profiles[index];
    if (!model::MayBeKept(profile, context.today)) return std::nullopt;
    if (!params.region.empty() && profile.region != params.region) return std::nullopt;
    if (!Passes(context, FilterFor(context, profile, any_region), vacancy)) return std::nullopt;
    const auto value = ScoreOf(context, ReadForMatch(context, profile), requirements);
    if (!value) ++result.not_scored;
    return value;
  };
  const std::vector<match::Ranked> best = match::RankAll(profiles.size(), params.limit, score);
  OVERSTAP_RETURN_IF_ERROR(patience.status());
  for (const match::Ranked& ranked : best) {
    const model::Profile& profile = profiles[ranked.index];
    MatchHit hit = {profile.id, ranked.score, requirements.unknown, {}};
    if (params.explain) {
      hit.explanation =
          ExplainScore(context, ReadForMatch(context, profile), requirements, ranked.score);
    }
    result.hits.push_back(std::move(hit));
  }
  return result;
}

}  // namespace overstap::advice
