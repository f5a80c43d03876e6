#include "tools/overstap/reading_text.h"

#include <cmath>

#include "absl/strings/str_format.h"
#include "base/strings.h"

namespace overstap::cli {
namespace {
constexpr size_t kUrisShown = 6;
}  // namespace

std::string Listed(const std::vector<std::string>& items, size_t most) {
  std::string text;
  for (size_t i = 0; i < items.size() && i < most; ++i) {
    StrAppend(&text, i > 0 ? "; " : "", items[i]);
  }
  if (items.size() > most) StrAppend(&text, " and ", items.size() - most, " more");
  return text;
}

std::string WeeksText(double weeks) {
  return absl::StrFormat("%.10g %s", std::round(weeks * 100) / 100, weeks == 1 ? "week" : "weeks");
}

std::string UnderstoodText(const std::vector<advice::Understood>& readings) {
  std::string text;
  for (const advice::Understood& reading : readings) {
    StrAppend(&text, "'", reading.text, "' was taken for: ", reading.concept_ref.label, " (",
              absl::StrFormat("%.2f", reading.score), ")\n");
  }
  return text;
}

std::string UnknownText(const std::vector<std::string>& uris) {
  if (uris.empty()) return "";
  return StrCat("not in this taxonomy, so left out: ", Listed(uris, kUrisShown), "\n");
}

std::string TranslatedText(const advice::Translations& translations) {
  std::string text;
  for (const match::UriTranslation& translation : translations) {
    StrAppend(&text, translation.from_uri, " was read as ", translation.to_uri, " (",
              MatchKindName(translation.kind), ", ", absl::StrFormat("%.2f", translation.strength),
              ")\n");
  }
  return text;
}

std::string VersionsText(const model::Versions& versions) {
  return StrCat("taxonomy ", versions.taxonomy, ", ", versions.data, ", ", versions.parameters,
                "\n");
}

}  // namespace overstap::cli
