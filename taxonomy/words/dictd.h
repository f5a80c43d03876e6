// A bilingual dictionary in the format of dictd (RFC 2229's reference server; FreeDict ships it).
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "absl/status/statusor.h"

namespace overstap::words {

struct DictionaryEntry {
  std::string headword;
  std::vector<std::string> translations;  // at least one, in the order of the dictionary

  friend bool operator==(const DictionaryEntry&, const DictionaryEntry&) = default;
};

// `index` has lines of headword, offset and length (base 64, digits A-Za-z0-9+/) separated by tabs;
// `body` is the unpacked text they point into: a line with the headword and how it sounds, then
// translations separated by commas, senses perhaps numbered. Headwords that begin with "00database"
// describe the dictionary and are skipped, as are entries without a translation.
// kInvalidArgument, with "source:line: what", for a line of another form or outside the body, or an
// entry of more than 64 KiB: many lines that each point at the whole body would fill the memory.
absl::StatusOr<std::vector<DictionaryEntry>> ParseDictd(std::string_view index,
                                                        std::string_view body,
                                                        std::string_view source);

}  // namespace overstap::words
