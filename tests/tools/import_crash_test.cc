// An import that is killed: what was acknowledged stays, nothing is there by half, the store opens
// and the import can be done again. OVERSTAP_CRASH_ROUNDS=200 for more rounds than in every build.
#include <fcntl.h>
#include <gtest/gtest.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <random>
#include <string>
#include <thread>

#include "base/strings.h"
#include "engine/store/store.h"
#include "tests/support/temp_folder.h"

namespace overstap {
namespace {

using Clock = std::chrono::steady_clock;
using std::chrono::microseconds;

constexpr int kBefore = 1500;
constexpr int kDuring = 12000;
constexpr int kChunk = 1000;  // what an import writes in one step
constexpr int kRounds = 3;

int Rounds() {
  const char* rounds = std::getenv("OVERSTAP_CRASH_ROUNDS");
  return rounds == nullptr ? kRounds : std::atoi(rounds);
}

std::string IdOf(char letter, int number) {
  return StrCat(std::string(1, letter), 100000 + number);
}
std::string TitleOf(const std::string& id) { return StrCat("title of ", id); }

// About 1 % of the lines are bad.
std::string Records(char letter, int count) {
  std::string text;
  for (int i = 0; i < count; ++i) {
    const std::string id = IdOf(letter, i);
    StrAppend(&text, R"({"id":")", id, R"(","title":")", TitleOf(id), "\",\"skills\":[",
              R"({"uri":"http://x/)", i % 97, R"(","importance":"essential"}]})", "\n");
    if (i % 100 == 99) text += "{\"id\":\n";
  }
  return text;
}

// The program, importing a file.
class Import {
 public:
  Import(const std::string& store, const std::string& file) {
    pid_ = ::fork();
    if (pid_ != 0) return;
    const int null = ::open("/dev/null", O_WRONLY);
    ::dup2(null, STDOUT_FILENO);
    ::dup2(null, STDERR_FILENO);
    ::execl(OVERSTAP_PROGRAM, OVERSTAP_PROGRAM, "--store", store.c_str(), "import", "vacancies",
            file.c_str(), static_cast<char*>(nullptr));
    ::_exit(127);
  }

  void Kill() { ::kill(pid_, SIGKILL); }

  // Whether it acknowledged all; false when it was killed before.
  bool Finish() {
    int status = 0;
    ::waitpid(pid_, &status, 0);
    return WIFEXITED(status) && WEXITSTATUS(status) == 0;
  }

 private:
  pid_t pid_ = 0;
};

struct Seen {
  int before = 0;
  int during = 0;
  bool marked = false;
  std::string version;
};

// Opens the store and looks at every record. Records of one file must be its first ones.
void Look(const std::string& folder, Seen* seen) {
  const auto store = store::Store::Open(folder, store::OpenMode::kReadWrite);
  ASSERT_TRUE(store.ok()) << store.status();
  const absl::Status visited = (*store)->ForEachVacancy([seen](model::Vacancy vacancy) {
    int* const count = vacancy.id[0] == 'a' ? &seen->before : &seen->during;
    EXPECT_EQ(vacancy.id, IdOf(vacancy.id[0], (*count)++));
    EXPECT_EQ(vacancy.title, TitleOf(vacancy.id));
    EXPECT_EQ(vacancy.skills.size(), 1u);
    return absl::OkStatus();
  });
  ASSERT_TRUE(visited.ok()) << visited;
  EXPECT_EQ((*store)->Counts().value().vacancies, seen->before + seen->during);
  seen->marked = !(*store)->InterruptedImports().value().empty();
  seen->version = (*store)->DataVersion().value();
}

TEST(ImportCrashTest, KilledImportLosesNothingAndLeavesNothingByHalf) {
  const TempFolder folder;
  folder.Write("before.jsonl", Records('a', kBefore));
  folder.Write("during.jsonl", Records('b', kDuring));
  const std::string whole = folder / "whole";
  ASSERT_TRUE(Import(whole, folder / "before.jsonl").Finish());
  const Clock::time_point begin = Clock::now();
  ASSERT_TRUE(Import(whole, folder / "during.jsonl").Finish());
  const auto takes = std::chrono::duration_cast<microseconds>(Clock::now() - begin).count();
  Seen all;
  Look(whole, &all);
  ASSERT_EQ(all.before, kBefore);
  ASSERT_EQ(all.during, kDuring);
  std::mt19937 random(20261121);
  int killed = 0;
  for (int round = 0; round < Rounds() && !HasFailure(); ++round) {
    SCOPED_TRACE(StrCat("round ", round));
    const std::string store = folder / StrCat("store-", round);
    ASSERT_TRUE(Import(store, folder / "before.jsonl").Finish());
    Import import(store, folder / "during.jsonl");
    std::this_thread::sleep_for(microseconds(random() % static_cast<uint64_t>(takes)));
    import.Kill();
    const bool acknowledged = import.Finish();
    killed += acknowledged ? 0 : 1;
    Seen seen;
    Look(store, &seen);
    EXPECT_EQ(seen.before, kBefore) << "lost what an earlier import acknowledged";
    // A write holds the good ones of so many lines.
    const int lines = seen.during + seen.during / 100;
    EXPECT_TRUE(seen.during == kDuring || lines % kChunk == 0) << seen.during;
    if (acknowledged) {
      EXPECT_EQ(seen.during, kDuring);
    }
    if (seen.during > 0 && seen.during < kDuring) {
      EXPECT_TRUE(seen.marked);
    }
    ASSERT_TRUE(Import(store, folder / "during.jsonl").Finish());
    Seen again;
    Look(store, &again);
    EXPECT_EQ(again.version, all.version);
    EXPECT_FALSE(again.marked);
    std::filesystem::remove_all(store);
  }
  RecordProperty("killed", killed);
  std::printf("%d of %d imports were killed before they ended\n", killed, Rounds());
}

}  // namespace
}  // namespace overstap
