#include "taxonomy/extract/layout.h"

#include <algorithm>
#include <array>
#include <optional>
#include <span>

namespace overstap::extract {
namespace {

constexpr uint32_t kLongestHeading = 9;  // words
constexpr uint32_t kMostExtraWords = 2;  // after a heading's phrase when nothing marks its end
constexpr uint32_t kLongestTitle = 14;   // words
constexpr uint32_t kLongestName = 5;     // words of a heading without a mark
constexpr uint32_t kShortestTalk = 5;    // words of a sentence that can be about the company

constexpr std::array<std::string_view, 8> kSecondPerson = {"je", "jij", "jou", "jouw",
                                                           "u",  "uw",  "you", "your"};
constexpr std::array<std::string_view, 6> kFirstPlural = {"wij", "we", "ons", "onze", "our", "us"};
constexpr std::array<std::string_view, 5> kFirstSingular = {"ik", "mijn", "mij", "i", "my"};

// The "u" of "36 u" and "p/u" is an hour.
bool IsHour(const Document& document, uint32_t at) {
  if (document.words[at].folded != "u" || at == 0) return false;
  const std::string& before = document.words[at - 1].folded;
  return document.words[at].before == '/' ||
         (!before.empty() && before.find_first_not_of("0123456789") == std::string::npos);
}

bool HasAny(const Document& document, WordRange words, std::span<const std::string_view> pronouns) {
  for (uint32_t i = words.first; i < words.last; ++i) {
    if (IsHour(document, i)) continue;
    const std::string& word = document.words[i].folded;
    if (std::find(pronouns.begin(), pronouns.end(), word) != pronouns.end()) return true;
  }
  return false;
}

struct Heading {
  Section section = Section::kUnknown;
  uint32_t words = 0;  // of the heading; the rest of the line belongs to the section
  bool whole = false;  // the whole line is heading
};

// Whether a line begins with the words of a heading and has its shape.
std::optional<Heading> HeadingOf(const Document& document, const Line& line,
                                 const Lexicon& lexicon) {
  const WordRange words = line.words;
  const PhraseTable::Hit hit = lexicon.heads.FindAt(document, words.first, words.last);
  if (hit.words.size() == 0) return std::nullopt;
  const auto section = static_cast<Section>(hit.value);
  const uint32_t extra = words.size() - hit.words.size();
  if (extra == 0 && line.end != '.') return Heading{section, words.size(), true};
  if (extra > 0 && document.words[hit.words.last].before == ':') {
    return Heading{section, hit.words.size(), false};
  }
  const bool marked = line.end == ':' || line.end == '?' || line.end == '!';
  if (line.bullet || line.end == '.' || words.size() > kLongestHeading) return std::nullopt;
  if (marked) return Heading{section, words.size(), true};
  if (hit.words.size() >= 2 && extra <= kMostExtraWords && line.after_blank) {
    return Heading{section, words.size(), true};
  }
  return std::nullopt;
}

// "Over Zorggroep Meander", "About TechNova"; not "Over jou".
bool NamesTheCompany(const Document& document, const Line& line) {
  if (line.bullet || line.end != 0 || !line.after_blank) return false;
  if (line.words.size() < 2 || line.words.size() > kLongestName) return false;
  const std::string& first = document.words[line.words.first].folded;
  return (first == "over" || first == "about") && !HasAny(document, line.words, kSecondPerson) &&
         !HasAny(document, line.words, kFirstSingular);
}

DocumentKind KindOf(const Document& document, const Lexicon& lexicon) {
  std::array<int, kDocumentKindCount> counts{};
  for (const Sentence& sentence : document.sentences) {
    for (const PhraseTable::Hit& hit : lexicon.documents.FindAll(document, sentence.words)) {
      ++counts[hit.value];
    }
    if (HasAny(document, sentence.words, kFirstSingular)) {
      ++counts[static_cast<size_t>(DocumentKind::kCv)];
    }
  }
  size_t best = 0;
  for (size_t i = 1; i < counts.size(); ++i) {
    if (counts[i] > counts[best]) best = i;
  }
  return static_cast<DocumentKind>(best);
}

// Words that head a part of a CV and a part of a vacancy.
Section SectionFor(DocumentKind kind, Section section) {
  if (kind == DocumentKind::kVacancy) {
    if (section == Section::kWork || section == Section::kEducation ||
        section == Section::kSkills || section == Section::kAdmission) {
      return Section::kRequirements;
    }
  }
  if (kind == DocumentKind::kCv && section == Section::kRequirements) return Section::kSummary;
  if (kind == DocumentKind::kCourse && section == Section::kRequirements)
    return Section::kAdmission;
  return section;
}

class LayoutReader {
 public:
  LayoutReader(const Document& document, const Lexicon& lexicon, DocumentKind kind)
      : document_(document), lexicon_(lexicon) {
    layout_.kind = kind;
    addresses_reader_ =
        HasAny(document, {0, static_cast<uint32_t>(document.words.size())}, kSecondPerson);
  }

  Layout Read() {
    ReadHeadings();
    for (const Sentence& sentence : document_.sentences) {
      const Section section = section_of_line_[sentence.line];
      const uint32_t end =
          document_.lines[sentence.line].words.first + heading_words_[sentence.line];
      const uint32_t heading = end - std::min(end, sentence.words.first);
      layout_.headings.push_back(heading >= sentence.words.size());
      layout_.heading_words.push_back(std::min(heading, sentence.words.size()));
      layout_.sections.push_back(Continued(sentence, ByCues(sentence, section)));
      last_line_ = sentence.line;
    }
    return std::move(layout_);
  }

 private:
  void ReadHeadings() {
    Section current = Section::kUnknown;
    bool until_blank = false;
    for (size_t i = 0; i < document_.lines.size(); ++i) {
      const Line& line = document_.lines[i];
      if (until_blank && line.after_blank) current = Section::kUnknown;
      const auto heading = HeadingOf(document_, line, lexicon_);
      if (heading) {
        current = SectionFor(layout_.kind, heading->section);
        until_blank = !heading->whole;
      } else if (layout_.kind == DocumentKind::kVacancy && NamesTheCompany(document_, line)) {
        current = Section::kCompany;
        until_blank = false;
      } else if (i == 0 && line.words.size() <= kLongestTitle && line.end != '.' && !line.bullet &&
                 document_.lines.size() > 1) {
        section_of_line_.push_back(Section::kTitle);
        heading_words_.push_back(0);
        continue;
      } else if (const auto announced = AnnouncedBy(line)) {
        section_of_line_.push_back(current);
        heading_words_.push_back(0);
        current = *announced;
        until_blank = true;
        continue;
      } else if (LooksLikeHeading(i)) {
        current = Section::kUnknown;
      }
      section_of_line_.push_back(current);
      heading_words_.push_back(heading ? heading->words : 0);
    }
  }

  // A line that looks like a heading of which we do not know the words.
  bool LooksLikeHeading(size_t i) const {
    const Line& line = document_.lines[i];
    if (line.bullet || line.words.size() > kLongestHeading) return false;
    if (line.end == ':' || (line.end == '?' && line.after_blank)) return true;
    const bool above_text = i + 1 < document_.lines.size() && !document_.lines[i + 1].after_blank;
    return layout_.kind == DocumentKind::kVacancy && line.end == 0 && line.after_blank &&
           above_text && line.words.size() <= kLongestName;
  }

  // "... Na deze cursus kun je:" says what the list below it is about.
  std::optional<Section> AnnouncedBy(const Line& line) const {
    if (line.end != ':') return std::nullopt;
    const auto hits = lexicon_.cues.FindAll(document_, line.words);
    if (hits.empty()) return std::nullopt;
    return SectionFor(layout_.kind, static_cast<Section>(hits.back().value));
  }

  // A sentence that says nothing of itself goes on about what the one before it on its line said.
  Section Continued(const Sentence& sentence, Section section) const {
    if (section != Section::kUnknown || layout_.sections.empty()) return section;
    const Section before = layout_.sections.back();
    return sentence.line == last_line_ && !YieldsSkills(before) ? before : section;
  }

  // The cue that decides: diversity and application before the rest, for they stand everywhere.
  Section ByCues(const Sentence& sentence, Section by_heading) const {
    std::array<bool, kSectionCount> seen{};
    for (const PhraseTable::Hit& hit : lexicon_.cues.FindAll(document_, sentence.words)) {
      seen[hit.value] = true;
    }
    const auto has = [&](Section section) { return seen[static_cast<size_t>(section)]; };
    if (by_heading == Section::kTitle) return by_heading;
    if (layout_.kind == DocumentKind::kCv)
      return has(Section::kPersonal) ? Section::kPersonal : by_heading;
    for (const Section section : {Section::kDiversity, Section::kApplication}) {
      if (has(section) && !has(Section::kRequirements)) return section;
    }
    if (by_heading != Section::kUnknown) return by_heading;
    if (layout_.kind == DocumentKind::kCourse) {
      for (const Section section : {Section::kOffer, Section::kLearning}) {
        if (has(section)) return section;
      }
      return by_heading;
    }
    for (const Section section :
         {Section::kOffer, Section::kCompany, Section::kRequirements, Section::kTasks}) {
      if (has(section)) return section;
    }
    return IsCompanyTalk(sentence) ? Section::kCompany : Section::kUnknown;
  }

  // "Wij transporteren goederen", or, in a text that speaks to somebody, a sentence that does not.
  bool IsCompanyTalk(const Sentence& sentence) const {
    if (HasAny(document_, sentence.words, kSecondPerson)) return false;
    if (HasAny(document_, sentence.words, kFirstPlural)) return true;
    return addresses_reader_ && !document_.lines[sentence.line].bullet &&
           sentence.words.size() >= kShortestTalk;
  }

  const Document& document_;
  const Lexicon& lexicon_;
  Layout layout_;
  uint32_t last_line_ = 0;
  bool addresses_reader_ = false;
  std::vector<Section> section_of_line_;
  std::vector<uint32_t> heading_words_;
};

}  // namespace

Layout ReadLayout(const Document& document, const Lexicon& lexicon,
                  std::optional<DocumentKind> kind) {
  return LayoutReader(document, lexicon, kind ? *kind : KindOf(document, lexicon)).Read();
}

}  // namespace overstap::extract
