// How schemes of crosswalks may be called.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace overstap::ingest {

// Lower-case letters, digits and hyphens, at most 40, beginning with a letter.
bool IsSchemeName(std::string_view name);

// A scheme name made of any text: "NL_mapping" gives "nl-mapping"; "other" when nothing is left.
std::string SchemeNameOf(std::string_view text);

// The two schemes of "# from_scheme to_scheme", when the line is that.
std::optional<std::pair<std::string, std::string>> SchemesOfHeader(std::string_view line);

}  // namespace overstap::ingest
