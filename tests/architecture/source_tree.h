// A checkout as the architecture rules see it.
#pragma once

#include <filesystem>
#include <map>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "tests/architecture/include_scanner.h"

namespace overstap::architecture {

// Paths are relative to the root of the tree, with '/' between the parts.
struct SourceFile {
  int lines = 0;
  std::vector<Include> includes;
};

struct SourceTree {
  std::map<std::string, SourceFile> files;  // by path
  std::set<std::string> targeted;           // paths that some CMakeLists.txt gives to a target
};

// The source files that one CMakeLists.txt names in a command that makes a target or adds to one
// (add_library, add_executable, target_sources, overstap_...), as paths from the root. `folder` is
// where the file stands. Comments do not count; variables and generator expressions are not
// expanded, since the project lists its sources explicitly.
std::set<std::string> SourcesInCMake(std::string_view text, std::string_view folder);

// Reads every C++ file and CMakeLists.txt under root/<top> for each of `tops`; a top that is not
// there is empty. `skip` is a path prefix to leave out, empty for none.
SourceTree ReadTree(const std::filesystem::path& root, std::span<const std::string> tops,
                    std::string_view skip = {});

// "engine/model" of "engine/model/course.h"; empty for a file in the root.
std::string_view FolderOf(std::string_view path);

// The file of the tree that an include means: beside the including file when it is quoted and
// there, else from the root. Empty when the tree has none: a system or library header.
std::string ResolveInclude(const SourceTree& tree, std::string_view from, const Include& include);

}  // namespace overstap::architecture
