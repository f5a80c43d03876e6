#include "engine/snapshot/migration.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/strings.h"
#include "engine/snapshot/loader.h"
#include "engine/snapshot/version_diff.h"
#include "tests/support/fake_store.h"
#include "tests/support/tiny_taxonomy.h"

namespace overstap::snapshot {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

TaxonomySource Tiny(std::string_view text) { return ParseTinyWorld(text).value().taxonomy; }

// Gives a concept another label than its name.
void Relabel(std::string_view name, std::string_view label, TaxonomySource* source) {
  for (ConceptSource& entry : source->concepts) {
    if (entry.uri == StrCat("t:", name)) entry.labels[0].text = label;
  }
}

void AddLabel(std::string_view name, std::string_view label, TaxonomySource* source) {
  for (ConceptSource& entry : source->concepts) {
    if (entry.uri != StrCat("t:", name)) continue;
    entry.labels.push_back({kDutch, LabelKind::kAlternative, std::string(label)});
  }
  Canonicalise(source);
}

// In the first version there are lassen, which the second splits into mig and tig, and solderen,
// which it calls hardsolderen; heffen is gone for good.
TaxonomySource First() {
  TaxonomySource source =
      Tiny("occupation lasser isco 7212 : lassen, solderen, heffen\noccupation kok : koken\n");
  AddLabel("lassen", "mig", &source);
  AddLabel("lassen", "tig", &source);
  return source;
}
TaxonomySource Second() {
  TaxonomySource source =
      Tiny("occupation lasser isco 7212 : mig, tig, hardsolderen\noccupation kok : koken\n");
  AddLabel("hardsolderen", "solderen", &source);
  return source;
}

model::Profile Person(const std::string& id, const std::vector<std::string>& skills) {
  model::Profile profile;
  profile.id = id;
  for (const std::string& name : skills) {
    profile.skills.push_back({name, model::EvidenceKind::kDiploma, std::nullopt});
  }
  return profile;
}

class MigrationTest : public ::testing::Test {
 protected:
  void Put(const TaxonomySource& source, const std::string& version) {
    TaxonomySource named = source;
    named.scheme = version.substr(0, version.find('-'));
    ASSERT_TRUE(store_.PutTaxonomy(named, version).ok());
  }
  void PutPerson(const model::Profile& profile) { store_.contents.profiles[profile.id] = profile; }

  std::shared_ptr<const Snapshot> Loaded(std::string_view taxonomy = "") {
    return Load(store_, TinyParameters(), taxonomy).value();
  }

  store::FakeStore store_;
};

TEST_F(MigrationTest, NothingIsReportedWhenEveryUriIsKnown) {
  Put(First(), "tiny-1");
  Put(Second(), "tiny-2");
  PutPerson(Person("p", {"t:mig", "t:koken"}));
  const auto snapshot = Loaded();
  EXPECT_EQ(snapshot->migration(), MigrationReport());
  EXPECT_EQ(snapshot->versions().data, store_.DataVersion().value());
}

TEST_F(MigrationTest, RecordsOfAnOlderVersionAreTranslatedAndCounted) {
  Put(First(), "tiny-1");
  PutPerson(Person("p1", {"t:lassen", "t:solderen", "t:heffen"}));
  PutPerson(Person("p2", {"t:koken"}));
  model::Vacancy vacancy;
  vacancy.id = "v1";
  vacancy.skills = {{"t:lassen", Importance::kEssential}, {"x:1", Importance::kEssential}};
  store_.contents.vacancies["v1"] = vacancy;
  model::Course course;
  course.id = "c1";
  course.skills = {"t:solderen"};
  course.requires_ = {"t:lassen"};
  store_.contents.courses["c1"] = course;
  EXPECT_EQ(Loaded()->migration().profiles, MigrationCount());

  Put(Second(), "tiny-2");
  const auto snapshot = Loaded();
  EXPECT_EQ(snapshot->migration().profiles, (MigrationCount{1, 1, 1, 0, 1}));
  EXPECT_EQ(snapshot->migration().vacancies, (MigrationCount{1, 0, 1, 0, 1}));
  EXPECT_EQ(snapshot->migration().courses, (MigrationCount{1, 1, 1, 0, 0}));
  EXPECT_EQ(ReadMigration(store_).value(), snapshot->migration());
  EXPECT_EQ(*snapshot->profiles()[0].Record(), Person("p1", {"t:lassen", "t:solderen", "t:heffen"}))
      << "the record itself stays as it was";

  const Taxonomy& taxonomy = snapshot->taxonomy();
  const VacancyRow& row = snapshot->vacancies()[0];
  ASSERT_EQ(row.requirements.known.size(), 2u);
  EXPECT_EQ(row.requirements.known[0].skill, taxonomy.FindSkill("t:mig"));
  EXPECT_FLOAT_EQ(row.requirements.known[0].share, 0.6F);
  EXPECT_EQ(row.requirements.unknown, 1);
  const plan::Catalogue::Entry& entry = snapshot->catalogue()[0];
  EXPECT_THAT(entry.teaches, ElementsAre(*taxonomy.FindSkill("t:hardsolderen")));
  EXPECT_EQ(entry.needs.size(), 2u);
  EXPECT_THAT(entry.unknown_needs, ElementsAre());
}

TEST_F(MigrationTest, TheDataVersionSaysThatUrisWereTranslated) {
  Put(First(), "tiny-1");
  PutPerson(Person("p1", {"t:solderen"}));
  Put(Second(), "tiny-2");
  const std::string moved = Loaded()->versions().data;
  EXPECT_THAT(moved, HasSubstr(store_.DataVersion().value() + "-moved-"));
  EXPECT_EQ(Loaded()->versions().data, moved);
  PutPerson(Person("p1", {"t:lassen"}));
  EXPECT_NE(Loaded()->versions().data, moved);
}

TEST_F(MigrationTest, AnOldVersionDoesNotLearnFromLaterOnes) {
  Put(First(), "tiny-1");
  PutPerson(Person("p1", {"t:mig"}));
  const MigrationReport before = Loaded()->migration();
  EXPECT_EQ(before.profiles, (MigrationCount{0, 0, 0, 0, 1}));
  Put(Second(), "tiny-2");
  EXPECT_EQ(Loaded("tiny-1")->migration(), before);
  EXPECT_EQ(Loaded("tiny-1")->versions().data, store_.DataVersion().value());
  EXPECT_EQ(Loaded()->migration(), MigrationReport());
}

TEST_F(MigrationTest, TheNewestVersionThatHasAUriDecides) {
  TaxonomySource oldest = Tiny("skill frezen\nskill zagen\n");
  TaxonomySource newer = Tiny("skill frezen\nskill zagen\n");
  Relabel("frezen", "draaien", &newer);
  Put(oldest, "tiny-1");
  Put(newer, "tiny-2");
  TaxonomySource newest = Tiny("skill a\nskill b\nskill zagen\n");
  Relabel("a", "frezen", &newest);
  Relabel("b", "draaien", &newest);
  Put(newest, "tiny-3");
  PutPerson(Person("p1", {"t:frezen"}));
  const auto targets = Loaded()->translator().Skills("t:frezen");
  ASSERT_EQ(targets.size(), 1u);
  EXPECT_EQ(targets[0].translation.to_uri, "t:b");
}

TEST_F(MigrationTest, OtherSchemesAreTranslatedByCrosswalk) {
  Put(First(), "esco-1");
  Put(Second(), "esco-2");
  Put(Tiny("occupation metaalwerker isco 7213 : x\n"), "competentnl-1");
  ASSERT_TRUE(store_
                  .PutCrosswalk({"competentnl",
                                 "esco",
                                 {{"t:x", "t:mig", MatchKind::kClose},
                                  {"t:metaalwerker", "t:lasser", MatchKind::kExact},
                                  {"c:old", "t:lassen", MatchKind::kExact}}})
                  .ok());
  PutPerson(Person("p1", {"t:x", "c:old", "x:1"}));
  const auto snapshot = Loaded();
  EXPECT_EQ(snapshot->versions().taxonomy, "esco-2");
  ASSERT_EQ(snapshot->others().size(), 1u);
  EXPECT_EQ(snapshot->others()[0].version(), "competentnl-1");
  EXPECT_EQ(snapshot->crosswalks().link_count(), 3u);
  EXPECT_EQ(snapshot->migration().profiles, (MigrationCount{1, 0, 0, 2, 1}));
  // The crosswalk was made for the first version.
  const auto old = snapshot->translator().Skills("c:old");
  ASSERT_EQ(old.size(), 2u);
  EXPECT_EQ(old[0].translation.to_uri, "t:mig");
  EXPECT_NEAR(old[0].translation.strength, 0.6, 1e-9);
}

TEST_F(MigrationTest, AnswersInTheTermsOfAnotherScheme) {
  Put(Second(), "esco-2");
  Put(Tiny("occupation metaalwerker isco 7213 : x\n"), "competentnl-1");
  const auto snapshot = Loaded("competentnl");
  EXPECT_EQ(snapshot->versions().taxonomy, "competentnl-1");
  ASSERT_EQ(snapshot->others().size(), 1u);
  EXPECT_EQ(snapshot->others()[0].version(), "esco-2");
}

TEST_F(MigrationTest, AVersionThatIsNotThereIsNamedWithThoseThatAre) {
  EXPECT_EQ(Load(store_, TinyParameters(), "tiny-9").status().code(), absl::StatusCode::kNotFound);
  Put(First(), "tiny-1");
  Put(Second(), "tiny-2");
  const absl::Status status = Load(store_, TinyParameters(), "tiny-9").status();
  EXPECT_EQ(status.code(), absl::StatusCode::kNotFound);
  EXPECT_THAT(std::string(status.message()), HasSubstr("tiny-1, tiny-2 (current)"));
}

TEST_F(MigrationTest, DiffOfStoredVersionsByNameAndByScheme) {
  Put(First(), "tiny-1");
  Put(Second(), "tiny-2");
  const auto diff = DiffVersions(store_, "tiny-1", "tiny");
  ASSERT_TRUE(diff.ok()) << diff.status();
  EXPECT_EQ(diff->before, "tiny-1");
  EXPECT_EQ(diff->after, "tiny-2");
  ASSERT_EQ(diff->diff.split.size(), 1u);
  EXPECT_EQ(diff->diff.split[0].from.label, "lassen");
  ASSERT_EQ(diff->diff.replaced.size(), 1u);
  EXPECT_EQ(diff->diff.replaced[0].into.uri, "t:hardsolderen");
  EXPECT_EQ(DiffVersions(store_, "tiny-1", "tiny-3").status().code(), absl::StatusCode::kNotFound);
}

}  // namespace
}  // namespace overstap::snapshot
