#include "engine/transition/gates.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "tests/support/tiny_taxonomy.h"

namespace overstap::transition {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

constexpr char kWorld[] = R"(
  occupation elektricien isco 7411 : bedraden
  occupation installateur isco 7411 : bedraden, ploegendienst
  occupation kapper isco 5141 : knippen, ploegendienst optional
  occupation lasser isco 7212 : mig
  occupation codeloos : bedraden
)";

std::vector<model::GateRule> Rules() {
  model::GateRule nen;
  nen.id = "nen-3140";
  nen.name = "NEN 3140";
  nen.source = "test";
  nen.isco = {"741"};
  nen.proof = {"nen 3140", "bedraden"};
  model::GateRule shifts = nen;
  shifts.id = "shifts";
  shifts.kind = model::GateKind::kCondition;
  shifts.isco = {};
  shifts.skill_words = {"Ploegendienst"};
  model::GateRule dutch = nen;
  dutch.id = "dutch";
  dutch.kind = model::GateKind::kLanguage;
  dutch.isco = {"7"};
  dutch.except = {"7212"};
  dutch.dutch = model::LanguageLevel::kB1;
  return {nen, shifts, dutch};
}

class GatesTest : public ::testing::Test {
 protected:
  std::vector<Gate> Check(const char* name, const GateKeys& keys) const {
    return gates_.Check(world_.Occupation(name), keys);
  }

  const TinyWorld world_{kWorld};
  const Gates gates_{Rules(), &world_.taxonomy()};
};

TEST_F(GatesTest, WhoHasNothingFindsTheGateClosed) {
  EXPECT_THAT(Check("elektricien", {}), ElementsAre(Gate{0, GateState::kClosed}));
  EXPECT_THAT(Check("lasser", {}), IsEmpty());
  EXPECT_THAT(Check("codeloos", {}), IsEmpty());
  EXPECT_TRUE(AnyClosed(Check("elektricien", {})));
  EXPECT_FALSE(AnyClosed(Check("lasser", {})));
}

TEST_F(GatesTest, ACertificateOpensItByItsWholeWords) {
  const std::vector<std::string> right = {"Training NEN-3140 (VOP)"};
  const std::vector<std::string> wrong = {"NEN 31401", "VCA"};
  EXPECT_THAT(Check("elektricien", {.certificates = right}),
              ElementsAre(Gate{0, GateState::kOpen}));
  EXPECT_THAT(Check("elektricien", {.certificates = wrong}),
              ElementsAre(Gate{0, GateState::kClosed}));
}

TEST_F(GatesTest, ASkillOpensItWhenItIsProven) {
  const SkillId skill = world_.Skill("bedraden");
  const std::vector<match::HeldSkill> claimed = {{skill, 1, model::EvidenceKind::kEmployer}};
  const std::vector<match::HeldSkill> proven = {{skill, 1, model::EvidenceKind::kCertificate}};
  EXPECT_THAT(Check("elektricien", {.skills = claimed}), ElementsAre(Gate{0, GateState::kClosed}));
  EXPECT_THAT(Check("elektricien", {.skills = proven}), ElementsAre(Gate{0, GateState::kOpen}));
}

TEST_F(GatesTest, OwnWorkBehindTheSameGateIsAssumedToHaveOpenedIt) {
  const std::vector<OccupationId> own = {world_.Occupation("installateur")};
  const std::vector<OccupationId> other = {world_.Occupation("lasser")};
  EXPECT_THAT(Check("elektricien", {.occupations = own}),
              ElementsAre(Gate{0, GateState::kAssumed}));
  EXPECT_THAT(Check("elektricien", {.occupations = other}),
              ElementsAre(Gate{0, GateState::kClosed}));
}

TEST_F(GatesTest, AConditionCountsForWhoNamesItAndForEssentialSkills) {
  const std::vector<std::string> avoids = {"shifts"};
  EXPECT_THAT(Check("installateur", {.avoids = avoids}),
              ElementsAre(Gate{0, GateState::kClosed}, Gate{1, GateState::kClosed}));
  EXPECT_THAT(Check("installateur", {}), ElementsAre(Gate{0, GateState::kClosed}));
  EXPECT_THAT(Check("kapper", {.avoids = avoids}), IsEmpty());
}

TEST_F(GatesTest, ALanguageCountsForWhoSaysALevel) {
  EXPECT_THAT(Check("elektricien", {.dutch = model::LanguageLevel::kA2}),
              ElementsAre(Gate{0, GateState::kClosed}, Gate{2, GateState::kClosed}));
  EXPECT_THAT(Check("elektricien", {.dutch = model::LanguageLevel::kB1}),
              ElementsAre(Gate{0, GateState::kClosed}, Gate{2, GateState::kOpen}));
  EXPECT_THAT(Check("lasser", {.dutch = model::LanguageLevel::kA1}), IsEmpty());
}

// More keys never close a gate.
TEST_F(GatesTest, MoreNeverCloses) {
  const std::vector<std::string> certificates = {"nen 3140"};
  const std::vector<OccupationId> own = {world_.Occupation("installateur")};
  const std::vector<GateKeys> growing = {
      {}, {.occupations = own}, {.certificates = certificates, .occupations = own}};
  GateState before = GateState::kClosed;
  for (const GateKeys& keys : growing) {
    const GateState now = Check("elektricien", keys).front().state;
    EXPECT_LE(now, before);
    before = now;
  }
  EXPECT_EQ(before, GateState::kOpen);
}

}  // namespace
}  // namespace overstap::transition
