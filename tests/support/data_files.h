// Where tests find files, and how they read them.
#pragma once

#include <filesystem>
#include <string>
#include <utility>
#include <vector>

namespace overstap {

// The root of the source tree.
std::filesystem::path SourceRoot();
std::filesystem::path StarterFolder();  // data/starter
// Real ESCO 1.1.1, which is not part of the source tree and may be absent.
std::filesystem::path EscoFolder();

// The whole file; throws std::runtime_error naming the file when it cannot be read.
std::string ReadFile(const std::filesystem::path& path);

// Line numbers and lines, without those that are empty or begin with '#'.
std::vector<std::pair<int, std::string>> RecordLines(const std::filesystem::path& path);

}  // namespace overstap
