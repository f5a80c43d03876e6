#include "taxonomy/text/suggest.h"

#include <algorithm>
#include <map>
#include <mutex>
#include <optional>
#include <utility>

#include "absl/container/flat_hash_set.h"
#include "taxonomy/normalise.h"
#include "taxonomy/text/suggest_query.h"

namespace overstap::text {
namespace {

struct SuggestConcept {
  std::span<const Label> labels;
  uint32_t asked = 0;
};

struct Candidate {
  const LanguageLabels* labels = nullptr;
  uint32_t label = 0;
  SuggestPlace place = SuggestPlace::kWhole;
  uint32_t offset = 0;
  int changes = 0;
  size_t language_rank = 0;
};

using LabelsByLanguage = std::map<Language, std::vector<SuggestLabel>>;

LabelsByLanguage ReadLabels(const std::vector<SuggestConcept>& concepts) {
  LabelsByLanguage by_language;
  for (uint32_t owner = 0; owner < concepts.size(); ++owner) {
    const auto& [labels, asked] = concepts[owner];
    for (const Label& label : labels) {
      std::string folded = FoldLabel(label.text);
      if (folded.empty()) continue;
      by_language[label.language].push_back(
          {owner, &label, std::move(folded), asked, static_cast<uint32_t>(labels.size())});
    }
  }
  return by_language;
}

void Learn(const LabelsByLanguage& by_language, StartFinder* starts) {
  for (const auto& [language, labels] : by_language) {
    for (const SuggestLabel& label : labels) starts->Learn(label.folded, language);
  }
}

// The labels of one kind of concept.
class KindLabels {
 public:
  KindLabels(LabelsByLanguage by_language, StartFinder* starts) {
    for (auto& [language, labels] : by_language) {
      languages_.push_back(
          std::make_unique<const LanguageLabels>(language, std::move(labels), starts));
    }
  }

  template <class Id>
  std::vector<Suggestion<Id>> Suggest(std::string_view typed, size_t limit,
                                      const LanguageOrder& order) const {
    std::vector<Suggestion<Id>> suggestions;
    const TypedText text(typed);
    if (text.empty() || limit == 0) return suggestions;
    for (const Candidate& found : Candidates(text, limit, order)) {
      const PrefixIndex& index = found.labels->index();
      const Label& label = index.label(found.label);
      const ByteRange range = found.labels->Find(text, found.label, found.place, found.offset);
      suggestions.push_back({Id(index.Owner(found.label)), &label, found.place, found.changes,
                             Score(found), Unfold(label.text, index.Folded(found.label), range)});
    }
    return suggestions;
  }

 private:
  // Languages that are asked for first, then the others by code.
  std::vector<const LanguageLabels*> InOrder(const LanguageOrder& order) const {
    const auto rank = [&](Language language) {
      return std::find(order.begin(), order.end(), language) - order.begin();
    };
    std::vector<const LanguageLabels*> ordered;
    for (const auto& labels : languages_) ordered.push_back(labels.get());
    std::stable_sort(ordered.begin(), ordered.end(), [&](const auto* a, const auto* b) {
      return rank(a->language()) < rank(b->language());
    });
    return ordered;
  }

  std::vector<Candidate> Candidates(const TypedText& text, size_t limit,
                                    const LanguageOrder& order) const {
    std::vector<Candidate> candidates;
    absl::flat_hash_set<uint32_t> seen;
    const std::vector<const LanguageLabels*> languages = InOrder(order);
    for (int changes = 0; changes <= text.most_changes(); ++changes) {
      for (size_t rank = 0; rank < languages.size(); ++rank) {
        const auto visit = [&](uint32_t label, SuggestPlace place, uint32_t offset) {
          if (seen.insert(languages[rank]->index().Owner(label)).second) {
            candidates.push_back({languages[rank], label, place, offset, changes, rank});
          }
          return candidates.size() < limit;
        };
        languages[rank]->VisitMatches(text, changes, visit);
        if (candidates.size() >= limit) return candidates;
      }
    }
    return candidates;
  }

  double Score(const Candidate& found) const {
    const size_t classes = static_cast<size_t>(kSuggestPlaces) * languages_.size();
    const size_t number = static_cast<size_t>(found.changes) * classes +
                          found.language_rank * static_cast<size_t>(kSuggestPlaces) +
                          static_cast<size_t>(found.place);
    const size_t all = classes * static_cast<size_t>(TypoIndex::kMostChanges + 1);
    return 1 - static_cast<double>(number) / static_cast<double>(all);
  }

  std::vector<std::unique_ptr<const LanguageLabels>> languages_;  // by code
};

LabelsByLanguage OccupationLabels(const Taxonomy& taxonomy,
                                  const std::vector<uint32_t>& vacancies) {
  std::vector<SuggestConcept> concepts;
  for (uint32_t i = 0; i < taxonomy.occupation_count(); ++i) {
    concepts.push_back({taxonomy.Labels(OccupationId(i)), i < vacancies.size() ? vacancies[i] : 0});
  }
  return ReadLabels(concepts);
}

LabelsByLanguage SkillLabels(const Taxonomy& taxonomy) {
  std::vector<SuggestConcept> concepts;
  for (uint32_t i = 0; i < taxonomy.skill_count(); ++i) {
    const SkillId id(i);
    concepts.push_back(
        {taxonomy.Labels(id), static_cast<uint32_t>(taxonomy.DocumentFrequency(id))});
  }
  return ReadLabels(concepts);
}

}  // namespace

struct Suggester::Index {
  KindLabels occupations;
  KindLabels skills;
};

struct Suggester::Lazy {
  const Taxonomy* taxonomy;
  std::shared_ptr<const Knowledge> knowledge;
  std::vector<uint32_t> vacancies;
  std::once_flag once;
  std::optional<Index> index;

  void Make() {
    LabelsByLanguage occupations = OccupationLabels(*taxonomy, vacancies);
    LabelsByLanguage skills = SkillLabels(*taxonomy);
    StartFinder starts;
    if (knowledge) starts.Learn(*knowledge);
    Learn(occupations, &starts);
    Learn(skills, &starts);
    index.emplace(
        Index{KindLabels(std::move(occupations), &starts), KindLabels(std::move(skills), &starts)});
  }
};

Suggester::Suggester(const Taxonomy* taxonomy, std::shared_ptr<const Knowledge> knowledge,
                     std::vector<uint32_t> vacancies)
    : lazy_(std::make_unique<Lazy>()) {
  lazy_->taxonomy = taxonomy;
  lazy_->knowledge = std::move(knowledge);
  lazy_->vacancies = std::move(vacancies);
}

Suggester::~Suggester() = default;

const Suggester::Index& Suggester::index() const {
  std::call_once(lazy_->once, [this] { lazy_->Make(); });
  return *lazy_->index;
}

void Suggester::Prepare() const { index(); }

std::vector<Suggestion<OccupationId>> Suggester::Occupations(std::string_view text, size_t limit,
                                                             const LanguageOrder& languages) const {
  return index().occupations.Suggest<OccupationId>(text, limit, languages);
}

std::vector<Suggestion<SkillId>> Suggester::Skills(std::string_view text, size_t limit,
                                                   const LanguageOrder& languages) const {
  return index().skills.Suggest<SkillId>(text, limit, languages);
}

}  // namespace overstap::text
