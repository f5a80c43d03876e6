#include "engine/transition/reach.h"

#include <algorithm>

#include "engine/match/coverage.h"

namespace overstap::transition {
namespace {

// C(person, occupation) of each occupation; -1 without requirements.
std::vector<double> Coverages(const ReachContext& context, const match::ExpandedProfile& expanded) {
  std::vector<double> coverages;
  coverages.reserve(context.taxonomy.occupation_count());
  for (uint32_t i = 0; i < context.taxonomy.occupation_count(); ++i) {
    coverages.push_back(match::Coverage(expanded, context.taxonomy.Requirements(OccupationId(i)),
                                        context.taxonomy, context.scoring)
                            .value_or(-1));
  }
  return coverages;
}

// What is known of the person beside each occupation.
struct View {
  std::vector<double> coverage;
  std::vector<float> closeness;  // from the person's own occupations
  std::vector<float> nearness;
};

void RaiseTo(std::span<const float> row, double share, std::vector<float>* best) {
  const auto factor = static_cast<float>(share);
  for (size_t i = 0; i < row.size(); ++i) (*best)[i] = std::max((*best)[i], row[i] * factor);
}

View ViewOf(const ReachContext& context, const Origin& origin,
            const match::ExpandedProfile& expanded) {
  const size_t count = context.taxonomy.occupation_count();
  View view{Coverages(context, expanded), std::vector<float>(count, 0), {}};
  std::vector<float> row(count);
  for (size_t from = 0; from < origin.occupations.size(); ++from) {
    context.closeness.FillRow(origin.occupations[from], row);
    RaiseTo(row, origin.ShareOf(from), &view.closeness);
  }
  view.nearness = view.closeness;
  for (uint32_t from = 0; from < count; ++from) {
    const double coverage = view.coverage[from];
    view.nearness[from] = std::max(view.nearness[from], static_cast<float>(coverage));
    if (coverage < kStartingCoverage) continue;
    context.closeness.FillRow(OccupationId(from), row);
    RaiseTo(row, coverage, &view.nearness);
  }
  return view;
}

bool IsOwn(const Origin& origin, OccupationId occupation) {
  return std::find(origin.occupations.begin(), origin.occupations.end(), occupation) !=
         origin.occupations.end();
}

std::optional<Destination> Score(const ReachContext& context, const Origin& origin,
                                 const View& view, OccupationId occupation) {
  const size_t index = occupation.index();
  if (view.coverage[index] < 0) return std::nullopt;
  Destination destination;
  destination.occupation = occupation;
  destination.coverage = view.coverage[index];
  destination.nearness = std::max(static_cast<double>(view.nearness[index]), destination.coverage);
  destination.score = (destination.coverage + destination.nearness) / 2;
  if (!origin.occupations.empty()) {
    destination.closeness = static_cast<double>(view.closeness[index]);
  }
  destination.level =
      CheckLevel(LevelOf(origin, context.taxonomy), context.taxonomy.Level(occupation));
  return destination;
}

bool IsBetter(const Destination& a, const Destination& b) {
  if (a.level.open != b.level.open) return a.level.open;
  if (a.score != b.score) return a.score > b.score;
  return a.occupation < b.occupation;
}

}  // namespace

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
  return Score(context, origin, ViewOf(context, origin, expanded), destination);
}

std::vector<Destination> FindDestinations(const ReachContext& context, const Origin& origin,
                                          const match::ExpandedProfile& expanded, size_t limit) {
  const View view = ViewOf(context, origin, expanded);
  std::vector<Destination> found;
  for (uint32_t i = 0; i < context.taxonomy.occupation_count(); ++i) {
    const OccupationId occupation(i);
    if (context.techniek != nullptr && !context.techniek->IsTechnical(occupation)) continue;
    if (IsOwn(origin, occupation)) continue;
    auto destination = Score(context, origin, view, occupation);
    if (destination && destination->score > 0) found.push_back(*destination);
  }
  const size_t kept = std::min(limit, found.size());
  std::partial_sort(found.begin(), found.begin() + static_cast<std::ptrdiff_t>(kept), found.end(),
                    IsBetter);
  found.resize(kept);
  return found;
}

}  // namespace overstap::transition
