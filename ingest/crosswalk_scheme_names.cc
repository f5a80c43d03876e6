#include "ingest/crosswalk_scheme_names.h"

#include <algorithm>
#include <vector>

#include "absl/strings/str_split.h"
#include "base/strings.h"

namespace overstap::ingest {
namespace {

constexpr size_t kMaxName = 40;

bool IsLetter(char c) { return c >= 'a' && c <= 'z'; }
bool IsNameCharacter(char c) { return IsLetter(c) || (c >= '0' && c <= '9') || c == '-'; }

}  // namespace

bool IsSchemeName(std::string_view name) {
  return !name.empty() && name.size() <= kMaxName && IsLetter(name[0]) &&
         std::all_of(name.begin(), name.end(), IsNameCharacter);
}

std::string SchemeNameOf(std::string_view text) {
  std::string name;
  for (char c : text) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    if (!IsNameCharacter(c)) c = '-';
    const bool is_gap = c == '-' && (name.empty() || name.back() == '-');
    if (!is_gap && name.size() < kMaxName && !(name.empty() && !IsLetter(c))) name.push_back(c);
  }
  while (!name.empty() && name.back() == '-') name.pop_back();
  return name.empty() ? "other" : name;
}

std::optional<std::pair<std::string, std::string>> SchemesOfHeader(std::string_view line) {
  if (!line.starts_with('#')) return std::nullopt;
  const std::vector<std::string> words =
      absl::StrSplit(ToAbsl(line.substr(1)), absl::ByAnyChar(" \t"), absl::SkipEmpty());
  if (words.size() != 2 || !IsSchemeName(words[0]) || !IsSchemeName(words[1]) ||
      words[0] == words[1]) {
    return std::nullopt;
  }
  return std::pair(words[0], words[1]);
}

}  // namespace overstap::ingest
