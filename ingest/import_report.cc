#include "ingest/import_report.h"

#include <utility>

#include "base/text_encoding.h"

namespace overstap::ingest {
namespace {
// A message may quote what was refused, and that can be a cell or a line of any length.
constexpr size_t kMaxMessageBytes = 500;
}  // namespace

void ImportReport::Refuse(std::string file, int64_t line, std::string code, std::string message) {
  ++refused;
  AddProblem({std::move(file), line, std::move(code), std::move(message), Severity::kRefused});
}

void ImportReport::Warn(std::string file, int64_t line, std::string code, std::string message) {
  AddProblem({std::move(file), line, std::move(code), std::move(message), Severity::kWarning});
}

void ImportReport::AddProblem(Problem problem) {
  problem.message.resize(Utf8Prefix(problem.message, kMaxMessageBytes).size());
  if (problems.size() < kMaxProblems) {
    problems.push_back(std::move(problem));
  } else {
    ++problems_left_out;
  }
}

}  // namespace overstap::ingest
