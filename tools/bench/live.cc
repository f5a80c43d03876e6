// Times what is written while questions are answered, in one run.
//
//   bench_live FOLDER TAXONOMY_STORE [VACANCIES] [PROFILES] [SECONDS]
//
// Makes a store in FOLDER, which must not be there yet, with the current taxonomy of TAXONOMY_STORE
// and records at random: occupations by Zipf's law, 5 to 25 skills of which most are those of the
// occupation, 35 regions of which some are large; no texts. Then says
//
//   - how long a start takes and how much memory it needs;
//   - how many records a second are written durably: by RocksDB alone in synced batches, by the
//     store, and by the writer of the service, which shows them to questions too;
//   - how long questions take before anything is written, when nothing is written any more, and
//     during 5,000 upserts a second: for vacancies while those are written, then for people.
#include <algorithm>
#include <atomic>
#include <chrono>
#include <filesystem>
#include <fstream>
#include <future>
#include <iostream>
#include <memory>
#include <string>
#include <thread>
#include <utility>
#include <vector>

#include "absl/strings/str_format.h"
#include "base/status_macros.h"
#include "base/strings.h"
#include "engine/advice/match.h"
#include "engine/snapshot/loader.h"
#include "engine/store/database.h"
#include "engine/store/records.h"
#include "engine/store/store.h"
#include "service/live_writer.h"
#include "tools/bench/live_load.h"
#include "tools/bench/timing.h"

namespace overstap::bench {
namespace {

constexpr size_t kBatch = 100;
constexpr double kUpsertsASecond = 5'000;
constexpr int kRounds = 200;
constexpr int kQuestions = 1'500;
constexpr absl::CivilDay kToday(2026, 11, 21);

struct Options {
  std::string folder;
  std::string taxonomy_store;
  size_t vacancies = 400'000;
  size_t profiles = 1'000'000;
  double seconds = 10;
};

double Seconds(const std::function<void()>& work) {
  const auto begin = std::chrono::steady_clock::now();
  work();
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
}

double ResidentMegabytes() {
  std::ifstream status("/proc/self/statm");
  double total = 0;
  double resident = 0;
  status >> total >> resident;
  return resident * 4096 / 1e6;
}

class LiveBench {
 public:
  explicit LiveBench(Options options) : options_(std::move(options)) {}

  absl::Status Run() {
    OVERSTAP_RETURN_IF_ERROR(
        FillStore(options_.folder, options_.taxonomy_store, options_.vacancies, options_.profiles));
    OVERSTAP_RETURN_IF_ERROR(Start());
    load_ = std::make_unique<LiveLoad>(live_->Current()->taxonomy());
    const SystemClock clock;
    service::LiveWriter writer(live_.get(), store_.get(), &clock);
    writer_ = &writer;
    writer.MakeIndexes();
    while (!HasIndexes()) std::this_thread::sleep_for(std::chrono::milliseconds(50));
    std::cout << absl::StrFormat("resident with its indexes: %.0f MB\n\n", ResidentMegabytes());
    std::vector<double> untouched[2];
    for (int round = 0; round < 2; ++round) {  // the first is for the caches
      for (std::vector<double>& times : untouched) times.clear();
      Ask(Kind::kVacancies, &untouched[0]);
      Ask(Kind::kPeople, &untouched[1]);
    }
    OVERSTAP_RETURN_IF_ERROR(TimeWrites());
    TimeQuestions(Kind::kVacancies, untouched[0]);
    TimeQuestions(Kind::kPeople, untouched[1]);
    return absl::OkStatus();
  }

 private:
  enum class Kind { kVacancies, kPeople };  // what is asked for, and written meanwhile

  absl::Status Start() {
    absl::Status status;
    const double before = ResidentMegabytes();
    double wall = 0;
    const double cpu = CpuMicroseconds([&] { wall = Seconds([&] { status = Open(); }); }) / 1e6;
    OVERSTAP_RETURN_IF_ERROR(status);
    std::cout << absl::StrFormat(
        "start with %d vacancies and %d profiles: %.2f s (%.2f s of this processor), %.0f MB more "
        "resident\n",
        options_.vacancies, options_.profiles, wall, cpu, ResidentMegabytes() - before);
    const auto now = live_->Current();
    const double index =
        CpuMicroseconds([&] { status = advice::VacancyFinder::Build(*now).status(); });
    std::cout << absl::StrFormat("index of them, made after the start: %.2f s\n", index / 1e6);
    return status;
  }

  absl::Status Open() {
    OVERSTAP_ASSIGN_OR_RETURN(store_,
                              store::Store::Open(options_.folder, store::OpenMode::kReadWrite));
    OVERSTAP_ASSIGN_OR_RETURN(auto first, snapshot::Load(*store_, {}));
    live_ = std::make_unique<service::LiveSnapshot>(std::move(first));
    return absl::OkStatus();
  }

  // Whether all that is large enough for one has an index.
  bool HasIndexes() const {
    const size_t least = service::IndexPolicy().index_from;
    const advice::LiveFinders finders = live_->Now().finders;
    return (finders.vacancies != nullptr || options_.vacancies < least) &&
           (finders.people != nullptr || options_.profiles < least);
  }

  // Records that take the place of some of `count` others, and every tenth is new; make(number)
  // gives one.
  template <class Make>
  auto NextOf(size_t count, Make make) {
    std::vector<decltype(make(count))> batch;
    for (size_t i = 0; i < kBatch; ++i) {
      batch.push_back(make(i % 10 == 0 ? count + new_++ : load_->Below(count)));
    }
    return batch;
  }
  std::vector<model::Vacancy> NextBatch() {
    return NextOf(options_.vacancies, [this](size_t number) { return load_->Vacancy(number); });
  }
  std::vector<model::Profile> NextPeople() {
    return NextOf(options_.profiles, [this](size_t number) { return load_->Profile(number); });
  }

  template <class Record>
  std::future<absl::Status> Post(std::vector<Record> records) {
    auto done = std::make_shared<std::promise<absl::Status>>();
    service::RecordWrite write(*store_);
    for (Record& record : records) write.Put(std::move(record));
    writer_->Write(std::move(write), [done](const absl::Status& status, const snapshot::Snapshot&) {
      done->set_value(status);
    });
    return done->get_future();
  }

  // In turns, so that all meet the same disk. `writers` batches are on their way at a time.
  absl::Status TimeWrites() {
    OVERSTAP_ASSIGN_OR_RETURN(const auto bare, store::Database::Open(options_.folder + "-bare",
                                                                     store::OpenMode::kReadWrite));
    std::cout << "| records/s, synced batches of 100 | one writer | 8 writers |\n|---|--:|--:|\n";
    std::vector<double> rates[3];
    for (const size_t writers : {size_t{1}, size_t{8}}) {
      std::vector<double> seconds[3];
      for (int round = 0; round < kRounds; ++round) {
        std::vector<std::vector<model::Vacancy>> batches;
        for (size_t i = 0; i < writers; ++i) batches.push_back(NextBatch());
        OVERSTAP_RETURN_IF_ERROR(TimeRound(bare.get(), std::move(batches), seconds));
      }
      for (int kind = 0; kind < 3; ++kind) {
        std::sort(seconds[kind].begin(), seconds[kind].end());
        rates[kind].push_back(static_cast<double>(kBatch * writers) /
                              seconds[kind][seconds[kind].size() / 2]);
      }
    }
    const char* names[] = {"RocksDB alone", "the store", "the service's writer, visible"};
    for (int kind = 0; kind < 3; ++kind) {
      std::cout << absl::StrFormat("| %s | %.0f (%.0f %%) | %.0f (%.0f %%) |\n", names[kind],
                                   rates[kind][0], 100 * rates[kind][0] / rates[0][0],
                                   rates[kind][1], 100 * rates[kind][1] / rates[0][1]);
    }
    return absl::OkStatus();
  }

  absl::Status TimeRound(store::Database* bare, std::vector<std::vector<model::Vacancy>> batches,
                         std::vector<double>* seconds) {
    absl::Status status;
    const auto keep = [&status](const absl::Status& next) {
      if (status.ok()) status = next;
    };
    seconds[0].push_back(Seconds([&] {
      // Together, as RocksDB's own group commit does for writers at once.
      rocksdb::WriteBatch all;
      for (const auto& batch : batches) {
        for (const model::Vacancy& record : batch) {
          bare->Put(store::Family::kVacancies, record.id, *store::Encode(record), &all);
        }
      }
      keep(bare->Write(&all));
    }));
    seconds[1].push_back(Seconds([&] {
      std::vector<std::unique_ptr<store::RecordBatch>> encoded;
      std::vector<const store::RecordBatch*> all;
      for (const auto& batch : batches) {
        encoded.push_back(store_->NewBatch());
        for (const model::Vacancy& record : batch) encoded.back()->Put(record);
        all.push_back(encoded.back().get());
      }
      keep(store_->WriteAll(all));
    }));
    seconds[2].push_back(Seconds([&] {
      std::vector<std::future<absl::Status>> done;
      for (auto& batch : batches) done.push_back(Post(std::move(batch)));
      for (auto& one : done) keep(one.get());
    }));
    return status;
  }

  // `untouched`: times before anything was written.
  void TimeQuestions(Kind kind, const std::vector<double>& untouched) {
    std::vector<double> quiet;
    const std::vector<double> quiet_wall = Ask(kind, &quiet);
    std::atomic<bool> stop = false;
    std::atomic<int64_t> written = 0;
    std::thread upserts([&] {
      const auto begin = std::chrono::steady_clock::now();
      while (!stop) {
        const std::chrono::duration<double> due(static_cast<double>(written) / kUpsertsASecond);
        std::this_thread::sleep_until(begin +
                                      std::chrono::duration_cast<std::chrono::nanoseconds>(due));
        auto done = kind == Kind::kPeople ? Post(NextPeople()) : Post(NextBatch());
        if (!done.get().ok()) return;
        written += kBatch;
      }
    });
    std::vector<double> busy;
    std::vector<double> busy_wall;
    const double seconds = Seconds([&] {
      const auto end =
          std::chrono::steady_clock::now() + std::chrono::duration<double>(options_.seconds);
      while (std::chrono::steady_clock::now() < end) {
        const std::vector<double> some = Ask(kind, &busy);
        busy_wall.insert(busy_wall.end(), some.begin(), some.end());
      }
    });
    stop = true;
    upserts.join();
    std::cout << absl::StrFormat("\n%.0f upserts a second during questions\n",
                                 static_cast<double>(written) / seconds);
    PrintHead(kind == Kind::kPeople ? "question for people of the nation, 10 results"
                                    : "question for vacancies of the nation, 10 results");
    PrintRow("before all writes, processor", untouched);
    PrintRow("quiet, processor", quiet);
    PrintRow("quiet, wall", quiet_wall);
    PrintRow("5,000 upserts/s, processor", busy);
    PrintRow("5,000 upserts/s, wall", busy_wall);
  }

  // Appends processor times, gives wall times; both in microseconds.
  std::vector<double> Ask(Kind kind, std::vector<double>* cpu) {
    std::vector<double> wall;
    LiveLoad asks(live_->Current()->taxonomy());
    for (int i = 0; i < kQuestions; ++i) {
      model::Profile person;
      model::Vacancy vacancy;
      if (kind == Kind::kPeople) {
        vacancy = asks.Vacancy(static_cast<size_t>(i));
      } else {
        person = asks.Profile(static_cast<size_t>(i));
      }
      double spent = 0;
      cpu->push_back(CpuMicroseconds([&] {
        spent = Seconds([&] {
          const service::LiveView now = live_->Now();
          const advice::Context context{*now.snapshot, kToday, DefaultLanguageOrder(),
                                        &now.finders};
          const auto answer = kind == Kind::kPeople ? advice::MatchProfiles(context, vacancy, {})
                                                    : advice::MatchVacancies(context, person, {});
          if (!answer.ok()) std::cerr << answer.status() << "\n";
        });
      }));
      wall.push_back(spent * 1e6);
    }
    return wall;
  }

  const Options options_;
  std::unique_ptr<store::Store> store_;
  std::unique_ptr<service::LiveSnapshot> live_;
  std::unique_ptr<LiveLoad> load_;
  service::LiveWriter* writer_ = nullptr;
  size_t new_ = 0;
};

int Main(int argc, char** argv) {
  if (argc < 3) {
    std::cerr << "usage: bench_live FOLDER TAXONOMY_STORE [VACANCIES] [PROFILES] [SECONDS]\n";
    return 2;
  }
  Options options;
  options.folder = argv[1];
  options.taxonomy_store = argv[2];
  if (argc > 3) options.vacancies = std::stoul(argv[3]);
  if (argc > 4) options.profiles = std::stoul(argv[4]);
  if (argc > 5) options.seconds = std::stod(argv[5]);
  if (std::filesystem::exists(options.folder)) {
    std::cerr << options.folder << " is there already\n";
    return 2;
  }
  const absl::Status status = LiveBench(options).Run();
  if (status.ok()) return 0;
  std::cerr << status << "\n";
  return 1;
}

}  // namespace
}  // namespace overstap::bench

int main(int argc, char** argv) { return overstap::bench::Main(argc, argv); }
