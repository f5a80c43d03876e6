// Matching on the command line, one by one and in batch.
#include <gtest/gtest.h>

#include <regex>
#include <sstream>

#include "tests/golden/golden_file.h"
#include "tests/golden/starter_store.h"
#include "tests/support/data_files.h"

namespace overstap {
namespace {

using Json = nlohmann::ordered_json;

class GoldenMatchTest : public StarterStoreTest {
 protected:
  // The first vacancies of the starter data, as a file of their own.
  GoldenMatchTest() {
    const auto lines = RecordLines(StarterFile("vacancies.jsonl"));
    folder_.Write("vacancy.json", lines[1].second + "\n");
    folder_.Write("vacancies.jsonl", "# two\n" + lines[1].second + "\n" + lines[2].second + "\n");
  }

  std::string profiles() const { return StarterFile("profiles_example.jsonl"); }

  const TempFolder folder_;
};

constexpr const char* kShape = R"({"id": "text", "results": [{"id": "text", "score": "number"}]})";

std::vector<Json> Lines(const std::string& text) {
  std::vector<Json> lines;
  std::istringstream in(text);
  for (std::string line; std::getline(in, line);) lines.push_back(Json::parse(line));
  return lines;
}

std::string LastLine(const std::string& text) {
  const size_t end = text.find_last_not_of('\n');
  const size_t begin = text.rfind('\n', end);
  return text.substr(begin == std::string::npos ? 0 : begin + 1, end - begin);
}

void ExpectBestFirst(const Json& answer, size_t count) {
  ASSERT_EQ(answer["results"].size(), count);
  for (size_t i = 0; i < count; ++i) {
    const auto score = answer["results"][i]["score"].get<double>();
    EXPECT_GT(score, 0);
    EXPECT_LE(score, 1);
    const auto before = answer["results"][i > 0 ? i - 1 : 0]["score"].get<double>();
    EXPECT_GE(before, score);
  }
}

TEST_F(GoldenMatchTest, VacanciesForAProfile) {
  const Json json = RunJson({"match", "vacancies", "--profile", profiles(), "--limit", "2"});
  EXPECT_EQ(Faults(json, kShape), "");
  ExpectBestFirst(json, 2);
  ExpectGoldenJson("match_vacancies.json", json);
}

TEST_F(GoldenMatchTest, ProfilesForAVacancy) {
  const Json json =
      RunJson({"match", "profiles", "--vacancy", folder_ / "vacancy.json", "--limit", "2"});
  EXPECT_EQ(Faults(json, kShape), "");
  ExpectBestFirst(json, 2);
  ExpectGoldenJson("match_profiles.json", json);
}

TEST_F(GoldenMatchTest, OneScoreInBothDirections) {
  const Json people =
      RunJson({"match", "profiles", "--vacancy", folder_ / "vacancy.json", "--limit", "1"});
  const std::string id = people["results"][0]["id"].get<std::string>();
  for (const auto& [number, line] : RecordLines(StarterFile("profiles.jsonl"))) {
    if (Json::parse(line)["id"] == id) folder_.Write("best.json", line + "\n");
  }
  const Json work =
      RunJson({"match", "vacancies", "--profile", folder_ / "best.json", "--limit", "1500"});
  for (const Json& hit : work["results"]) {
    if (hit["id"] != people["id"]) continue;
    EXPECT_EQ(hit["score"], people["results"][0]["score"]);
    return;
  }
  FAIL() << people["id"] << " is not among the vacancies for " << id;
}

TEST_F(GoldenMatchTest, ExplainedMatchSaysWhy) {
  const Json json =
      RunJson({"match", "vacancies", "--profile", profiles(), "--limit", "1", "--explain"});
  EXPECT_EQ(Faults(json, R"({"results": [{"explanation": {"kind": "text", "text": "text",
      "children": [{"kind": "text", "text": "text"}]}}]})"),
            "");
}

TEST_F(GoldenMatchTest, BatchAnswersEveryLineAndTellsHowLongItTook) {
  const std::vector<std::pair<std::string, std::string>> sides = {
      {"vacancies", profiles()}, {"profiles", folder_ / "vacancies.jsonl"}};
  for (const auto& [side, file] : sides) {
    const ProgramResult result = Run({"match", side, "--batch", file, "--limit", "2"});
    EXPECT_EQ(result.exit_code, 0) << result.err;
    const std::vector<Json> lines = Lines(result.out);
    const auto asked = RecordLines(file);
    ASSERT_EQ(lines.size(), asked.size()) << side;
    for (size_t i = 0; i < lines.size(); ++i) {
      EXPECT_EQ(Faults(lines[i], kShape), "");
      EXPECT_EQ(lines[i]["id"], Json::parse(asked[i].second)["id"]);
      ExpectBestFirst(lines[i], 2);
    }
    const std::regex latency(R"(latency_us n=\d+ p50=[\d.]+ p90=[\d.]+ p99=[\d.]+ mean=[\d.]+)");
    EXPECT_TRUE(std::regex_match(LastLine(result.err), latency)) << result.err;
    EXPECT_EQ(Run({"match", side, "--batch", file, "--limit", "2", "--exhaustive"}).out, result.out)
        << side;
  }
}

TEST_F(GoldenMatchTest, BatchGoesOnAfterABadLineAndSaysWhich) {
  folder_.Write("mixed.jsonl", "{\"id\":\n" + RecordLines(profiles())[0].second + "\n");
  const ProgramResult result =
      Run({"match", "vacancies", "--batch", folder_ / "mixed.jsonl", "--limit", "1"});
  EXPECT_EQ(result.exit_code, 0);
  EXPECT_EQ(Lines(result.out).size(), 1u);
  EXPECT_NE(result.err.find("mixed.jsonl:1: "), std::string::npos) << result.err;
}

TEST_F(GoldenMatchTest, RegionAndRadiusLimitWhatIsListed) {
  const auto count = [this](const std::string& option, const std::string& value) {
    return RunJson({"match", "vacancies", "--profile", profiles(), "--limit", "1500", option,
                    value})["results"]
        .size();
  };
  EXPECT_GT(count("--region", "AM18"), 0u);
  EXPECT_LE(count("--region", "AM18"), count("--radius-km", "20"));
  EXPECT_LT(count("--radius-km", "20"), count("--radius-km", "60"));
  EXPECT_LT(count("--radius-km", "60"), count("--radius-km", "400"));
}

}  // namespace
}  // namespace overstap
