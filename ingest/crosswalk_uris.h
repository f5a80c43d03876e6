// How concepts of classifications that have codes are named by URI.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace overstap::ingest {

// Names of schemes in taxonomies and crosswalks.
inline constexpr std::string_view kEscoScheme = "esco";
inline constexpr std::string_view kCompetentNlScheme = "competentnl";
inline constexpr std::string_view kOnetScheme = "onet";
inline constexpr std::string_view kIscoScheme = "isco08";
inline constexpr std::string_view kBrcScheme = "brc2014";

// The scheme that a URI evidently belongs to; empty when that cannot be seen.
std::string_view SchemeOfUri(std::string_view uri);

// "7212" of "7212", "C7212" or a URI that ends in one of these; one to four digits.
std::optional<std::string> IscoCodeIn(std::string_view code_or_uri);
// "http://data.europa.eu/esco/isco/C7212", as ESCO names the group.
std::string IscoUri(std::string_view code);

// "brc2014:0722". BRC 2014 has no URIs of its own; codes have two (class), three (segment) or four
// digits (group).
std::string BrcUri(std::string_view code);

// "11-1011.00": eight digits.
bool IsOnetOccupationCode(std::string_view code);
// "2.B.1.a": an element of the O*NET content model.
bool IsOnetElementId(std::string_view id);
// The page of O*NET OnLine about it.
std::string OnetOccupationUri(std::string_view code);
std::string OnetElementUri(std::string_view id);

// The URI of what is given by URI or by code in a scheme; nothing when it is neither. A code of a
// scheme that is not named above becomes "scheme:code".
std::optional<std::string> UriInScheme(std::string_view scheme, std::string_view code_or_uri);

}  // namespace overstap::ingest
