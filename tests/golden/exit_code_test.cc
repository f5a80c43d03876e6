// How the program ends when something is wrong.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/golden/starter_store.h"
#include "tests/support/data_files.h"

namespace overstap {
namespace {

using ::testing::HasSubstr;
using ::testing::IsEmpty;

class ExitCodeTest : public StarterStoreTest {
 protected:
  // Ends with this code, says something on stderr and nothing on stdout.
  static void ExpectRefusal(int code, const std::vector<std::string>& arguments,
                            const std::string& says) {
    const ProgramResult result = Run(arguments);
    std::string question;
    for (const std::string& word : arguments) question += word + " ";
    EXPECT_EQ(result.exit_code, code) << question << result.err;
    EXPECT_THAT(result.out, IsEmpty()) << question;
    EXPECT_THAT(result.err, HasSubstr(says)) << question;
  }

  const TempFolder folder_;
};

TEST_F(ExitCodeTest, HelpAndAnswersEndWith0) {
  EXPECT_EQ(RunProgram(OVERSTAP_PROGRAM, {"--help"}).exit_code, 0);
  EXPECT_EQ(RunProgram(OVERSTAP_PROGRAM, {"route", "--help"}).exit_code, 0);
  EXPECT_EQ(Run({"stats"}).exit_code, 0);
}

TEST_F(ExitCodeTest, WrongUsageEndsWith2) {
  ExpectRefusal(2, {}, "");
  ExpectRefusal(2, {"fly"}, "");
  ExpectRefusal(2, {"stats", "--nonsense"}, "nonsense");
  ExpectRefusal(2, {"import"}, "");
  ExpectRefusal(2, {"import", "cats", "file"}, "");
  ExpectRefusal(2, {"import", "vacancies"}, "path");
  ExpectRefusal(2, {"lookup", "occupation"}, "text");
  ExpectRefusal(2, {"closest"}, "occupation");
  ExpectRefusal(2, {"closest", "--all"}, "--output");
  ExpectRefusal(2, {"plan", "--from", "lasser"}, "--occupation");
  ExpectRefusal(2, {"match", "vacancies"}, "--profile");
  ExpectRefusal(2, {"route", "--occupation", "lasser", "--minimise", "days"}, "minimise");
  ExpectRefusal(2, {"route", "--occupation", "lasser", "--limit", "many"}, "limit");
}

TEST_F(ExitCodeTest, MissingFilesEndWith3) {
  const std::string absent = folder_ / "absent.jsonl";
  for (const std::string kind :
       {"vacancies", "profiles", "courses", "schemes", "regions", "demand"}) {
    ExpectRefusal(3, {"import", kind, absent}, "absent.jsonl");
  }
  ExpectRefusal(3, {"import", "esco", absent}, "absent.jsonl");
  ExpectRefusal(3, {"route", "--profile", absent}, "absent.jsonl");
  ExpectRefusal(3, {"match", "vacancies", "--batch", absent}, "absent.jsonl");
  ExpectRefusal(3, {"lookup", "skill", "--batch", absent}, "absent.jsonl");
}

TEST_F(ExitCodeTest, WhatIsNotKnownEndsWith3) {
  ExpectRefusal(3, {"route", "--occupation", "xyzzyq"}, "xyzzyq");
  ExpectRefusal(3, {"route", "--occupation", "lasser", "--techniek", "xyzzyq"}, "xyzzyq");
  ExpectRefusal(3, {"plan", "--from", "lasser", "--occupation", "xyzzyq"}, "xyzzyq");
  ExpectRefusal(3, {"closest", "xyzzyq"}, "xyzzyq");
  ExpectRefusal(3, {"route"}, "a profile, an occupation or a skill");
}

TEST_F(ExitCodeTest, RefusedInputEndsWith3AndLeavesTheStoreAsItWas) {
  const std::string before = Run({"stats", "--json"}).out;
  folder_.Write("bad.jsonl", "{\"id\":\"x\",\"colour\":\"red\"}\n");
  ExpectRefusal(3, {"import", "vacancies", folder_ / "bad.jsonl"}, "bad.jsonl:1");
  folder_.Write("mixed.jsonl",
                RecordLines(StarterFile("regions.jsonl"))[0].second + "\nnonsense\n");
  ExpectRefusal(3, {"import", "regions", "--strict", folder_ / "mixed.jsonl"}, "mixed.jsonl:2");
  folder_.Write("latin1.jsonl", "{\"id\":\"caf\xe9\"}\n");
  ExpectRefusal(3, {"import", "courses", folder_ / "latin1.jsonl"}, "UTF-8");
  folder_.Write("profile.json", "{\"id\":\"p\",\"name\":\"Jan\"}\n");
  ExpectRefusal(3, {"route", "--profile", folder_ / "profile.json"}, "name");
  EXPECT_EQ(Run({"stats", "--json"}).out, before);
}

TEST_F(ExitCodeTest, AStoreThatIsNotThereOrEmptyEndsWith3AndSaysWhatToDo) {
  const auto run = [&](const std::string& store) {
    return RunProgram(OVERSTAP_PROGRAM, {"--store", store, "route", "--occupation", "lasser"});
  };
  const ProgramResult absent = run(folder_ / "none");
  EXPECT_EQ(absent.exit_code, 3) << absent.err;
  EXPECT_THAT(absent.err, HasSubstr("import"));
  ASSERT_EQ(RunProgram(OVERSTAP_PROGRAM, {"--store", folder_ / "some", "import", "regions",
                                          StarterFile("regions.jsonl")})
                .exit_code,
            0);
  const ProgramResult empty = run(folder_ / "some");
  EXPECT_EQ(empty.exit_code, 3) << empty.err;
  EXPECT_THAT(empty.err, HasSubstr("import esco"));
}

TEST_F(ExitCodeTest, AStoreOfAnotherFormatEndsWith4AndIsNotTouched) {
  const std::string store = folder_ / "store";
  ASSERT_EQ(RunProgram(OVERSTAP_PROGRAM,
                       {"--store", store, "import", "regions", StarterFile("regions.jsonl")})
                .exit_code,
            0);
  // What a program of format 2 would write: the check is that of docs/store-format.md.
  const std::string fingerprint = "OVERSTAP 2 d060767faf72fb07\n";
  folder_.Write("store/FORMAT", fingerprint);
  for (const std::vector<std::string>& question :
       {std::vector<std::string>{"stats"},
        {"route", "--occupation", "lasser"},
        {"import", "regions", StarterFile("regions.jsonl")}}) {
    std::vector<std::string> arguments = {"--store", store};
    arguments.insert(arguments.end(), question.begin(), question.end());
    const ProgramResult result = RunProgram(OVERSTAP_PROGRAM, arguments);
    EXPECT_EQ(result.exit_code, 4) << result.err;
    EXPECT_THAT(result.err, HasSubstr("2"));
    EXPECT_THAT(result.err, HasSubstr("1"));
    EXPECT_THAT(result.out, IsEmpty());
  }
  EXPECT_EQ(ReadFile(store + "/FORMAT"), fingerprint);
}

TEST_F(ExitCodeTest, ADamagedFingerprintEndsWith4) {
  folder_.Write("FORMAT", "nonsense\n");
  const ProgramResult result = RunProgram(OVERSTAP_PROGRAM, {"--store", folder_.path(), "stats"});
  EXPECT_EQ(result.exit_code, 4) << result.err;
}

}  // namespace
}  // namespace overstap
