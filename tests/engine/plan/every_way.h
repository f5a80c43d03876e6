// Ways over other work by the rules alone, for tests of PathSearch.
#pragma once

#include <algorithm>
#include <memory>
#include <optional>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include "engine/match/coverage.h"
#include "engine/plan/path_search.h"
#include "engine/transition/reach.h"
#include "engine/transition/transition_class.h"
#include "engine/transition/viable.h"
#include "tests/support/tiny_taxonomy.h"

namespace overstap::plan {

// A person in a world, as a search sees one.
class Asker {
 public:
  Asker(const TinyWorld& world, const std::string& person, PlanParams plan = {},
        std::optional<int> pay_now = {})
      : world_(world), profile_(world.Person(person)), plan_(std::move(plan)), pay_now_(pay_now) {
    if (plan_.start == absl::CivilDay()) plan_.start = absl::CivilDay(2026, 11, 21);
    const snapshot::Snapshot& snapshot = world.snapshot();
    match::ResolvedProfile resolved =
        match::Resolve(profile_, snapshot.taxonomy(), snapshot.scoring(), 2026);
    origin_ = {resolved.occupations, resolved.skills, profile_.level, resolved.shares};
    expanded_ = std::make_unique<match::ExpandedProfile>(origin_.skills, snapshot.transfer(),
                                                         snapshot.taxonomy().skill_count());
    steps_ = std::make_unique<const transition::StepTable>(snapshot.taxonomy(),
                                                           snapshot.step_closeness());
    plan_.level = transition::LevelOf(origin_, snapshot.taxonomy());
    assessed_ = transition::AssessAll({snapshot.taxonomy(), snapshot.transfer(), snapshot.scoring(),
                                       snapshot.work_weights(), snapshot.step_closeness()},
                                      origin_, *expanded_);
  }

  const model::Profile& profile() const { return profile_; }
  const transition::Origin& origin() const { return origin_; }
  const PlanParams& plan() const { return plan_; }
  std::optional<int> pay_now() const { return pay_now_; }
  const std::vector<transition::Destination>& assessed() const { return assessed_; }

  PathContext context() const {
    const snapshot::Snapshot& snapshot = world_.snapshot();
    return {snapshot.taxonomy(), snapshot.transfer(), snapshot.scoring(), snapshot.catalogue(),
            *steps_};
  }

  // Looks into everything unless `params` says less.
  std::vector<Path> Find(OccupationId destination, const WorkFinder& work,
                         const std::optional<PathCost>& direct, PathParams params = Whole()) const {
    PathSearch search(context(), {origin_, *expanded_, assessed_, plan_, pay_now_}, params, work);
    return search.Find(destination, direct);
  }

  static PathParams Whole() {
    PathParams params;
    params.first_hops = 1000;
    params.pairs = 1'000'000;
    return params;
  }

 private:
  const TinyWorld& world_;
  model::Profile profile_;
  PlanParams plan_;
  std::optional<int> pay_now_;
  transition::Origin origin_;
  std::unique_ptr<match::ExpandedProfile> expanded_;
  std::vector<transition::Destination> assessed_;
  std::unique_ptr<const transition::StepTable> steps_;
};

// A person after a hop is somebody whose profile says so: with the certificates of the courses and
// a year of the work.
struct Walker {
  model::Profile profile;
  std::optional<OccupationId> at;
  std::optional<int> level;
  PlanParams plan;
  PathCost cost;
  std::vector<OccupationId> walked;
};

// Every sequence of at most three hops, one person after the other, by the rules alone.
class EveryWay {
 public:
  EveryWay(const TinyWorld& world, const Asker& asker, WorkFinder work)
      : world_(world), asker_(asker), work_(std::move(work)) {}

  std::vector<Walker> To(OccupationId destination, const std::optional<PathCost>& direct) {
    found_.clear();
    Walk({asker_.profile(), std::nullopt, asker_.plan().level, asker_.plan(), {}, {}}, destination);
    std::vector<Walker> front;
    for (const Walker& one : found_) {
      if (direct && IsNoWorse(*direct, one.cost)) continue;
      const bool beaten = std::any_of(found_.begin(), found_.end(), [&](const Walker& other) {
        return IsNoWorse(other.cost, one.cost) &&
               (other.cost != one.cost || Rank(other) < Rank(one));
      });
      if (!beaten) front.push_back(one);
    }
    std::sort(front.begin(), front.end(),
              [](const Walker& a, const Walker& b) { return Key(a) < Key(b); });
    return front;
  }

 private:
  using Ids = std::vector<OccupationId>;
  static std::tuple<size_t, Ids> Rank(const Walker& walker) {
    return {walker.walked.size(), walker.walked};
  }
  static std::tuple<double, int, double, double, size_t, Ids> Key(const Walker& walker) {
    return {walker.cost.weeks, walker.cost.open,     walker.cost.km,
            walker.cost.dip,   walker.walked.size(), walker.walked};
  }

  // What is not known is worse than any dip.
  double Dip(OccupationId to) const {
    const auto pay = work_(to).pay;
    if (!pay || !asker_.pay_now()) return kUnknownDip;
    return *pay < *asker_.pay_now() ? *asker_.pay_now() - *pay : 0;
  }

  void Walk(const Walker& walker, OccupationId destination) {
    for (uint32_t i = 0; i < world_.taxonomy().occupation_count(); ++i) {
      const OccupationId to(i);
      if (std::count(walker.walked.begin(), walker.walked.end(), to) > 0) continue;
      const bool arrives = to == destination;
      if (arrives && walker.walked.empty()) continue;
      if (!arrives && (walker.walked.size() == 2 || !MayBeBetween(to))) continue;
      const auto next = Take(walker, to);
      if (!next) continue;
      if (arrives) found_.push_back(*next);
      if (!arrives) Walk(*next, destination);
    }
  }

  bool MayBeBetween(OccupationId to) const {
    const auto& own = asker_.origin().occupations;
    return work_(to).in_reach && std::count(own.begin(), own.end(), to) == 0;
  }

  // Closeness and level of the step; nothing when it is none.
  std::optional<transition::StepFacts> StepTo(const Walker& walker, OccupationId to) const {
    const Taxonomy& taxonomy = world_.taxonomy();
    if (!walker.at) {
      for (const transition::Destination& direct : asker_.assessed()) {
        if (direct.occupation != to || !transition::IsSteppingStone(direct)) continue;
        return transition::StepFacts{.closeness = direct.closeness.value_or(0),
                                     .level_gap = direct.level.gap,
                                     .learnt_at_work = direct.learnt_at_work};
      }
      return std::nullopt;
    }
    std::vector<float> row(taxonomy.occupation_count());
    world_.snapshot().step_closeness().FillRow(*walker.at, row);
    const auto near = static_cast<double>(row[to.index()]);
    const auto gate = transition::CheckLevel(taxonomy.Level(*walker.at), taxonomy.Level(to));
    if (near < transition::kStepCloseness || !gate.open) return std::nullopt;
    return transition::StepFacts{.closeness = near, .level_gap = gate.gap};
  }

  std::optional<Walker> Take(const Walker& walker, OccupationId to) const {
    const snapshot::Snapshot& snapshot = world_.snapshot();
    const Taxonomy& taxonomy = snapshot.taxonomy();
    const auto step = StepTo(walker, to);
    if (!step || taxonomy.Requirements(to).empty()) return std::nullopt;
    const auto held = match::Resolve(walker.profile, taxonomy, snapshot.scoring(), 2026);
    const match::ExpandedProfile expanded(held.skills, snapshot.transfer(), taxonomy.skill_count());
    const Gap gap = FindGap(expanded, taxonomy.Requirements(to), taxonomy, snapshot.scoring());
    const TrainingPlan plan =
        MakePlan(snapshot.catalogue(), expanded, gap.required, snapshot.scoring(), walker.plan);
    if (!plan.found) return std::nullopt;
    const auto coverage =
        match::Coverage(expanded, taxonomy.Requirements(to), taxonomy, snapshot.scoring());
    const int open = static_cast<int>(plan.uncovered.size() + plan.left_out.size());
    transition::StepFacts facts = *step;
    facts.coverage = coverage;
    if (open == 0) facts.weeks = plan.weeks;
    if (transition::ClassOf(facts)->value == transition::TransitionClass::kFar) return std::nullopt;
    Walker next = walker;
    next.cost.weeks += plan.weeks;
    next.cost.open = std::max(next.cost.open, open);
    next.cost.km = std::max(next.cost.km, work_(to).km.value_or(0));
    next.cost.dip = std::max(next.cost.dip, Dip(to));
    next.walked.push_back(to);
    Arrive(to, plan, &next);
    return next;
  }

  void Arrive(OccupationId to, const TrainingPlan& plan, Walker* walker) const {
    const Taxonomy& taxonomy = world_.taxonomy();
    walker->at = to;
    walker->profile.occupations.push_back({std::string(taxonomy.Uri(to)), 1, std::nullopt});
    for (const PlannedCourse& planned : plan.courses) {
      for (const std::string& uri : world_.snapshot().catalogue()[planned.course].course.skills) {
        walker->profile.skills.push_back({uri, model::EvidenceKind::kCertificate, std::nullopt});
      }
    }
    if (taxonomy.Level(to)) walker->level = taxonomy.Level(to);
    walker->plan.level = walker->level;
    walker->plan.start = plan.finish + 365;
    if (walker->plan.budget_eur) {
      walker->plan.budget_eur = std::max(0.0, *walker->plan.budget_eur - plan.cost_eur);
    }
  }

  const TinyWorld& world_;
  const Asker& asker_;
  const WorkFinder work_;
  std::vector<Walker> found_;
};

inline std::vector<OccupationId> Walked(const Path& path) {
  std::vector<OccupationId> walked;
  for (const auto& hop : path.hops) walked.push_back(hop->to);
  return walked;
}

}  // namespace overstap::plan
