// Times training plans, and GLPK on the same questions in the same run.
//
//   bench_plan [COURSES [QUESTIONS [SEED [FIELDS]]]]        50000 400 1 100
//
// A field has 45 skills; the fewer fields, the more courses for each skill.
//
// GLPK is asked in three ways (tools/bench/glpk_cover.h). Everything: all courses that the person
// may take and that close a missing skill, those that give what these need, and so on until nothing
// is needed: of the three the only one that leaves nothing out and owes us nothing. One level: the
// first two of these; what needs more cannot be taken, so that its plan may be longer than the
// best. Left: what our reduction leaves, in which most of the work is done. Its time is that of
// making and solving its program; ours is that of the whole plan from the catalogue. All answers
// must cost the same, those of one level at least as much; it says how often they cost more. Times
// are of the processor.
#include <algorithm>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <iostream>
#include <map>
#include <set>
#include <utility>

#include "base/status_macros.h"
#include "engine/plan/offer.h"
#include "engine/plan/training_plan.h"
#include "tools/bench/glpk_cover.h"
#include "tools/bench/plan_world.h"

namespace overstap::bench {
namespace {

constexpr int kLimitMs = 10'000;

// Of this thread on a processor, so that other work on the machine does not count.
double Now() {
  timespec now;
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) / 1e6;
}

template <class Work>
double Milliseconds(const Work& work) {
  const double start = Now();
  work();
  return Now() - start;
}

struct Times {
  std::vector<double> ms;

  double At(double share) {
    if (ms.empty()) return 0;
    std::sort(ms.begin(), ms.end());
    return ms[static_cast<size_t>(share * static_cast<double>(ms.size() - 1))];
  }
  double Mean() const {
    double sum = 0;
    for (const double time : ms) sum += time;
    return ms.empty() ? 0 : sum / static_cast<double>(ms.size());
  }
};

// The question as the rules say it, with what courses need up to so many levels.
class AsAsked {
 public:
  AsAsked(const PlanWorld& world, const PlanQuestion& ask, const plan::PlanParams& params)
      : world_(world), ask_(ask), params_(params), filter_(world.catalogue(), params) {}

  // Without the skills of the gap that no course closes.
  GlpkProblem Make(std::span<const SkillId> uncovered, int levels) {
    problem_.budget = params_.budget_eur;
    for (const plan::GapItem& item : ask_.required) {
      if (std::find(uncovered.begin(), uncovered.end(), item.skill) != uncovered.end()) continue;
      problem_.goal.push_back(NumberOf(item.skill));
    }
    for (int level = 0; level <= levels && !to_give_.empty(); ++level) {
      for (const SkillId skill : std::exchange(to_give_, {})) AddCoursesFor(skill);
    }
    for (size_t i = 0; i < courses_.size(); ++i) {
      for (const SkillId skill : world_.catalogue()[courses_[i]].closes) {
        const auto found = numbers_.find(skill);
        if (found != numbers_.end()) problem_.courses[i].gives.push_back(found->second);
      }
    }
    return std::move(problem_);
  }

 private:
  int NumberOf(SkillId skill) {
    const auto [found, is_new] = numbers_.try_emplace(skill, static_cast<int>(numbers_.size()));
    if (is_new) to_give_.push_back(skill);
    return found->second;
  }

  void AddCoursesFor(SkillId skill) {
    for (const uint32_t course : world_.catalogue().Closing(skill)) {
      if (filter_.Of(course) != plan::Barrier::kNone || !seen_.insert(course).second) continue;
      const plan::Catalogue::Facts& facts = world_.catalogue().FactsOf(course);
      GlpkCourse made;
      made.cost = plan::WeeksOf(facts, params_);
      made.budget = facts.price_eur;
      if (params_.minimise == plan::Minimise::kEuros) std::swap(made.cost, made.budget);
      if (params_.euros_per_week) made.cost = facts.price_eur + made.cost * *params_.euros_per_week;
      for (const SkillId need :
           plan::UnmetNeeds(world_.catalogue(), course, ask_.person, world_.scoring().met_from)) {
        made.needs.push_back(NumberOf(need));
      }
      problem_.courses.push_back(std::move(made));
      courses_.push_back(course);
    }
  }

  const PlanWorld& world_;
  const PlanQuestion& ask_;
  const plan::PlanParams& params_;
  plan::CourseFilter filter_;
  std::map<SkillId, int> numbers_;
  std::vector<SkillId> to_give_;  // numbered since their courses were looked for
  std::set<uint32_t> seen_;
  std::vector<uint32_t> courses_;  // of problem_
  GlpkProblem problem_;
};

struct Question {
  const char* name;
  int skills;
  plan::PlanParams params;
  int glpk_every;  // ask GLPK every so many questions; 0: never
};

constexpr int kAllEvery = 5;  // of those, ask it everything; that takes seconds
constexpr int kAllLevels = 1000;

plan::PlanParams With(plan::Minimise minimise, bool in_region = true) {
  plan::PlanParams params;
  params.minimise = minimise;
  if (minimise == plan::Minimise::kMix) params.euros_per_week = 100;
  if (in_region) params.region = "AM06";
  params.start = absl::CivilDay(2026, 11, 21);
  return params;
}

enum class Answers { kTheSame, kNoLess };

// What a peer took for some of the questions, and what we took for the same.
struct Peer {
  explicit Peer(Answers answers) : expected(answers) {}

  Answers expected;
  Times theirs, ours;
  size_t courses = 0;
  int late = 0;
  int longer = 0;

  bool Ask(const GlpkProblem& problem, const plan::TrainingPlan& plan, double taken) {
    GlpkAnswer answer;
    theirs.ms.push_back(Milliseconds([&] { answer = SolveCoverWithGlpk(problem, kLimitMs); }));
    ours.ms.push_back(taken);
    courses += problem.courses.size();
    late += answer.in_time ? 0 : 1;
    if (!answer.in_time || !plan.optimal) return true;
    const double cost = plan.found ? plan.objective : -1;
    const double error = 1e-6 * (1 + cost);
    const double more = answer.cost.value_or(-1) - cost;
    if (std::abs(more) <= error) return true;
    if (expected == Answers::kNoLess && (!answer.cost || more > 0)) {
      ++longer;
      return true;
    }
    std::cerr << "error: GLPK finds " << answer.cost.value_or(-1) << ", we " << cost << "\n";
    return false;
  }

  void Print() {
    if (ours.ms.empty()) {
      std::printf(" | | |");
      return;
    }
    std::printf(" %zu | %.1f | %.0f |", courses / ours.ms.size(), theirs.At(0.5),
                theirs.Mean() / ours.Mean());
    if (late > 0) std::printf(" %d late |", late);
    if (longer > 0) std::printf(" %d of %zu longer or none |", longer, ours.ms.size());
  }
};

bool Run(const Question& question, int asked, PlanWorld* world) {
  Times ours;
  Peer all(Answers::kTheSame), one_level(Answers::kNoLess), left(Answers::kTheSame);
  int proven = 0;
  double gap = 0;
  for (int i = 0; i < asked; ++i) {
    const PlanQuestion ask = world->Ask(question.skills);
    plan::TrainingPlan plan;
    const double taken = Milliseconds([&] {
      plan = plan::MakePlan(world->catalogue(), ask.person, ask.required, world->scoring(),
                            question.params);
    });
    ours.ms.push_back(taken);
    proven += plan.optimal ? 1 : 0;
    if (plan.objective > 0) gap = std::max(gap, 1 - plan.lower_bound / plan.objective);
    if (question.glpk_every == 0 || i % question.glpk_every != 0) continue;
    const auto offer = plan::MakeOffer<uint64_t>(world->catalogue(), ask.person, ask.required,
                                                 world->scoring().met_from, question.params);
    if (!offer.is_whole) continue;
    const auto as_asked = [&](int levels) {
      return AsAsked(*world, ask, question.params).Make(plan.uncovered, levels);
    };
    if (!left.Ask(ForGlpk(offer.problem), plan, taken)) return false;
    if (!one_level.Ask(as_asked(1), plan, taken)) return false;
    if (i % (question.glpk_every * kAllEvery) != 0) continue;
    if (!all.Ask(as_asked(kAllLevels), plan, taken)) return false;
  }
  std::printf("| %s | %d | %.3f | %.3f | %.3f | %d %% | %.1f %% |", question.name, question.skills,
              ours.At(0.5), ours.At(0.99), ours.At(1), 100 * proven / asked, 100 * gap);
  all.Print();
  one_level.Print();
  left.Print();
  std::printf("\n");
  std::fflush(stdout);
  return true;
}

absl::Status Main(int courses, int asked, uint32_t seed, int fields) {
  OVERSTAP_ASSIGN_OR_RETURN(PlanWorld world, PlanWorld::Make(courses, fields, seed));
  std::printf("%d courses in %d fields, %d questions each, milliseconds; GLPK: limit %d ms\n\n",
              courses, fields, asked, kLimitMs);
  std::printf(
      "| question | skills | p50 | p99 | max | proven | worst gap | everything: courses | GLPK p50 "
      "| "
      "ratio of means | one level: courses | GLPK p50 | ratio | left: courses | GLPK p50 | ratio "
      "|\n"
      "|---|---|---|---|---|---|---|---|---|---|---|---|---|---|---|---|\n");
  using plan::Minimise;
  plan::PlanParams tight = With(Minimise::kWeeks);
  tight.budget_eur = 12'000;
  const Question questions[] = {
      {"weeks", 16, With(Minimise::kWeeks), 20},
      {"weeks", 20, With(Minimise::kWeeks), 20},
      {"weeks, any region", 16, With(Minimise::kWeeks, false), 80},
      {"weeks, any region", 20, With(Minimise::kWeeks, false), 80},
      {"euros", 20, With(Minimise::kEuros), 40},
      {"mix", 20, With(Minimise::kMix), 40},
      {"weeks within EUR 12000", 16, tight, 40},
      {"finish", 8, With(Minimise::kFinish), 0},
      {"finish", 16, With(Minimise::kFinish), 0},
      {"finish", 20, With(Minimise::kFinish), 0},
      {"weeks", 30, With(Minimise::kWeeks), 0},
      {"weeks", 45, With(Minimise::kWeeks), 0},
  };
  for (const Question& question : questions) {
    if (!Run(question, asked, &world)) return absl::InternalError("the answers differ");
  }
  return absl::OkStatus();
}

}  // namespace
}  // namespace overstap::bench

int main(int argc, char** argv) {
  const auto number = [&](int position, int otherwise) {
    return argc > position ? std::atoi(argv[position]) : otherwise;
  };
  const absl::Status status = overstap::bench::Main(
      number(1, 50'000), number(2, 400), static_cast<uint32_t>(number(3, 1)), number(4, 100));
  if (!status.ok()) std::cerr << "error: " << status.message() << "\n";
  return status.ok() ? 0 : 1;
}
