#include "ingest/import_report.h"

#include <utility>

namespace overstap::ingest {

void ImportReport::Refuse(std::string file, int64_t line, std::string code, std::string message) {
  ++refused;
  AddProblem({std::move(file), line, std::move(code), std::move(message), Severity::kRefused});
}

void ImportReport::Warn(std::string file, int64_t line, std::string code, std::string message) {
  AddProblem({std::move(file), line, std::move(code), std::move(message), Severity::kWarning});
}

void ImportReport::AddProblem(Problem problem) {
  if (problems.size() < kMaxProblems) {
    problems.push_back(std::move(problem));
  } else {
    ++problems_left_out;
  }
}

}  // namespace overstap::ingest
