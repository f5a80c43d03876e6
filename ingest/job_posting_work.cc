#include "ingest/job_posting_work.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "absl/strings/ascii.h"
#include "base/strings.h"
#include "ingest/json_ld.h"
#include "ingest/plain_text.h"
#include "taxonomy/isco.h"

namespace overstap::ingest {
namespace {

using Draft = RecordDraft<model::Vacancy>;
using nlohmann::json;

// A skill with a URI is stated by a publisher who knows the skills language, without a word on how
// much it weighs.
constexpr Importance kStated = Importance::kImportant;
constexpr std::string_view kHeading = "Functie-eisen\n";

bool IsConceptUri(std::string_view text) {
  const size_t host = text.find("://");
  if (host == std::string_view::npos) return false;
  text.remove_prefix(host + 3);
  return text.starts_with("data.europa.eu/esco/") || text.starts_with("linkeddata.competentnl.nl/");
}

// The URI by which a value names a concept; empty when it names none that we may know.
std::string ConceptUri(const json& value) {
  if (value.is_string()) {
    const std::string& text = value.get_ref<const std::string&>();
    return IsConceptUri(text) ? text : std::string();
  }
  for (const char* property : {"@id", "url", "sameAs", "termCode", "codeValue"}) {
    for (const json* candidate : ValuesOf(value, property)) {
      if (!candidate->is_string()) continue;
      const std::string& text = candidate->get_ref<const std::string&>();
      if (IsConceptUri(text)) return text;
    }
  }
  return {};
}

// The first four digits that stand by themselves, or after "C" as in ESCO: an ISCO-08 unit group.
std::string IscoCode(std::string_view text) {
  constexpr std::string_view kDigits = "0123456789";
  size_t end = 0;
  for (size_t begin = text.find_first_of(kDigits); begin != std::string_view::npos;
       begin = text.find_first_of(kDigits, end)) {
    end = std::min(text.find_first_not_of(kDigits, begin), text.size());
    if (end - begin == 4) return std::string(text.substr(begin, 4));
  }
  return {};
}

bool SaysIsco(const json& value) {
  std::string text = value.is_string() ? value.get<std::string>() : FirstText(value, "inCodeSet");
  for (const json* set : ValuesOf(value, "inCodeSet")) {
    StrAppend(&text, " ", FirstText(*set, "url"), " ", FirstText(*set, "@id"));
  }
  return absl::AsciiStrToLower(text).find("isco") != std::string::npos;
}

void ReadCategory(const json& value, Draft* draft, std::string* words) {
  model::Vacancy& vacancy = draft->record;
  const std::string uri = ConceptUri(value);
  if (SaysIsco(value) || uri.find("/isco/") != std::string::npos) {
    const std::string code =
        IscoCode(value.is_string() ? value.get<std::string>() : FirstText(value, "codeValue"));
    if (!vacancy.level) vacancy.level = IscoSkillLevel(code);
  }
  if (uri.find("/occupation/") != std::string::npos) {
    if (vacancy.occupation_uri.empty()) vacancy.occupation_uri = uri;
    return;
  }
  const std::string text = value.is_object() ? FirstText(value, "name") : TextOf(value);
  if (!text.empty() && uri.empty()) StrAppend(words, PlainText(text), "\n");
}

// "lassen, CO2; tekening lezen" are three phrases; a sentence stays one.
void AppendPhrases(const std::string& text, std::string* phrases) {
  std::string_view rest = text;
  while (!rest.empty()) {
    const size_t end = std::min(rest.find_first_of(",;\n"), rest.size());
    const std::string_view phrase =
        FromAbsl(absl::StripAsciiWhitespace(ToAbsl(rest.substr(0, end))));
    if (!phrase.empty()) StrAppend(phrases, phrase.starts_with("- ") ? "" : "- ", phrase, "\n");
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
}

}  // namespace

void ReadWork(const json& posting, Draft* draft) {
  std::string titles;
  for (const json* category : ValuesOf(posting, "occupationalCategory")) {
    ReadCategory(*category, draft, &titles);
  }
  std::string phrases;
  for (const json* skill : ValuesOf(posting, "skills")) {
    std::string uri = ConceptUri(*skill);
    if (uri.empty()) {
      AppendPhrases(PlainText(TextOf(*skill)), &phrases);
    } else {
      draft->record.skills.push_back({std::move(uri), kStated, false});
    }
  }
  for (const json* asked : ValuesOf(posting, "qualifications")) {
    AppendPhrases(PlainText(TextOf(*asked)), &phrases);
  }
  draft->phrases = titles;
  if (!phrases.empty()) StrAppend(&draft->phrases, titles.empty() ? "" : "\n", kHeading, phrases);
}

}  // namespace overstap::ingest
