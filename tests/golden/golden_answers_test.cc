// Import, stats, lookup, suggest, closest, route and plan, as the command-line contract promises
// them.
#include <gtest/gtest.h>

#include <algorithm>
#include <map>

#include "base/strings.h"
#include "tests/golden/golden_file.h"
#include "tests/golden/starter_store.h"
#include "tests/support/data_files.h"

namespace overstap {
namespace {

using Json = nlohmann::ordered_json;

class GoldenAnswersTest : public StarterStoreTest {};

constexpr const char* kImportShape = R"({"kind": "text", "read": "integer", "accepted": "integer",
    "refused": "integer", "problems": [{"file": "text", "line": "integer", "code": "text",
    "message": "text"}], "taxonomy_version": "text", "data_version": "text"})";

constexpr const char* kPlanShape = R"({
    "destination": {"uri": "text", "label": "text"}, "coverage": "number|null",
    "closeness": "number|null", "level_gap": "integer|null",
    "gap": [{"skill": {"uri": "text", "label": "text"}, "importance": "text", "weight": "number"}],
    "plan": {"weeks": "number|null", "hours": "number|null", "cost_eur": "number|null",
             "optimal": "boolean", "lower_bound_weeks": "number|null",
             "courses": [{"id": "text", "title": "text", "provider": "text", "form": "text",
                          "weeks": "number", "hours": "number", "price_eur": "number",
                          "next_start": "text|null", "closes": [{"uri": "text", "label": "text"}],
                          "schemes": [{"id": "text", "name": "text", "for": "text"}]}],
             "uncovered": [{"skill": {"uri": "text", "label": "text"}, "reason": "text"}],
             "schemes": [{"id": "text", "name": "text"}]},
    "explanation": {"kind": "text", "text": "text", "children": []}})";

constexpr const char* kVersionsShape =
    R"({"versions": {"taxonomy": "text", "data": "text", "parameters": "text"}})";

std::vector<std::string> RouteQuestion() {
  return {"route", "--profile", StarterFile("profiles_example.jsonl"), "--limit", "2"};
}

TEST_F(GoldenAnswersTest, ImportOfEachKind) {
  Json all = Json::array();
  for (const std::string& output : ImportOutputs()) {
    Json json = Json::parse(output);
    EXPECT_EQ(Faults(json, kImportShape), "");
    EXPECT_EQ(json["read"].get<int>(), json["accepted"].get<int>() + json["refused"].get<int>());
    all.push_back(std::move(json));
  }
  ExpectGoldenJson("import.json", all);
}

TEST_F(GoldenAnswersTest, ImportReportsWhatItRefuses) {
  const TempFolder folder;
  folder.Write("courses.jsonl",
               "# illustrative\n"
               R"({"id":"goed","title":"Goed","provider":"P","skills":["urn:overstap:skill:x"],)"
               R"("requires":[],"hours":8,"weeks":1,"price_eur":10,"form":"avond"})"
               "\n{\"id\":\"stuk\"\n");
  const ProgramResult result = RunProgram(
      OVERSTAP_PROGRAM,
      {"--store", folder / "store", "--json", "import", "courses", folder / "courses.jsonl"});
  EXPECT_EQ(result.exit_code, 0) << result.err;
  const Json json = Json::parse(result.out);
  EXPECT_EQ(Faults(json, kImportShape), "");
  EXPECT_EQ(json["accepted"], 1);
  EXPECT_EQ(json["refused"], 1);
  const Json& refusal = json["problems"].back();
  EXPECT_EQ(refusal["line"], 3);
  EXPECT_EQ(refusal["severity"], "refused");
}

TEST_F(GoldenAnswersTest, Stats) {
  const Json json = RunJson({"stats"});
  EXPECT_EQ(Faults(json, R"({"occupations": "integer", "skills": "integer", "relations": "integer",
      "vacancies": "integer", "profiles": "integer", "courses": "integer", "schemes": "integer",
      "regions": "integer", "demand": "integer", "places": "integer",
      "taxonomy_version": "text", "data_version": "text"})"),
            "");
  ExpectGoldenJson("stats.json", json);
}

constexpr const char* kLookupShape = R"({"text": "text", "results": [{"uri": "text",
    "label": "text", "score": "number", "matched_label": "text"}]})";

TEST_F(GoldenAnswersTest, Lookup) {
  for (const auto& [name, question] : std::map<std::string, std::vector<std::string>>{
           {"lookup_occupation.json", {"lookup", "occupation", "CNC draaier", "--limit", "2"}},
           {"lookup_skill.json", {"lookup", "skill", "tekening lezen", "--limit", "2"}},
           {"lookup_english.json",
            {"lookup", "occupation", "welder", "--limit", "1", "--language", "en"}}}) {
    const Json json = RunJson(question);
    EXPECT_EQ(Faults(json, kLookupShape), "") << name;
    ASSERT_FALSE(json["results"].empty()) << name;
    ExpectGoldenJson(name, json);
  }
}

TEST_F(GoldenAnswersTest, LookupInBatchAnswersEveryLineInOrder) {
  const TempFolder folder;
  folder.Write("titles.tsv", "lasser\tmore\nxyzzyq\nautomonteur\n");
  const ProgramResult result =
      Run({"lookup", "occupation", "--batch", folder / "titles.tsv", "--limit", "1"});
  EXPECT_EQ(result.exit_code, 0) << result.err;
  std::vector<std::string> texts;
  std::istringstream lines(result.out);
  for (std::string line; std::getline(lines, line);) {
    const Json json = Json::parse(line);
    EXPECT_EQ(Faults(json, kLookupShape), "");
    texts.push_back(json["text"].get<std::string>());
  }
  EXPECT_EQ(texts, (std::vector<std::string>{"lasser", "xyzzyq", "automonteur"}));
}

constexpr const char* kSuggestShape = R"({"text": "text", "results": [{"uri": "text",
    "label": "text", "matched_label": "text", "score": "number", "begin": "integer",
    "end": "integer"}]})";

TEST_F(GoldenAnswersTest, Suggest) {
  for (const auto& [name, question] : std::map<std::string, std::vector<std::string>>{
           {"suggest_occupation.json", {"suggest", "occupation", "mont", "--limit", "3"}},
           {"suggest_words.json", {"suggest", "occupation", "monteur warmte", "--limit", "2"}},
           {"suggest_skill.json", {"suggest", "skill", "lassn", "--limit", "2"}}}) {
    const Json json = RunJson(question);
    EXPECT_EQ(Faults(json, kSuggestShape), "") << name;
    ASSERT_FALSE(json["results"].empty()) << name;
    ExpectGoldenJson(name, json);
  }
  const Json nothing = RunJson({"suggest", "occupation", ""});
  EXPECT_TRUE(nothing["results"].empty());
}

TEST_F(GoldenAnswersTest, SuggestInBatchAnswersEveryLineInOrder) {
  const TempFolder folder;
  folder.Write("typed.tsv", "l\tmore\nxyzzyq\nautomon\n");
  const ProgramResult result =
      Run({"suggest", "occupation", "--batch", folder / "typed.tsv", "--limit", "1"});
  EXPECT_EQ(result.exit_code, 0) << result.err;
  EXPECT_EQ(result.err.substr(0, result.err.find('=')), "latency_us n");
  std::vector<std::string> texts;
  std::istringstream lines(result.out);
  for (std::string line; std::getline(lines, line);) {
    const Json json = Json::parse(line);
    EXPECT_EQ(Faults(json, kSuggestShape), "");
    EXPECT_EQ(json["results"].size(), json["text"] == "xyzzyq" ? 0u : 1u);
    texts.push_back(json["text"].get<std::string>());
  }
  EXPECT_EQ(texts, (std::vector<std::string>{"l", "xyzzyq", "automon"}));
}

TEST_F(GoldenAnswersTest, Closest) {
  const Json json = RunJson({"closest", "gasfitter", "--limit", "3"});
  EXPECT_EQ(Faults(json, kVersionsShape), "");
  EXPECT_EQ(Faults(json, R"({"origin": {"uri": "text", "label": "text"}, "results": [
      {"uri": "text", "label": "text", "closeness": "number", "level_gap": "integer|null"}]})"),
            "");
  ExpectGoldenJson("closest.json", json);
}

TEST_F(GoldenAnswersTest, ClosestOfAllIsAFileWithTheBestFirst) {
  const TempFolder folder;
  for (const char* name : {"one.tsv", "two.tsv"}) {
    const ProgramResult result =
        Run({"closest", "--all", "--limit", "5", "--output", folder / name});
    EXPECT_EQ(result.exit_code, 0) << result.err;
    EXPECT_EQ(result.out, "");
  }
  const std::string text = ReadFile(folder / "one.tsv");
  EXPECT_EQ(text, ReadFile(folder / "two.tsv"));
  std::map<std::string, std::vector<double>> by_origin;
  std::istringstream lines(text);
  for (std::string line; std::getline(lines, line);) {
    const size_t first = line.find('\t');
    const size_t second = line.find('\t', first + 1);
    ASSERT_NE(second, std::string::npos) << line;
    ASSERT_EQ(line.find('\t', second + 1), std::string::npos) << line;
    EXPECT_NE(line.substr(0, first), line.substr(first + 1, second - first - 1));
    by_origin[line.substr(0, first)].push_back(std::stod(line.substr(second + 1)));
  }
  EXPECT_EQ(by_origin.size(), RunJson({"stats"})["occupations"].get<size_t>());
  for (const auto& [origin, values] : by_origin) {
    EXPECT_LE(values.size(), 5u) << origin;
    EXPECT_TRUE(std::is_sorted(values.rbegin(), values.rend())) << origin;
    EXPECT_GT(values.back(), 0) << origin;
    EXPECT_LE(values.front(), 1) << origin;
  }
}

TEST_F(GoldenAnswersTest, Route) {
  std::vector<std::string> question = RouteQuestion();
  const Json json = RunJson(question);
  EXPECT_EQ(Faults(json, kVersionsShape), "");
  EXPECT_EQ(Faults(json, R"({"origin": "anything", "routes": [{
      "steps": [{"from": "anything", "to": {"uri": "text", "label": "text"}, "weeks": "number"}],
      "vacancies": {"region": "integer|null", "within_radius": "integer|null"}}]})"),
            "");
  ASSERT_EQ(json["routes"].size(), 2u);
  for (const Json& route : json["routes"]) EXPECT_EQ(Faults(route, kPlanShape), "");
  ExpectGoldenJson("route.json", json);
}

TEST_F(GoldenAnswersTest, RouteTwiceGivesTheSameBytes) {
  std::vector<std::string> question = RouteQuestion();
  question.insert(question.begin(), "--json");
  const ProgramResult first = Run(question);
  EXPECT_EQ(first.exit_code, 0);
  EXPECT_EQ(first.out, Run(question).out);
}

TEST_F(GoldenAnswersTest, RouteForPeople) {
  const ProgramResult result =
      Run({"route", "--occupation", "gasfitter", "--region", "AM06", "--limit", "2"});
  EXPECT_EQ(result.exit_code, 0) << result.err;
  ExpectGolden("route.txt", result.out);
}

TEST_F(GoldenAnswersTest, Plan) {
  const std::vector<std::string> question = {"plan", "--from", "automonteur", "--occupation",
                                             "monteur elektrische voertuigen"};
  const Json json = RunJson(question);
  EXPECT_EQ(Faults(json, kVersionsShape), "");
  EXPECT_EQ(Faults(json, kPlanShape), "");
  ExpectGoldenJson("plan.json", json);
  const ProgramResult text = Run(question);
  EXPECT_EQ(text.exit_code, 0) << text.err;
  ExpectGolden("plan.txt", text.out);
}

TEST_F(GoldenAnswersTest, PlanWithinABudgetThatIsTooSmallSaysWhatItWouldCost) {
  const Json json =
      RunJson({"plan", "--from", "automonteur", "--occupation", "monteur elektrische voertuigen",
               "--minimise", "euros", "--budget-eur", "1"});
  EXPECT_EQ(Faults(json, kPlanShape), "");
  EXPECT_EQ(json["plan"]["found"], false);
  EXPECT_TRUE(json["plan"]["weeks"].is_null());
  EXPECT_GT(json["plan"]["cheapest_eur"].get<double>(), 1);
}

}  // namespace
}  // namespace overstap
