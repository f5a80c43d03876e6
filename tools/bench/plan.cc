// Times training plans, and GLPK on the same questions in the same run.
//
//   bench_plan [COURSES [QUESTIONS [SEED]]]        50000 400 1
//
// GLPK gets the cover problem that is left after our reduction of the catalogue, and its time counts
// from there; ours counts everything. A question on which GLPK needs more than its limit counts for
// the limit. Both answers must cost the same.
#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <iostream>

#include "base/status_macros.h"
#include "engine/plan/offer.h"
#include "engine/plan/training_plan.h"
#include "tools/bench/glpk_cover.h"
#include "tools/bench/plan_world.h"

namespace overstap::bench {
namespace {

constexpr int kLimitMs = 2000;

template <class Work>
double Milliseconds(const Work& work) {
  const auto start = std::chrono::steady_clock::now();
  work();
  const std::chrono::duration<double, std::milli> taken = std::chrono::steady_clock::now() - start;
  return taken.count();
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

bool Run(const Question& question, int asked, PlanWorld* world) {
  Times ours, ours_with_peer, glpk;
  int proven = 0;
  int late = 0;
  size_t items = 0;
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
    items += offer.problem.items.size();
    GlpkAnswer answer;
    glpk.ms.push_back(
        Milliseconds([&] { answer = SolveCoverWithGlpk(offer.problem, kLimitMs); }));
    ours_with_peer.ms.push_back(taken);
    late += answer.in_time ? 0 : 1;
    if (!answer.in_time || !plan.found) continue;
    if (!answer.cost || std::abs(*answer.cost - plan.objective) > 1e-6 * (1 + plan.objective)) {
      std::cerr << "error: GLPK finds " << answer.cost.value_or(-1) << ", we " << plan.objective
                << "\n";
      return false;
    }
  }
  std::printf("| %-22s | %3d | %7.3f | %7.3f | %7.3f | %3d %% | %4.1f %% |", question.name,
              question.skills, ours.At(0.5), ours.At(0.99), ours.At(1), 100 * proven / asked,
              100 * gap);
  if (glpk.ms.empty()) {
    std::printf("         |         |         |\n");
  } else {
    std::printf(" %5zu | %7.1f | %7.0f |\n", items / glpk.ms.size(), glpk.At(0.5),
                glpk.Mean() / ours_with_peer.Mean());
  }
  if (late > 0) std::printf("  (GLPK stopped at its limit %d times)\n", late);
  return true;
}

absl::Status Main(int courses, int asked, uint32_t seed) {
  OVERSTAP_ASSIGN_OR_RETURN(PlanWorld world, PlanWorld::Make(courses, seed));
  std::printf("%d courses, %d questions each, milliseconds; GLPK: limit %d ms\n\n", courses, asked,
              kLimitMs);
  std::printf("| question               | skills |  p50 |     p99 |     max | proven | worst gap "
              "| courses left | GLPK p50 | ratio of means |\n");
  std::printf("|---|---|---|---|---|---|---|---|---|---|\n");
  using plan::Minimise;
  plan::PlanParams tight = With(Minimise::kWeeks);
  tight.budget_eur = 12'000;
  const Question questions[] = {
      {"weeks", 16, With(Minimise::kWeeks), 10},
      {"weeks", 20, With(Minimise::kWeeks), 10},
      {"weeks, any region", 16, With(Minimise::kWeeks, false), 20},
      {"weeks, any region", 20, With(Minimise::kWeeks, false), 20},
      {"euros", 20, With(Minimise::kEuros), 10},
      {"mix", 20, With(Minimise::kMix), 10},
      {"weeks within EUR 12000", 16, tight, 10},
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
  const absl::Status status = overstap::bench::Main(number(1, 50'000), number(2, 400),
                                                    static_cast<uint32_t>(number(3, 1)));
  if (!status.ok()) std::cerr << "error: " << status.message() << "\n";
  return status.ok() ? 0 : 1;
}
