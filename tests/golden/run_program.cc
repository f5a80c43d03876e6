#include "tests/golden/run_program.h"

#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <filesystem>
#include <stdexcept>

#include "tests/support/data_files.h"
#include "tests/support/temp_folder.h"

extern char** environ;

namespace overstap {
namespace {

constexpr int kOwnerOnly = 0600;

// Standard input, output and error of a child, from and to files.
class Redirections {
 public:
  Redirections(const std::string& out, const std::string& err) {
    posix_spawn_file_actions_init(&actions_);
    Open(STDIN_FILENO, "/dev/null", O_RDONLY);
    Open(STDOUT_FILENO, out, O_WRONLY | O_CREAT | O_TRUNC);
    Open(STDERR_FILENO, err, O_WRONLY | O_CREAT | O_TRUNC);
    posix_spawn_file_actions_addchdir_np(&actions_, SourceRoot().c_str());
  }
  ~Redirections() { posix_spawn_file_actions_destroy(&actions_); }
  Redirections(const Redirections&) = delete;
  Redirections& operator=(const Redirections&) = delete;

  const posix_spawn_file_actions_t* get() const { return &actions_; }

 private:
  void Open(int descriptor, const std::string& path, int flags) {
    posix_spawn_file_actions_addopen(&actions_, descriptor, path.c_str(), flags, kOwnerOnly);
  }

  posix_spawn_file_actions_t actions_;
};

int WaitFor(pid_t child) {
  int status = 0;
  while (waitpid(child, &status, 0) < 0) {
    if (errno != EINTR) return -1;
  }
  return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

}  // namespace

ProgramResult RunProgram(const std::string& program, const std::vector<std::string>& arguments) {
  const TempFolder folder;
  std::vector<std::string> words = {program};
  words.insert(words.end(), arguments.begin(), arguments.end());
  std::vector<char*> pointers;
  for (std::string& word : words) pointers.push_back(word.data());
  pointers.push_back(nullptr);
  const Redirections redirections(folder / "out", folder / "err");
  pid_t child = 0;
  if (posix_spawn(&child, program.c_str(), redirections.get(), nullptr, pointers.data(), environ) !=
      0) {
    throw std::runtime_error(program + ": cannot be started");
  }
  ProgramResult result;
  result.exit_code = WaitFor(child);
  result.out = ReadFile(folder / "out");
  result.err = ReadFile(folder / "err");
  return result;
}

}  // namespace overstap
