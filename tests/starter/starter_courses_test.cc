// The courses of the starter data: what they teach together, and who can start.
#include <gtest/gtest.h>

#include <fstream>
#include <map>
#include <set>
#include <string>

#include "base/csv.h"
#include "tests/support/data_files.h"
#include "tests/support/starter_snapshot.h"

namespace overstap {
namespace {

class StarterCoursesTest : public ::testing::Test {
 protected:
  StarterCoursesTest() {
    for (size_t i = 0; i < snapshot_->catalogue().size(); ++i) {
      courses_.push_back(snapshot_->catalogue()[i].course);
    }
  }

  std::string Name(const std::string& uri) const {
    const auto id = snapshot_->taxonomy().FindSkill(uri);
    return id ? std::string(snapshot_->taxonomy().LabelOf(*id, DefaultLanguageOrder())) : uri;
  }

  // skill -> reason, from not_taught.csv
  static std::map<std::string, std::string> NotTaught() {
    std::ifstream in(StarterFolder() / "not_taught.csv", std::ios::binary);
    CsvTable table = CsvTable::Open(in, "not_taught.csv").value();
    const size_t uri = table.Column("skillUri").value();
    const size_t reason = table.Column("reason").value();
    std::map<std::string, std::string> rows;
    while (table.Next().value()) {
      const auto [row, added] =
          rows.emplace(std::string(table.Cell(uri)), std::string(table.Cell(reason)));
      EXPECT_TRUE(added) << row->first << " stands in not_taught.csv twice";
    }
    return rows;
  }

  const std::shared_ptr<const snapshot::Snapshot> snapshot_ = StarterSnapshot();
  std::vector<model::Course> courses_;
};

TEST_F(StarterCoursesTest, EverySkillIsTaughtOrListedAsNotTaught) {
  const std::map<std::string, std::string> not_taught = NotTaught();
  std::set<std::string> taught;
  for (const model::Course& course : courses_) {
    taught.insert(course.skills.begin(), course.skills.end());
  }
  for (uint32_t i = 0; i < snapshot_->taxonomy().skill_count(); ++i) {
    const std::string uri(snapshot_->taxonomy().Uri(SkillId(i)));
    EXPECT_TRUE(taught.contains(uri) || not_taught.contains(uri))
        << Name(uri) << " is neither taught nor in not_taught.csv";
    EXPECT_FALSE(taught.contains(uri) && not_taught.contains(uri))
        << Name(uri) << " is taught, and in not_taught.csv";
  }
  for (const auto& [uri, reason] : not_taught) {
    EXPECT_TRUE(snapshot_->taxonomy().FindSkill(uri)) << uri << " in not_taught.csv is no skill";
    EXPECT_FALSE(reason.empty()) << Name(uri);
  }
}

TEST_F(StarterCoursesTest, SomeoneWithNothingCanGetIntoEveryCourseInTheEnd) {
  std::set<std::string> reached;
  std::set<std::string> open;
  for (bool grew = true; grew;) {
    grew = false;
    for (const model::Course& course : courses_) {
      if (open.contains(course.id)) continue;
      const bool can_start =
          std::all_of(course.requires_.begin(), course.requires_.end(),
                      [&](const std::string& uri) { return reached.contains(uri); });
      if (!can_start) continue;
      open.insert(course.id);
      reached.insert(course.skills.begin(), course.skills.end());
      grew = true;
    }
  }
  for (const model::Course& course : courses_) {
    EXPECT_TRUE(open.contains(course.id))
        << course.title << " asks for something that no course within reach teaches";
  }
}

TEST_F(StarterCoursesTest, NoCourseAsksForWhatItTeaches) {
  for (const model::Course& course : courses_) {
    const std::set<std::string> taught(course.skills.begin(), course.skills.end());
    EXPECT_EQ(taught.size(), course.skills.size()) << course.id << " teaches a skill twice";
    for (const std::string& need : course.requires_) {
      EXPECT_FALSE(taught.contains(need)) << course.id << ": " << Name(need);
    }
  }
}

TEST_F(StarterCoursesTest, EveryCourseCanBePlanned) {
  for (const model::Course& course : courses_) {
    EXPECT_GT(course.weeks, 0) << course.id;
    EXPECT_GT(course.hours, 0) << course.id;
    EXPECT_LE(course.hours / course.weeks, 45) << course.id << ": more hours than a week has";
    EXPECT_FALSE(course.provider.empty()) << course.id;
    ASSERT_FALSE(course.starts.empty()) << course.id;
    EXPECT_GE(course.starts.back(), absl::CivilDay(2026, 12, 1)) << course.id;
    EXPECT_NE(course.provider.find("(voorbeeld)"), std::string::npos)
        << course.id << ": " << course.provider << " is not marked as an example";
  }
}

TEST_F(StarterCoursesTest, NoSchemeThatNeverWasPromisesMoney) {
  for (const model::Course& course : courses_) {
    for (const std::string& id : course.schemes) {
      EXPECT_NE(snapshot_->FindScheme(id)->status, model::SchemeStatus::kProposed)
          << course.id << ": " << id;
    }
  }
}

}  // namespace
}  // namespace overstap
