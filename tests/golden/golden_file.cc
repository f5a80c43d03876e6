#include "tests/golden/golden_file.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>
#include <regex>

#include "tests/support/data_files.h"

namespace overstap {
namespace {

std::filesystem::path PathOf(const std::string& name) {
  return SourceRoot() / "tests" / "golden" / "expected" / name;
}

bool IsUpdate() {
  const char* value = std::getenv("OVERSTAP_UPDATE_GOLDEN");
  return value != nullptr && std::string(value) == "1";
}

void CutExplanations(nlohmann::ordered_json* json) {
  if (json->is_object() && json->contains("explanation")) {
    nlohmann::ordered_json& node = (*json)["explanation"];
    if (node.contains("children")) node["children"] = node["children"].size();
  }
  for (auto& inner : *json) {
    if (inner.is_structured()) CutExplanations(&inner);
  }
}

}  // namespace

std::string WithoutVersions(const std::string& text) {
  static const auto* const kTaxonomy = new std::regex("esco-[0-9a-f]{12}");
  static const auto* const kData = new std::regex("data-[0-9a-f]{12}");
  static const auto* const kParameters = new std::regex("params-[0-9a-f]{12}");
  std::string result = std::regex_replace(text, *kTaxonomy, "<taxonomy>");
  result = std::regex_replace(result, *kData, "<data>");
  return std::regex_replace(result, *kParameters, "<parameters>");
}

void ExpectGolden(const std::string& name, const std::string& text) {
  const std::string actual = WithoutVersions(text);
  if (IsUpdate()) {
    std::ofstream out(PathOf(name), std::ios::binary | std::ios::trunc);
    out << actual;
    ASSERT_TRUE(out.good()) << PathOf(name) << " cannot be written";
    return;
  }
  ASSERT_TRUE(std::filesystem::exists(PathOf(name)))
      << PathOf(name) << " is missing; run with OVERSTAP_UPDATE_GOLDEN=1";
  EXPECT_EQ(actual, ReadFile(PathOf(name)))
      << name << ": if this is meant, run with OVERSTAP_UPDATE_GOLDEN=1";
}

void ExpectGoldenJson(const std::string& name, nlohmann::ordered_json json) {
  CutExplanations(&json);
  ExpectGolden(name, json.dump(1) + "\n");
}

}  // namespace overstap
