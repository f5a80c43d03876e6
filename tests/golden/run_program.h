// Runs the real command line.
#pragma once

#include <string>
#include <vector>

namespace overstap {

struct ProgramResult {
  int exit_code = -1;  // -1: it did not end by itself
  std::string out;
  std::string err;
};

// Runs `program` with these arguments, with nothing on standard input, in the root of the source
// tree. Throws std::runtime_error when it cannot be started.
ProgramResult RunProgram(const std::string& program, const std::vector<std::string>& arguments);

}  // namespace overstap
