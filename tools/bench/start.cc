// How long a service takes to start on a large store, and how much memory it then has:
//   bench_start FOLDER TAXONOMY_STORE [VACANCIES] [PROFILES]
// FOLDER gets a store with the taxonomy of TAXONOMY_STORE and records at random, if it has none
// yet. Every start is a process of its own.
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <functional>
#include <string>

#include "base/strings.h"
#include "engine/advice/live_finder.h"
#include "engine/snapshot/loader.h"
#include "engine/store/store.h"
#include "service/index_files.h"
#include "tools/bench/live_load.h"
#include "tools/overstap/default_parameters.h"

namespace overstap::bench {
namespace {

using store::OpenMode;

constexpr int kYear = 2026;
constexpr size_t kChanges = 1'000;

double Now() {
  using Seconds = std::chrono::duration<double>;
  return Seconds(std::chrono::steady_clock::now().time_since_epoch()).count();
}

double ProcessorSeconds() {
  rusage used = {};
  ::getrusage(RUSAGE_SELF, &used);
  const auto seconds = [](const timeval& time) {
    return static_cast<double>(time.tv_sec) + 1e-6 * static_cast<double>(time.tv_usec);
  };
  return seconds(used.ru_utime) + seconds(used.ru_stime);
}

// A line of /proc/self/status such as "VmRSS", in megabytes.
double Megabytes(const std::string& name) {
  std::ifstream status("/proc/self/status");
  for (std::string line; std::getline(status, line);) {
    if (line.starts_with(name + ":")) return std::atof(line.c_str() + name.size() + 1) / 1024;
  }
  return 0;
}

void Fail(const absl::Status& status) {
  std::fprintf(stderr, "bench_start: %s\n", status.ToString().c_str());
  std::exit(1);
}

template <class Value>
Value OrFail(absl::StatusOr<Value> value) {
  if (!value.ok()) Fail(value.status());
  return *std::move(value);
}

void Start(const std::string& folder, OpenMode mode, const char* label) {
  const double begin = Now();
  const auto store = OrFail(store::Store::Open(folder, mode));
  const auto snapshot = OrFail(snapshot::Load(*store, OrFail(cli::DefaultParameters())));
  const double loaded = Now();
  const double processor = ProcessorSeconds();
  const auto vacancies = OrFail(advice::LiveVacancies::Build(
      *snapshot, [&](const auto& rows) { return service::LoadVacancyFinder(*store, rows); }));
  const double indexed = Now();
  const auto people = OrFail(advice::LivePeople::Build(*snapshot, [&](const auto& rows) {
    return service::LoadProfileFinder(*store, rows, kYear);
  }));
  std::printf("| %s | %.2f | %.2f | %.2f | %.2f | %.0f | %.0f |\n", label, loaded - begin,
              processor, indexed - loaded, Now() - indexed, Megabytes("VmRSS"), Megabytes("VmHWM"));
  std::fflush(stdout);
}

void Change(const std::string& folder) {
  const auto store = OrFail(store::Store::Open(folder, OpenMode::kReadWrite));
  const auto batch = store->NewBatch();
  for (size_t i = 0; i < kChanges; ++i) {
    model::Vacancy vacancy;
    vacancy.id = StrCat("vacancy-new-", i);
    vacancy.title = StrCat("Monteur ", ::getpid());  // other bytes than the run before
    batch->Put(vacancy);
  }
  if (const absl::Status written = store->Write(*batch); !written.ok()) Fail(written);
}

void InProcess(const std::function<void()>& work) {
  std::fflush(stdout);
  const pid_t child = ::fork();
  if (child == 0) {
    work();
    std::exit(0);
  }
  int status = 0;
  if (child < 0 || ::waitpid(child, &status, 0) < 0 || status != 0) std::exit(1);
}

void Run(const std::string& folder, const std::string& taxonomy, size_t vacancies,
         size_t profiles) {
  if (!std::filesystem::exists(folder)) {
    InProcess([&] {
      const absl::Status filled = FillStore(folder, taxonomy, vacancies, profiles);
      if (!filled.ok()) Fail(filled);
    });
  }
  std::filesystem::remove_all(folder + "/derived");
  std::printf(
      "| start | s | processor s | index of vacancies, s | of people, s | MB | MB at most |\n"
      "|---|--:|--:|--:|--:|--:|--:|\n");
  const auto start = [&](OpenMode mode, const char* label) {
    InProcess([&] { Start(folder, mode, label); });
  };
  start(OpenMode::kReadOnly, "without files, all in memory");
  start(OpenMode::kReadWrite, "the first, that makes the files");
  start(OpenMode::kReadWrite, "from files");
  InProcess([&] { Change(folder); });
  start(OpenMode::kReadWrite, "from files, 1,000 records later");
}

}  // namespace
}  // namespace overstap::bench

int main(int argc, char** argv) {
  if (argc < 3) {
    std::fprintf(stderr, "usage: bench_start FOLDER TAXONOMY_STORE [VACANCIES] [PROFILES]\n");
    return 2;
  }
  const auto number = [&](int i, size_t otherwise) {
    return argc > i ? static_cast<size_t>(std::strtoull(argv[i], nullptr, 10)) : otherwise;
  };
  overstap::bench::Run(argv[1], argv[2], number(3, 400'000), number(4, 1'000'000));
  return 0;
}
