#include "taxonomy/words/noise.h"

#include <algorithm>

#include "absl/container/flat_hash_set.h"
#include "absl/strings/ascii.h"
#include "absl/strings/str_join.h"
#include "absl/strings/str_split.h"
#include "base/strings.h"
#include "taxonomy/words/stop_words.h"

namespace overstap::words {
namespace {

using WordSet = absl::flat_hash_set<std::string_view>;

bool IsSeniorityOrContract(std::string_view word) {
  static const auto* const kWords = new WordSet{
      "aankomend",  "aankomende",   "allround",     "beginnend", "beginnende", "ervaren",
      "gevorderd",  "junior",       "jr",           "leerling",  "medior",     "senior",
      "sr",         "starter",      "starters",     "1e",        "2e",         "3e",
      "bijbaan",    "deeltijd",     "direct",       "fulltime",  "gezocht",    "gevraagd",
      "interim",    "jobstudent",   "omgeving",     "parttime",  "regio",      "tijdelijk",
      "tijdelijke", "vacature",     "vakantiewerk", "vast",      "voltijd",    "voltijds",
      "deeltijds",  "zelfstandige", "zzp",          "mvx",       "mbo",        "hbo",
      "wo",         "vmbo",         "niveau"};
  return kWords->contains(word);
}

bool IsPlace(std::string_view word) {
  static const auto* const kWords = new WordSet{
      "aalst",       "alkmaar",        "almelo",      "almere",     "alphen",     "amersfoort",
      "amstelveen",  "amsterdam",      "antwerpen",   "apeldoorn",  "arnhem",     "assen",
      "breda",       "brugge",         "brussel",     "capelle",    "delft",      "deventer",
      "doetinchem",  "dordrecht",      "ede",         "eindhoven",  "emmen",      "enschede",
      "flevoland",   "gelderland",     "gent",        "genk",       "gouda",      "groningen",
      "haarlem",     "haarlemmermeer", "hasselt",     "heerenveen", "heerlen",    "helmond",
      "hengelo",     "hilversum",      "hoofddorp",   "hoorn",      "kortrijk",   "leeuwarden",
      "leiden",      "lelystad",       "leuven",      "limburg",    "maastricht", "mechelen",
      "middelburg",  "nijmegen",       "nieuwegein",  "oostende",   "oss",        "overijssel",
      "purmerend",   "roermond",       "roeselare",   "roosendaal", "rotterdam",  "schiedam",
      "schiphol",    "sittard",        "spijkenisse", "terneuzen",  "tiel",       "tilburg",
      "turnhout",    "utrecht",        "veenendaal",  "veghel",     "venlo",      "venray",
      "vlaardingen", "vlissingen",     "waalwijk",    "weert",      "woerden",    "zaandam",
      "zaanstad",    "zeeland",        "zeist",       "zoetermeer", "zutphen",    "zwolle"};
  return kWords->contains(word);
}

bool IsSexMark(std::string_view word) {
  return word == "m" || word == "v" || word == "x" || word == "f" || word == "h" || word == "w" ||
         word == "d";
}

bool IsNumber(std::string_view word) {
  return !word.empty() && std::all_of(word.begin(), word.end(), [](char c) {
    return absl::ascii_isdigit(static_cast<unsigned char>(c));
  });
}

bool IsHoursOrMoney(std::string_view word) {
  static const auto* const kUnits =
      new WordSet{"u", "uur", "uren", "urig", "hours", "euro", "eur", "bruto", "netto", "week"};
  size_t digits = 0;
  while (digits < word.size() && absl::ascii_isdigit(static_cast<unsigned char>(word[digits]))) {
    ++digits;
  }
  return kUnits->contains(word.substr(digits));
}

// Marks of the sex stand together ("m v x"); one letter by itself may mean something ("C++", "c").
bool BelongsToSexMarks(const std::vector<std::string>& words, size_t i) {
  if (!IsSexMark(words[i])) return false;
  return (i > 0 && IsSexMark(words[i - 1])) || (i + 1 < words.size() && IsSexMark(words[i + 1]));
}

bool IsNoise(const std::vector<std::string>& words, size_t i) {
  return BelongsToSexMarks(words, i) || IsNumber(words[i]) || IsHoursOrMoney(words[i]) ||
         IsSeniorityOrContract(words[i]) || IsPlace(words[i]);
}

template <class Keep>
std::vector<std::string> Filtered(const std::vector<std::string>& words, Keep keep) {
  std::vector<std::string> kept;
  for (size_t i = 0; i < words.size() && kept.size() < kMostWords; ++i) {
    if (keep(i)) kept.push_back(words[i]);
  }
  return kept;
}

}  // namespace

std::vector<std::string> ContentWords(std::string_view folded) {
  const std::vector<std::string> words = absl::StrSplit(ToAbsl(folded), ' ', absl::SkipEmpty());
  std::vector<std::string> content =
      Filtered(words, [&](size_t i) { return !IsStopWord(words[i]) && !IsNoise(words, i); });
  if (content.empty()) content = Filtered(words, [&](size_t i) { return !IsStopWord(words[i]); });
  if (content.empty()) content = Filtered(words, [](size_t) { return true; });
  return content;
}

std::string WithoutNoise(std::string_view folded) {
  const std::vector<std::string> words = absl::StrSplit(ToAbsl(folded), ' ', absl::SkipEmpty());
  const std::vector<std::string> kept =
      Filtered(words, [&](size_t i) { return !IsNoise(words, i); });
  const bool says_something =
      std::any_of(kept.begin(), kept.end(), [](const auto& word) { return !IsStopWord(word); });
  return says_something ? absl::StrJoin(kept, " ") : std::string(folded);
}

}  // namespace overstap::words
