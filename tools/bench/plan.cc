// Times training plans, and GLPK on the same questions in the same run.
//
//   bench_plan [COURSES [QUESTIONS [SEED [FIELDS]]]]        50000 400 1 100
//
// A field has 45 skills; the fewer fields, the more courses for each skill.
//
// GLPK gets every course that the person may take and that gives a skill that matters (those that
// our reduction keeps), and for comparison the cover problem that is left after our reduction, in
// which the work is mostly done. Its time is that of making and solving its program; ours is that
// of the whole plan from the catalogue. A question on which GLPK needs more than its limit counts
// for the limit. All answers must cost the same. Times are of the processor.
#include <algorithm>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <iostream>
#include <set>

#include "base/status_macros.h"
#include "engine/plan/offer.h"
#include "engine/plan/training_plan.h"
#include "tools/bench/glpk_cover.h"
#include "tools/bench/plan_world.h"

namespace overstap::bench {
namespace {

constexpr int kLimitMs = 2000;

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

// Every course that gives one of the offer's skills, as the rules say it: nothing left out but
// courses with an entry requirement that matters to no good plan.
plan::CoverProblem Unreduced(const PlanWorld& world, const PlanQuestion& ask,
                             const plan::Offer<uint64_t>& offer, const plan::PlanParams& params) {
  plan::CoverProblem problem;
  problem.goal = offer.problem.goal;
  problem.budget = offer.problem.budget;
  const plan::Catalogue& catalogue = world.catalogue();
  const plan::CourseFilter filter(catalogue, params);
  const auto mask_of = [&](std::span<const SkillId> skills) {
    uint64_t mask = 0;
    for (size_t bit = 0; bit < offer.skills.size(); ++bit) {
      const bool has = std::find(skills.begin(), skills.end(), offer.skills[bit]) != skills.end();
      mask |= uint64_t{has} << bit;
    }
    return mask;
  };
  std::set<uint32_t> courses;
  for (const SkillId skill : offer.skills) {
    const auto closing = catalogue.Closing(skill);
    courses.insert(closing.begin(), closing.end());
  }
  for (const uint32_t course : courses) {
    const plan::Catalogue::Facts& facts = catalogue.FactsOf(course);
    const auto unmet = plan::UnmetNeeds(catalogue, course, ask.person, world.scoring().met_from);
    plan::CoverItem item;
    item.gives = mask_of(catalogue[course].closes);
    item.needs = mask_of(unmet);
    if (filter.Of(facts) != plan::Barrier::kNone) continue;
    if (plan::CountBits(item.needs) < static_cast<int>(unmet.size())) continue;
    item.cost = plan::WeeksOf(facts, params);
    item.budget = facts.price_eur;
    if (params.minimise == plan::Minimise::kEuros) std::swap(item.cost, item.budget);
    if (params.euros_per_week) item.cost = facts.price_eur + item.cost * *params.euros_per_week;
    problem.items.push_back(item);
  }
  return problem;
}

struct Question {
  const char* name;
  int skills;
  plan::PlanParams params;
  int glpk_every;  // ask GLPK every so many questions; 0: never
};

plan::PlanParams With(plan::Minimise minimise, bool in_region = true) {
  plan::PlanParams params;
  params.minimise = minimise;
  if (minimise == plan::Minimise::kMix) params.euros_per_week = 100;
  if (in_region) params.region = "AM06";
  params.start = absl::CivilDay(2026, 11, 21);
  return params;
}

// What a peer took for some of the questions, and what we took for the same.
struct Peer {
  Times theirs, ours;
  size_t courses = 0;
  int late = 0;

  bool Ask(const plan::CoverProblem& problem, const plan::TrainingPlan& plan, double taken) {
    GlpkAnswer answer;
    theirs.ms.push_back(Milliseconds([&] { answer = SolveCoverWithGlpk(problem, kLimitMs); }));
    ours.ms.push_back(taken);
    courses += problem.items.size();
    late += answer.in_time ? 0 : 1;
    if (!answer.in_time || !plan.optimal) return true;
    const double cost = plan.found ? plan.objective : -1;
    if (std::abs(answer.cost.value_or(-1) - cost) <= 1e-6 * (1 + cost)) return true;
    std::cerr << "error: GLPK finds " << answer.cost.value_or(-1) << ", we " << cost << "\n";
    return false;
  }

  void Print() {
    if (ours.ms.empty()) {
      std::printf(" | | | |");
      return;
    }
    std::printf(" %4zu | %7.1f | %5.0f | %d |", courses / ours.ms.size(), theirs.At(0.5),
                theirs.Mean() / ours.Mean(), late);
  }
};

bool Run(const Question& question, int asked, PlanWorld* world) {
  Times ours;
  Peer all, reduced;
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
    if (!all.Ask(Unreduced(*world, ask, offer, question.params), plan, taken)) return false;
    if (!reduced.Ask(offer.problem, plan, taken)) return false;
  }
  std::printf("| %s | %d | %.3f | %.3f | %.3f | %d %% | %.1f %% |", question.name, question.skills,
              ours.At(0.5), ours.At(0.99), ours.At(1), 100 * proven / asked, 100 * gap);
  all.Print();
  reduced.Print();
  std::printf("\n");
  std::fflush(stdout);
  return true;
}

absl::Status Main(int courses, int asked, uint32_t seed, int fields) {
  OVERSTAP_ASSIGN_OR_RETURN(PlanWorld world, PlanWorld::Make(courses, fields, seed));
  std::printf("%d courses in %d fields, %d questions each, milliseconds; GLPK: limit %d ms\n\n",
              courses, fields, asked, kLimitMs);
  std::printf(
      "| question | skills | p50 | p99 | max | proven | worst gap | courses | GLPK p50 | ratio of "
      "means | late | courses left | GLPK p50 | ratio | late |\n"
      "|---|---|---|---|---|---|---|---|---|---|---|---|---|---|---|\n");
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
