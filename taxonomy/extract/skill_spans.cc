#include "taxonomy/extract/skill_spans.h"

#include <algorithm>
#include <array>
#include <bitset>
#include <cmath>
#include <span>
#include <string_view>
#include <tuple>

#include "taxonomy/extract/verb_forms.h"

namespace overstap::extract {
namespace {

constexpr float kAsItIs = 0.95F;  // a word that is found itself and not by a synonym
constexpr float kPerWordBetween = 0.05F;
constexpr float kOtherLanguage = 0.85F;
constexpr float kOtherWord = 0.9F;      // another word of the same stem: "solid" for Solidity
constexpr float kAllTranslated = 0.9F;  // least strength of each word of a label that is translated
constexpr float kAcross = 0.9F;         // words on both sides of "en" or a comma
constexpr uint32_t kSeparableReach = 12;  // words between a verb and its particle

// One unit somewhere in the sentence.
struct Occurrence {
  UnitId unit = 0;
  uint32_t word = 0;
  float strength = 0;
  Piece piece = Piece::kWhole;
};

// Of the words of a label that are not light.
struct Strengths {
  float best = 0;
  float least = 1;
};

struct Candidate {
  SkillSpan span;
  float specificity = 0;
};

bool IsCoordination(const Word& word) {
  static constexpr std::array<std::string_view, 5> kWords = {"en", "of", "and", "or", "alsmede"};
  return word.before == ',' || word.before == '/' ||
         std::find(kWords.begin(), kWords.end(), word.folded) != kWords.end();
}

// Whether two English words of one stem are forms of one word: "weld" and "welding", not "solid"
// and "solidity", which the stemmer takes for one.
bool IsSameWord(std::string_view a, std::string_view b) {
  static constexpr std::array<std::string_view, 9> kEndings = {"",   "s",   "es", "e",  "d",
                                                               "ed", "ing", "y",  "ies"};
  const auto [left, right] = std::mismatch(a.begin(), a.end(), b.begin(), b.end());
  const char last = left == a.begin() ? '\0' : *(left - 1);
  const auto is_ending = [last](std::string_view ending) {
    const bool doubled = last != '\0' && !ending.empty() && ending.front() == last;
    if (doubled) ending.remove_prefix(1);
    return std::find(kEndings.begin(), kEndings.end(), ending) != kEndings.end();
  };
  return is_ending({left, a.end()}) && is_ending({right, b.end()});
}

class SpanFinder {
 public:
  SpanFinder(const Document& document, WordRange sentence, Language language,
             const SkillIndex& index, const Lexicon& lexicon, WordUnitReader* reader,
             const SpanParams& params)
      : document_(document),
        sentence_(sentence),
        language_(language),
        index_(index),
        lexicon_(lexicon),
        reader_(*reader),
        params_(params) {}

  std::vector<SkillSpan> Find() {
    ReadWords();
    std::vector<Candidate> candidates;
    const auto verify = [&](uint32_t label, const Occurrence& at) {
      if (auto candidate = Verify(label, at)) candidates.push_back(*std::move(candidate));
    };
    for (const Occurrence& at : occurrences_) {
      if (params_.every_label) break;
      if (at.piece == Piece::kModifier) continue;
      for (const SkillKey& key : index_.LabelsOf(at.unit)) {
        if (units_.test(key.other % units_.size())) verify(key.label, at);
      }
    }
    for (uint32_t label = 0; params_.every_label && label < index_.label_count(); ++label) {
      for (const Occurrence& at : occurrences_) {
        if (at.piece == Piece::kModifier) continue;
        if (at.unit == index_.KeyOf(index_.label(label))) verify(label, at);
      }
    }
    return Select(std::move(candidates));
  }

 private:
  void ReadWords() {
    uint32_t position = 0;
    for (uint32_t i = sentence_.first; i < sentence_.last; ++i) {
      const Word& word = document_.words[i];
      positions_.push_back(position);
      if (word.folded.empty()) {
        position += params_.most_between + 1;  // nothing reaches over a word that is not read
        continue;
      }
      if (word.stop) {
        if (IsParticle(word.folded)) AddSeparated(i);
        continue;
      }
      ++position;
      for (const WordUnit& unit : reader_.Read(word.folded)) {
        occurrences_.push_back({unit.unit, i, unit.strength, unit.piece});
      }
    }
    std::stable_sort(occurrences_.begin(), occurrences_.end(),
                     [](const Occurrence& a, const Occurrence& b) { return a.unit < b.unit; });
    for (const Occurrence& at : occurrences_) units_.set(at.unit % units_.size());
  }

  // False when a word of the label that is not light is surely not in the sentence.
  bool MayHave(std::span<const SkillLabelWord> words) const {
    return std::all_of(words.begin(), words.end(), [&](const SkillLabelWord& word) {
      return word.light || units_.test(word.unit % units_.size());
    });
  }

  // "stelt de machines in" and "in te stellen". The particle ends its clause, or "te" follows.
  void AddSeparated(uint32_t at) {
    const std::string_view particle = document_.words[at].folded;
    if (at + 2 < sentence_.last && document_.words[at + 1].folded == "te") {
      AddVerb(particle, at + 2);
      return;
    }
    if (at + 1 < sentence_.last && !IsCoordination(document_.words[at + 1])) return;
    const uint32_t first = at - std::min(at - sentence_.first, kSeparableReach);
    for (uint32_t i = first; i < at; ++i) AddVerb(particle, i);
  }

  void AddVerb(std::string_view particle, uint32_t at) {
    const Word& word = document_.words[at];
    if (word.stop || word.folded.empty()) return;
    for (const WordUnit& unit : reader_.ReadSeparated(particle, word.folded)) {
      occurrences_.push_back({unit.unit, at, unit.strength, unit.piece});
    }
  }

  std::span<const Occurrence> Occurrences(UnitId unit) const {
    const auto [first, last] =
        std::equal_range(occurrences_.begin(), occurrences_.end(), Occurrence{unit, 0, 0, {}},
                         [](const Occurrence& a, const Occurrence& b) { return a.unit < b.unit; });
    return {first, last};
  }

  uint32_t Distance(uint32_t a, uint32_t b) const {
    const uint32_t left = positions_[a - sentence_.first];
    const uint32_t right = positions_[b - sentence_.first];
    return left > right ? left - right : right - left;
  }

  // The best place of the unit near `word`, not one of `taken` unless in another piece of it.
  const Occurrence* Nearest(UnitId unit, uint32_t word, std::span<const Occurrence> taken) const {
    const Occurrence* best = nullptr;
    float best_value = 0;
    for (const Occurrence& at : Occurrences(unit)) {
      const uint32_t distance = Distance(at.word, word);
      if (distance > params_.most_between + taken.size()) continue;
      const bool used = std::any_of(taken.begin(), taken.end(), [&](const Occurrence& other) {
        return other.word == at.word && (other.piece == at.piece || other.piece == Piece::kWhole ||
                                         at.piece == Piece::kWhole);
      });
      if (used) continue;
      const bool across = HasCoordination({std::min(word, at.word), std::max(word, at.word) + 1});
      const float value =
          at.strength * (across ? kAcross : 1) - kPerWordBetween * static_cast<float>(distance);
      if (best == nullptr || value > best_value) {
        best = &at;
        best_value = value;
      }
    }
    return best;
  }

  std::optional<Candidate> Verify(uint32_t index, const Occurrence& key) const {
    const SkillLabel& label = index_.label(index);
    const auto words = index_.Words(label);
    if (!MayHave(words)) return std::nullopt;
    std::array<Occurrence, SkillIndex::kMostWords> places;
    size_t found = 0;
    float reached = 0;
    Strengths strengths;
    const auto take = [&](const SkillLabelWord& word, Occurrence at) {
      if (at.strength == 1 && label.language == kEnglish &&
          !IsSameWord(document_.words[at.word].folded, index_.spelling(word))) {
        at.strength = kOtherWord;
      }
      places[found++] = at;
      reached += word.weight * at.strength;
      if (word.light) return;
      strengths.best = std::max(strengths.best, at.strength);
      strengths.least = std::min(strengths.least, at.strength);
    };
    const size_t key_word = label.key - label.words_begin;
    take(words[key_word], key);
    for (const bool light : {false, true}) {
      for (size_t i = 0; i < words.size(); ++i) {
        if (words[i].light != light || i == key_word) continue;
        const Occurrence* at = Nearest(words[i].unit, key.word, {places.data(), found});
        if (at == nullptr && light) continue;
        if (at == nullptr) return std::nullopt;
        take(words[i], *at);
      }
    }
    if (!IsAllowed(label, {places.data(), found}, words.size(), strengths)) return std::nullopt;
    return Scored(index, {places.data(), found}, reached / label.weight, reached);
  }

  // A part of a compound counts with the rest of it; its head also by itself, in one language.
  bool IsAllowed(const SkillLabel& label, std::span<const Occurrence> places, size_t words,
                 Strengths strengths) const {
    const bool own_language = label.language == language_;
    const bool translated = !own_language && label.required >= 2;
    if (strengths.best < kAsItIs && !(translated && strengths.least >= kAllTranslated)) {
      return false;
    }
    if (label.required == 1) {
      const Word& word = document_.words[places.front().word];
      if (places.front().strength < kAsItIs) return false;
      if (label.capitals && !word.capitals) return false;
      if (words == 1 && IsCommon(word.folded)) return false;
      if (places.size() < words && !label.telling) return false;
      if (!own_language && !(label.name && word.capital)) return false;
    }
    return std::all_of(places.begin(), places.end(), [&](const Occurrence& at) {
      if (at.piece == Piece::kWhole) return true;
      const Piece other = at.piece == Piece::kHead ? Piece::kModifier : Piece::kHead;
      const bool both = std::any_of(places.begin(), places.end(), [&](const Occurrence& place) {
        return place.word == at.word && place.piece == other;
      });
      return both || (own_language && at.piece == Piece::kHead);
    });
  }

  // The text may have a common word where the label has a rare one with the same stem.
  bool IsCommon(std::string_view word) const {
    return lexicon_.generic.Find(word) != PhraseTable::kNone ||
           lexicon_.light.Find(word) != PhraseTable::kNone;
  }

  std::optional<Candidate> Scored(uint32_t index, std::span<const Occurrence> places, float share,
                                  float reached) const {
    Candidate candidate;
    SkillSpan& span = candidate.span;
    span.label = index;
    for (const Occurrence& at : places) span.found.push_back(at.word);
    std::sort(span.found.begin(), span.found.end());
    span.found.erase(std::unique(span.found.begin(), span.found.end()), span.found.end());
    span.words = {span.found.front(), span.found.back() + 1};
    const uint32_t length = Distance(span.found.front(), span.found.back()) + 1;
    const auto between = length - std::min(length, static_cast<uint32_t>(span.found.size()));
    if (between > params_.most_between) return std::nullopt;
    const SkillLabel& label = index_.label(index);
    const bool own_language = label.language == language_;
    const bool across = HasCoordination(span.words);
    if (across && (!own_language || label.required > 2)) return std::nullopt;
    const float score = share * (1 - kPerWordBetween * static_cast<float>(between)) *
                        (own_language ? 1 : kOtherLanguage) * (across ? kAcross : 1);
    // Rounded, so that the last bit of a sum does not depend on the machine.
    span.score = std::round(static_cast<double>(score) * 1e4) / 1e4;
    if (span.score < (across ? params_.least_across : params_.least_score)) return std::nullopt;
    candidate.specificity = reached * score;
    return candidate;
  }

  static bool Shares(const SkillSpan& a, const SkillSpan& b) {
    return std::any_of(a.found.begin(), a.found.end(), [&](uint32_t word) {
      return std::binary_search(b.found.begin(), b.found.end(), word);
    });
  }

  bool HasCoordination(WordRange words) const {
    for (uint32_t i = words.first + 1; i < words.last; ++i) {
      if (IsCoordination(document_.words[i])) return true;
    }
    return false;
  }

  // "machines monteren en repareren" is two skills that share a word; otherwise what shares words
  // with a better one is a misreading of them.
  bool IsRuledOut(const SkillSpan& span, const std::vector<Candidate>& chosen) const {
    for (const Candidate& better : chosen) {
      const SkillSpan& other = better.span;
      if (std::includes(other.found.begin(), other.found.end(), span.found.begin(),
                        span.found.end())) {
        return true;
      }
      if (Shares(span, other) && !HasCoordination(span.words) && !HasCoordination(other.words)) {
        return true;
      }
    }
    return false;
  }

  std::vector<SkillSpan> Select(std::vector<Candidate> candidates) const {
    const auto key = [this](const Candidate& candidate) {
      const SkillSpan& span = candidate.span;
      return std::tuple(-candidate.specificity, -span.score, !index_.label(span.label).preferred,
                        span.label, span.words.first);
    };
    std::sort(candidates.begin(), candidates.end(),
              [&](const Candidate& a, const Candidate& b) { return key(a) < key(b); });
    std::vector<Candidate> chosen;
    for (Candidate& candidate : candidates) {
      if (!IsRuledOut(candidate.span, chosen)) chosen.push_back(std::move(candidate));
    }
    std::vector<SkillSpan> spans;
    for (Candidate& candidate : chosen) spans.push_back(std::move(candidate.span));
    std::sort(spans.begin(), spans.end(), [](const SkillSpan& a, const SkillSpan& b) {
      return std::tuple(a.words.first, a.label) < std::tuple(b.words.first, b.label);
    });
    return spans;
  }

  const Document& document_;
  const WordRange sentence_;
  const Language language_;
  const SkillIndex& index_;
  const Lexicon& lexicon_;
  WordUnitReader& reader_;
  const SpanParams& params_;
  std::vector<Occurrence> occurrences_;  // by unit, then by word
  std::bitset<4096> units_;              // those of occurrences_, by their last bits
  std::vector<uint32_t> positions_;      // of each word of the sentence, among words with a meaning
};

}  // namespace

std::vector<SkillSpan> FindSkillSpans(const Document& document, WordRange sentence,
                                      Language language, const SkillIndex& index,
                                      const Lexicon& lexicon, WordUnitReader* reader,
                                      const SpanParams& params) {
  return SpanFinder(document, sentence, language, index, lexicon, reader, params).Find();
}

std::optional<Language> LanguageOf(const Document& document, WordRange words) {
  // Not "of" and "we", which both languages have.
  static constexpr std::array<std::string_view, 20> kDutchWords = {
      "de",  "het", "een",  "en",  "van",  "je",   "met", "voor", "ik",  "bij",
      "jij", "wij", "naar", "aan", "zijn", "niet", "om",  "te",   "als", "ons"};
  static constexpr std::array<std::string_view, 14> kEnglishWords = {
      "the", "and",  "you", "with", "for", "to",   "a",
      "an",  "your", "our", "at",   "are", "from", "by"};
  int balance = 0;
  for (uint32_t i = words.first; i < words.last; ++i) {
    const std::string& word = document.words[i].folded;
    const auto is_one = [&](const auto& list) {
      return std::find(list.begin(), list.end(), word) != list.end();
    };
    if (is_one(kDutchWords)) ++balance;
    if (is_one(kEnglishWords)) --balance;
  }
  if (balance == 0) return std::nullopt;
  return balance > 0 ? kDutch : kEnglish;
}

}  // namespace overstap::extract
