// A fresh store with the starter data, filled by the program itself.
#pragma once

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "nlohmann/json.hpp"
#include "tests/golden/run_program.h"
#include "tests/support/temp_folder.h"

namespace overstap {

// Filled once for each test program, kept until it ends.
class StarterStoreTest : public ::testing::Test {
 protected:
  static void SetUpTestSuite();

  // What each import printed with --json, in the order in which they ran.
  static const std::vector<std::string>& ImportOutputs();
  static std::string StorePath();

  // With --store, and on 2026-11-21.
  static ProgramResult Run(std::vector<std::string> arguments);
  // The one line of JSON that a run with --json prints; fails the test on anything else.
  static nlohmann::ordered_json RunJson(std::vector<std::string> arguments);
};

// Path of a file of the source tree.
std::string StarterFile(const std::string& name);

// "" when the value has the shape; else all faults.
std::string Faults(const nlohmann::ordered_json& value, const char* shape);

}  // namespace overstap
