#include "taxonomy/taxonomy.h"

#include <gtest/gtest.h>

#include <cmath>

#include "tests/support/tiny_taxonomy.h"

namespace overstap {
namespace {

ConceptSource Concept(std::string uri, ConceptKind kind) {
  ConceptSource entry;
  entry.uri = std::move(uri);
  entry.kind = kind;
  entry.labels = {{kEnglish, LabelKind::kPreferred, "label of " + entry.uri}};
  return entry;
}

absl::Status BuildStatus(std::vector<ConceptSource> concepts) {
  TaxonomySource source{"test", std::move(concepts)};
  Canonicalise(&source);
  return Taxonomy::Build(std::move(source), "test-1").status();
}

TEST(TaxonomyTest, RefusesWhatIsInconsistentAndNamesIt) {
  ConceptSource job = Concept("t:job", ConceptKind::kOccupation);
  job.requirements = {{"t:nothing", Importance::kEssential}};
  EXPECT_NE(BuildStatus({job}).message().find("t:nothing"), absl::string_view::npos);

  ConceptSource skill = Concept("t:skill", ConceptKind::kSkill);
  EXPECT_FALSE(BuildStatus({skill, skill}).ok());
  skill.broader = {"t:gone"};
  EXPECT_FALSE(BuildStatus({skill}).ok());
  skill.broader = {"t:skill"};
  EXPECT_FALSE(BuildStatus({skill}).ok());
  ConceptSource mute = Concept("t:mute", ConceptKind::kSkill);
  mute.labels.clear();
  EXPECT_FALSE(BuildStatus({mute}).ok());
  EXPECT_FALSE(BuildStatus({Concept("", ConceptKind::kSkill)}).ok());

  // A group is no skill that work can ask for.
  ConceptSource asks_group = Concept("t:job", ConceptKind::kOccupation);
  asks_group.requirements = {{"t:group", Importance::kEssential}};
  EXPECT_FALSE(BuildStatus({asks_group, Concept("t:group", ConceptKind::kSkillGroup)}).ok());
}

TEST(TaxonomyTest, EmptyIsFine) {
  const auto taxonomy = Taxonomy::Build({}, "empty-1");
  ASSERT_TRUE(taxonomy.ok());
  EXPECT_EQ(taxonomy->occupation_count(), 0u);
  EXPECT_EQ(taxonomy->FindSkill("t:x"), std::nullopt);
}

TEST(TaxonomyTest, LabelsFallBackInTheStatedOrder) {
  ConceptSource skill = Concept("t:s", ConceptKind::kSkill);
  skill.labels = {{kEnglish, LabelKind::kPreferred, "welding"},
                  {*Language::Parse("fr"), LabelKind::kPreferred, "soudage"}};
  TaxonomySource source{"test", {skill}};
  Canonicalise(&source);
  const auto taxonomy = Taxonomy::Build(std::move(source), "test-1");
  ASSERT_TRUE(taxonomy.ok());
  EXPECT_EQ(taxonomy->LabelOf(SkillId(0), {kDutch, kEnglish}), "welding");
  EXPECT_EQ(taxonomy->LabelOf(SkillId(0), {*Language::Parse("fr"), kEnglish}), "soudage");
  EXPECT_FALSE(taxonomy->LabelOf(SkillId(0), {kDutch}).empty());
}

TEST(TaxonomyTest, IdfDampsWhatEverybodyNeeds) {
  const TinyWorld world(R"(
    group g
    skill breed < g
    skill smal < breed
    occupation a : breed, overal
    occupation b : smal, overal
    occupation c : overal
    occupation d : overal, ander
  )");
  const Taxonomy& taxonomy = world.taxonomy();
  EXPECT_DOUBLE_EQ(taxonomy.Idf(world.Skill("ander")), std::log(4.0));
  EXPECT_DOUBLE_EQ(taxonomy.Idf(world.Skill("overal")), Taxonomy::kMinIdf);
  // A broader concept counts what is below it.
  EXPECT_DOUBLE_EQ(taxonomy.InformationContent(NodeOf(world.Skill("breed"))), std::log(2.0));
  EXPECT_EQ(taxonomy.DocumentFrequency(world.Skill("smal")), 1);
}

TEST(TaxonomyTest, InformationNeverGrowsUpwards) {
  const TinyWorld world(R"(
    group top
    group sub < top
    skill a < sub
    skill b < a
    skill c < top
    occupation x : a, c
    occupation y : b
    occupation z : c
  )");
  const Taxonomy& taxonomy = world.taxonomy();
  for (uint32_t node = 0; node < taxonomy.node_count(); ++node) {
    for (const NodeId above : taxonomy.hierarchy().Ancestors(NodeId(node))) {
      EXPECT_LE(taxonomy.InformationContent(above), taxonomy.InformationContent(NodeId(node)));
    }
  }
}

}  // namespace
}  // namespace overstap
