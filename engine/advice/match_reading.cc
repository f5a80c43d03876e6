#include "engine/advice/match_reading.h"

#include <utility>

namespace overstap::advice {

MatchReading ReadForMatch(const Context& context, const model::Profile& profile) {
  const snapshot::Snapshot& snapshot = context.snapshot;
  match::ResolvedProfile resolved =
      match::Resolve(profile, snapshot.taxonomy(), snapshot.scoring(),
                     static_cast<int>(context.today.year()), &snapshot.translator());
  match::ExpandedProfile expanded(resolved.skills, snapshot.transfer(),
                                  snapshot.taxonomy().skill_count());
  return {std::move(resolved), std::move(expanded)};
}

std::optional<double> ScoreOf(const Context& context, const MatchReading& reading,
                              const match::RequirementSet& requirements) {
  return match::Coverage(reading.expanded, requirements.known, context.snapshot.taxonomy(),
                         context.snapshot.scoring());
}

explain::Node ExplainScore(const Context& context, const MatchReading& reading,
                           const match::RequirementSet& requirements, double score) {
  explain::Node node{"match", "covered share of what the vacancy asks", score, {}};
  match::ExplainCoverage(reading.expanded, reading.resolved.skills, reading.resolved.cannot,
                         requirements.known, context.snapshot.taxonomy(),
                         context.snapshot.scoring(), context.languages, &node);
  if (requirements.unknown > 0) {
    node.Add("unknown_requirements", "requirements that this taxonomy does not have",
             requirements.unknown);
  }
  return node;
}

VacancyFilter FilterFor(const Context& context, const model::ProfileFacts& profile,
                        const MatchParams& params) {
  VacancyFilter filter;
  filter.region = params.region;
  filter.radius_km = params.radius_km ? params.radius_km : profile.radius_km;
  filter.near = SpotOf(context, profile);
  filter.hours_min = profile.hours_min;
  filter.hours_max = profile.hours_max;
  filter.limits = params.vacancies;
  return filter;
}

bool PassesPerson(const Context& context, const model::ProfileFacts& profile,
                  const model::VacancyFacts& vacancy, const MatchParams& params) {
  if (!model::MayBeKept(profile, context.today)) return false;
  if (!params.region.empty() && profile.region != params.region) return false;
  MatchParams any_region = params;
  any_region.region.clear();
  return Passes(context, FilterFor(context, profile, any_region), vacancy);
}

absl::Status CheckPlace(const MatchParams& params, const std::optional<Spot>& asks) {
  if (!params.radius_km || asks) return absl::OkStatus();
  return absl::InvalidArgumentError(
      "a radius needs a place: give the one who asks a region, postcode or town that the store "
      "knows");
}

}  // namespace overstap::advice
