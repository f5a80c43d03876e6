// The occupations and skills of the starter data make sense together.
#include <gtest/gtest.h>

#include <algorithm>
#include <map>

#include "engine/match/coverage.h"
#include "taxonomy/normalise.h"
#include "tests/support/starter_snapshot.h"

namespace overstap {
namespace {

constexpr int kThisYear = 2026;

class StarterTaxonomyTest : public ::testing::Test {
 protected:
  std::string Name(OccupationId id) const {
    return std::string(taxonomy_.LabelOf(id, DefaultLanguageOrder()));
  }
  std::string Name(SkillId id) const {
    return std::string(taxonomy_.LabelOf(id, DefaultLanguageOrder()));
  }

  // What someone who did only this work for ten years can do.
  match::ExpandedProfile WorkerOf(OccupationId occupation) const {
    model::Profile profile;
    profile.id = "worker";
    profile.occupations.push_back({std::string(taxonomy_.Uri(occupation)), 10, kThisYear});
    const auto held = match::Resolve(profile, taxonomy_, snapshot_->scoring(), kThisYear).skills;
    return {held, snapshot_->transfer(), taxonomy_.skill_count()};
  }

  const std::shared_ptr<const snapshot::Snapshot> snapshot_ = StarterSnapshot();
  const Taxonomy& taxonomy_ = snapshot_->taxonomy();
};

TEST_F(StarterTaxonomyTest, EveryLevelIsOneToFourAndEveryCodeHasFourDigits) {
  for (uint32_t i = 0; i < taxonomy_.occupation_count(); ++i) {
    const OccupationId id(i);
    ASSERT_TRUE(taxonomy_.Level(id)) << Name(id);
    EXPECT_GE(*taxonomy_.Level(id), 1) << Name(id);
    EXPECT_LE(*taxonomy_.Level(id), 4) << Name(id);
    EXPECT_EQ(taxonomy_.IscoCode(id).size(), 4u) << Name(id);
    EXPECT_FALSE(taxonomy_.IscoLabel(taxonomy_.IscoCode(id), DefaultLanguageOrder()).empty());
  }
}

TEST_F(StarterTaxonomyTest, EveryOccupationSaysWhatItRequires) {
  for (uint32_t i = 0; i < taxonomy_.occupation_count(); ++i) {
    const OccupationId id(i);
    const auto requirements = taxonomy_.Requirements(id);
    EXPECT_GE(requirements.size(), 10u) << Name(id);
    EXPECT_LE(requirements.size(), 20u) << Name(id);
    const auto essential =
        std::count_if(requirements.begin(), requirements.end(),
                      [](const Requirement& r) { return r.importance == Importance::kEssential; });
    EXPECT_GE(essential, 5) << Name(id);
  }
}

TEST_F(StarterTaxonomyTest, EveryConceptHasADutchAndAnEnglishName) {
  const auto check = [](std::span<const Label> labels, const std::string& name) {
    for (const Language language : {kDutch, kEnglish}) {
      EXPECT_EQ(std::count_if(labels.begin(), labels.end(),
                              [&](const Label& label) {
                                return label.language == language &&
                                       label.kind == LabelKind::kPreferred;
                              }),
                1)
          << name << " in " << language.code();
    }
  };
  for (uint32_t i = 0; i < taxonomy_.occupation_count(); ++i) {
    check(taxonomy_.Labels(OccupationId(i)), Name(OccupationId(i)));
  }
  for (uint32_t i = 0; i < taxonomy_.node_count(); ++i) {
    check(taxonomy_.Labels(NodeId(i)), std::string(taxonomy_.Uri(NodeId(i))));
  }
}

TEST_F(StarterTaxonomyTest, EverySkillIsRequiredSomewhereAndStandsInTheHierarchy) {
  for (uint32_t i = 0; i < taxonomy_.skill_count(); ++i) {
    const SkillId id(i);
    EXPECT_GE(taxonomy_.DocumentFrequency(id), 1) << Name(id) << " is required by no occupation";
    EXPECT_FALSE(taxonomy_.hierarchy().Parents(NodeOf(id)).empty()) << Name(id);
  }
}

TEST_F(StarterTaxonomyTest, NoLabelMeansTwoOccupations) {
  std::map<std::string, OccupationId> seen;
  for (uint32_t i = 0; i < taxonomy_.occupation_count(); ++i) {
    for (const Label& label : taxonomy_.Labels(OccupationId(i))) {
      if (label.language != kDutch) continue;
      const auto [entry, added] = seen.emplace(FoldLabel(label.text), OccupationId(i));
      EXPECT_TRUE(added || entry->second == OccupationId(i))
          << label.text << ": " << Name(entry->second) << " and " << Name(OccupationId(i));
    }
  }
}

TEST_F(StarterTaxonomyTest, EveryTechnicalOccupationIsWithinReachOfAnother) {
  const transition::Techniek& techniek = *snapshot_->FindTechniek("techniek-isco");
  std::vector<double> best(taxonomy_.occupation_count(), 0);
  for (uint32_t from = 0; from < taxonomy_.occupation_count(); ++from) {
    const match::ExpandedProfile worker = WorkerOf(OccupationId(from));
    for (uint32_t to = 0; to < taxonomy_.occupation_count(); ++to) {
      if (to == from) continue;
      const auto coverage = match::Coverage(worker, taxonomy_.Requirements(OccupationId(to)),
                                            taxonomy_, snapshot_->scoring());
      best[to] = std::max(best[to], coverage.value_or(0));
    }
  }
  for (uint32_t i = 0; i < taxonomy_.occupation_count(); ++i) {
    if (!techniek.IsTechnical(OccupationId(i))) continue;
    EXPECT_GE(best[i], 0.25) << Name(OccupationId(i)) << " is out of everybody's reach";
  }
}

}  // namespace
}  // namespace overstap
