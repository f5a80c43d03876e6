#include "tests/architecture/rules.h"

#include <algorithm>
#include <set>
#include <sstream>

#include "tests/architecture/cycles.h"

namespace overstap::architecture {
namespace {

std::vector<std::string> Words(const std::string& text) {
  std::istringstream in(text);
  std::vector<std::string> words;
  for (std::string word; in >> word;) words.push_back(word);
  return words;
}

void ParseLine(const std::string& line, ArrowTable* table) {
  const size_t colon = line.find(':');
  const std::vector<std::string> left = Words(line.substr(0, colon));
  if (left.empty() && colon == std::string::npos) return;
  const bool library = left.size() == 2 && left[0] == "library";
  if (colon == std::string::npos || (left.size() != 1 && !library)) {
    table->faults.push_back("cannot read: " + line);
    return;
  }
  std::vector<std::string> right = Words(line.substr(colon + 1));
  if (library) {
    table->libraries.push_back({left[1], std::move(right)});
  } else if (!table->may_include.emplace(left[0], std::move(right)).second) {
    table->faults.push_back("twice in the table: " + left[0]);
  }
}

void CheckNames(ArrowTable* table) {
  std::set<std::string> named;
  for (const auto& [folder, allowed] : table->may_include) {
    named.insert(allowed.begin(), allowed.end());
  }
  for (const LibraryRule& rule : table->libraries) {
    named.insert(rule.folders.begin(), rule.folders.end());
  }
  for (const std::string& name : named) {
    if (!name.ends_with("/*") && !table->may_include.contains(name)) {
      table->faults.push_back("allowed but not in the table: " + name);
    }
  }
}

bool IsUnder(std::string_view path, std::string_view folder) {
  return path.starts_with(folder) && path.size() > folder.size() && path[folder.size()] == '/';
}

// The longest folder of the table that the path begins with; empty when there is none.
std::string_view OwnerOf(const ArrowTable& table, std::string_view path) {
  std::string_view best;
  for (const auto& [folder, allowed] : table.may_include) {
    if (IsUnder(path, folder) && folder.size() > best.size()) best = folder;
  }
  return best;
}

bool Allows(const std::vector<std::string>& allowed, std::string_view folder) {
  return std::ranges::any_of(allowed, [&](std::string_view entry) {
    if (entry.ends_with("/*")) return IsUnder(folder, entry.substr(0, entry.size() - 2));
    return entry == folder;
  });
}

class Checker {
 public:
  Checker(const SourceTree& tree, const ArrowTable& table) : tree_(tree), table_(table) {}

  std::vector<Finding> Run() {
    for (const auto& [path, file] : tree_.files) CheckFile(path, file);
    CheckCycles();
    CheckSizes();
    std::ranges::stable_sort(findings_, {}, &Finding::rule);
    return std::move(findings_);
  }

 private:
  void Add(Rule rule, std::string where, std::string what) {
    findings_.push_back({rule, std::move(where), std::move(what)});
  }

  void CheckFile(const std::string& path, const SourceFile& file) {
    const std::string_view owner = OwnerOf(table_, path);
    if (owner.empty()) {
      Add(Rule::kFolderNotInTable, path, "its folder is not in allowed_arrows.txt");
      return;
    }
    if (!tree_.targeted.contains(path)) {
      Add(Rule::kNoTarget, path, "no CMakeLists.txt gives it to a target");
    }
    for (const Include& include : file.includes) CheckInclude(path, owner, include);
  }

  void CheckInclude(const std::string& path, std::string_view owner, const Include& include) {
    const std::string where = path + ":" + std::to_string(include.line);
    const std::string included = ResolveInclude(tree_, path, include);
    if (included.empty()) {
      CheckLibrary(where, owner, include);
      return;
    }
    const std::string_view target = OwnerOf(table_, included);
    const auto& allowed = table_.may_include.at(std::string(owner));
    if (!target.empty() && target != owner && !Allows(allowed, target)) {
      Add(Rule::kWrongArrow, where,
          std::string(owner) + " may not include " + std::string(target) + " (" + included + ")");
    }
    if (FolderOf(path) != FolderOf(included)) {
      folder_arrows_[std::string(FolderOf(path))].insert(std::string(FolderOf(included)));
    }
    file_arrows_[path].insert(included);
  }

  void CheckLibrary(const std::string& where, std::string_view owner, const Include& include) {
    for (const LibraryRule& rule : table_.libraries) {
      if (include.path.starts_with(rule.prefix) && !Allows(rule.folders, owner)) {
        Add(Rule::kForbiddenLibrary, where,
            std::string(owner) + " may not include " + rule.prefix + " (" + include.path + ")");
      }
    }
  }

  void CheckCycles() {
    for (const std::string& members : FindCycles(folder_arrows_)) {
      Add(Rule::kFolderCycle, members, "these folders include each other");
    }
    for (const std::string& members : FindCycles(file_arrows_)) {
      Add(Rule::kHeaderCycle, members, "these files include each other");
    }
  }

  void CheckSizes() {
    std::string long_files;
    size_t count = 0;
    for (const auto& [path, file] : tree_.files) {
      if (file.lines <= kLongFileLines) continue;
      long_files += (count++ == 0 ? "" : " ") + path;
    }
    if (count * kOneLongFileIn > tree_.files.size()) {
      Add(Rule::kTooManyLongFiles, long_files,
          std::to_string(count) + " of " + std::to_string(tree_.files.size()) +
              " files have more than " + std::to_string(kLongFileLines) + " lines");
    }
  }

  const SourceTree& tree_;
  const ArrowTable& table_;
  Graph folder_arrows_;
  Graph file_arrows_;
  std::vector<Finding> findings_;
};

}  // namespace

ArrowTable ParseArrowTable(std::string_view text) {
  ArrowTable table;
  std::istringstream in{std::string(text)};
  for (std::string line; std::getline(in, line);) ParseLine(line.substr(0, line.find('#')), &table);
  CheckNames(&table);
  return table;
}

std::vector<std::string> TopFolders(const ArrowTable& table) {
  std::set<std::string> tops;
  for (const auto& [folder, allowed] : table.may_include) {
    tops.insert(folder.substr(0, folder.find('/')));
  }
  return {tops.begin(), tops.end()};
}

std::ostream& operator<<(std::ostream& out, const Finding& finding) {
  return out << finding.where << ": " << finding.what;
}

std::vector<Finding> Check(const SourceTree& tree, const ArrowTable& table) {
  return Checker(tree, table).Run();
}

}  // namespace overstap::architecture
