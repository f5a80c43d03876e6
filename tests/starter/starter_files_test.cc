// What holds for every file of data/starter.
#include <gtest/gtest.h>

#include <set>

#include "engine/model/bsn.h"
#include "ingest/import_report.h"
#include "ingest/records_json.h"
#include "tests/support/data_files.h"
#include "tests/support/starter_snapshot.h"

namespace overstap {
namespace {

std::vector<std::filesystem::path> StarterFiles() {
  std::vector<std::filesystem::path> files;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(StarterFolder())) {
    if (entry.is_regular_file()) files.push_back(entry.path());
  }
  return files;
}

TEST(StarterFilesTest, EveryFileSaysThatItIsIllustrative) {
  const std::vector<std::filesystem::path> files = StarterFiles();
  EXPECT_GE(files.size(), 18u);
  for (const std::filesystem::path& file : files) {
    const std::string text = ReadFile(file);
    if (file.filename() == "README.md") {
      EXPECT_NE(text.find("illustrative"), std::string::npos);
      continue;
    }
    const std::string first = text.substr(0, text.find('\n'));
    EXPECT_EQ(first.substr(0, 2), "# ") << file;
    EXPECT_NE(first.find("Illustrati"), std::string::npos) << file;
  }
}

TEST(StarterFilesTest, NothingLooksLikeACitizenServiceNumber) {
  ASSERT_TRUE(model::HoldsBsn("nummer 111222333 hier")) << "the check itself does nothing";
  for (const std::filesystem::path& file : StarterFiles()) {
    EXPECT_FALSE(model::HoldsBsn(ReadFile(file))) << file;
  }
}

TEST(StarterFilesTest, LineEndsAreLfAndTheLastLineIsComplete) {
  for (const std::filesystem::path& file : StarterFiles()) {
    const std::string text = ReadFile(file);
    EXPECT_EQ(text.find('\r'), std::string::npos) << file;
    EXPECT_EQ(text.back(), '\n') << file;
  }
}

TEST(StarterFilesTest, TheReaderRefusesNothingAndWarnsOfNothing) {
  ingest::ImportReport report;
  const auto source = ReadStarter(&report);
  ASSERT_TRUE(source.ok()) << source.status();
  EXPECT_EQ(report.refused, 0);
  EXPECT_EQ(report.accepted, report.read);
  for (const ingest::Problem& problem : report.problems) {
    ADD_FAILURE() << problem.file << ":" << problem.line << ": " << problem.message;
  }
}

TEST(StarterFilesTest, IsAsLargeAsItPromises) {
  const auto snapshot = StarterSnapshot();
  EXPECT_GE(snapshot->taxonomy().occupation_count(), 90u);
  EXPECT_GE(snapshot->FindTechniek("techniek-isco")->count(), 60u);
  EXPECT_GE(snapshot->taxonomy().skill_count(), 350u);
  EXPECT_GE(snapshot->catalogue().size(), 80u);
  EXPECT_EQ(snapshot->regions().size(), 35u);
  EXPECT_EQ(snapshot->schemes().size(), 15u);
  EXPECT_GE(snapshot->demand().size(), 100u);
  EXPECT_EQ(snapshot->vacancies().size(), 1500u);
  EXPECT_EQ(snapshot->profiles().size(), 300u);
  const size_t technical = snapshot->FindTechniek("techniek-isco")->count();
  EXPECT_GE(snapshot->taxonomy().occupation_count() - technical, 30u) << "origins";
}

template <class Record>
void ExpectUniqueIds(const std::vector<Record>& records) {
  std::set<std::string> ids;
  for (const Record& record : records) {
    EXPECT_TRUE(ids.insert(record.id).second) << record.id << " is used twice";
  }
}

TEST(StarterFilesTest, IdsAreUnique) {
  const auto source = ReadStarter();
  ASSERT_TRUE(source.ok()) << source.status();
  ExpectUniqueIds(source->vacancies);
  ExpectUniqueIds(source->profiles);
  ExpectUniqueIds(source->courses);
  ExpectUniqueIds(source->schemes);
  ExpectUniqueIds(source->demand);
  std::set<std::string> codes;
  for (const model::Region& region : source->regions) {
    EXPECT_TRUE(codes.insert(region.code).second) << region.code;
    EXPECT_GT(region.centroid.latitude, 50.7) << region.code;
    EXPECT_LT(region.centroid.latitude, 53.6) << region.code;
    EXPECT_GT(region.centroid.longitude, 3.3) << region.code;
    EXPECT_LT(region.centroid.longitude, 7.3) << region.code;
  }
}

// Checks that whatever a record points to exists.
class References {
 public:
  explicit References(const snapshot::Snapshot& snapshot) : snapshot_(snapshot) {}

  void Occupation(const std::string& id, const std::string& uri) const {
    EXPECT_TRUE(snapshot_.taxonomy().FindOccupation(uri)) << id << ": no occupation " << uri;
  }
  void Skill(const std::string& id, const std::string& uri) const {
    EXPECT_TRUE(snapshot_.taxonomy().FindSkill(uri)) << id << ": no skill " << uri;
  }
  void Region(const std::string& id, const std::string& code) const {
    EXPECT_TRUE(code.empty() || snapshot_.FindRegion(code) != nullptr) << id << ": " << code;
  }
  void Scheme(const std::string& id, const std::string& scheme) const {
    EXPECT_NE(snapshot_.FindScheme(scheme), nullptr) << id << ": no scheme " << scheme;
  }
  void Profile(const model::Profile& profile) const {
    for (const auto& work : profile.occupations) Occupation(profile.id, work.occupation_uri);
    for (const auto& evidence : profile.skills) Skill(profile.id, evidence.skill_uri);
    Region(profile.id, profile.region);
  }

 private:
  const snapshot::Snapshot& snapshot_;
};

TEST(StarterFilesTest, NoIdDangles) {
  const auto snapshot = StarterSnapshot();
  const References references(*snapshot);
  for (const snapshot::VacancyRow& row : snapshot->vacancies()) {
    const model::Vacancy vacancy = *row.Record();
    references.Occupation(vacancy.id, vacancy.occupation_uri);
    references.Region(vacancy.id, vacancy.region);
    for (const auto& skill : vacancy.skills) references.Skill(vacancy.id, skill.skill_uri);
  }
  for (const snapshot::ProfileRow& row : snapshot->profiles()) references.Profile(*row.Record());
  for (size_t i = 0; i < snapshot->catalogue().size(); ++i) {
    const model::Course& course = snapshot->catalogue()[i].course;
    references.Region(course.id, course.region);
    for (const std::string& uri : course.skills) references.Skill(course.id, uri);
    for (const std::string& uri : course.requires_) references.Skill(course.id, uri);
    for (const std::string& scheme : course.schemes) references.Scheme(course.id, scheme);
  }
}

TEST(StarterFilesTest, TheExampleProfilesHold) {
  const auto snapshot = StarterSnapshot();
  const auto lines = RecordLines(StarterFolder() / "profiles_example.jsonl");
  EXPECT_EQ(lines.size(), 3u);
  for (const auto& [number, line] : lines) {
    const auto profile = ingest::ParseProfile(line);
    ASSERT_TRUE(profile.ok()) << number << ": " << profile.status();
    References(*snapshot).Profile(*profile);
  }
}

TEST(StarterFilesTest, AClosedOrProposedSchemeNeverPays) {
  const auto snapshot = StarterSnapshot();
  int closed = 0;
  for (const model::Scheme& scheme : snapshot->schemes()) {
    if (scheme.status == model::SchemeStatus::kOpen) continue;
    ++closed;
    const absl::CivilDay last(2040, 1, 1);
    for (absl::CivilDay day(2010, 1, 1); day < last; ++day) {
      ASSERT_FALSE(model::IsAvailable(scheme, day)) << scheme.id << " on " << day;
    }
    if (scheme.status == model::SchemeStatus::kClosed) {
      ASSERT_TRUE(scheme.valid_until) << scheme.id << ": when was it closed?";
      EXPECT_LT(*scheme.valid_until, absl::CivilDay(2026, 11, 21)) << scheme.id;
    }
  }
  EXPECT_GE(closed, 5);
}

TEST(StarterFilesTest, TheSchemesThatTheFieldKnowsHaveTheirStatus) {
  const auto snapshot = StarterSnapshot();
  const absl::CivilDay today(2026, 11, 21);
  for (const char* id : {"slim", "praktijkleren", "oo-metalektro", "oo-installatietechniek"}) {
    ASSERT_NE(snapshot->FindScheme(id), nullptr) << id;
    EXPECT_TRUE(model::IsAvailable(*snapshot->FindScheme(id), today)) << id;
  }
  for (const char* id : {"stap-budget", "nl-leert-door", "omscholing-krapteberoepen"}) {
    ASSERT_NE(snapshot->FindScheme(id), nullptr) << id;
    EXPECT_EQ(snapshot->FindScheme(id)->status, model::SchemeStatus::kClosed) << id;
  }
  for (const char* id : {"transitiefonds", "deeltijd-ww-scholing"}) {
    ASSERT_NE(snapshot->FindScheme(id), nullptr) << id;
    EXPECT_EQ(snapshot->FindScheme(id)->status, model::SchemeStatus::kProposed) << id;
  }
}

}  // namespace
}  // namespace overstap
