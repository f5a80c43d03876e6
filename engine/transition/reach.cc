#include "engine/transition/reach.h"

#include <algorithm>

namespace overstap::transition {
namespace {

bool IsOwn(const Origin& origin, OccupationId occupation) {
  return std::find(origin.occupations.begin(), origin.occupations.end(), occupation) !=
         origin.occupations.end();
}

}  // namespace

std::vector<float> ClosenessRow(const ReachContext& context, const Origin& origin) {
  std::vector<float> best(context.taxonomy.occupation_count(), 0);
  std::vector<float> row(best.size());
  for (size_t from = 0; from < origin.occupations.size(); ++from) {
    context.step_closeness.FillRow(origin.occupations[from], row);
    const auto share = static_cast<float>(origin.ShareOf(from));
    for (size_t i = 0; i < row.size(); ++i) best[i] = std::max(best[i], row[i] * share);
  }
  return best;
}

bool IsCandidate(const ReachContext& context, const Origin& origin, OccupationId occupation) {
  if (context.techniek != nullptr && !context.techniek->IsTechnical(occupation)) return false;
  return !IsOwn(origin, occupation);
}

std::optional<Destination> Score(const ReachContext& context, const Origin& origin,
                                 const match::ExpandedProfile& expanded, OccupationId occupation,
                                 double closeness) {
  const auto coverage = context.weights.Coverage(expanded, occupation);
  if (!coverage) return std::nullopt;
  Destination destination;
  destination.occupation = occupation;
  destination.coverage = *coverage;
  destination.score = *coverage;
  if (!origin.occupations.empty()) {
    destination.closeness = closeness;
    destination.score = (*coverage + closeness) / 2;
  }
  const std::optional<int> level = context.taxonomy.Level(occupation);
  destination.level = CheckLevel(LevelOf(origin, context.taxonomy), level);
  destination.learnt_at_work = IsLearntAtWork(level);
  return destination;
}

bool IsBetter(const Destination& a, const Destination& b) {
  if (a.level.open != b.level.open) return a.level.open;
  if (a.score != b.score) return a.score > b.score;
  return a.occupation < b.occupation;
}

std::optional<int> LevelOf(const Origin& origin, const Taxonomy& taxonomy) {
  if (origin.level) return origin.level;
  std::optional<int> highest;
  for (const OccupationId occupation : origin.occupations) {
    const std::optional<int> level = taxonomy.Level(occupation);
    if (level && (!highest || *level > *highest)) highest = level;
  }
  return highest;
}

std::optional<Destination> Assess(const ReachContext& context, const Origin& origin,
                                  const match::ExpandedProfile& expanded,
                                  OccupationId destination) {
  const std::vector<float> closeness = ClosenessRow(context, origin);
  return Score(context, origin, expanded, destination,
               static_cast<double>(closeness[destination.index()]));
}

std::vector<Destination> AssessAll(const ReachContext& context, const Origin& origin,
                                   const match::ExpandedProfile& expanded) {
  const std::vector<float> closeness = ClosenessRow(context, origin);
  std::vector<Destination> found;
  for (uint32_t i = 0; i < context.taxonomy.occupation_count(); ++i) {
    const OccupationId occupation(i);
    if (!IsCandidate(context, origin, occupation)) continue;
    auto destination =
        Score(context, origin, expanded, occupation, static_cast<double>(closeness[i]));
    if (destination && destination->score > 0) found.push_back(*destination);
  }
  return found;
}

std::vector<Destination> BestOf(std::vector<Destination> destinations, size_t limit) {
  const size_t kept = std::min(limit, destinations.size());
  std::partial_sort(destinations.begin(), destinations.begin() + static_cast<std::ptrdiff_t>(kept),
                    destinations.end(), IsBetter);
  destinations.resize(kept);
  return destinations;
}

std::vector<Destination> FindDestinations(const ReachContext& context, const Origin& origin,
                                          const match::ExpandedProfile& expanded, size_t limit) {
  return BestOf(AssessAll(context, origin, expanded), limit);
}

}  // namespace overstap::transition
