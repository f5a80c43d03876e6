#include "engine/plan/path_hops.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "engine/match/coverage.h"
#include "engine/transition/transition_class.h"
#include "engine/transition/viable.h"

namespace overstap::plan {
namespace {

constexpr int kDaysAYear = 365;

void AddWorked(const PathContext& context, OccupationId occupation,
               std::vector<match::HeldSkill>* held) {
  constexpr auto kKind = model::EvidenceKind::kWork;
  const match::ScoringParams& scoring = context.scoring;
  const double strength =
      scoring.evidence[static_cast<size_t>(kKind)] * scoring.ExperienceShare(kYearsInBetween);
  for (const Requirement& requirement : context.taxonomy.Requirements(occupation)) {
    const double part =
        requirement.importance == Importance::kOptional ? scoring.optional_work_share : 1;
    match::Raise({requirement.skill, strength * part, kKind}, held);
  }
}

}  // namespace

HopMaker::HopMaker(const PathContext& context, const PathPerson& person, WorkFinder work)
    : context_(context),
      person_(person),
      work_(std::move(work)),
      level_(transition::LevelOf(person.origin, context.taxonomy)) {}

const WorkNear& HopMaker::WorkAt(OccupationId occupation) {
  const auto found = places_.find(occupation);
  if (found != places_.end()) return found->second;
  return places_.emplace(occupation, work_(occupation)).first->second;
}

std::shared_ptr<const Hop> HopMaker::HopOf(const Sequence& sequence) {
  const auto found = hops_.find(sequence);
  if (found != hops_.end()) return found->second;
  return hops_.emplace(sequence, Make(sequence)).first->second;
}

const match::ExpandedProfile& HopMaker::ExpandedBefore(const Sequence& sequence) {
  if (sequence.size() == 1) return person_.expanded;
  return StateAfter(Sequence(sequence.begin(), sequence.end() - 1)).expanded;
}

int HopMaker::LeastOpen(const Sequence& sequence) {
  const match::ExpandedProfile& expanded = ExpandedBefore(sequence);
  int open = 0;
  for (const Requirement& requirement : context_.taxonomy.Requirements(sequence.back())) {
    open += IsRequired(requirement.importance) &&
            expanded.Strength(requirement.skill) < context_.scoring.met_from &&
            context_.catalogue.Closing(requirement.skill).empty();
  }
  return open;
}

HopMaker::State HopMaker::Next(const std::vector<match::HeldSkill>& held, std::optional<int> level,
                               const PlanParams& plan, const Hop& hop) const {
  std::vector<match::HeldSkill> more = held;
  for (const PlannedCourse& planned : hop.plan.courses) {
    match::RaiseTaught(context_.catalogue[planned.course].teaches, context_.scoring, &more);
  }
  AddWorked(context_, hop.to, &more);
  match::ExpandedProfile expanded(more, context_.transfer, context_.taxonomy.skill_count());
  State state{std::move(more), std::move(expanded), level, plan};
  if (const auto reached = context_.taxonomy.Level(hop.to)) state.level = reached;
  state.plan.level = state.level;
  state.plan.start = hop.plan.finish + static_cast<int>(std::lround(kDaysAYear * kYearsInBetween));
  if (plan.budget_eur) {
    state.plan.budget_eur = std::max(0.0, *plan.budget_eur - hop.plan.cost_eur);
  }
  return state;
}

const HopMaker::State& HopMaker::StateAfter(const Sequence& sequence) {
  const auto found = states_.find(sequence);
  if (found != states_.end()) return found->second;
  const std::shared_ptr<const Hop> hop = HopOf(sequence);
  const Sequence before(sequence.begin(), sequence.end() - 1);
  if (before.empty()) {
    return states_.emplace(sequence, Next(person_.origin.skills, level_, person_.plan, *hop))
        .first->second;
  }
  const State& state = StateAfter(before);
  return states_.emplace(sequence, Next(state.held, state.level, state.plan, *hop)).first->second;
}

std::optional<HopMaker::StepFrom> HopMaker::StepOf(const Sequence& sequence) const {
  const OccupationId to = sequence.back();
  if (sequence.size() > 1) {
    const OccupationId from = sequence[sequence.size() - 2];
    const auto cost = context_.steps.CostOf(from, to);
    if (!cost) return std::nullopt;
    const auto gate =
        transition::CheckLevel(context_.taxonomy.Level(from), context_.taxonomy.Level(to));
    return StepFrom{transition::ClosenessOfCost(*cost), gate.gap, false};
  }
  const auto found =
      std::lower_bound(person_.assessed.begin(), person_.assessed.end(), to,
                       [](const transition::Destination& destination, OccupationId wanted) {
                         return destination.occupation < wanted;
                       });
  if (found == person_.assessed.end() || found->occupation != to) return std::nullopt;
  if (!transition::IsSteppingStone(*found)) return std::nullopt;
  return StepFrom{found->closeness.value_or(0), found->level.gap, found->learnt_at_work};
}

std::shared_ptr<const Hop> HopMaker::Make(const Sequence& sequence) {
  const auto step = StepOf(sequence);
  if (!step) return nullptr;
  const match::ExpandedProfile& expanded = ExpandedBefore(sequence);
  const PlanParams& params = sequence.size() == 1
                                 ? person_.plan
                                 : StateAfter(Sequence(sequence.begin(), sequence.end() - 1)).plan;
  auto hop = std::make_shared<Hop>();
  hop->to = sequence.back();
  hop->level_gap = step->level_gap;
  hop->begins = params.start;
  hop->km = WorkAt(hop->to).km;
  hop->dip = DipAt(hop->to);
  const auto requirements = context_.taxonomy.Requirements(hop->to);
  const auto coverage =
      match::Coverage(expanded, requirements, context_.taxonomy, context_.scoring);
  if (!coverage) return nullptr;
  hop->coverage = *coverage;
  hop->gap = FindGap(expanded, requirements, context_.taxonomy, context_.scoring);
  hop->plan = MakePlan(context_.catalogue, expanded, hop->gap.required, context_.scoring, params);
  if (!hop->plan.found) return nullptr;
  transition::StepFacts facts = {hop->coverage, step->closeness, std::nullopt, hop->level_gap,
                                 step->learnt_at_work};
  if (hop->open() == 0) facts.weeks = hop->plan.weeks;
  const auto size = transition::ClassOf(facts);
  return size && size->value == transition::TransitionClass::kFar ? nullptr : hop;
}

}  // namespace overstap::plan
