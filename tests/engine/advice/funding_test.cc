#include "engine/advice/funding.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "engine/snapshot/snapshot.h"
#include "tests/support/tiny_taxonomy.h"

namespace overstap::advice {
namespace {

constexpr absl::CivilDay kToday(2026, 11, 21);

// One scheme that is open from 2024 on, with these conditions.
class FundingTest : public testing::Test {
 protected:
  FundingTest() {
    scheme_.id = scheme_.name = "s";
    scheme_.valid_from = absl::CivilDay(2024, 1, 1);
    scheme_.status = model::SchemeStatus::kOpen;
    course_.id = "mig";
    course_.price_eur = 900;
    course_.form = model::CourseForm::kAvond;
    course_.schemes = {"s"};
  }

  std::vector<SchemeLine> Lines(const std::string& conditions, absl::CivilDay day = kToday) {
    auto source = ParseTinyWorld("occupation lasser : mig").value();
    scheme_.conditions_json = conditions;
    source.schemes = {scheme_};
    snapshot_ = snapshot::Snapshot::Build(std::move(source), TinyParameters()).value();
    return SchemesFor({*snapshot_, kToday}, applicant_, course_, day);
  }

  model::Scheme scheme_;
  model::Applicant applicant_;
  model::Course course_;
  std::shared_ptr<const snapshot::Snapshot> snapshot_;
};

TEST_F(FundingTest, WithoutConditionsItIsCertain) {
  scheme_.max_eur = 500;
  const auto lines = Lines("{}");
  ASSERT_EQ(lines.size(), 1u);
  EXPECT_TRUE(lines[0].certain);
  const PayerLine payer = PayerOf(course_, lines, applicant_);
  EXPECT_EQ(payer.payer, Payer::kScheme);
  EXPECT_EQ(payer.pays_eur, 500);
  EXPECT_EQ(payer.rest_eur, 400);
}

TEST_F(FundingTest, ClosedProposedAndOutdatedOnesAreNoMoney) {
  scheme_.valid_until = absl::CivilDay(2027, 1, 31);
  EXPECT_EQ(Lines("{}").size(), 1u);
  // The course begins after its last day.
  EXPECT_TRUE(Lines("{}", absl::CivilDay(2027, 2, 1)).empty());
  scheme_.status = model::SchemeStatus::kClosed;
  EXPECT_TRUE(Lines("{}").empty());
  scheme_.status = model::SchemeStatus::kProposed;
  EXPECT_TRUE(Lines("{}").empty());
}

TEST_F(FundingTest, WhatIsUnknownIsToBeChecked) {
  const std::string conditions =
      R"({"worker_employed": true, "employer_max_employees": 250, "sectors": ["metaal"]})";
  auto lines = Lines(conditions);
  ASSERT_EQ(lines.size(), 1u);
  EXPECT_FALSE(lines[0].certain);
  EXPECT_EQ(lines[0].to_check,
            (std::vector<std::string>{"worker_employed", "employer_max_employees", "sectors"}));
  EXPECT_EQ(PayerOf(course_, lines, applicant_).payer, Payer::kUnknown);
  applicant_.employed = true;
  applicant_.employees = 250;
  applicant_.sector = "metaal";
  EXPECT_TRUE(Lines(conditions).at(0).certain);
  applicant_.employees = 251;
  EXPECT_TRUE(Lines(conditions).empty());
}

TEST_F(FundingTest, ForPersonEmployerAndCourse) {
  applicant_.employed = false;
  EXPECT_TRUE(Lines(R"({"worker_employed": true})").empty());
  EXPECT_TRUE(Lines(R"({"worker_employed": false})").at(0).certain);
  EXPECT_FALSE(Lines(R"({"benefit": true})").at(0).certain);
  applicant_.benefit = false;
  EXPECT_TRUE(Lines(R"({"benefit": true})").empty());
  EXPECT_TRUE(Lines(R"({"course_forms": ["bbl"]})").empty());
  EXPECT_TRUE(Lines(R"({"course_forms": ["bbl", "avond"]})").at(0).certain);
  EXPECT_FALSE(Lines(R"({"credentials": ["praktijkverklaring"]})").at(0).certain);
  course_.credential = "diploma";
  EXPECT_TRUE(Lines(R"({"credentials": ["praktijkverklaring"]})").empty());
  EXPECT_EQ(Lines(R"({"adviser_decides": true})").at(0).to_check,
            std::vector<std::string>{"adviser_decides"});
}

TEST_F(FundingTest, WhatIsNotUnderstoodIsNeverCertain) {
  EXPECT_EQ(Lines(R"({"maanziek": true})").at(0).to_check, std::vector<std::string>{"maanziek"});
  EXPECT_FALSE(Lines(R"({"course_forms": ["duikend"]})").at(0).certain);
  EXPECT_FALSE(Lines(R"({"employer_max_employees": -3})").at(0).certain);
  EXPECT_FALSE(Lines(R"({"employer_max_employees": 1e99})").at(0).certain);
  EXPECT_FALSE(Lines(R"({"sectors": [1]})").at(0).certain);
  EXPECT_FALSE(Lines(R"(["lijst"])").at(0).certain);
  EXPECT_FALSE(Lines("{geen json").at(0).certain);
  EXPECT_FALSE(Lines("\xff\xfe").at(0).certain);
  EXPECT_FALSE(Lines(std::string(100'000, '[')).at(0).certain);
  EXPECT_TRUE(Lines("").at(0).certain);
  EXPECT_EQ(Lines(R"({"note": "let op"})").at(0).note, "let op");
}

TEST_F(FundingTest, WhoPaysTheRest) {
  EXPECT_EQ(PayerOf(course_, {}, applicant_).payer, Payer::kUnknown);
  applicant_.employer_pays = true;
  EXPECT_EQ(PayerOf(course_, {}, applicant_).payer, Payer::kEmployer);
  applicant_.employer_pays = false;
  EXPECT_EQ(PayerOf(course_, {}, applicant_).payer, Payer::kWorker);
  course_.price_eur = 0;
  EXPECT_EQ(PayerOf(course_, {}, applicant_).payer, Payer::kNobody);
}

}  // namespace
}  // namespace overstap::advice
