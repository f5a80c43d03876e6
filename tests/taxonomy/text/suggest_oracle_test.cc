// The suggestions equal those of the oracle.
#include "tools/bench/suggest_oracle.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <string>
#include <vector>

#include "ingest/esco_reader.h"
#include "taxonomy/normalise.h"
#include "taxonomy/text/suggest.h"
#include "tests/support/data_files.h"
#include "tests/taxonomy/text/text_world.h"

namespace overstap::text {

// GoogleTest shows it when a comparison fails.
static void PrintTo(const OracleSuggestion& suggestion, std::ostream* out) {
  *out << suggestion.concept_number << " '" << suggestion.label->text << "' place "
       << static_cast<int>(suggestion.place) << " changes " << suggestion.changes;
}

namespace {

template <class Id>
std::vector<OracleSuggestion> Plain(const std::vector<Suggestion<Id>>& suggestions) {
  std::vector<OracleSuggestion> plain;
  for (const Suggestion<Id>& suggestion : suggestions) {
    plain.push_back(
        {suggestion.id.value(), suggestion.label, suggestion.place, suggestion.changes});
    EXPECT_LT(suggestion.highlight.begin, suggestion.highlight.end);
    EXPECT_LE(suggestion.highlight.end, suggestion.label->text.size());
  }
  return plain;
}

// What somebody types on the way to a label, perhaps with mistakes or other words.
class Typist {
 public:
  explicit Typist(uint32_t seed) : random_(seed) {}

  std::string Type(std::string_view label) {
    std::string text = FoldLabel(label);
    if (Below(3) == 0) text = text.substr(std::min(text.find(' ') + 1, text.size()));
    if (Below(3) == 0) Swap(&text);
    text.resize(std::min<size_t>(text.size(), 1 + Below(14)));
    for (size_t i = Below(3); i > 0; --i) Mistake(&text);
    return text;
  }

  size_t Below(size_t bound) { return random_() % bound; }

 private:
  static void Swap(std::string* words) {
    const size_t space = words->find(' ');
    if (space == std::string::npos) return;
    *words = words->substr(space + 1, 6) + " " + words->substr(0, space);
  }

  void Mistake(std::string* text) {
    if (text->empty()) return;
    const size_t at = Below(text->size());
    const char letter = static_cast<char>('a' + Below(26));
    switch (Below(4)) {
      case 0:
        text->erase(at, 1);
        break;
      case 1:
        text->insert(at, 1, letter);
        break;
      case 2:
        (*text)[at] = letter;
        break;
      default:
        if (at > 0) std::swap((*text)[at], (*text)[at - 1]);
    }
  }

  std::mt19937 random_;
};

TEST(SuggestOracleTest, RandomTaxonomies) {
  for (uint32_t seed = 0; seed < 40; ++seed) {
    RandomText words(seed);
    const Taxonomy taxonomy = TextTaxonomy(words.Taxonomy(60, 10));
    std::vector<uint32_t> vacancies(taxonomy.occupation_count());
    for (uint32_t& count : vacancies) count = static_cast<uint32_t>(words.random().Number(0, 3));
    const Suggester suggester(&taxonomy, nullptr, vacancies);
    SuggestOracle oracle(&taxonomy, {}, vacancies);
    Typist typist(seed);
    for (int i = 0; i < 40; ++i) {
      const std::string text = typist.Type(words.Words(1, 3));
      const size_t limit = 1 + typist.Below(12);
      const LanguageOrder order =
          typist.Below(2) == 0 ? DefaultLanguageOrder() : LanguageOrder{kEnglish};
      ASSERT_EQ(Plain(suggester.Occupations(text, limit, order)),
                oracle.Occupations(text, limit, order))
          << "seed " << seed << " text '" << text << "'";
      ASSERT_EQ(Plain(suggester.Skills(text, limit, order)), oracle.Skills(text, limit, order))
          << "seed " << seed << " text '" << text << "'";
    }
  }
}

TEST(SuggestOracleTest, RealEsco) {
  if (!std::filesystem::exists(EscoFolder())) GTEST_SKIP() << "no ESCO at " << EscoFolder();
  ingest::ImportReport report;
  NoProgress progress;
  TaxonomySource source =
      ingest::ReadEsco({EscoFolder().string(), DefaultLanguageOrder()}, &report, &progress).value();
  const Taxonomy taxonomy = Taxonomy::Build(std::move(source), "esco").value();
  const Suggester suggester(&taxonomy, nullptr, {});
  SuggestOracle oracle(&taxonomy, {}, {});
  Typist typist(2026);
  std::vector<std::string> texts = {"a", "las", "robot", "monteur warmte", "electromonteur", "m m"};
  while (texts.size() < 16) {
    const OccupationId id(static_cast<uint32_t>(typist.Below(taxonomy.occupation_count())));
    const auto labels = taxonomy.Labels(id);
    texts.push_back(typist.Type(labels[typist.Below(labels.size())].text));
  }
  for (const std::string& text : texts) {
    ASSERT_EQ(Plain(suggester.Occupations(text, 10, DefaultLanguageOrder())),
              oracle.Occupations(text, 10, DefaultLanguageOrder()))
        << "text '" << text << "'";
  }
  for (const std::string text : {"wel", "machin onderhoden"}) {
    ASSERT_EQ(Plain(suggester.Skills(text, 10, DefaultLanguageOrder())),
              oracle.Skills(text, 10, DefaultLanguageOrder()))
        << "text '" << text << "'";
  }
}

}  // namespace
}  // namespace overstap::text
