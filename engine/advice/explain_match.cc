#include "engine/advice/explain_match.h"

#include <algorithm>
#include <array>
#include <utility>

#include "absl/strings/escaping.h"
#include "absl/strings/str_format.h"
#include "base/enum_names.h"
#include "base/status_macros.h"
#include "base/strings.h"
#include "engine/advice/match_reading.h"
#include "engine/model/geo.h"

namespace overstap::advice {
namespace {

using Kind = MatchFilterKind;
using Outcome = MatchFilterOutcome;

constexpr std::array<std::string_view, kMatchFilterKindCount> kKindNames = {
    "open", "region", "radius", "hours", "retention"};
constexpr std::array<std::string_view, 5> kOutcomeNames = {"passed", "failed", "not_asked",
                                                           "unknown_passed", "unknown_failed"};

Outcome Of(bool passes) { return passes ? Outcome::kPassed : Outcome::kFailed; }

std::string Written(absl::CivilDay day) { return absl::FormatCivilTime(day); }

std::string Kilometres(double km) { return absl::StrFormat("%.4g km", km); }

std::string Written(const std::optional<int>& low, const std::optional<int>& high) {
  if (!low && !high) return "";
  const auto text = [](const std::optional<int>& hours) {
    return hours ? StrCat(*hours) : std::string();
  };
  return StrCat(text(low), "-", text(high));
}

MatchFilterReading ReadOpen(const Context& context, const model::Vacancy& vacancy) {
  MatchFilterReading reading = {Kind::kOpen, Outcome::kUnknownPassed, Written(context.today), ""};
  if (!vacancy.closes) return reading;
  reading.found = Written(*vacancy.closes);
  reading.outcome = Of(model::IsOpen(vacancy, context.today));
  return reading;
}

MatchFilterReading ReadRegion(const VacancyFilter& filter, const model::VacancyFacts& vacancy) {
  MatchFilterReading reading = {Kind::kRegion, Outcome::kNotAsked, filter.region, vacancy.region};
  if (filter.region.empty()) return reading;
  reading.outcome =
      vacancy.region.empty() ? Outcome::kUnknownFailed : Of(vacancy.region == filter.region);
  return reading;
}

std::optional<MatchDistance> DistanceOf(const VacancyFilter& filter,
                                        const std::optional<Spot>& place) {
  const std::optional<double> km = KnownDistanceKm(filter.near, place);
  if (!km) return std::nullopt;
  return MatchDistance{*km,
                       {filter.near->kind, std::string(filter.near->name)},
                       {place->kind, std::string(place->name)}};
}

MatchFilterReading ReadRadius(const VacancyFilter& filter, const std::optional<Spot>& place) {
  MatchFilterReading reading = {Kind::kRadius, Outcome::kNotAsked, "", ""};
  if (const auto km = DistanceKm(filter.near, place)) reading.found = Kilometres(*km);
  if (!filter.radius_km) return reading;
  reading.asked = Kilometres(*filter.radius_km);
  if (!filter.near) {
    reading.outcome = Outcome::kUnknownPassed;
  } else {
    reading.outcome = place ? Of(IsNear(filter, place)) : Outcome::kUnknownFailed;
  }
  return reading;
}

MatchFilterReading ReadHours(const VacancyFilter& filter, const model::VacancyFacts& vacancy) {
  MatchFilterReading reading = {Kind::kHours, Outcome::kNotAsked,
                                Written(filter.hours_min, filter.hours_max),
                                Written(vacancy.hours_min, vacancy.hours_max)};
  if (reading.asked.empty()) return reading;
  reading.outcome =
      reading.found.empty() ? Outcome::kUnknownPassed : Of(HoursOverlap(filter, vacancy));
  return reading;
}

MatchFilterReading ReadRetention(const Context& context, const model::Profile& profile) {
  MatchFilterReading reading = {Kind::kRetention, Outcome::kNotAsked, Written(context.today), ""};
  if (!profile.keep_until) return reading;
  reading.found = Written(*profile.keep_until);
  reading.outcome = Of(model::MayBeKept(profile, context.today));
  return reading;
}

MatchContribution ContributionOf(const Context& context, const MatchReading& reading,
                                 const Requirement& requirement, double total) {
  const snapshot::Snapshot& snapshot = context.snapshot;
  MatchContribution contribution;
  contribution.skill = RefOf(context, requirement.skill);
  contribution.weight_share =
      match::RequirementWeight(requirement, snapshot.taxonomy(), snapshot.scoring()) / total;
  contribution.strength = reading.expanded.Strength(requirement.skill);
  if (contribution.strength <= 0) return contribution;
  const match::HeldSkill& held =
      reading.resolved.skills[reading.expanded.Source(requirement.skill)];
  contribution.held = {RefOf(context, held.skill), held.kind, held.strength,
                       snapshot.transfer().Strength(held.skill, requirement.skill)};
  return contribution;
}

std::vector<MatchContribution> ContributionsOf(const Context& context, const MatchReading& reading,
                                               const match::RequirementSet& requirements) {
  const snapshot::Snapshot& snapshot = context.snapshot;
  const double total =
      match::TotalWeight(requirements.known, snapshot.taxonomy(), snapshot.scoring());
  std::vector<MatchContribution> contributions;
  if (total <= 0) return contributions;
  for (const Requirement& requirement : requirements.known) {
    contributions.push_back(ContributionOf(context, reading, requirement, total));
  }
  std::stable_sort(contributions.begin(), contributions.end(),
                   [](const MatchContribution& a, const MatchContribution& b) {
                     return a.weight_share > b.weight_share;
                   });
  return contributions;
}

absl::Status NoSuch(std::string_view kind, std::string_view id) {
  return absl::NotFoundError(
      StrCat("the store has no ", kind, " '", absl::CHexEscape(ToAbsl(id)), "'"));
}

}  // namespace

std::string_view MatchFilterKindName(MatchFilterKind kind) { return EnumName(kKindNames, kind); }
std::string_view MatchFilterOutcomeName(MatchFilterOutcome outcome) {
  return EnumName(kOutcomeNames, outcome);
}

absl::StatusOr<ExplainedMatch> ExplainMatch(const Context& context, const model::Profile& profile,
                                            const model::Vacancy& vacancy,
                                            const MatchParams& params) {
  OVERSTAP_RETURN_IF_ERROR(params.ValidateWithoutLimits());
  OVERSTAP_RETURN_IF_ERROR(model::Validate(profile));
  OVERSTAP_RETURN_IF_ERROR(model::Validate(vacancy));
  const VacancyFilter filter = FilterFor(context, SettledFactsOf(context, profile), params);
  OVERSTAP_RETURN_IF_ERROR(CheckPlace(params, filter.near));
  const model::VacancyFacts facts = SettledFactsOf(context, vacancy);
  const std::optional<Spot> place = SpotOf(context, facts);
  const snapshot::Snapshot& snapshot = context.snapshot;
  const MatchReading reading = ReadForMatch(context, profile);
  match::UriReadings readings = reading.resolved.readings;
  const match::RequirementSet requirements =
      match::RequirementsOf(vacancy, snapshot.taxonomy(), &snapshot.translator(), &readings,
                            snapshot.scoring().inferred_share);
  ExplainedMatch explained;
  explained.versions = snapshot.versions();
  explained.profile_id = profile.id;
  explained.vacancy_id = vacancy.id;
  explained.score = ScoreOf(context, reading, requirements);
  explained.listed = explained.score.value_or(0) > 0 && Passes(context, filter, facts) &&
                     model::MayBeKept(profile, context.today);
  explained.filters = {ReadOpen(context, vacancy), ReadRegion(filter, facts),
                       ReadRadius(filter, place), ReadHours(filter, facts),
                       ReadRetention(context, profile)};
  explained.distance = DistanceOf(filter, place);
  explained.contributions = ContributionsOf(context, reading, requirements);
  explained.unknown = requirements.unknown;
  if (explained.score) {
    explained.explanation = ExplainScore(context, reading, requirements, *explained.score);
  }
  explained.translations = std::move(readings.translations);
  explained.unmapped = std::move(readings.unmapped);
  return explained;
}

absl::StatusOr<model::Profile> FindProfile(const Context& context, std::string_view id) {
  const auto found = context.snapshot.profiles().Find(id);
  if (found == context.snapshot.profiles().end()) return NoSuch("profile", id);
  return *found->Record();
}

absl::StatusOr<model::Vacancy> FindVacancy(const Context& context, std::string_view id) {
  const auto found = context.snapshot.vacancies().Find(id);
  if (found == context.snapshot.vacancies().end()) return NoSuch("vacancy", id);
  return *found->Record();
}

}  // namespace overstap::advice
