// What README.md shows is what the program prints.
#include <gtest/gtest.h>

#include <array>
#include <cstdio>
#include <fstream>
#include <string>
#include <vector>

#include "base/strings.h"
#include "tests/support/temp_folder.h"

namespace overstap {
namespace {

// Standard output of a command run in the repository.
std::string OutputOf(const std::string& command) {
  const std::string in_repository = StrCat("cd '", OVERSTAP_SOURCE_DIR, "' && ", command);
  std::FILE* pipe = popen(in_repository.c_str(), "r");
  if (pipe == nullptr) return "popen failed";
  std::string output;
  std::array<char, 4096> buffer;
  for (size_t n = 0; (n = std::fread(buffer.data(), 1, buffer.size(), pipe)) > 0;) {
    output.append(buffer.data(), n);
  }
  EXPECT_EQ(pclose(pipe), 0) << command;
  return output;
}

struct Example {
  std::string arguments;  // after "$ overstap "
  std::string output;
};

// Fenced blocks of README.md whose first line is a command.
std::vector<Example> Examples() {
  std::ifstream in(StrCat(OVERSTAP_SOURCE_DIR, "/README.md"));
  constexpr std::string_view kPrompt = "$ overstap ";
  std::vector<Example> examples;
  bool inside = false;
  for (std::string line; std::getline(in, line);) {
    if (line.starts_with(kPrompt)) {
      examples.push_back({line.substr(kPrompt.size()), ""});
      inside = true;
    } else if (line == "```") {
      inside = false;
    } else if (inside) {
      StrAppend(&examples.back().output, line, "\n");
    }
  }
  return examples;
}

TEST(ReadmeTest, ExamplesPrintWhatTheySay) {
  const TempFolder folder;
  const std::string program =
      StrCat("'", OVERSTAP_PROGRAM, "' --store '", folder.path(), "/store' ");
  OutputOf(StrCat(program, "import esco data/starter/taxonomy"));
  for (const char* kind : {"regions", "schemes", "courses", "vacancies", "profiles", "demand"}) {
    OutputOf(StrCat(program, "import ", kind, " data/starter/", kind, ".jsonl"));
  }
  const std::vector<Example> examples = Examples();
  ASSERT_FALSE(examples.empty());
  for (const Example& example : examples) {
    EXPECT_EQ(OutputOf(StrCat(program, example.arguments)), example.output) << example.arguments;
  }
}

}  // namespace
}  // namespace overstap
