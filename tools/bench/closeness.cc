// Times closeness of all pairs of occupations, with every kernel that this processor has, against
// the plain sparse product (idf cosine) and against the oracle, which takes one pair at a time, in
// one run on one thread.
//
//   bench_closeness STORE
//
// The products are done by turns, seven rounds; the first warms up, and of the others the median
// counts. The oracle is timed on every hundredth occupation and multiplied.
#include "engine/transition/closeness.h"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <ctime>
#include <functional>
#include <iostream>
#include <string>
#include <vector>

#include "base/status_macros.h"
#include "engine/transition/tile_kernels.h"
#include "tools/measure/idf_cosine.h"
#include "tools/measure/input.h"
#include "tools/overstap/default_parameters.h"

namespace overstap::bench {
namespace {

constexpr int kRounds = 7;
constexpr uint32_t kSampled = 100;

// Processor time, so that what else runs on the machine does not count.
double Milliseconds(const std::function<void()>& work) {
  const std::clock_t start = std::clock();
  work();
  return 1e3 * static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
}

double Median(std::vector<double> times) {
  std::sort(times.begin(), times.end());
  return times[times.size() / 2];
}

struct Oracle {
  double milliseconds = 0;  // for all pairs
  double furthest = 0;      // largest difference with a row
};

Oracle TimeOracle(const transition::ClosenessModel& model, uint32_t count) {
  Oracle oracle;
  std::vector<float> row(count);
  std::vector<double> exact(count);
  for (uint32_t from = 0; from < count; from += kSampled) {
    oracle.milliseconds += Milliseconds([&] {
      for (uint32_t to = 0; to < count; ++to) {
        exact[to] = model.Closeness(OccupationId(from), OccupationId(to));
      }
    });
    model.FillRow(OccupationId(from), row);
    for (uint32_t to = 0; to < count; ++to) {
      oracle.furthest = std::max(oracle.furthest, std::abs(exact[to] - double{row[to]}));
    }
  }
  oracle.milliseconds *= static_cast<double>(count) / ((count + kSampled - 1) / kSampled);
  return oracle;
}

absl::Status Run(const std::string& folder) {
  OVERSTAP_ASSIGN_OR_RETURN(const snapshot::Parameters parameters, cli::DefaultParameters());
  OVERSTAP_ASSIGN_OR_RETURN(const Taxonomy taxonomy, measure::StoredTaxonomy(folder));
  const auto count = static_cast<uint32_t>(taxonomy.occupation_count());
  const measure::IdfCosine plain(taxonomy, parameters.scoring);
  const auto model =
      transition::ClosenessModel::Build(&taxonomy, parameters.scoring, parameters.closeness);
  const double preparing = Milliseconds([&] { model.Prepare(); });
  constexpr uint32_t kRows = transition::ClosenessModel::kRowsAtOnce;
  std::vector<float> rows(size_t{kRows} * count);
  double checksum = 0;  // so that no work is left out
  const auto plain_rows = [&] {
    for (uint32_t from = 0; from < count; ++from) {
      plain.FillRow(OccupationId(from), std::span(rows).first(count));
      checksum += double{rows[from]};
    }
  };
  const auto model_rows = [&] {
    for (uint32_t from = 0; from < count; from += kRows) {
      model.FillRows(OccupationId(from), std::min(kRows, count - from), rows);
      checksum += double{rows[from]};
    }
  };
  const auto kernels = transition::TileKernels();
  std::vector<double> plain_times;
  std::vector<std::vector<double>> model_times(kernels.size());
  for (int round = 0; round < kRounds; ++round) {
    const double plain_time = Milliseconds(plain_rows);
    if (round > 0) plain_times.push_back(plain_time);
    for (size_t i = 0; i < kernels.size(); ++i) {
      transition::ForceTileKernel(kernels[i].kernel);
      const double model_time = Milliseconds(model_rows);
      if (round > 0) model_times[i].push_back(model_time);
    }
  }
  transition::ForceTileKernel(nullptr);
  const Oracle oracle = TimeOracle(model, count);
  const double plain_time = Median(plain_times);
  std::printf("%u occupations, all pairs, one thread (checksum %.3f)\n\n", count, checksum);
  std::printf("| | ms | times the plain product |\n|---|---|---|\n");
  std::printf("| plain sparse product | %.1f | 1 |\n", plain_time);
  for (size_t i = 0; i < kernels.size(); ++i) {
    const double time = Median(model_times[i]);
    std::printf("| closeness, %s%s | %.1f | %.2f |\n", kernels[i].name,
                kernels[i].kernel == transition::ChosenTileKernel() ? " (chosen)" : "", time,
                time / plain_time);
  }
  std::printf("| closeness, pair by pair (oracle) | %.0f | %.0f |\n", oracle.milliseconds,
              oracle.milliseconds / plain_time);
  std::printf(
      "\nMaking the space of work: %.0f ms, once. Largest difference with the oracle: %.1e\n",
      preparing, oracle.furthest);
  return absl::OkStatus();
}

}  // namespace
}  // namespace overstap::bench

int main(int argc, char** argv) {
  if (argc != 2) {
    std::cerr << "usage: bench_closeness STORE\n";
    return 2;
  }
  const absl::Status status = overstap::bench::Run(argv[1]);
  if (!status.ok()) std::cerr << "error: " << status.message() << "\n";
  return status.ok() ? 0 : 1;
}
