#include "tools/bench/suggest_oracle.h"

#include <algorithm>
#include <functional>
#include <optional>
#include <set>
#include <tuple>

#include "taxonomy/normalise.h"
#include "taxonomy/text/suggest_query.h"
#include "taxonomy/text/typo_index.h"

namespace overstap::text {
namespace {

struct Found {
  SuggestLabel label;
  SuggestPlace place = SuggestPlace::kWhole;
  int changes = 0;
  size_t language = 0;

  bool IsBefore(const Found& other) const {
    const auto mine = std::tuple(changes, language, place);
    const auto others = std::tuple(other.changes, other.language, other.place);
    return mine != others ? mine < others : IsSuggestedBefore(label, other.label);
  }
};

using Starts = std::vector<LabelStart>;

// The best way in which the label has the text as one piece.
std::optional<std::pair<int, SuggestPlace>> AsOne(const TypedText& text, std::string_view folded,
                                                  const Starts& starts) {
  if (folded == text.folded) return std::pair(0, SuggestPlace::kWhole);
  const int most = text.has_words() ? 0 : MostChanges(text.folded);
  std::optional<std::pair<int, SuggestPlace>> best;
  for (const LabelStart& start : starts) {
    const std::string_view rest = folded.substr(start.offset);
    int changes = rest.starts_with(text.folded) ? 0 : most + 1;
    if (changes > 0 && most > 0) changes = DistanceToPrefix(text.folded, rest).changes;
    const auto place = static_cast<SuggestPlace>(static_cast<int>(start.place) + 1);
    if (changes <= most && (!best || std::pair(changes, place) < *best)) best = {changes, place};
  }
  return best;
}

// The changes with which each word is somewhere in the label.
std::optional<int> AsWords(const TypedText& text, std::string_view folded, const Starts& starts) {
  int total = 0;
  for (const std::string& word : text.words) {
    const int most = MostChanges(word);
    int least = most + 1;
    for (const LabelStart& start : starts) {
      const std::string_view rest = folded.substr(start.offset);
      if (rest.starts_with(word)) least = 0;
      if (least > 0 && most > 0) least = std::min(least, DistanceToPrefix(word, rest).changes);
    }
    if (least > most) return std::nullopt;
    total += least;
  }
  return total <= TypoIndex::kMostChanges ? std::optional(total) : std::nullopt;
}

size_t RankOf(Language language, const LanguageOrder& order, const std::set<Language>& present) {
  LanguageOrder all = order;
  all.insert(all.end(), present.begin(), present.end());
  return static_cast<size_t>(std::find(all.begin(), all.end(), language) - all.begin());
}

struct Concepts {
  size_t count;
  std::function<std::span<const Label>(uint32_t)> labels;
  std::function<uint32_t(uint32_t)> asked;
};

std::vector<OracleSuggestion> Ask(const Concepts& concepts, std::string_view typed, size_t limit,
                                  const LanguageOrder& order, StartFinder* finder) {
  const TypedText text(typed);
  if (text.empty()) return {};
  std::set<Language> present;
  for (uint32_t i = 0; i < concepts.count; ++i) {
    for (const Label& label : concepts.labels(i)) present.insert(label.language);
  }
  std::vector<Found> all;
  for (uint32_t i = 0; i < concepts.count; ++i) {
    std::optional<Found> best;
    const auto labels = concepts.labels(i);
    for (const Label& label : labels) {
      const std::string folded = FoldLabel(label.text);
      if (folded.empty()) continue;
      const Starts starts = finder->FindStarts(folded, label.language);
      const SuggestLabel entry{i, &label, folded, concepts.asked(i),
                               static_cast<uint32_t>(labels.size())};
      const auto consider = [&](int changes, SuggestPlace place) {
        const Found found{entry, place, changes, RankOf(label.language, order, present)};
        if (!best || found.IsBefore(*best)) best = found;
      };
      if (const auto one = AsOne(text, folded, starts)) consider(one->first, one->second);
      if (!text.has_words()) continue;
      if (const auto changes = AsWords(text, folded, starts)) {
        consider(*changes, SuggestPlace::kScattered);
      }
    }
    if (best) all.push_back(*best);
  }
  std::sort(all.begin(), all.end(), [](const Found& a, const Found& b) { return a.IsBefore(b); });
  std::vector<OracleSuggestion> suggestions;
  for (const Found& found : all) {
    if (suggestions.size() == limit) break;
    suggestions.push_back({found.label.owner, found.label.label, found.place, found.changes});
  }
  return suggestions;
}

}  // namespace

SuggestOracle::SuggestOracle(const Taxonomy* taxonomy, const Knowledge& knowledge,
                             std::vector<uint32_t> vacancies)
    : taxonomy_(taxonomy), vacancies_(std::move(vacancies)) {
  starts_.Learn(knowledge);
  const auto learn = [&](std::span<const Label> labels) {
    for (const Label& label : labels) starts_.Learn(FoldLabel(label.text), label.language);
  };
  for (uint32_t i = 0; i < taxonomy->occupation_count(); ++i) {
    learn(taxonomy->Labels(OccupationId(i)));
  }
  for (uint32_t i = 0; i < taxonomy->skill_count(); ++i) learn(taxonomy->Labels(SkillId(i)));
}

std::vector<OracleSuggestion> SuggestOracle::Occupations(std::string_view text, size_t limit,
                                                         const LanguageOrder& order) {
  const Concepts concepts{taxonomy_->occupation_count(),
                          [&](uint32_t i) { return taxonomy_->Labels(OccupationId(i)); },
                          [&](uint32_t i) { return vacancies_.empty() ? 0 : vacancies_[i]; }};
  return Ask(concepts, text, limit, order, &starts_);
}

std::vector<OracleSuggestion> SuggestOracle::Skills(std::string_view text, size_t limit,
                                                    const LanguageOrder& order) {
  const auto asked = [&](uint32_t i) {
    return static_cast<uint32_t>(taxonomy_->DocumentFrequency(SkillId(i)));
  };
  const Concepts concepts{taxonomy_->skill_count(),
                          [&](uint32_t i) { return taxonomy_->Labels(SkillId(i)); }, asked};
  return Ask(concepts, text, limit, order, &starts_);
}

}  // namespace overstap::text
