// Several versions of the skills language in one store: what changed, and the same answer again.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>

#include "base/strings.h"
#include "tests/golden/starter_store.h"
#include "tests/support/data_files.h"

namespace overstap {
namespace {

using ::testing::HasSubstr;
using Json = nlohmann::ordered_json;

constexpr std::string_view kOldSkill =
    "http://data.europa.eu/esco/skill/d15e92c4-c8dc-48cd-a1f6-94fe13347f87";
constexpr std::string_view kNewSkill = "urn:overstap:skill:onder-een-ander-adres";

void Replace(std::string_view from, std::string_view to, std::string* text) {
  for (size_t at = text->find(from); at != std::string::npos; at = text->find(from, at)) {
    text->replace(at, from.size(), to);
    at += to.size();
  }
}

// A store with the starter data, and beside it a second version of its skills language: an
// occupation has another name and a skill another URI.
class VersionsTest : public ::testing::Test {
 protected:
  void SetUp() override {
    namespace fs = std::filesystem;
    for (const auto& file : fs::directory_iterator(StarterFile("taxonomy"))) {
      std::string text = ReadFile(file.path());
      Replace(",webontwikkelaar,", ",websitemaker,", &text);
      Replace(kOldSkill, kNewSkill, &text);
      folder_.Write(file.path().filename().string(), text);
    }
    Import("esco", StarterFile("taxonomy"));
    for (const std::string kind :
         {"regions", "schemes", "courses", "vacancies", "profiles", "demand"}) {
      Import(kind, StarterFile(kind + ".jsonl"));
    }
    first_ = RunJson({"stats"})["taxonomy_version"];
  }

  ProgramResult Run(std::vector<std::string> arguments) const {
    arguments.insert(arguments.begin(), {"--store", store_ / "s", "--today", "2026-11-21"});
    return RunProgram(OVERSTAP_PROGRAM, arguments);
  }

  Json RunJson(std::vector<std::string> arguments) const {
    arguments.insert(arguments.begin(), "--json");
    const ProgramResult result = Run(std::move(arguments));
    EXPECT_EQ(result.exit_code, 0) << result.err;
    return Json::parse(result.out);
  }

  void Import(const std::string& kind, const std::string& path) const {
    const ProgramResult result = Run({"import", kind, path});
    ASSERT_EQ(result.exit_code, 0) << result.err;
  }

  void ImportSecond() const { Import("esco", folder_.path()); }

  const TempFolder folder_;  // the files of the second version
  const TempFolder store_;
  std::string first_;  // the first version
};

TEST_F(VersionsTest, AnAnswerCanBeGivenAgainUnderTheVersionItWasGivenWith) {
  const std::vector<std::vector<std::string>> questions = {
      {"route", "--profile", StarterFile("profiles_example.jsonl"), "--json"},
      {"closest", "webontwikkelaar", "--json"},
      {"lookup", "occupation", "websitemaker", "--json"},
      {"match", "vacancies", "--profile", StarterFile("profiles_example.jsonl"), "--json"},
      {"plan", "--from", "kok", "--occupation", "webontwikkelaar"}};
  std::vector<std::string> answers;
  for (const auto& question : questions) answers.push_back(Run(question).out);
  ImportSecond();
  for (size_t i = 0; i < questions.size(); ++i) {
    EXPECT_NE(Run(questions[i]).out, answers[i]) << questions[i][0];
    std::vector<std::string> again = questions[i];
    again.insert(again.end(), {"--taxonomy", first_});
    EXPECT_EQ(Run(again).out, answers[i]) << questions[i][0];
    EXPECT_FALSE(answers[i].empty());
  }
}

TEST_F(VersionsTest, AVersionThatIsNotThereIsNamedWithThoseThatAre) {
  const ProgramResult result = Run({"closest", "kok", "--taxonomy", "esco-none"});
  EXPECT_EQ(result.exit_code, 3);
  EXPECT_THAT(result.err, HasSubstr(first_ + " (current)"));
  EXPECT_EQ(Run({"diff", "taxonomy", "esco-none", "esco"}).exit_code, 3);
  EXPECT_EQ(Run({"diff", "taxonomy", "esco"}).exit_code, 2);
  EXPECT_EQ(Run({"serve", "--taxonomy", first_}).exit_code, 2);
}

TEST_F(VersionsTest, DiffSaysWhatChanged) {
  ImportSecond();
  const Json json = RunJson({"diff", "taxonomy", first_, "esco"});
  EXPECT_EQ(Faults(json, R"({"from": "text", "to": "text", "counts": {"added": "integer",
      "removed": "integer", "replaced": "integer", "split": "integer", "merged": "integer",
      "renamed": "integer", "relations": "integer", "moved": "integer", "details": "integer"},
      "added": [{"uri": "text", "label": "text", "kind": "text"}],
      "removed": [{"uri": "text", "label": "text", "kind": "text"}],
      "replaced": [{"from": {"uri": "text", "label": "text", "kind": "text"},
                    "into": {"uri": "text", "label": "text", "kind": "text"}}],
      "split": [], "merged": [],
      "renamed": [{"uri": "text", "label": "text", "kind": "text", "language": "text",
                   "before": "text", "after": "text"}],
      "relations": [{"occupation": {"uri": "text", "label": "text", "kind": "text"},
                     "skill": {"uri": "text", "label": "text", "kind": "text"},
                     "before": "text|null", "after": "text|null"}],
      "moved": [], "details": []})"),
            "");
  EXPECT_EQ(json["counts"]["renamed"], 1);
  EXPECT_EQ(json["renamed"][0]["after"], "websitemaker");
  ASSERT_EQ(json["replaced"].size(), 1u);
  EXPECT_EQ(json["replaced"][0]["from"]["uri"], kOldSkill);
  EXPECT_EQ(json["replaced"][0]["into"]["uri"], kNewSkill);
  EXPECT_EQ(json["counts"]["added"], 1);
  EXPECT_EQ(json["counts"]["removed"], 1);

  const std::string text = Run({"diff", "taxonomy", first_, "esco", "--limit", "1"}).out;
  EXPECT_THAT(text, HasSubstr("renamed: 1\n  'webontwikkelaar' is now 'websitemaker' (nl)"));
  EXPECT_THAT(text, HasSubstr("under another URI: 1\n"));
  EXPECT_THAT(text, HasSubstr(" more\n"));
  EXPECT_THAT(Run({"diff", "taxonomy", "esco", "esco"}).out, HasSubstr("the two are the same"));
}

TEST_F(VersionsTest, RecordsOfTheOldVersionAreTranslatedAndCounted) {
  const Json before = RunJson({"stats"});
  EXPECT_EQ(before["migration"]["profiles"]["records"], 0);
  ImportSecond();
  const Json after = RunJson({"stats"});
  EXPECT_EQ(Faults(after, R"({"migration": {"profiles": {"records": "integer",
      "replaced": "integer", "split": "integer", "crosswalked": "integer", "unknown": "integer"},
      "vacancies": {}, "courses": {}}})"),
            "");
  EXPECT_GT(after["migration"]["profiles"]["records"].get<int>(), 0);
  EXPECT_GT(after["migration"]["profiles"]["replaced"].get<int>(), 0);
  EXPECT_EQ(after["migration"]["profiles"]["unknown"], 0);
  EXPECT_THAT(Run({"stats"}).out, HasSubstr("profiles in other terms: "));
  EXPECT_EQ(RunJson({"stats", "--taxonomy", first_})["taxonomy_version"], first_);

  const Json route = RunJson({"route", "--skill", std::string(kOldSkill)});
  EXPECT_EQ(route["translation"][0]["to_uri"], kNewSkill);
  EXPECT_EQ(route["translation"][0]["kind"], "exact");
  EXPECT_THAT(route["versions"]["data"].get<std::string>(), HasSubstr("-moved-"));
}

}  // namespace
}  // namespace overstap
