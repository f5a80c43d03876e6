// From a text, over the store, to what it weighs in a match.
#include <gtest/gtest.h>

#include <string>

#include "base/strings.h"
#include "engine/match/coverage.h"
#include "engine/match/held_skills.h"
#include "engine/snapshot/loader.h"
#include "ingest/importer.h"
#include "tests/support/temp_folder.h"

namespace overstap::ingest {
namespace {

constexpr int kYear = 2026;

TaxonomySource TinySource() {
  TaxonomySource source;
  source.scheme = "tiny";
  for (const char* label : {"machines repareren", "draaibanken instellen", "hydraulica", "kok"}) {
    ConceptSource& entry = source.concepts.emplace_back();
    entry.uri = StrCat("c:", label);
    entry.kind = entry.uri == "c:kok" ? ConceptKind::kOccupation : ConceptKind::kSkill;
    entry.labels = {{kDutch, LabelKind::kPreferred, label}};
  }
  Canonicalise(&source);
  return source;
}

class TextWeightsTest : public ::testing::Test {
 protected:
  void SetUp() override {
    auto store = store::Store::Open(folder_ / "store", store::OpenMode::kReadWrite);
    ASSERT_TRUE(store.ok()) << store.status();
    store_ = *std::move(store);
    ASSERT_TRUE(store_->PutTaxonomy(TinySource(), "tiny-1").ok());
  }

  void Import(RecordKind kind, std::string_view lines) {
    folder_.Write("in.jsonl", lines);
    NoProgress progress;
    const auto report = ImportRecords({kind, folder_ / "in.jsonl", true}, store_.get(), &progress);
    ASSERT_TRUE(report.ok()) << report.status();
  }

  std::shared_ptr<const snapshot::Snapshot> Load() const {
    return snapshot::Load(*store_, snapshot::Parameters()).value();
  }

  TempFolder folder_;
  std::unique_ptr<store::Store> store_;
};

TEST_F(TextWeightsTest, WhatAVacancyStatesWeighsMoreThanWhatItsTextSays) {
  Import(RecordKind::kVacancies,
         R"({"id":"stated","title":"t","skills":[{"uri":"c:machines repareren",)"
         R"("importance":"essential"}]})"
         "\n"
         R"({"id":"text","title":"t","text":"Functie-eisen\n- Je repareert machines"})"
         "\n");
  const auto now = Load();
  ASSERT_EQ(now->vacancies().size(), 2u);
  for (const snapshot::VacancyRow& row : now->vacancies()) {
    ASSERT_EQ(row.requirements.known.size(), 1u) << row.vacancy.id;
    const Requirement& requirement = row.requirements.known[0];
    EXPECT_EQ(now->taxonomy().Uri(requirement.skill), "c:machines repareren");
    EXPECT_EQ(requirement.importance, Importance::kEssential);
    const bool inferred = row.vacancy.id == "text";
    EXPECT_EQ(row.Record()->skills.at(0).inferred, inferred);
    EXPECT_FLOAT_EQ(requirement.share,
                    inferred ? static_cast<float>(now->scoring().inferred_share) : 1.0F);
  }
}

TEST_F(TextWeightsTest, WhatAProfileStatesIsStrongerThanWhatItsTextSays) {
  Import(RecordKind::kProfiles,
         R"({"id":"stated","skills":[{"uri":"c:hydraulica","evidence":"claimed"}]})"
         "\n"
         R"({"id":"text","text":"Vaardigheden\nhydraulica"})"
         "\n");
  const auto now = Load();
  ASSERT_EQ(now->profiles().size(), 2u);
  double stated = 0, inferred = 0;
  for (const snapshot::ProfileRow& row : now->profiles()) {
    const model::Profile profile = *row.Record();
    const auto held = match::Resolve(profile, now->taxonomy(), now->scoring(), kYear);
    ASSERT_EQ(held.skills.size(), 1u) << profile.id;
    EXPECT_EQ(now->taxonomy().Uri(held.skills[0].skill), "c:hydraulica");
    (profile.id == "text" ? inferred : stated) = held.skills[0].strength;
    EXPECT_TRUE(profile.text.empty());
  }
  EXPECT_GT(inferred, 0);
  EXPECT_DOUBLE_EQ(inferred, stated * now->scoring().inferred_share);
}

}  // namespace
}  // namespace overstap::ingest
