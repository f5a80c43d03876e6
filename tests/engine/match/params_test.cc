#include "engine/match/params.h"

#include <gtest/gtest.h>

namespace overstap::match {
namespace {

using model::EvidenceKind;

TEST(ParamsTest, DefaultsAreValidAndWrongOnesAreNot) {
  EXPECT_TRUE(ScoringParams().Validate().ok());
  ScoringParams params;
  params.importance[0] = 1.1;
  EXPECT_FALSE(params.Validate().ok());
  params = {};
  params.evidence[0] = 1;  // a claim stronger than what an employer confirmed
  EXPECT_FALSE(params.Validate().ok());
  params = {};
  params.transfer_floor = 0;
  EXPECT_FALSE(params.Validate().ok());
}

TEST(ParamsTest, EveryNumberStandsInTheCanonicalText) {
  ScoringParams params;
  params.yearly_loss = 0.06;
  EXPECT_NE(params.Canonical(), ScoringParams().Canonical());
  params = {};
  params.met_from = 0.6;
  EXPECT_NE(params.Canonical(), ScoringParams().Canonical());
}

TEST(ParamsTest, OldEvidenceWeighsLessButNeverNothing) {
  const ScoringParams params;
  const auto strength = [&params](int year) {
    return params.EvidenceStrength(EvidenceKind::kDiploma, year, 2026);
  };
  EXPECT_DOUBLE_EQ(strength(2026), 1);
  EXPECT_DOUBLE_EQ(strength(2021), 1);
  EXPECT_LT(strength(2020), 1);
  EXPECT_DOUBLE_EQ(strength(1980), params.oldest_share);
  EXPECT_DOUBLE_EQ(strength(2030), 1);  // a year to come is not a bonus
  for (int year = 1980; year < 2026; ++year) EXPECT_LE(strength(year), strength(year + 1));
}

TEST(ParamsTest, ExperienceGrowsToAllOfIt) {
  const ScoringParams params;
  EXPECT_DOUBLE_EQ(params.ExperienceShare(0), params.first_year_share);
  EXPECT_DOUBLE_EQ(params.ExperienceShare(40), 1);
  EXPECT_DOUBLE_EQ(params.ExperienceShare(-3), params.first_year_share);
}

// What a sibling says is never enough to call a requirement met or a gap closed.
TEST(ParamsTest, ASiblingNeverCloses) {
  const ScoringParams params;
  EXPECT_LT(params.sibling_factor, params.met_from);
}

}  // namespace
}  // namespace overstap::match
