#include "taxonomy/extract/unmatched.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace overstap::extract {
namespace {

constexpr uint32_t kLongestObject = 6;      // words after "kennis van"
constexpr uint32_t kLongestStatement = 20;  // words
constexpr size_t kShortestName = 2;
constexpr size_t kLongestName = 24;

bool IsJoin(const Word& word) {
  static constexpr std::array<std::string_view, 4> kJoins = {"en", "of", "and", "or"};
  static constexpr std::string_view kBorders = ",/();:|";
  return (word.before != 0 && kBorders.find(word.before) != std::string_view::npos) ||
         std::find(kJoins.begin(), kJoins.end(), word.folded) != kJoins.end();
}

bool IsNumber(std::string_view word) {
  return word.find_first_not_of("0123456789") == std::string_view::npos;
}

class UnmatchedFinder {
 public:
  UnmatchedFinder(const Document& document, const Sentence& sentence, Section section,
                  const std::vector<Clause>& clauses, const std::vector<bool>& understood,
                  const Lexicon& lexicon)
      : document_(document),
        sentence_(sentence),
        section_(section),
        clauses_(clauses),
        understood_(understood),
        lexicon_(lexicon) {}

  std::vector<WordRange> Find() {
    AddObjects();
    if (IsAboutWork() && !IsJobLine()) AddNames();
    if (found_.empty() && IsAboutWork()) AddStatement();
    std::sort(found_.begin(), found_.end(),
              [](WordRange a, WordRange b) { return a.first < b.first; });
    return std::move(found_);
  }

 private:
  bool IsAboutWork() const {
    return section_ == Section::kRequirements || section_ == Section::kTasks ||
           section_ == Section::kSkills || section_ == Section::kLearning ||
           section_ == Section::kEducation || section_ == Section::kAdmission ||
           section_ == Section::kWork;
  }

  bool AnyUnderstood(WordRange words) const {
    for (uint32_t i = words.first; i < words.last; ++i) {
      if (understood_[i]) return true;
    }
    return false;
  }

  // Whether it may be a skill: has a word with a meaning of its own, none of it is understood or
  // said not to be needed.
  void Add(WordRange words) {
    while (words.size() > 0 && IsEmpty(words.first)) ++words.first;
    while (words.size() > 0 && IsEmpty(words.last - 1)) --words.last;
    if (words.size() == 0 || AnyUnderstood(words)) return;
    if (ClauseOf(clauses_, words.first).IsNegated(words.first)) return;
    bool telling = false;
    for (uint32_t i = words.first; i < words.last; ++i) telling = telling || IsTelling(i);
    const bool known = std::any_of(found_.begin(), found_.end(), [&](WordRange other) {
      return other.first < words.last && words.first < other.last;
    });
    if (telling && !known) found_.push_back(words);
  }

  bool IsEmpty(uint32_t at) const {
    const Word& word = document_.words[at];
    return word.stop || word.folded.empty();
  }

  bool IsTelling(uint32_t at) const {
    const Word& word = document_.words[at];
    return !word.stop && !IsNumber(word.folded) && word.folded.size() >= kShortestName &&
           lexicon_.light.Find(word.folded) == PhraseTable::kNone &&
           lexicon_.generic.Find(word.folded) == PhraseTable::kNone &&
           lexicon_.ignored.Find(word.folded) == PhraseTable::kNone;
  }

  void AddObjects() {
    for (const auto& lead : lexicon_.skill_leads.FindAll(document_, sentence_.words)) {
      uint32_t first = lead.words.last;
      uint32_t at = first;
      while (at < sentence_.words.last) {
        const Word& word = document_.words[at];
        const bool join = at > first && IsJoin(word);
        const bool ends = EndsObject(at) || (at > first && BeginsLead(at));
        if (join || ends) {
          Add({first, at});
          first = at;
        }
        if (ends || at - lead.words.last >= 3 * kLongestObject) break;
        ++at;
      }
      if (at == sentence_.words.last && at - first <= kLongestObject) Add({first, at});
    }
  }

  bool BeginsLead(uint32_t at) const {
    return lexicon_.skill_leads.FindAt(document_, at, sentence_.words.last).words.size() > 0;
  }

  bool EndsObject(uint32_t at) const {
    static constexpr std::array<std::string_view, 22> kEnds = {
        "ben",  "hebben", "is",     "zijn", "om",      "die", "dat",   "je",
        "jij",  "heb",    "hebt",   "bent", "are",     "you", "which", "that",
        "voor", "bij",    "binnen", "maar", "vereist", "want"};
    const std::string& word = document_.words[at].folded;
    return std::find(kEnds.begin(), kEnds.end(), word) != kEnds.end();
  }

  void AddNames() {
    for (uint32_t i = sentence_.words.first; i < sentence_.words.last; ++i) {
      if (!IsName(i)) continue;
      WordRange name = {i, i + 1};
      while (name.first > sentence_.words.first && document_.words[name.first].before == '-') {
        --name.first;
      }
      while (name.last < sentence_.words.last && ContinuesName(name.last)) ++name.last;
      Add(name);
      i = name.last - 1;
    }
  }

  // "TIA Portal" by its capitals, "CNC-machine" by the hyphen.
  bool ContinuesName(uint32_t at) const {
    const char before = document_.words[at].before;
    return before == '-' || (before == 0 && IsName(at));
  }

  // SolidWorks, PLC; Siemens in the middle of a sentence.
  bool IsName(uint32_t at) const {
    const Word& word = document_.words[at];
    if (word.folded.size() < kShortestName || word.folded.size() > kLongestName) return false;
    if (!IsTelling(at)) return false;
    return word.inner_capital || word.capitals;
  }

  // What stands in a list, or is said of the work in a short sentence.
  void AddStatement() {
    const Line& line = document_.lines[sentence_.line];
    const bool in_pieces = section_ == Section::kSkills || section_ == Section::kWork;
    const bool listed = line.bullet || in_pieces || section_ == Section::kTasks;
    if (!listed || sentence_.words.size() > kLongestStatement || IsJobLine()) return;
    WordRange words = sentence_.words;
    for (const auto& hit : lexicon_.strengths.FindAll(document_, words)) {
      if (hit.words.first == words.first) words.first = hit.words.last;
      words.last =
          std::max(words.first, hit.words.last < words.last ? words.last : hit.words.first);
    }
    for (uint32_t at = words.first + 1; in_pieces && at < words.last; ++at) {
      if (document_.words[at].before != ',') continue;
      Add({words.first, at});
      words.first = at;
    }
    Add(words);
  }

  // "Marketeer - TechNova BV - 2019 t/m heden" names an employer.
  bool IsJobLine() const {
    if (section_ != Section::kWork) return false;
    for (uint32_t i = sentence_.words.first; i < sentence_.words.last; ++i) {
      const std::string& word = document_.words[i].folded;
      const bool century = word.starts_with("19") || word.starts_with("20");
      if (word.size() == 4 && century && IsNumber(word)) return true;
    }
    return false;
  }

  const Document& document_;
  const Sentence& sentence_;
  const Section section_;
  const std::vector<Clause>& clauses_;
  const std::vector<bool>& understood_;
  const Lexicon& lexicon_;
  std::vector<WordRange> found_;
};

}  // namespace

std::vector<WordRange> FindUnmatched(const Document& document, const Sentence& sentence,
                                     Section section, const std::vector<Clause>& clauses,
                                     const std::vector<bool>& understood, const Lexicon& lexicon) {
  return UnmatchedFinder(document, sentence, section, clauses, understood, lexicon).Find();
}

}  // namespace overstap::extract
