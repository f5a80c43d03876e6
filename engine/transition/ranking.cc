#include "engine/transition/ranking.h"

#include <algorithm>

namespace overstap::transition {
namespace {

// The skills of which either says something.
template <class Visit>
void ForEachDifference(const match::ExpandedProfile& a, const match::ExpandedProfile& b,
                       const Visit& visit) {
  for (const SkillId skill : a.skills()) {
    if (a.Strength(skill) != b.Strength(skill)) visit(skill);
  }
  for (const SkillId skill : b.skills()) {
    if (a.Strength(skill) == 0) visit(skill);
  }
}

}  // namespace

Ranking::Ranking(const ReachContext& context, const Origin& origin,
                 const match::ExpandedProfile& expanded)
    : context_(context),
      origin_(origin),
      expanded_(expanded),
      closeness_(ClosenessRow(context, origin)),
      all_(FindDestinations(context, origin, expanded, context.taxonomy.occupation_count())),
      posting_begin_(context.taxonomy.skill_count() + 2, 0) {
  const Taxonomy& taxonomy = context.taxonomy;
  std::vector<OccupationId> candidates;
  for (uint32_t i = 0; i < taxonomy.occupation_count(); ++i) {
    const OccupationId occupation(i);
    if (!IsCandidate(context, origin, occupation)) continue;
    candidates.push_back(occupation);
    for (const Requirement& requirement : taxonomy.Requirements(occupation)) {
      ++posting_begin_[requirement.skill.index() + 2];
    }
  }
  for (size_t i = 1; i < posting_begin_.size(); ++i) posting_begin_[i] += posting_begin_[i - 1];
  // From here begin[s + 1] is where the next occupation of skill s goes; at the end, its end.
  postings_.resize(posting_begin_.back(), OccupationId(0));
  for (const OccupationId occupation : candidates) {
    for (const Requirement& requirement : taxonomy.Requirements(occupation)) {
      postings_[posting_begin_[requirement.skill.index() + 1]++] = occupation;
    }
  }
}

std::vector<bool> Ranking::Affected(const match::ExpandedProfile& other) const {
  std::vector<bool> affected(context_.taxonomy.occupation_count(), false);
  ForEachDifference(expanded_, other, [&](SkillId skill) {
    for (uint32_t i = posting_begin_[skill.index()]; i < posting_begin_[skill.index() + 1]; ++i) {
      affected[postings_[i].index()] = true;
    }
  });
  return affected;
}

std::vector<Destination> Ranking::With(std::span<const match::HeldSkill> held, size_t limit) const {
  const match::ExpandedProfile other(held, context_.transfer, context_.taxonomy.skill_count());
  const std::vector<bool> affected = Affected(other);
  std::vector<Destination> changed;
  for (uint32_t i = 0; i < affected.size(); ++i) {
    if (!affected[i]) continue;
    const auto scored =
        Score(context_, origin_, other, OccupationId(i), static_cast<double>(closeness_[i]));
    if (scored && scored->score > 0) changed.push_back(*scored);
  }
  std::sort(changed.begin(), changed.end(), IsBetter);
  std::vector<Destination> merged;
  auto next = changed.begin();
  for (const Destination& kept : all_) {
    if (merged.size() >= limit) break;
    if (affected[kept.occupation.index()]) continue;
    while (next != changed.end() && IsBetter(*next, kept)) merged.push_back(*next++);
    merged.push_back(kept);
  }
  merged.insert(merged.end(), next, changed.end());
  if (merged.size() > limit) merged.resize(limit);
  return merged;
}

std::optional<size_t> PlaceIn(std::span<const Destination> list, OccupationId occupation) {
  for (size_t i = 0; i < list.size(); ++i) {
    if (list[i].occupation == occupation) return i + 1;
  }
  return std::nullopt;
}

}  // namespace overstap::transition
