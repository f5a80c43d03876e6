#include "taxonomy/extract/extractor.h"

#include <algorithm>
#include <string>
#include <tuple>
#include <utility>

#include "absl/container/flat_hash_map.h"
#include "absl/container/flat_hash_set.h"
#include "base/status_macros.h"
#include "base/strings.h"
#include "taxonomy/extract/clauses.h"
#include "taxonomy/extract/facts.h"
#include "taxonomy/extract/job_titles.h"
#include "taxonomy/extract/layout.h"
#include "taxonomy/extract/unmatched.h"
#include "taxonomy/normalise.h"

namespace overstap::extract {
namespace {

constexpr size_t kMostSentencesUnmatched = 20;  // of a text of which nothing is understood
constexpr uint32_t kMostUnmatchedBytes = 400;   // of each of those

// How much a vacancy asks for what it names without saying how much.
Importance UsualImportance(Section section) {
  switch (section) {
    case Section::kRequirements:
    case Section::kAdmission:
      return Importance::kEssential;
    case Section::kTasks:
      return Importance::kImportant;
    default:
      return Importance::kSomewhat;
  }
}

// Recognised, and of itself like the text: words of running text may be no title at all, and then
// the best of bad candidates is none.
bool IsMeant(const text::Match<OccupationId>& match) {
  constexpr double kLeastDice = 0.35;
  constexpr double kLeastLetters = 0.4;
  const auto feature = [&](text::Feature of) { return match.features[static_cast<size_t>(of)]; };
  return text::IsRecognised(match) && (feature(text::Feature::kDice) >= kLeastDice ||
                                       feature(text::Feature::kLetters) >= kLeastLetters);
}

// At most kMostUnmatchedBytes from its begin, whole characters.
ByteRange Shortened(std::string_view text, ByteRange bytes) {
  if (bytes.end - bytes.begin <= kMostUnmatchedBytes) return bytes;
  bytes.end = bytes.begin + kMostUnmatchedBytes;
  while (bytes.end > bytes.begin + 1 &&
         (static_cast<unsigned char>(text[bytes.end]) & 0xc0) == 0x80) {
    --bytes.end;
  }
  return bytes;
}

template <class Found>
void AddOnce(std::vector<Found> found, std::vector<Found>* all) {
  for (Found& one : found) {
    const bool known = std::any_of(all->begin(), all->end(),
                                   [&](const Found& other) { return other.id == one.id; });
    if (!known) all->push_back(std::move(one));
  }
}

// A vacancy in so few words that nothing in it says what they are about.
bool IsTelegram(const Layout& layout) {
  return layout.kind == DocumentKind::kVacancy &&
         std::none_of(layout.sections.begin(), layout.sections.end(), [](Section section) {
           return section == Section::kRequirements || section == Section::kTasks;
         });
}

// One text, from bytes to what is understood of it.
class Reading {
 public:
  Reading(std::string_view text, const ExtractParams& params, const Lexicon& lexicon,
          const SkillIndex& index, const text::WordModel& words)
      : params_(params),
        lexicon_(lexicon),
        index_(index),
        reader_(&words, &index),
        document_(ReadDocument(text)),
        layout_(ReadLayout(document_, lexicon, params.kind)),
        is_telegram_(IsTelegram(layout_)),
        understood_(document_.words.size(), false),
        in_title_(document_.words.size(), false) {
    extraction_.kind = layout_.kind;
    language_ =
        LanguageOf(document_, {0, static_cast<uint32_t>(document_.words.size())}).value_or(kDutch);
  }

  Extraction Read(const text::Lookup& lookup) {
    FindOccupations(lookup);
    for (size_t i = 0; i < document_.sentences.size(); ++i) ReadSentence(i);
    ChooseLevel();
    for (size_t i = 0; i < document_.sentences.size(); ++i) AddUnmatched(i);
    FinishSkills();
    if (IsNothing()) AddEverything();
    return std::move(extraction_);
  }

 private:
  void FindOccupations(const text::Lookup& lookup) {
    absl::flat_hash_map<OccupationId, size_t> places;
    for (const JobTitle& title : FindJobTitles(document_, layout_, lexicon_)) {
      const ByteRange bytes = BytesOf(document_, title.words);
      auto matches = lookup.FindOccupations(TextOf(document_, bytes), 1);
      if (matches.empty() || !IsMeant(matches.front())) continue;
      for (uint32_t i = title.words.first; i < title.words.last; ++i) {
        understood_[i] = true;
        in_title_[i] = true;
      }
      text::Match<OccupationId>& match = matches.front();
      const auto [place, is_new] = places.emplace(match.id, extraction_.occupations.size());
      if (is_new) {
        extraction_.occupations.push_back({match.id, match.score, std::move(match.matched_label),
                                           bytes, title.years, title.until});
        continue;
      }
      FoundOccupation& known = extraction_.occupations[place->second];
      if (!known.years) known.years = title.years;
      if (!known.until) known.until = title.until;
    }
    std::stable_sort(extraction_.occupations.begin(), extraction_.occupations.end(),
                     [](const auto& a, const auto& b) { return a.score > b.score; });
  }

  // Nothing in a CV, nor for what a course teaches.
  std::optional<Importance> ImportanceOf(Section section, const Clause& clause) const {
    if (layout_.kind == DocumentKind::kCv) return std::nullopt;
    if (layout_.kind == DocumentKind::kCourse && section != Section::kAdmission) {
      return std::nullopt;
    }
    return clause.strength.value_or(UsualImportance(section));
  }

  void ReadSentence(size_t i) {
    const Section section = layout_.sections[i];
    const WordRange words = document_.sentences[i].words;
    clauses_.push_back(ReadClauses(document_, words, lexicon_));
    const std::vector<Clause>& clauses = clauses_.back();
    if (!extraction_.hours && section != Section::kCompany) {
      extraction_.hours = FindHours(document_, words);
    }
    const bool title = section == Section::kTitle;
    if (!YieldsSkills(section) && !title) return;
    AddFacts(words, section, clauses);
    const WordRange body = {words.first + layout_.heading_words[i], words.last};
    if (!title && !layout_.headings[i]) AddSkills(body, section, clauses);
  }

  void AddFacts(WordRange words, Section section, const std::vector<Clause>& clauses) {
    std::vector<FoundLicence> licences = FindLicences(document_, words, clauses, lexicon_);
    for (FoundLicence& licence : licences) {
      Mark(licence.bytes, words);
      const bool asked = ImportanceOf(section, clauses.front()).has_value();
      if (!asked) licence.importance = std::nullopt;
      if (asked && !licence.importance) licence.importance = UsualImportance(section);
    }
    AddOnce(std::move(licences), &extraction_.licences);
    std::vector<FoundRegulation> regulations = FindRegulations(document_, words, clauses, lexicon_);
    for (const FoundRegulation& regulation : regulations) Mark(regulation.bytes, words);
    AddOnce(std::move(regulations), &extraction_.regulations);
    for (FoundLevel& level : FindLevels(document_, words, clauses, lexicon_)) {
      Mark(level.bytes, words);
      if (section == Section::kRequirements) required_levels_.push_back(level);
      levels_.push_back(std::move(level));
    }
  }

  // The words of the sentence in these bytes are understood.
  void Mark(ByteRange bytes, WordRange sentence) {
    for (uint32_t i = sentence.first; i < sentence.last; ++i) {
      const ByteRange& word = document_.words[i].bytes;
      if (word.begin >= bytes.begin && word.end <= bytes.end) understood_[i] = true;
    }
  }

  void AddSkills(WordRange words, Section section, const std::vector<Clause>& clauses) {
    const Language language = LanguageOf(document_, words).value_or(language_);
    for (const SkillSpan& span :
         FindSkillSpans(document_, words, language, index_, lexicon_, &reader_, params_.spans)) {
      const bool titled = std::any_of(span.found.begin(), span.found.end(),
                                      [&](uint32_t word) { return in_title_[word]; });
      if (titled) continue;
      for (const uint32_t word : span.found) understood_[word] = true;
      const bool negated = std::any_of(span.found.begin(), span.found.end(), [&](uint32_t word) {
        return ClauseOf(clauses, word).IsNegated(word);
      });
      if (negated) continue;
      const Clause& clause = ClauseOf(clauses, span.found.front());
      const SkillLabel& label = index_.label(span.label);
      extraction_.skills.push_back({label.skill, span.score, label.label,
                                    BytesOf(document_, span.words), section,
                                    ImportanceOf(section, clause), clause.years});
    }
  }

  // Of a vacancy what the requirements say, before what is said elsewhere: a teacher in vmbo has
  // hbo.
  void ChooseLevel() {
    const auto lower = [](const FoundLevel& a, const FoundLevel& b) { return a.level < b.level; };
    if (!required_levels_.empty() && layout_.kind == DocumentKind::kVacancy) {
      levels_ = required_levels_;
    }
    if (levels_.empty()) return;
    extraction_.level = layout_.kind == DocumentKind::kCv
                            ? *std::max_element(levels_.begin(), levels_.end(), lower)
                            : *std::min_element(levels_.begin(), levels_.end(), lower);
  }

  void AddUnmatched(size_t i) {
    Section section = layout_.sections[i];
    if (!YieldsSkills(section) || layout_.headings[i]) return;
    if (section == Section::kUnknown && is_telegram_) section = Section::kRequirements;
    for (const WordRange words : FindUnmatched(document_, document_.sentences[i], section,
                                               clauses_[i], understood_, lexicon_)) {
      const ByteRange bytes = BytesOf(document_, words);
      if (extraction_.unmatched.size() == Extraction::kMostUnmatched) return;
      if (!unmatched_.insert(FoldLabel(TextOf(document_, bytes))).second) continue;
      extraction_.unmatched.push_back(bytes);
    }
  }

  // Of each skill the best place, with the strongest demand and the most years of all its places.
  void FinishSkills() {
    std::vector<FoundSkill>& skills = extraction_.skills;
    std::stable_sort(skills.begin(), skills.end(), [](const FoundSkill& a, const FoundSkill& b) {
      return std::tuple(a.id, -a.score, a.bytes.begin) < std::tuple(b.id, -b.score, b.bytes.begin);
    });
    std::vector<FoundSkill> once;
    for (FoundSkill& skill : skills) {
      if (once.empty() || once.back().id != skill.id) {
        once.push_back(std::move(skill));
        continue;
      }
      FoundSkill& best = once.back();
      if (skill.importance && best.importance) {
        best.importance = std::min(*best.importance, *skill.importance);
      }
      best.years = std::max(best.years, skill.years);
    }
    std::stable_sort(once.begin(), once.end(),
                     [](const FoundSkill& a, const FoundSkill& b) { return a.score > b.score; });
    skills = std::move(once);
  }

  bool IsNothing() const {
    return extraction_.occupations.empty() && extraction_.skills.empty() &&
           extraction_.licences.empty() && extraction_.unmatched.empty();
  }

  void AddEverything() {
    size_t added = 0;
    for (size_t i = 0; i < document_.sentences.size() && added < kMostSentencesUnmatched; ++i) {
      if (!YieldsSkills(layout_.sections[i]) && layout_.sections[i] != Section::kTitle) continue;
      extraction_.unmatched.push_back(
          Shortened(document_.text, BytesOf(document_, document_.sentences[i].words)));
      ++added;
    }
  }

  const ExtractParams& params_;
  const Lexicon& lexicon_;
  const SkillIndex& index_;
  WordUnitReader reader_;
  const Document document_;
  const Layout layout_;
  const bool is_telegram_;
  Language language_;
  std::vector<bool> understood_;              // of each word
  std::vector<bool> in_title_;                // of each word: part of an occupation that was found
  std::vector<std::vector<Clause>> clauses_;  // of each sentence
  std::vector<FoundLevel> levels_;
  std::vector<FoundLevel> required_levels_;     // those of them that the requirements name
  absl::flat_hash_set<std::string> unmatched_;  // folded
  Extraction extraction_;
};

}  // namespace

absl::Status ExtractParams::Validate() const {
  if (spans.least_score >= 0 && spans.least_score <= 1) return absl::OkStatus();
  return absl::InvalidArgumentError("least_score must be between 0 and 1");
}

Extractor::Extractor(const Taxonomy* taxonomy, const text::Lookup* lookup, const Lexicon* lexicon)
    : lookup_(*lookup), lexicon_(*lexicon), index_(*taxonomy, lookup->words(), *lexicon) {}

absl::StatusOr<Extraction> Extractor::Extract(std::string_view text,
                                              const ExtractParams& params) const {
  OVERSTAP_RETURN_IF_ERROR(params.Validate());
  if (text.size() > kMostBytes) {
    return absl::InvalidArgumentError(StrCat("the text has ", text.size(), " bytes; at most ",
                                             kMostBytes, " are read: cut it or send it in parts"));
  }
  return Reading(text, params, lexicon_, index_, lookup_.words()).Read(lookup_);
}

}  // namespace overstap::extract
