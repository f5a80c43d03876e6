#include "tests/architecture/source_tree.h"

#include <algorithm>
#include <array>
#include <fstream>
#include <iterator>

namespace overstap::architecture {
namespace {

namespace fs = std::filesystem;

bool IsSource(const fs::path& path) {
  static constexpr std::array<std::string_view, 6> kExtensions = {".cc", ".h",   ".cpp",
                                                                  ".hh", ".hpp", ".cxx"};
  return std::ranges::find(kExtensions, path.extension().string()) != kExtensions.end();
}

std::string ReadFile(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

std::string Join(std::string_view folder, std::string_view name) {
  return (fs::path(folder) / fs::path(name)).lexically_normal().generic_string();
}

// A word of CMake: a command name, an argument, or a bracket.
std::vector<std::string> CMakeWords(std::string_view text) {
  std::vector<std::string> words;
  for (size_t at = 0; at < text.size();) {
    const char c = text[at];
    if (c == '#') {
      at = std::min(text.find('\n', at), text.size());
    } else if (c == '(' || c == ')') {
      words.emplace_back(1, c);
      ++at;
    } else if (c == '"') {
      const size_t end = std::min(text.find('"', at + 1), text.size());
      words.emplace_back(text.substr(at + 1, end - at - 1));
      at = end + 1;
    } else if (c == ' ' || c == '\t' || c == '\n' || c == '\r') {
      ++at;
    } else {
      const size_t end = std::min(text.find_first_of(" \t\r\n()#\"", at), text.size());
      words.emplace_back(text.substr(at, end - at));
      at = end;
    }
  }
  return words;
}

bool MakesTarget(std::string_view command) {
  return command == "add_library" || command == "add_executable" || command == "target_sources" ||
         command.starts_with("overstap_");
}

void ReadInto(const fs::path& root, const fs::path& path, SourceTree* tree) {
  const std::string name = path.lexically_relative(root).generic_string();
  if (path.filename() == "CMakeLists.txt") {
    tree->targeted.merge(SourcesInCMake(ReadFile(path), FolderOf(name)));
  } else if (IsSource(path)) {
    const std::string text = ReadFile(path);
    const auto lines = std::count(text.begin(), text.end(), '\n');
    tree->files[name] = {static_cast<int>(lines), ScanIncludes(text)};
  }
}

}  // namespace

std::set<std::string> SourcesInCMake(std::string_view text, std::string_view folder) {
  std::set<std::string> sources;
  const std::vector<std::string> words = CMakeWords(text);
  int depth = 0;
  bool in_target = false;
  for (size_t i = 0; i < words.size(); ++i) {
    if (words[i] == "(") {
      if (depth++ == 0) in_target = i > 0 && MakesTarget(words[i - 1]);
    } else if (words[i] == ")") {
      --depth;
    } else if (depth > 0 && in_target && IsSource(words[i])) {
      sources.insert(Join(folder, words[i]));
    }
  }
  return sources;
}

SourceTree ReadTree(const fs::path& root, std::span<const std::string> tops,
                    std::string_view skip) {
  SourceTree tree;
  for (const std::string& top : tops) {
    if (!fs::is_directory(root / top)) continue;
    for (const fs::directory_entry& entry : fs::recursive_directory_iterator(root / top)) {
      if (!entry.is_regular_file()) continue;
      const std::string name = entry.path().lexically_relative(root).generic_string();
      if (skip.empty() || !name.starts_with(skip)) ReadInto(root, entry.path(), &tree);
    }
  }
  return tree;
}

std::string_view FolderOf(std::string_view path) {
  const size_t slash = path.rfind('/');
  return slash == std::string_view::npos ? std::string_view() : path.substr(0, slash);
}

std::string ResolveInclude(const SourceTree& tree, std::string_view from, const Include& include) {
  if (!include.angled) {
    const std::string beside = Join(FolderOf(from), include.path);
    if (tree.files.contains(beside)) return beside;
  }
  const std::string from_root = Join("", include.path);
  return tree.files.contains(from_root) ? from_root : std::string();
}

}  // namespace overstap::architecture
