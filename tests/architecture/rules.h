// What the tree must obey, and where it does not.
#pragma once

#include <map>
#include <ostream>
#include <string>
#include <string_view>
#include <vector>

#include "tests/architecture/source_tree.h"

namespace overstap::architecture {

struct LibraryRule {
  std::string prefix;                // of the path in an include: "rocksdb/"
  std::vector<std::string> folders;  // that may include it
};

// allowed_arrows.txt; its head explains the format.
struct ArrowTable {
  std::map<std::string, std::vector<std::string>> may_include;  // folder -> folders or "engine/*"
  std::vector<LibraryRule> libraries;
  std::vector<std::string>
      faults;  // lines that could not be read, folders that are not in the table
};

ArrowTable ParseArrowTable(std::string_view text);

// First parts of the folders in the table, each once: "base", "engine", ...
std::vector<std::string> TopFolders(const ArrowTable& table);

enum class Rule {
  kFolderNotInTable,
  kWrongArrow,
  kForbiddenLibrary,
  kFolderCycle,
  kHeaderCycle,
  kNoTarget,
  kTooManyLongFiles,
};

struct Finding {
  Rule rule;
  std::string where;  // "engine/match/index.h:7", or the members of a cycle
  std::string what;

  friend bool operator==(const Finding&, const Finding&) = default;
};

std::ostream& operator<<(std::ostream& out, const Finding& finding);

inline constexpr int kLongFileLines = 400;
inline constexpr size_t kOneLongFileIn = 10;  // files, at most

// In the order of Rule, and by path within a rule. A cycle is one finding that names all that are
// on it or between it.
std::vector<Finding> Check(const SourceTree& tree, const ArrowTable& table);

}  // namespace overstap::architecture
