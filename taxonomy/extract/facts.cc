#include "taxonomy/extract/facts.h"

#include <algorithm>
#include <array>
#include <span>
#include <string_view>

#include "absl/strings/numbers.h"
#include "base/strings.h"

namespace overstap::extract {
namespace {

constexpr std::string_view kDrivingLicence = "rijbewijs-";
constexpr int kFewestHours = 4;
constexpr int kMostHours = 60;
constexpr int kFullTimeMin = 36;
constexpr int kFullTimeMax = 40;

using Words = std::span<const std::string_view>;

bool IsOneOf(std::string_view word, Words words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

bool IsAsked(const PhraseTable::Hit& hit, const std::vector<Clause>& clauses) {
  return !ClauseOf(clauses, hit.words.first).IsNegated(hit.words.first);
}

const LicenceInfo* LicenceById(const Lexicon& lexicon, std::string_view id) {
  for (const LicenceInfo& info : lexicon.licences) {
    if (info.id == id) return &info;
  }
  return nullptr;
}

class LicenceFinder {
 public:
  LicenceFinder(const Document& document, WordRange sentence, const std::vector<Clause>& clauses,
                const Lexicon& lexicon)
      : document_(document), sentence_(sentence), clauses_(clauses), lexicon_(lexicon) {}

  std::vector<FoundLicence> Find() {
    for (const auto& hit : lexicon_.licence_patterns.FindAll(document_, sentence_)) {
      if (!IsAsked(hit, clauses_)) continue;
      const LicenceInfo& info = lexicon_.licences[hit.value];
      Add(info, hit.words);
      if (info.id.starts_with(kDrivingLicence)) AddCategories(hit.words.last);
    }
    return std::move(found_);
  }

 private:
  void Add(const LicenceInfo& info, WordRange words) {
    found_.push_back(
        {info.id, info.name, BytesOf(document_, words), ClauseOf(clauses_, words.first).strength});
  }

  // "B en C", "B/BE/C1".
  void AddCategories(uint32_t at) {
    static constexpr std::array<std::string_view, 6> kJoins = {"en", "of",        "and",
                                                               "or", "categorie", "plus"};
    for (; at < sentence_.last; ++at) {
      const Word& word = document_.words[at];
      if (IsOneOf(word.folded, kJoins)) continue;
      const LicenceInfo* info =
          word.capital ? LicenceById(lexicon_, StrCat(kDrivingLicence, word.folded)) : nullptr;
      if (info == nullptr) return;
      Add(*info, {at, at + 1});
    }
  }

  const Document& document_;
  const WordRange sentence_;
  const std::vector<Clause>& clauses_;
  const Lexicon& lexicon_;
  std::vector<FoundLicence> found_;
};

// A number at the begin of a word, and what follows it: "36u" is 36 and "u".
struct Quantity {
  int number = 0;
  std::string_view unit;
};

std::optional<Quantity> QuantityOf(std::string_view word) {
  const size_t digits = std::min(word.find_first_not_of("0123456789"), word.size());
  Quantity quantity;
  if (digits == 0 || digits > 2) return std::nullopt;
  if (!absl::SimpleAtoi(ToAbsl(word.substr(0, digits)), &quantity.number)) return std::nullopt;
  quantity.unit = word.substr(digits);
  return quantity;
}

bool IsHourUnit(std::string_view word) {
  static constexpr std::array<std::string_view, 8> kUnits = {"uur",  "uren",  "u",   "h",
                                                             "hour", "hours", "hrs", "urige"};
  return IsOneOf(word, kUnits);
}

class HoursFinder {
 public:
  HoursFinder(const Document& document, WordRange sentence)
      : document_(document), sentence_(sentence) {}

  std::optional<FoundHours> Find() const {
    std::optional<FoundHours> full_time;
    for (uint32_t i = sentence_.first; i < sentence_.last; ++i) {
      if (auto hours = HoursAt(i)) return hours;
      if (!full_time && IsFullTime(i)) {
        full_time = {kFullTimeMin, kFullTimeMax, BytesOf(document_, {i, i + 1})};
      }
    }
    return full_time;
  }

 private:
  const std::string& Folded(uint32_t at) const { return document_.words[at].folded; }

  bool IsFullTime(uint32_t at) const {
    static constexpr std::array<std::string_view, 4> kWords = {"fulltime", "voltijd", "voltijds",
                                                               "voltijdse"};
    if (IsOneOf(Folded(at), kWords)) return true;
    return Folded(at) == "full" && at + 1 < sentence_.last && Folded(at + 1) == "time";
  }

  // NUMBER [join NUMBER] unit, not "per dag".
  std::optional<FoundHours> HoursAt(uint32_t at) const {
    static constexpr std::array<std::string_view, 5> kJoins = {"tot", "a", "of", "to", "en"};
    const auto first = QuantityOf(Folded(at));
    if (!first) return std::nullopt;
    uint32_t end = at + 1;
    std::optional<Quantity> second;
    if (first->unit.empty() || IsHourUnit(first->unit)) {
      const bool joined = end < sentence_.last && IsOneOf(Folded(end), kJoins);
      const uint32_t next = joined ? end + 1 : end;
      if (next < sentence_.last && (joined || IsRange(next))) {
        second = QuantityOf(Folded(next));
        if (second) end = next + 1;
      }
    }
    const std::string_view unit = second ? second->unit : first->unit;
    if (unit.empty()) {
      if (end >= sentence_.last || !IsHourUnit(Folded(end))) return std::nullopt;
      ++end;
    } else if (!IsHourUnit(unit)) {
      return std::nullopt;
    }
    const int max = second ? second->number : first->number;
    if (first->number < kFewestHours || max > kMostHours || first->number > max || IsPerDay(end)) {
      return std::nullopt;
    }
    return FoundHours{first->number, max, BytesOf(document_, {at, end})};
  }

  // "24-32", "24/32", "24 – 32".
  bool IsRange(uint32_t at) const {
    const Word& word = document_.words[at];
    if (word.before == '-' || word.before == '/') return true;
    if (word.before != '|' || at == 0) return false;
    const uint32_t end = document_.words[at - 1].bytes.end;
    return TextOf(document_, {end, word.bytes.begin}).find('|') == std::string_view::npos;
  }

  bool IsPerDay(uint32_t end) const {
    static constexpr std::array<std::string_view, 6> kPer = {"per", "service",    "zorg",
                                                             "a",   "bereikbaar", "storingsdienst"};
    static constexpr std::array<std::string_view, 5> kOther = {"dag", "etmaal", "day", "maand",
                                                               "jaar"};
    if (end >= sentence_.last || !IsOneOf(Folded(end), kPer)) return false;
    if (Folded(end) != "per" && Folded(end) != "a") return true;
    return end + 1 < sentence_.last && IsOneOf(Folded(end + 1), kOther);
  }

  const Document& document_;
  const WordRange sentence_;
};

}  // namespace

std::vector<FoundLicence> FindLicences(const Document& document, WordRange sentence,
                                       const std::vector<Clause>& clauses, const Lexicon& lexicon) {
  return LicenceFinder(document, sentence, clauses, lexicon).Find();
}

std::vector<FoundRegulation> FindRegulations(const Document& document, WordRange sentence,
                                             const std::vector<Clause>& clauses,
                                             const Lexicon& lexicon) {
  std::vector<FoundRegulation> found;
  for (const auto& hit : lexicon.regulated_patterns.FindAll(document, sentence)) {
    if (!IsAsked(hit, clauses)) continue;
    const RegulationInfo& info = lexicon.regulations[hit.value];
    found.push_back({info.id, info.name, info.rule, BytesOf(document, hit.words)});
  }
  return found;
}

std::vector<FoundLevel> FindLevels(const Document& document, WordRange sentence,
                                   const std::vector<Clause>& clauses, const Lexicon& lexicon) {
  std::vector<FoundLevel> found;
  for (const auto& hit : lexicon.level_patterns.FindAll(document, sentence)) {
    const Clause& clause = ClauseOf(clauses, hit.words.first);
    if (clause.IsNegated(hit.words.first) || clause.strength == Importance::kOptional) continue;
    const LevelInfo& info = lexicon.levels[hit.value];
    found.push_back({info.level, info.name, BytesOf(document, hit.words)});
  }
  return found;
}

std::optional<FoundHours> FindHours(const Document& document, WordRange sentence) {
  return HoursFinder(document, sentence).Find();
}

}  // namespace overstap::extract
