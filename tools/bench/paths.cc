// Times ways of several steps against looking into all of them, in one run.
//
//   bench_paths STORE
//
// Persons are kPersons occupations at random with five years in it, in a region at random, who
// travel 40 km. Says how long the table of steps takes, what a whole question takes with and
// without ways over other work, and how often the limited search finds what the whole one finds.
#include "engine/advice/paths.h"

#include <algorithm>
#include <iostream>
#include <memory>
#include <random>
#include <string>
#include <utility>
#include <vector>

#include "absl/strings/str_format.h"
#include "base/status_macros.h"
#include "engine/advice/person_plan.h"
#include "engine/advice/step_tables.h"
#include "engine/advice/vacancy_count.h"
#include "engine/snapshot/loader.h"
#include "engine/store/store.h"
#include "engine/transition/assess.h"
#include "tools/bench/timing.h"
#include "tools/overstap/default_parameters.h"

namespace overstap::bench {
namespace {

constexpr size_t kPersons = 400;
constexpr size_t kOraclePersons = 40;
constexpr double kRadiusKm = 40;

bool Always() { return true; }

class PathsBench {
 public:
  explicit PathsBench(std::shared_ptr<const snapshot::Snapshot> snapshot)
      : snapshot_(std::move(snapshot)) {}

  absl::Status Run() {
    TimeTable();
    std::mt19937 random(7);
    for (size_t i = 0; i < kPersons; ++i) {
      const auto occupation =
          OccupationId(static_cast<uint32_t>(random() % taxonomy().occupation_count()));
      advice::RoutesWithPathsParams params;
      params.route.person.occupations = {std::string(taxonomy().Uri(occupation))};
      const auto regions = snapshot_->regions();
      if (!regions.empty()) params.route.person.region = regions[random() % regions.size()].code;
      params.route.radius_km = kRadiusKm;
      OVERSTAP_RETURN_IF_ERROR(Ask(params));
      if (i % (kPersons / kOraclePersons) == 0) OVERSTAP_RETURN_IF_ERROR(Compare(params));
    }
    Print();
    return absl::OkStatus();
  }

 private:
  const Taxonomy& taxonomy() const { return snapshot_->taxonomy(); }

  void TimeTable() {
    const double made = CpuMicroseconds([&] { table_ = advice::StepsOf(*snapshot_); });
    const double filled = CpuMicroseconds([&] { table_->FillAll(Always); });
    const size_t count = table_->occupation_count();
    uint64_t sum = 0;
    const double looked = CpuMicroseconds([&] {
      for (uint32_t a = 0; a < count; ++a) {
        for (uint32_t b = 0; b < count; ++b) {
          sum += table_->Distance(OccupationId(b), OccupationId(a));
        }
      }
    });
    const auto pairs = static_cast<double>(count * count);
    std::cout << absl::StrFormat(
        "%d occupations, %d steps found in %.0f ms, all distances in %.0f ms, a look-up %.2f ns "
        "(mean distance %.0f)\n\n",
        count, table_->step_count(), made / 1000, filled / 1000, 1000 * looked / pairs,
        static_cast<double>(sum) / pairs);
  }

  absl::Status Ask(const advice::RoutesWithPathsParams& params) {
    const advice::Context context = Context();
    absl::Status status;
    direct_.push_back(CpuMicroseconds(
        [&] { status.Update(advice::FindRoutes(context, params.route).status()); }));
    absl::StatusOr<advice::RoutesWithPaths> answer;
    whole_.push_back(
        CpuMicroseconds([&] { answer = advice::FindRoutesWithPaths(context, params); }));
    OVERSTAP_RETURN_IF_ERROR(answer.status());
    for (const advice::PathsTo& to : answer->paths.to) {
      ++destinations_;
      with_paths_ += !to.paths.empty();
    }
    return status;
  }

  // The search as it is, and with nothing left out, for the destinations of one person.
  absl::Status Compare(const advice::RoutesWithPathsParams& params) {
    const advice::Context context = Context();
    OVERSTAP_ASSIGN_OR_RETURN(const advice::Person person,
                              advice::MakePerson(context, params.route.person));
    const transition::ReachContext reach = {taxonomy(), snapshot_->transfer(), snapshot_->scoring(),
                                            snapshot_->step_closeness()};
    const auto assessed = transition::AssessAll(reach, person.origin, person.expanded);
    const plan::PlanParams asked = advice::ForPerson(context, person, params.route.plan);
    const plan::PathContext world = {taxonomy(), snapshot_->transfer(), snapshot_->scoring(),
                                     snapshot_->catalogue(), *table_};
    const auto work = [&](OccupationId occupation) {
      return advice::FindWork(context, person.profile, kRadiusKm, occupation);
    };
    plan::PathParams everything;
    everything.first_hops = taxonomy().occupation_count();
    everything.pairs = everything.first_hops * everything.first_hops;
    const plan::PathPerson asks = {person.origin, person.expanded, assessed, asked};
    std::vector<std::vector<plan::Path>> limited, all;
    OVERSTAP_ASSIGN_OR_RETURN(const advice::RouteResult routes,
                              advice::FindRoutes(context, params.route));
    const auto find = [&](const plan::PathParams& how,
                          std::vector<std::vector<plan::Path>>* found) {
      plan::PathSearch search(world, asks, how, work);
      for (const advice::Route& route : routes.routes) {
        const auto to = taxonomy().FindOccupation(route.plan.destination.uri);
        found->push_back(search.Find(*to, std::nullopt));
      }
    };
    search_.push_back(CpuMicroseconds([&] { find(plan::PathParams(), &limited); }));
    oracle_.push_back(CpuMicroseconds([&] { find(everything, &all); }));
    for (size_t i = 0; i < all.size(); ++i) Count(limited[i], all[i]);
    return absl::OkStatus();
  }

  void Count(const std::vector<plan::Path>& limited, const std::vector<plan::Path>& all) {
    if (all.empty()) return;
    ++reachable_;
    if (limited.empty()) return;
    found_ += 1;
    shortest_ += limited.front().cost.weeks <= all.front().cost.weeks;
    for (const plan::Path& best : all) {
      ++front_;
      front_found_ += std::any_of(limited.begin(), limited.end(), [&best](const plan::Path& path) {
        return plan::IsNoWorse(path.cost, best.cost);
      });
    }
  }

  void Print() {
    PrintHead("question of five destinations");
    PrintRow("direct steps only", direct_);
    PrintRow("with ways over other work", whole_);
    PrintRow("the search for ways alone", search_);
    PrintRow("the same, nothing left out", oracle_);
    const auto mean = [](const std::vector<double>& times) {
      double sum = 0;
      for (const double time : times) sum += time;
      return sum / static_cast<double>(times.size());
    };
    std::cout << absl::StrFormat(
        "\nwhole search / search: %.1f times\n%d of %d destinations have a way that is no worse "
        "than the direct step\nwithout a direct step: of %d destinations that the whole search "
        "reaches, the search reaches %d, %d in as few weeks; it has %d of %d ways on the front\n",
        mean(oracle_) / mean(search_), with_paths_, destinations_, reachable_, found_, shortest_,
        front_found_, front_);
  }

  advice::Context Context() const { return {*snapshot_, absl::CivilDay(2026, 11, 21)}; }

  std::shared_ptr<const snapshot::Snapshot> snapshot_;
  std::shared_ptr<const transition::StepTable> table_;
  std::vector<double> direct_, whole_, search_, oracle_;
  size_t destinations_ = 0, with_paths_ = 0, reachable_ = 0, found_ = 0, shortest_ = 0;
  size_t front_ = 0, front_found_ = 0;
};

absl::Status Main(const std::string& folder) {
  OVERSTAP_ASSIGN_OR_RETURN(snapshot::Parameters parameters, cli::DefaultParameters());
  OVERSTAP_ASSIGN_OR_RETURN(const auto store,
                            store::Store::Open(folder, store::OpenMode::kReadOnly));
  OVERSTAP_ASSIGN_OR_RETURN(auto snapshot, snapshot::Load(*store, std::move(parameters)));
  return PathsBench(std::move(snapshot)).Run();
}

}  // namespace
}  // namespace overstap::bench

int main(int argc, char** argv) {
  if (argc != 2) {
    std::cerr << "usage: bench_paths STORE\n";
    return 2;
  }
  const absl::Status status = overstap::bench::Main(argv[1]);
  if (status.ok()) return 0;
  std::cerr << status.message() << "\n";
  return 1;
}
