// What an import did, record by record where it went wrong.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "ingest/personal_data.h"

namespace overstap::ingest {

enum class Severity {
  kWarning,  // the record was kept; something in it is not known
  kRefused,  // the record was not kept
};

struct Problem {
  std::string file;
  int64_t line = 0;  // from 1; 0 when it concerns the file as a whole
  std::string code;  // "unknown_skill", "bad_json", ...: stable, for programs
  std::string message;
  Severity severity = Severity::kRefused;
};

struct ImportReport {
  std::string kind;  // "esco", "vacancies", ...
  int64_t read = 0;  // records seen
  int64_t accepted = 0;
  int64_t refused = 0;
  std::vector<Problem> problems;  // at most kMaxProblems; the counts stay exact
  int64_t problems_left_out = 0;
  std::string format;               // "vum", ...; empty for what comes in one format only
  DroppedPersonalData dropped;      // of all records that were read
  int64_t unknown_occupations = 0;  // URIs that no current taxonomy has, each time they stand
  int64_t unknown_skills = 0;
  std::string taxonomy_version;  // current one after the import; empty when there is none
  std::string data_version;

  static constexpr size_t kMaxProblems = 1000;

  void Refuse(std::string file, int64_t line, std::string code, std::string message);
  void Warn(std::string file, int64_t line, std::string code, std::string message);

 private:
  void AddProblem(Problem problem);
};

}  // namespace overstap::ingest
