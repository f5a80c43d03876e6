#include "taxonomy/text/concept_index.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <map>
#include <string>
#include <vector>

#include "base/strings.h"
#include "taxonomy/words/noise.h"
#include "tests/support/tiny_taxonomy.h"
#include "tests/taxonomy/text/index_world.h"

namespace overstap::text {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

std::vector<uint32_t> Owners(const std::vector<ScoredConcept>& concepts) {
  std::vector<uint32_t> owners;
  for (const ScoredConcept& entry : concepts) owners.push_back(entry.owner);
  return owners;
}

double At(const ScoredConcept& entry, Feature feature) {
  return entry.features[static_cast<size_t>(feature)];
}

TEST(ConceptIndexTest, FeaturesOfTheSameText) {
  const IndexWorld world(R"(
    occupation a | nl! lasser | en! welder
    occupation b | nl! kok | nl lasser van koper
    occupation c | en! cook
    occupation d | nl! bakker | nl las ser
  )");
  const ConceptIndex index(&world.model, world.texts);
  const auto found = index.AllConcepts("lasser");
  ASSERT_THAT(Owners(found), ElementsAre(0, 1, 3));
  EXPECT_EQ(index.label(found[0].label).text, "lasser");
  EXPECT_EQ(At(found[0], Feature::kSameText), 1);
  EXPECT_EQ(At(found[0], Feature::kSamePreferred), 1);
  EXPECT_NEAR(At(found[0], Feature::kLetters), 1, 1e-5);
  EXPECT_NEAR(At(found[0], Feature::kDice), 1, 1e-5);
  EXPECT_EQ(At(found[0], Feature::kOwnLanguage), 1);
  EXPECT_EQ(At(found[1], Feature::kSameText), 0);
  EXPECT_EQ(At(found[1], Feature::kLettersPreferred), 0);
  EXPECT_EQ(index.label(found[2].label).text, "las ser");
  EXPECT_EQ(At(found[2], Feature::kSameText), 1);
  EXPECT_EQ(At(found[2], Feature::kSamePreferred), 0);
  const auto cook = index.AllConcepts("cook");
  ASSERT_FALSE(cook.empty());
  EXPECT_EQ(cook.back().owner, 2u);
  EXPECT_EQ(At(cook.back(), Feature::kOwnLanguage), 0);
}

// No letter 3-gram and no word in common, but the same letters.
TEST(ConceptIndexTest, TheSameLettersAreFoundHoweverTheyAreSpaced) {
  const IndexWorld world(R"(
    occupation a | nl! a b c d
    occupation b | nl! bakker
  )");
  const ConceptIndex index(&world.model, world.texts);
  const auto found = index.Candidates("abcd");
  ASSERT_THAT(Owners(found), ElementsAre(0));
  EXPECT_EQ(At(found[0], Feature::kSamePreferred), 1);
}

TEST(ConceptIndexTest, AnyTextOfWhichNothingIsKnownFindsNothing) {
  const IndexWorld world("occupation a | nl! lasser");
  const ConceptIndex index(&world.model, world.texts);
  EXPECT_THAT(index.AllConcepts("qqqqq"), IsEmpty());
  EXPECT_THAT(index.Candidates("qqqqq"), IsEmpty());
  EXPECT_THAT(ConceptIndex(&world.model, {}).Candidates("lasser"), IsEmpty());
}

// In a taxonomy of one concept every word of it is everywhere, so none weighs anything.
TEST(ConceptIndexTest, OneConceptIsFoundToo) {
  const IndexWorld world(R"(
    occupation a | nl! lasser | nl: De lasser last. | metaal
    skill metaal | nl! lasser zijn
  )");
  const ConceptIndex index(&world.model, world.texts);
  for (const auto& found : {index.Candidates("lasser"), index.AllConcepts("lasser")}) {
    ASSERT_THAT(Owners(found), ElementsAre(0));
    for (const double value : found[0].features) EXPECT_TRUE(value >= 0 && value <= 1 + 1e-6);
  }
}

// A feature as ranking.h defines it, from the tables.
void ExpectDefined(IndexWorld* world, const LetterIndex& letters, std::string_view folded,
                   const ScoredConcept& entry) {
  const Question question = world->Ask(folded);
  std::vector<float> cosines, passages;
  std::vector<uint32_t> alike;
  const std::string title = words::WithoutNoise(folded);
  letters.Score(title, &cosines, &alike);
  world->passages.Covered(question, &passages);
  std::array<float, kMostFacets> covered{};
  LabelScore best;
  double letters_best = 0, preferred_best = 0, head = 0, same = 0, same_preferred = 0;
  for (uint32_t i = world->labels.Begin(entry.owner); i < world->labels.End(entry.owner); ++i) {
    const bool preferred = world->labels.label(i).kind == LabelKind::kPreferred;
    letters_best = std::max<double>(letters_best, cosines[i]);
    if (preferred) preferred_best = std::max<double>(preferred_best, cosines[i]);
    const LabelScore score = world->labels.Score(question, i, covered);
    // A label that has only words that weigh nothing is like the question by its letters alone.
    if (score.text_covered > 0) head = std::max<double>(head, score.head);
    if (score.text_covered > 0 && i == entry.label) best = score;
    if (!world->labels.HasLetters(i, LabelTable::LetterNumber(folded)) &&
        !world->labels.HasLetters(i, LabelTable::LetterNumber(title))) {
      continue;
    }
    same = 1;
    if (preferred) same_preferred = 1;
  }
  double covers = 0;
  for (size_t f = 0; f < question.facets.size(); ++f) {
    covers += question.facets[f].weight * covered[f];
  }
  ASSERT_NEAR(At(entry, Feature::kLetters), letters_best, 1e-5);
  ASSERT_NEAR(At(entry, Feature::kLettersPreferred), preferred_best, 1e-5);
  ASSERT_NEAR(At(entry, Feature::kHead), head, 1e-5);
  ASSERT_EQ(At(entry, Feature::kSameText), same);
  ASSERT_EQ(At(entry, Feature::kSamePreferred), same_preferred);
  ASSERT_NEAR(At(entry, Feature::kPassages), passages[entry.owner], 1e-5);
  ASSERT_NEAR(At(entry, Feature::kDice), best.dice, 1e-5);
  ASSERT_NEAR(At(entry, Feature::kTextCovered), best.text_covered, 1e-5);
  ASSERT_NEAR(At(entry, Feature::kLabelCovered), best.label_covered, 1e-5);
  if (question.weight > 0) {
    ASSERT_NEAR(At(entry, Feature::kConceptCovers), covers / question.weight, 1e-5);
  }
  for (const double value : entry.features) ASSERT_TRUE(value >= 0 && value <= 1 + 1e-5);
  ASSERT_TRUE(entry.label >= world->labels.Begin(entry.owner) &&
              entry.label < world->labels.End(entry.owner));
}

LetterIndex Letters(const LabelTable& labels) {
  std::vector<std::string_view> folded;
  for (uint32_t i = 0; i < labels.size(); ++i) folded.push_back(labels.folded(i));
  return LetterIndex(folded);
}

// The candidates are concepts of the oracle with the same features; all of them when there are few.
void ExpectLikeOracle(const ConceptIndex& index, std::string_view folded, bool* was_cut) {
  const auto all = index.AllConcepts(folded);
  const auto candidates = index.Candidates(folded);
  ASSERT_EQ(candidates.size(), std::min(all.size(), ConceptIndex::kMostCandidates));
  *was_cut |= candidates.size() < all.size();
  auto oracle = all.begin();
  for (const ScoredConcept& candidate : candidates) {
    while (oracle != all.end() && oracle->owner < candidate.owner) ++oracle;
    ASSERT_TRUE(oracle != all.end() && oracle->owner == candidate.owner);
    ASSERT_EQ(oracle->features, candidate.features);
    ASSERT_EQ(oracle->label, candidate.label);
  }
}

TEST(ConceptIndexTest, CandidatesAreThoseOfTheOracle) {
  bool was_cut = false;
  for (uint32_t seed = 0; seed < 12; ++seed) {
    RandomText random(seed);
    const std::string text = random.Taxonomy(seed % 2 == 0 ? 30 : 250, 10);
    IndexWorld world(text, WithLexicon(random.Lexicon(10)));
    const ConceptIndex index(&world.model, world.texts);
    const LetterIndex letters = Letters(world.labels);
    for (int i = 0; i < 10; ++i) {
      const std::string asked = i == 0   ? "l"
                                : i == 1 ? "q"
                                : i < 5  ? StrCat("ervaren ", random.Words(1, 2), " m v 36u")
                                         : random.Words(1, 4);
      ExpectLikeOracle(index, asked, &was_cut);
      for (const ScoredConcept& entry : index.AllConcepts(asked)) {
        ExpectDefined(&world, letters, asked, entry);
      }
    }
  }
  EXPECT_TRUE(was_cut);
}

TEST(ConceptIndexTest, CandidatesAreThoseOfTheOracleInRandomWorlds) {
  bool was_cut = false;
  for (uint32_t seed = 0; seed < 5; ++seed) {
    RandomWorld random(seed);
    const TinyWorld world(random.Text(150, 120, 0));
    const WordModel model(world.taxonomy(), Knowledge());
    const ConceptIndex occupations(&model, OccupationTexts(world.taxonomy()));
    const ConceptIndex skills(&model, SkillTexts(world.taxonomy()));
    for (int i = 0; i < 10; ++i) {
      ExpectLikeOracle(occupations, RandomWorld::Job(i * 11), &was_cut);
      ExpectLikeOracle(occupations, RandomWorld::Skill(i), &was_cut);
      ExpectLikeOracle(skills, RandomWorld::Skill(i * 13), &was_cut);
    }
  }
  EXPECT_TRUE(was_cut);
}

TEST(ConceptIndexTest, ThePreferredLabelIsAmongManyCandidates) {
  RandomText random(3);
  const IndexWorld world(random.Taxonomy(400, 0));
  const ConceptIndex index(&world.model, world.texts);
  for (uint32_t owner = 0; owner < world.texts.size(); owner += 7) {
    const std::string& folded = world.texts[owner].labels.front().folded;
    const auto same = [](const ScoredConcept& entry) { return At(entry, Feature::kSameText) > 0; };
    const auto all = index.AllConcepts(folded);
    const auto candidates = index.Candidates(folded);
    EXPECT_EQ(std::count_if(candidates.begin(), candidates.end(), same),
              std::count_if(all.begin(), all.end(), same))
        << folded;
  }
}

}  // namespace
}  // namespace overstap::text
