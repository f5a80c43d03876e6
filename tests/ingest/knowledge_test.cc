#include "ingest/knowledge.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <zlib.h>

#include <string>
#include <vector>

#include "base/strings.h"
#include "tests/support/temp_folder.h"

namespace overstap::ingest {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::SizeIs;
using ::testing::StartsWith;

std::string Gzipped(const std::string& path, std::string_view text) {
  const gzFile out = gzopen(path.c_str(), "wb");
  gzwrite(out, text.data(), static_cast<unsigned>(text.size()));
  gzclose(out);
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

constexpr std::string_view kBody = "lasser /l/\nwelder\n";  // 18 bytes: S
constexpr std::string_view kIndex = "lasser\tA\tS\n";

class KnowledgeTest : public ::testing::Test {
 protected:
  void SetUp() override {
    ranking_ = text::FormatRanking(text::Ranking());
    folder_.Write("nld.index", kIndex);
    packed_ = Gzipped(folder_ / "nld.dict.dz", kBody);
  }

  KnowledgeTexts Texts() const { return {lexicons_, ranking_, ranking_, ""}; }

  std::string DictionaryError() const {
    const auto entries = ReadDictionary(Path());
    return entries.ok() ? "no error" : entries.status().ToString();
  }
  std::string Path() const { return folder_ / "nld"; }

  TempFolder folder_;
  std::string packed_;
  std::string ranking_;
  std::vector<std::string_view> lexicons_;
};

TEST_F(KnowledgeTest, ADictionaryIsUnpackedAndRead) {
  const auto entries = ReadDictionary(Path());
  ASSERT_TRUE(entries.ok()) << entries.status();
  EXPECT_THAT(*entries, ElementsAre(words::DictionaryEntry{"lasser", {"welder"}}));
}

TEST_F(KnowledgeTest, ADictionaryOfMoreThanABlock) {
  std::string body, index;
  for (int i = 0; i < 20000; ++i) StrAppend(&body, "x");
  folder_.Write("nld.index", "lasser\tE4g\tS\n");  // 20000
  Gzipped(folder_ / "nld.dict.dz", StrCat(body, kBody, std::string(500000, 'y')));
  const auto entries = ReadDictionary(Path());
  ASSERT_TRUE(entries.ok()) << entries.status();
  EXPECT_THAT(*entries, ElementsAre(words::DictionaryEntry{"lasser", {"welder"}}));
}

TEST_F(KnowledgeTest, ADictionaryThatIsNotThereIsNotFound) {
  EXPECT_EQ(ReadDictionary(folder_ / "deu").status().code(), absl::StatusCode::kNotFound);
  folder_.Remove("nld.dict.dz");
  EXPECT_EQ(ReadDictionary(Path()).status().code(), absl::StatusCode::kNotFound);
  EXPECT_EQ(ReadDictionary("").status().code(), absl::StatusCode::kNotFound);
}

TEST_F(KnowledgeTest, ADamagedDictionaryIsRefused) {
  for (size_t size = 1; size < packed_.size(); ++size) {
    folder_.Write("nld.dict.dz", std::string_view(packed_).substr(0, size));
    EXPECT_THAT(DictionaryError(), StartsWith("INVALID_ARGUMENT")) << size;
  }
  std::string flipped = packed_;
  flipped[flipped.size() - 6] = static_cast<char>(flipped[flipped.size() - 6] ^ 1);  // checksum
  folder_.Write("nld.dict.dz", flipped);
  EXPECT_THAT(DictionaryError(), HasSubstr("damaged"));
  folder_.Write("nld.dict.dz", "");
  EXPECT_THAT(DictionaryError(), HasSubstr("outside the dictionary"));
}

TEST_F(KnowledgeTest, AnIndexThatDoesNotFitIsRefused) {
  folder_.Write("nld.index", "lasser\tA\tT\n");
  EXPECT_THAT(DictionaryError(), HasSubstr("nld.index:1:"));
  folder_.Write("nld.index", "lasser\n");
  EXPECT_THAT(DictionaryError(), HasSubstr("nld.index:1:"));
  folder_.Write("nld.index", "");
  const auto entries = ReadDictionary(Path());
  ASSERT_TRUE(entries.ok()) << entries.status();
  EXPECT_THAT(*entries, IsEmpty());
}

TEST_F(KnowledgeTest, ATooLargeDictionaryIsRefused) {
  Gzipped(folder_ / "nld.dict.dz", std::string(kMostDictionaryBytes + 1, 'x'));
  EXPECT_THAT(DictionaryError(), HasSubstr("too large"));
}

TEST_F(KnowledgeTest, AFolderIsNoDictionary) {
  folder_.Remove("nld.dict.dz");
  std::filesystem::create_directory(folder_ / "nld.dict.dz");
  EXPECT_THAT(DictionaryError(), StartsWith("INVALID_ARGUMENT"));
}

TEST_F(KnowledgeTest, AllPartsArrive) {
  lexicons_ = {"same\tdocent\tleraar\n", "# none\n", "kind\tvis\tharing\n"};
  text::Ranking skills;
  skills.bias = 0.25;
  const std::string skill_ranking = text::FormatRanking(skills);
  const auto knowledge = ReadKnowledge({lexicons_, ranking_, skill_ranking, Path()});
  ASSERT_TRUE(knowledge.ok()) << knowledge.status();
  ASSERT_THAT((*knowledge)->lexicon, SizeIs(2));
  EXPECT_EQ((*knowledge)->lexicon[0].word, "docent");
  EXPECT_EQ((*knowledge)->lexicon[1].word, "vis");
  EXPECT_THAT((*knowledge)->dictionary, SizeIs(1));
  EXPECT_EQ((*knowledge)->occupations, text::Ranking());
  EXPECT_EQ((*knowledge)->skills, skills);
}

TEST_F(KnowledgeTest, WithoutADictionaryThereIsNone) {
  KnowledgeTexts texts = Texts();
  for (const std::string& path : {std::string(), folder_ / "deu"}) {
    texts.dictionary = path;
    const auto knowledge = ReadKnowledge(texts);
    ASSERT_TRUE(knowledge.ok()) << knowledge.status();
    EXPECT_THAT((*knowledge)->dictionary, IsEmpty());
    EXPECT_THAT((*knowledge)->lexicon, IsEmpty());
  }
}

TEST_F(KnowledgeTest, WrongTextsSayWhichAndWhere) {
  const auto error_of = [](const KnowledgeTexts& texts) {
    const auto knowledge = ReadKnowledge(texts);
    return knowledge.ok() ? "no error" : knowledge.status().ToString();
  };
  lexicons_ = {"same\tdocent\tleraar\n", "#\nsam\ta\tb\n"};
  EXPECT_THAT(error_of(Texts()), HasSubstr("lexicon 2:2: 'sam'"));
  lexicons_.clear();
  KnowledgeTexts texts = Texts();
  texts.occupation_ranking = "nose\t1";
  EXPECT_THAT(error_of(texts), HasSubstr("occupation ranking:1: 'nose'"));
  texts = Texts();
  texts.skill_ranking = "";
  EXPECT_THAT(error_of(texts), HasSubstr("skill ranking"));
  texts = Texts();
  texts.dictionary = Path();
  folder_.Write("nld.dict.dz", packed_.substr(0, 12));
  EXPECT_THAT(error_of(texts), StartsWith("INVALID_ARGUMENT"));
}

// The dictionary of the system, when it is installed.
TEST(SystemDictionaryTest, CanBeRead) {
  if (!std::filesystem::exists(StrCat(kDictionaryPath, ".index"))) {
    GTEST_SKIP() << "dict-freedict-nld-eng is not installed";
  }
  const auto entries = ReadDictionary(std::string(kDictionaryPath));
  ASSERT_TRUE(entries.ok()) << entries.status();
  EXPECT_GT(entries->size(), 10000u);
}

}  // namespace
}  // namespace overstap::ingest
