#include "engine/advice/stability.h"

#include <algorithm>
#include <cmath>
#include <set>
#include <utility>

#include "base/patience.h"

namespace overstap::advice {
namespace {

using transition::Destination;
using transition::Ranking;

bool IsConfirmed(model::EvidenceKind kind) { return kind >= model::EvidenceKind::kEmployer; }

std::optional<ConceptRef> FirstOf(const Context& context, std::span<const Destination> list) {
  if (list.empty()) return std::nullopt;
  return RefOf(context, list.front().occupation);
}

std::vector<match::HeldSkill> WithClaim(std::vector<match::HeldSkill> held, SkillId skill,
                                        double strength) {
  match::Raise({skill, strength, model::EvidenceKind::kClaimed}, &held);
  return held;
}

double PlaceOrLast(std::span<const Destination> list, OccupationId occupation, size_t limit) {
  return static_cast<double>(transition::PlaceIn(list, occupation).value_or(limit + 1));
}

std::set<SkillId> SkillsToAsk(const Ranking& ranking, const match::ExpandedProfile& expanded,
                              OccupationId about, size_t limit) {
  const transition::ReachContext& reach = ranking.context();
  const double claim = reach.scoring.evidence[static_cast<size_t>(model::EvidenceKind::kClaimed)];
  std::set<SkillId> skills;
  for (const match::HeldSkill& held : ranking.origin().skills) {
    if (!IsConfirmed(held.kind)) skills.insert(held.skill);
  }
  const auto add = [&](OccupationId occupation) {
    for (const Requirement& requirement : reach.taxonomy.Requirements(occupation)) {
      if (expanded.Strength(requirement.skill) < claim) skills.insert(requirement.skill);
    }
  };
  add(about);
  for (size_t i = 0; i < ranking.all().size() && i < limit; ++i) add(ranking.all()[i].occupation);
  return skills;
}

}  // namespace

double ListDistance(std::span<const Destination> a, std::span<const Destination> b, size_t limit) {
  a = a.first(std::min(a.size(), limit));
  b = b.first(std::min(b.size(), limit));
  double sum = 0;
  for (size_t i = 0; i < a.size(); ++i) {
    sum += std::abs(static_cast<double>(i + 1) - PlaceOrLast(b, a[i].occupation, limit));
  }
  for (size_t i = 0; i < b.size(); ++i) {
    if (transition::PlaceIn(a, b[i].occupation)) continue;
    sum += static_cast<double>(limit - i);
  }
  return sum / static_cast<double>(limit * (limit + 1));
}

Robustness TestFirst(const Context& context, const Ranking& ranking) {
  Robustness robustness;
  robustness.first = FirstOf(context, ranking.all());
  if (!robustness.first) return robustness;
  const std::vector<match::HeldSkill>& held = ranking.origin().skills;
  for (const match::HeldSkill& skill : held) {
    if (IsConfirmed(skill.kind)) continue;
    if (!IsAwaited()) break;
    ++robustness.tried;
    const auto list = ranking.With(match::Without(held, skill.skill), 1);
    if (!list.empty() && list.front().occupation == ranking.all().front().occupation) continue;
    robustness.unseated_by.push_back(
        {RefOf(context, skill.skill), skill.kind, FirstOf(context, list)});
  }
  return robustness;
}

std::optional<NextQuestion> BestQuestion(const Context& context, const Ranking& ranking,
                                         const match::ExpandedProfile& expanded, OccupationId about,
                                         size_t limit) {
  const transition::ReachContext& reach = ranking.context();
  const std::vector<match::HeldSkill>& held = ranking.origin().skills;
  const double claim = reach.scoring.evidence[static_cast<size_t>(model::EvidenceKind::kClaimed)];
  const auto occupations = static_cast<double>(reach.taxonomy.occupation_count());
  std::optional<NextQuestion> best;
  for (const SkillId skill : SkillsToAsk(ranking, expanded, about, limit)) {
    if (!IsAwaited()) break;
    NextQuestion question;
    const auto without = match::Without(held, skill);
    question.is_assumed = without.size() < held.size();
    const auto yes = ranking.With(WithClaim(held, skill, claim), limit);
    question.change_if_yes = ListDistance(ranking.all(), yes, limit);
    const auto no = ranking.With(without, limit);
    question.change_if_no = ListDistance(ranking.all(), no, limit);
    question.chance =
        std::max(expanded.Strength(skill), reach.taxonomy.DocumentFrequency(skill) / occupations);
    question.expected_change =
        question.chance * question.change_if_yes + (1 - question.chance) * question.change_if_no;
    if (question.expected_change <= (best ? best->expected_change : 0)) continue;
    question.skill = RefOf(context, skill);
    question.first_if_yes = FirstOf(context, yes);
    question.first_if_no = FirstOf(context, no);
    best = std::move(question);
  }
  return best;
}

}  // namespace overstap::advice
