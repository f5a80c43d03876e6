// The small taxonomies of our own that lie beside these tests.
#pragma once

#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <string_view>

namespace overstap::ingest {

inline std::string DataPath(std::string_view name) {
  return (std::filesystem::path(OVERSTAP_SOURCE_DIR) / "tests" / "ingest" / "data" / name).string();
}

// Empty when there is no such file.
inline std::string DataText(std::string_view name) {
  std::ifstream in(DataPath(name), std::ios::binary);
  std::ostringstream text;
  text << in.rdbuf();
  return std::move(text).str();
}

}  // namespace overstap::ingest
