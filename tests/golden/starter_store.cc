#include "tests/golden/starter_store.h"

#include <algorithm>

#include "base/strings.h"
#include "tests/golden/json_shape.h"
#include "tests/support/data_files.h"

namespace overstap {
namespace {

struct FilledStore {
  TempFolder folder;
  std::vector<std::string> imports;

  FilledStore() {
    Import("esco", StarterFile("taxonomy"));
    for (const std::string kind :
         {"regions", "schemes", "courses", "vacancies", "profiles", "demand"}) {
      Import(kind, StarterFile(kind + ".jsonl"));
    }
  }

  void Import(const std::string& kind, const std::string& path) {
    const ProgramResult result =
        RunProgram(OVERSTAP_PROGRAM, {"--store", folder / "store", "--json", "import", kind, path});
    EXPECT_EQ(result.exit_code, 0) << kind << ": " << result.err;
    imports.push_back(result.out);
  }
};

// Made at first use and deleted, with its folder, when the program ends.
FilledStore& Filled() {
  static FilledStore store;
  return store;
}

}  // namespace

void StarterStoreTest::SetUpTestSuite() { Filled(); }

const std::vector<std::string>& StarterStoreTest::ImportOutputs() { return Filled().imports; }

std::string StarterStoreTest::StorePath() { return Filled().folder / "store"; }

ProgramResult StarterStoreTest::Run(std::vector<std::string> arguments) {
  arguments.insert(arguments.begin(), {"--store", StorePath(), "--today", "2026-11-21"});
  return RunProgram(OVERSTAP_PROGRAM, arguments);
}

nlohmann::ordered_json StarterStoreTest::RunJson(std::vector<std::string> arguments) {
  arguments.insert(arguments.begin(), "--json");
  const ProgramResult result = Run(std::move(arguments));
  EXPECT_EQ(result.exit_code, 0) << result.err;
  EXPECT_EQ(std::count(result.out.begin(), result.out.end(), '\n'), 1) << result.out;
  EXPECT_TRUE(result.out.ends_with('\n'));
  return nlohmann::ordered_json::parse(result.out);
}

std::string StarterFile(const std::string& name) { return (StarterFolder() / name).string(); }

std::string Faults(const nlohmann::ordered_json& value, const char* shape) {
  std::string text;
  for (const std::string& fault : ShapeFaults(value, nlohmann::ordered_json::parse(shape))) {
    StrAppend(&text, fault, "\n");
  }
  return text;
}

}  // namespace overstap
