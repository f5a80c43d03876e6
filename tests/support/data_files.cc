#include "tests/support/data_files.h"

#include <fstream>
#include <sstream>
#include <stdexcept>

namespace overstap {

std::filesystem::path SourceRoot() { return OVERSTAP_SOURCE_DIR; }

std::filesystem::path StarterFolder() { return SourceRoot() / "data" / "starter"; }

std::filesystem::path EscoFolder() {
  return SourceRoot() / ".." / "shared" / "data" / "esco-v1.1.1";
}

std::string ReadFile(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  if (!in) throw std::runtime_error(path.string() + ": cannot be read");
  std::ostringstream text;
  text << in.rdbuf();
  return std::move(text).str();
}

std::vector<std::pair<int, std::string>> RecordLines(const std::filesystem::path& path) {
  std::istringstream in(ReadFile(path));
  std::vector<std::pair<int, std::string>> lines;
  std::string line;
  for (int number = 1; std::getline(in, line); ++number) {
    if (!line.empty() && line[0] != '#') lines.emplace_back(number, line);
  }
  return lines;
}

}  // namespace overstap
