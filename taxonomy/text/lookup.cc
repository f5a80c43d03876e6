#include "taxonomy/text/lookup.h"

#include <algorithm>
#include <limits>
#include <mutex>
#include <optional>
#include <utility>

#include "base/text_encoding.h"
#include "taxonomy/normalise.h"
#include "taxonomy/text/concept_index.h"
#include "taxonomy/text/label_table.h"
#include "taxonomy/text/taxonomy_text.h"
#include "taxonomy/text/word_model.h"

namespace overstap::text {
namespace {

// Longer text is cut: it is no title or skill, but a text to extract from.
constexpr size_t kMostTextBytes = 1000;

struct Ranked {
  double score = 0;  // weights . features
  const ScoredConcept* candidate = nullptr;

  int tier() const { return Ranking::Tier(candidate->features); }
};

bool IsBetter(const Ranked& a, const Ranked& b) {
  if (a.tier() != b.tier()) return a.tier() > b.tier();
  if (a.score != b.score) return a.score > b.score;
  return a.candidate->owner < b.candidate->owner;
}

// The score that the chance of a result is taken from. No result has a greater chance than one
// before it: a concept with a label of the same text is at least as likely as those only alike.
double LikelyScore(const Ranked& entry, double best_alike) {
  return entry.tier() == 1 ? std::max(entry.score, best_alike) : entry.score;
}

template <class Id>
std::vector<Match<Id>> Find(const ConceptIndex& index, const Ranking& ranking,
                            std::string_view text, size_t limit) {
  std::vector<Match<Id>> matches;
  const std::string folded = FoldLabel(Utf8Prefix(text, kMostTextBytes));
  if (folded.empty() || limit == 0) return matches;
  const std::vector<ScoredConcept> candidates = index.Candidates(folded);
  if (candidates.empty()) return matches;
  std::vector<Ranked> ranked;
  std::vector<double> scores;
  double best_alike = -std::numeric_limits<double>::infinity();
  for (const ScoredConcept& entry : candidates) {
    scores.push_back(ranking.Score(entry.features));
    ranked.push_back({scores.back(), &entry});
    if (ranked.back().tier() == 0) best_alike = std::max(best_alike, scores.back());
  }
  const double log_sum = Ranking::LogSumWithNothing(scores);
  const auto kept = static_cast<std::ptrdiff_t>(std::min(limit, ranked.size()));
  std::partial_sort(ranked.begin(), ranked.begin() + kept, ranked.end(), IsBetter);
  ranked.resize(static_cast<size_t>(kept));
  for (const Ranked& entry : ranked) {
    const Label& label = index.label(entry.candidate->label);
    const double likely = LikelyScore(entry, best_alike);
    const double chance =
        entry.tier() == 2 ? 1 : ranking.Chance(likely, Ranking::LogOdds(likely, log_sum));
    matches.push_back(
        {Id(entry.candidate->owner), chance, label.text, label.kind, entry.candidate->features});
  }
  return matches;
}

// The one concept that has a preferred label of the same letters.
template <class Id>
std::optional<Id> Named(const Taxonomy& taxonomy, size_t count, std::string_view text) {
  const std::string folded = FoldLabel(Utf8Prefix(text, kMostTextBytes));
  if (folded.empty()) return std::nullopt;
  const uint64_t wanted = LabelTable::LetterNumber(folded);
  std::optional<Id> found;
  for (uint32_t i = 0; i < count; ++i) {
    for (const Label& label : taxonomy.Labels(Id(i))) {
      if (label.kind != LabelKind::kPreferred) continue;
      if (LabelTable::LetterNumber(FoldLabel(label.text)) != wanted) continue;
      if (found && *found != Id(i)) return std::nullopt;
      found = Id(i);
    }
  }
  return found;
}

}  // namespace

struct Lookup::Lazy {
  const Taxonomy* taxonomy;
  std::shared_ptr<const Knowledge> knowledge;
  std::once_flag words_once, occupations_once, skills_once;
  std::optional<WordModel> words;
  std::optional<ConceptIndex> occupations, skills;
};

Lookup::Lookup(const Taxonomy* taxonomy, std::shared_ptr<const Knowledge> knowledge)
    : lazy_(std::make_unique<Lazy>()) {
  lazy_->taxonomy = taxonomy;
  lazy_->knowledge = knowledge ? std::move(knowledge) : std::make_shared<const Knowledge>();
}

Lookup::~Lookup() = default;

const WordModel& Lookup::words() const {
  std::call_once(lazy_->words_once,
                 [this] { lazy_->words.emplace(*lazy_->taxonomy, *lazy_->knowledge); });
  return *lazy_->words;
}

const ConceptIndex& Lookup::occupations() const {
  std::call_once(lazy_->occupations_once, [this] {
    lazy_->occupations.emplace(&words(), OccupationTexts(*lazy_->taxonomy));
  });
  return *lazy_->occupations;
}

const ConceptIndex& Lookup::skills() const {
  std::call_once(lazy_->skills_once,
                 [this] { lazy_->skills.emplace(&words(), SkillTexts(*lazy_->taxonomy)); });
  return *lazy_->skills;
}

void Lookup::Prepare() const {
  occupations();
  skills();
}

std::optional<OccupationId> Lookup::OccupationNamed(std::string_view text) const {
  return Named<OccupationId>(*lazy_->taxonomy, lazy_->taxonomy->occupation_count(), text);
}

std::optional<SkillId> Lookup::SkillNamed(std::string_view text) const {
  return Named<SkillId>(*lazy_->taxonomy, lazy_->taxonomy->skill_count(), text);
}

const Knowledge& Lookup::knowledge() const { return *lazy_->knowledge; }

std::vector<Match<OccupationId>> Lookup::FindOccupations(std::string_view text,
                                                         size_t limit) const {
  return Find<OccupationId>(occupations(), knowledge().occupations, text, limit);
}

std::vector<Match<SkillId>> Lookup::FindSkills(std::string_view text, size_t limit) const {
  return Find<SkillId>(skills(), knowledge().skills, text, limit);
}

}  // namespace overstap::text
