#include "taxonomy/extract/job_titles.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "absl/strings/numbers.h"

namespace overstap::extract {
namespace {

constexpr uint32_t kLongestTitle = 8;  // words
constexpr int kFirstYear = 1950;
constexpr int kLastYear = 2100;
constexpr int kMostYears = 60;

std::optional<int> CalendarYear(std::string_view word) {
  int year = 0;
  if (word.size() != 4 || !absl::SimpleAtoi(absl::string_view(word.data(), word.size()), &year)) {
    return std::nullopt;
  }
  if (year < kFirstYear || year > kLastYear) return std::nullopt;
  return year;
}

template <size_t N>
bool IsOneOf(std::string_view word, const std::array<std::string_view, N>& words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

// Words that stand before or after a job title and are not part of it.
bool EndsTitle(const Word& word) {
  static constexpr std::array<std::string_view, 26> kEnds = {
      "bij",  "at",    "die",   "voor", "met",   "om",   "to",    "who",  "who's",
      "with", "for",   "ter",   "per",  "vanaf", "tot",  "sinds", "from", "since",
      "dat",  "wiens", "regio", "te",   "ben",   "that", "wil",   "heeft"};
  static constexpr std::string_view kBorders = ",:|();";
  return (word.before != 0 && kBorders.find(word.before) != std::string_view::npos) ||
         IsOneOf(word.folded, kEnds);
}

bool IsDateWord(std::string_view word) {
  static constexpr std::array<std::string_view, 42> kWords = {
      "heden",    "nu",       "present", "now",  "tot",      "van",       "sinds",
      "vanaf",    "jaar",     "t",       "m",    "januari",  "februari",  "maart",
      "april",    "mei",      "juni",    "juli", "augustus", "september", "oktober",
      "november", "december", "jan",     "feb",  "mrt",      "apr",       "jun",
      "jul",      "aug",      "sep",     "okt",  "nov",      "dec",       "january",
      "february", "march",    "may",     "june", "july",     "october",   "years"};
  int number = 0;
  return IsOneOf(word, kWords) ||
         absl::SimpleAtoi(absl::string_view(word.data(), word.size()), &number);
}

class TitleFinder {
 public:
  TitleFinder(const Document& document, const Layout& layout, const Lexicon& lexicon)
      : document_(document), layout_(layout), lexicon_(lexicon) {}

  std::vector<JobTitle> Find() {
    for (size_t i = 0; i < document_.sentences.size(); ++i) {
      const bool work = layout_.sections[i] == Section::kWork;
      has_years_ = has_years_ || (work && HasYear(document_.sentences[i].words));
    }
    if (layout_.kind != DocumentKind::kCourse) AddFirstLine();
    for (size_t i = 0; i < document_.sentences.size() && titles_.size() < kMostJobTitles; ++i) {
      if (layout_.kind == DocumentKind::kCv && IsJobLine(i)) {
        AddJobLine(document_.sentences[i].words);
      }
      if (IsAboutAJob(layout_.sections[i])) AddAfterLeads(document_.sentences[i].words);
    }
    if (titles_.size() > kMostJobTitles) titles_.resize(kMostJobTitles);
    return std::move(titles_);
  }

 private:
  // A line with a year; without any, a short one among the work that is no item of a list of tasks.
  bool IsJobLine(size_t i) const {
    const Sentence& sentence = document_.sentences[i];
    const Line& line = document_.lines[sentence.line];
    if (layout_.headings[i] || layout_.sections[i] == Section::kEducation) return false;
    if (HasYear(sentence.words)) return true;
    return !has_years_ && layout_.sections[i] == Section::kWork && !line.bullet &&
           line.end != '.' && sentence.words.first == line.words.first &&
           line.words.size() <= kLongestTitle;
  }

  // "Acquisitie naar aanleiding van deze vacature ..." names no job.
  static bool IsAboutAJob(Section section) {
    return section != Section::kApplication && section != Section::kDiversity &&
           section != Section::kOffer && section != Section::kPersonal;
  }

  void AddFirstLine() {
    if (document_.lines.empty() || document_.sentences.empty()) return;
    const bool is_title = layout_.sections.front() == Section::kTitle ||
                          (layout_.kind == DocumentKind::kVacancy && document_.lines.size() == 1);
    if (!is_title || layout_.kind == DocumentKind::kCv) return;
    const WordRange line = document_.sentences.front().words;
    const PhraseTable::Hit lead =
        lexicon_.occupation_leads.FindAt(document_, line.first, line.last);
    if (lead.words.size() == 0) AddUntilEnd(line.first, line.last, {}, {});
  }

  void AddAfterLeads(WordRange sentence) {
    for (const auto& hit : lexicon_.occupation_leads.FindAll(document_, sentence)) {
      if (layout_.kind == DocumentKind::kCv && IsProgram(hit.words)) continue;
      uint32_t first = hit.words.last;
      while (first < sentence.last && document_.words[first].stop) ++first;
      const auto years = YearsBefore(sentence, hit.words.first);
      AddUntilEnd(first, sentence.last, years, {});
    }
  }

  void AddUntilEnd(uint32_t first, uint32_t end, std::optional<int> years,
                   std::optional<int> until) {
    uint32_t last = first;
    while (last < end && last - first < kLongestTitle &&
           (last == first || !(EndsTitle(document_.words[last]) || IsAfterGap(last)))) {
      ++last;
    }
    while (last > first && document_.words[last - 1].stop) --last;
    if (last > first) titles_.push_back({{first, last}, years, until});
  }

  // "Word, Excel" in a CV is no "Word lasser!".
  bool IsProgram(WordRange words) const {
    return words.size() == 1 && document_.words[words.first].folded == "word";
  }

  // "Timmerman    Bouwbedrijf Heijstra", as in a table.
  bool IsAfterGap(uint32_t at) const {
    const uint32_t end = document_.words[at - 1].bytes.end;
    const std::string_view gap = TextOf(document_, {end, document_.words[at].bytes.begin});
    return gap.find("  ") != std::string_view::npos || gap.find('\t') != std::string_view::npos;
  }

  bool HasYear(WordRange words) const {
    for (uint32_t i = words.first; i < words.last; ++i) {
      if (CalendarYear(document_.words[i].folded)) return true;
    }
    return false;
  }

  std::optional<int> YearsBefore(WordRange sentence, uint32_t end) const {
    for (uint32_t i = sentence.first; i + 1 < end; ++i) {
      int years = 0;
      const std::string& unit = document_.words[i + 1].folded;
      if (unit != "jaar" && unit != "years" && unit != "year") continue;
      if (absl::SimpleAtoi(document_.words[i].folded, &years) && years >= 1 &&
          years <= kMostYears) {
        return years;
      }
    }
    return std::nullopt;
  }

  // "2015 - 2020 lasser bij Jansen", "Lasser, Jansen BV (2015 tot heden)".
  void AddJobLine(WordRange words) {
    std::optional<int> first_year, last_year;
    for (uint32_t i = words.first; i < words.last; ++i) {
      const auto year = CalendarYear(document_.words[i].folded);
      if (!year) continue;
      if (!first_year) first_year = year;
      last_year = year;
    }
    uint32_t first = words.first;
    while (first < words.last && IsDateWord(document_.words[first].folded)) ++first;
    std::optional<int> years;
    const bool range = first_year && last_year && *first_year < *last_year;
    if (range && *last_year - *first_year <= kMostYears) years = *last_year - *first_year;
    uint32_t last = first;
    while (last < words.last && !IsDateWord(document_.words[last].folded)) ++last;
    AddUntilEnd(first, last, years, range ? last_year : std::nullopt);
  }

  const Document& document_;
  const Layout& layout_;
  const Lexicon& lexicon_;
  bool has_years_ = false;  // among the work: then a line without one is no job
  std::vector<JobTitle> titles_;
};

}  // namespace

std::vector<JobTitle> FindJobTitles(const Document& document, const Layout& layout,
                                    const Lexicon& lexicon) {
  return TitleFinder(document, layout, lexicon).Find();
}

}  // namespace overstap::extract
