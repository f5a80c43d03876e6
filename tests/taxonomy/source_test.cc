#include "taxonomy/source.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <functional>

namespace overstap {
namespace {

TaxonomySource Example() {
  TaxonomySource source;
  source.scheme = "test";
  ConceptSource skill;
  skill.uri = "t:mig";
  skill.labels = {{kDutch, LabelKind::kAlternative, "lassen"},
                  {kDutch, LabelKind::kPreferred, "mig"},
                  {kEnglish, LabelKind::kPreferred, "mig"}};
  ConceptSource job;
  job.uri = "t:lasser";
  job.kind = ConceptKind::kOccupation;
  job.code = "7212";
  job.labels = {{kDutch, LabelKind::kPreferred, "lasser"}};
  job.requirements = {{"t:mig", Importance::kOptional}, {"t:mig", Importance::kEssential}};
  source.concepts = {skill, job};
  return source;
}

TEST(SourceTest, OrderDoesNotChangeTheVersion) {
  TaxonomySource a = Example();
  TaxonomySource b = Example();
  std::reverse(b.concepts.begin(), b.concepts.end());
  for (ConceptSource& entry : b.concepts) std::reverse(entry.labels.begin(), entry.labels.end());
  Canonicalise(&a);
  Canonicalise(&b);
  EXPECT_EQ(a.concepts, b.concepts);
  EXPECT_EQ(ContentVersion(a), ContentVersion(b));
  EXPECT_EQ(ContentVersion(a).substr(0, 5), "test-");
}

TEST(SourceTest, EveryFieldChangesTheVersion) {
  TaxonomySource plain = Example();
  Canonicalise(&plain);
  const auto differs = [&plain](const std::function<void(TaxonomySource*)>& change) {
    TaxonomySource changed = plain;
    change(&changed);
    return ContentVersion(changed) != ContentVersion(plain);
  };
  EXPECT_TRUE(differs([](TaxonomySource* s) { s->concepts[0].uri += "x"; }));
  EXPECT_TRUE(differs([](TaxonomySource* s) { s->concepts[0].code = "7"; }));
  EXPECT_TRUE(differs([](TaxonomySource* s) { s->concepts[0].level = 2; }));
  EXPECT_TRUE(differs([](TaxonomySource* s) { s->concepts[0].labels[0].text += "x"; }));
  EXPECT_TRUE(differs([](TaxonomySource* s) { s->concepts[0].broader.push_back("t:x"); }));
  EXPECT_TRUE(differs([](TaxonomySource* s) { s->concepts[0].descriptions.push_back({}); }));
  EXPECT_TRUE(differs([](TaxonomySource* s) {
    s->concepts[0].requirements[0].importance = Importance::kSomewhat;
  }));
}

TEST(SourceTest, KeepsTheMostTellingOfTwoTheSame) {
  TaxonomySource source = Example();
  source.concepts[0].labels.push_back({kDutch, LabelKind::kHidden, "mig"});
  Canonicalise(&source);
  const ConceptSource& job = source.concepts[0];
  const ConceptSource& skill = source.concepts[1];
  EXPECT_EQ(skill.labels.size(), 3u);
  ASSERT_EQ(job.requirements.size(), 1u);
  EXPECT_EQ(job.requirements[0].importance, Importance::kEssential);
}

}  // namespace
}  // namespace overstap
