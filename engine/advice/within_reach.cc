#include "engine/advice/within_reach.h"

#include <algorithm>
#include <array>
#include <utility>

#include "base/enum_names.h"
#include "engine/advice/plan.h"
#include "engine/transition/viable.h"

namespace overstap::advice {
namespace {

constexpr std::array<std::string_view, kBarrierKindCount> kNames = {
    "own_work",  "unknown_work", "not_technical", "level",  "gate",   "score", "rank",
    "no_course", "entry",        "form",          "travel", "budget", "time"};

void AddAtTheWork(const transition::Destination& assessed, const OccupationPlan& plan,
                  std::vector<Barrier>* barriers) {
  if (!assessed.level.open) {
    barriers->push_back({BarrierKind::kLevel, "", "", "",
                         static_cast<double>(assessed.level.gap.value_or(0)),
                         transition::kMaxLevelStep});
  }
  for (const GateLine& gate : plan.gates) {
    if (gate.state != transition::GateState::kClosed) continue;
    barriers->push_back(
        {BarrierKind::kGate, gate.id, gate.name, gate.opens_with, std::nullopt, std::nullopt});
  }
  if (assessed.score < transition::kViableFrom && !assessed.learnt_at_work) {
    barriers->push_back({BarrierKind::kScore, "", "", "", assessed.score, transition::kViableFrom});
  }
}

std::vector<Barrier> OpenSkills(const PlanLines& lines) {
  std::vector<Barrier> open;
  const auto add = [&open](BarrierKind kind, const std::vector<ConceptRef>& skills) {
    if (skills.empty()) return;
    open.push_back({kind, "", "", "", static_cast<double>(skills.size()), 0.0, skills});
  };
  add(BarrierKind::kNoCourse, lines.uncovered);
  add(BarrierKind::kEntry, lines.out_of_reach);
  add(BarrierKind::kForm, lines.excluded);
  add(BarrierKind::kTravel, lines.elsewhere);
  return open;
}

bool IsAmong(const ConceptRef& skill, const std::vector<Barrier>& open) {
  return std::any_of(open.begin(), open.end(), [&skill](const Barrier& barrier) {
    return std::find(barrier.skills.begin(), barrier.skills.end(), skill) != barrier.skills.end();
  });
}

// Share of what the work asks that is there when all is learnt that a course within reach teaches.
double CoverageAfter(double coverage, const std::vector<GapLine>& gap,
                     const std::vector<Barrier>& open) {
  for (const GapLine& line : gap) {
    if (!IsAmong(line.skill, open)) coverage += line.weight * (1 - line.strength);
  }
  return coverage;
}

}  // namespace

std::string_view BarrierKindName(BarrierKind kind) { return EnumName(kNames, kind); }

Obstacles FindObstacles(const Person& person,
                        const std::optional<transition::Destination>& assessed,
                        OccupationId destination, const std::optional<double>& budget_eur,
                        const OccupationPlan& plan) {
  Obstacles obstacles;
  const auto& own = person.origin.occupations;
  if (std::find(own.begin(), own.end(), destination) != own.end()) {
    obstacles.barriers.push_back({BarrierKind::kOwnWork, "", "", "", {}, {}});
    return obstacles;
  }
  if (!assessed) {
    obstacles.barriers.push_back({BarrierKind::kUnknownWork, "", "", "", {}, {}});
    return obstacles;
  }
  AddAtTheWork(*assessed, plan, &obstacles.barriers);
  std::vector<Barrier> open = OpenSkills(plan.plan);
  const bool is_most = !assessed->learnt_at_work &&
                       CoverageAfter(assessed->coverage, plan.gap, open) < transition::kViableFrom;
  auto& list = is_most ? obstacles.barriers : obstacles.shortcomings;
  std::move(open.begin(), open.end(), std::back_inserter(list));
  if (!plan.plan.found) {
    obstacles.barriers.push_back(
        {BarrierKind::kBudget, "", "", "", plan.plan.cheapest_eur, budget_eur});
  }
  return obstacles;
}

}  // namespace overstap::advice
