#include "ingest/crosswalk_uris.h"

#include <algorithm>

#include "base/strings.h"

namespace overstap::ingest {
namespace {

constexpr std::string_view kEscoBase = "http://data.europa.eu/esco/";
constexpr std::string_view kIscoBase = "http://data.europa.eu/esco/isco/";
constexpr std::string_view kOnetBase = "https://www.onetonline.org/";
constexpr std::string_view kOnetOccupationBase = "https://www.onetonline.org/link/summary/";
constexpr std::string_view kOnetElementBase = "https://www.onetonline.org/find/descriptor/result/";
constexpr std::string_view kBrcPrefix = "brc2014:";

bool IsDigit(char c) { return c >= '0' && c <= '9'; }

bool IsAlphanumeric(char c) {
  return IsDigit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool IsUri(std::string_view text) {
  const size_t colon = text.find(':');
  if (colon == std::string_view::npos || colon == 0 || colon + 1 == text.size()) return false;
  return text.find_first_of(" \t\r\n<>\"") == std::string_view::npos;
}

std::optional<std::string> OnetUri(std::string_view text) {
  if (IsOnetOccupationCode(text)) return OnetOccupationUri(text);
  if (IsOnetElementId(text)) return OnetElementUri(text);
  if (IsUri(text)) return std::string(text);
  return std::nullopt;
}

}  // namespace

std::string_view SchemeOfUri(std::string_view uri) {
  if (uri.starts_with(kIscoBase)) return kIscoScheme;
  if (uri.starts_with(kEscoBase)) return kEscoScheme;
  if (uri.starts_with(kOnetBase) || IsOnetOccupationCode(uri)) return kOnetScheme;
  if (uri.starts_with(kBrcPrefix)) return kBrcScheme;
  if (uri.starts_with("https://linkeddata.competentnl.nl/")) return kCompetentNlScheme;
  return {};
}

std::optional<std::string> IscoCodeIn(std::string_view code_or_uri) {
  const size_t slash = code_or_uri.find_last_of("/#:");
  std::string_view code =
      slash == std::string_view::npos ? code_or_uri : code_or_uri.substr(slash + 1);
  if (code.starts_with('C')) code.remove_prefix(1);
  if (code.empty() || code.size() > 4 || !std::all_of(code.begin(), code.end(), IsDigit)) {
    return std::nullopt;
  }
  return std::string(code);
}

std::string IscoUri(std::string_view code) { return StrCat(kIscoBase, "C", code); }

std::string BrcUri(std::string_view code) { return StrCat(kBrcPrefix, code); }

bool IsOnetOccupationCode(std::string_view code) {
  constexpr std::string_view kShape = "00-0000.00";
  return std::equal(code.begin(), code.end(), kShape.begin(), kShape.end(),
                    [](char c, char shape) { return shape == '0' ? IsDigit(c) : c == shape; });
}

bool IsOnetElementId(std::string_view id) {
  if (id.empty() || id.size() > 20 || !IsDigit(id[0]) || id.back() == '.') return false;
  return std::all_of(id.begin(), id.end(), [](char c) { return c == '.' || IsAlphanumeric(c); }) &&
         id.find("..") == std::string_view::npos && (id.size() == 1 || id[1] == '.');
}

std::string OnetOccupationUri(std::string_view code) { return StrCat(kOnetOccupationBase, code); }

std::string OnetElementUri(std::string_view id) { return StrCat(kOnetElementBase, id); }

std::optional<std::string> UriInScheme(std::string_view scheme, std::string_view code_or_uri) {
  if (scheme == kOnetScheme) return OnetUri(code_or_uri);
  if (scheme == kIscoScheme) {
    const auto code = IscoCodeIn(code_or_uri);
    if (!code) return std::nullopt;
    return IscoUri(*code);
  }
  if (scheme == kEscoScheme) {
    if (!code_or_uri.starts_with(kEscoBase) || !IsUri(code_or_uri)) return std::nullopt;
    return std::string(code_or_uri);
  }
  if (IsUri(code_or_uri)) return std::string(code_or_uri);
  if (code_or_uri.empty() || code_or_uri.find_first_of(" \t\r\n<>\"") != std::string_view::npos) {
    return std::nullopt;
  }
  return StrCat(scheme, ":", code_or_uri);
}

}  // namespace overstap::ingest
