#include "taxonomy/words/lexicon.h"

#include <array>
#include <utility>

#include "absl/strings/str_split.h"
#include "base/status_macros.h"
#include "base/strings.h"
#include "base/text_encoding.h"

namespace overstap::words {
namespace {

constexpr std::array<std::pair<Relation, std::string_view>, 4> kNames = {{
    {Relation::kSame, "same"},
    {Relation::kKind, "kind"},
    {Relation::kRelated, "related"},
    {Relation::kEnglish, "english"},
}};

absl::StatusOr<LexiconEntry> ParseLine(std::string_view line) {
  const std::vector<std::string> fields = absl::StrSplit(ToAbsl(line), '\t');
  if (fields.size() < 3) {
    return absl::InvalidArgumentError(
        "a line needs a relation, a word and at least one other word, with tabs between them");
  }
  const auto relation = ParseRelation(fields[0]);
  if (!relation) {
    return absl::InvalidArgumentError(
        StrCat("'", fields[0], "' is not a relation; use same, kind, related or english"));
  }
  LexiconEntry entry{*relation, fields[1], {fields.begin() + 2, fields.end()}};
  if (entry.word.empty()) return absl::InvalidArgumentError("the word is empty");
  for (const std::string& other : entry.others) {
    if (other.empty()) return absl::InvalidArgumentError("one of the other words is empty");
  }
  return entry;
}

}  // namespace

std::string_view RelationName(Relation relation) {
  for (const auto& [value, name] : kNames) {
    if (value == relation) return name;
  }
  return "unknown";
}

std::optional<Relation> ParseRelation(std::string_view name) {
  for (const auto& [value, known] : kNames) {
    if (known == name) return value;
  }
  return std::nullopt;
}

absl::StatusOr<std::vector<LexiconEntry>> ParseLexicon(std::string_view text,
                                                       std::string_view source) {
  std::vector<LexiconEntry> entries;
  int line_number = 0;
  while (!text.empty()) {
    const size_t end = text.find('\n');
    std::string_view line = text.substr(0, end);
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    ++line_number;
    if (line.ends_with('\r')) line.remove_suffix(1);
    if (line.empty() || line.front() == '#') continue;
    const auto fail = [&](std::string_view what) {
      return absl::InvalidArgumentError(StrCat(source, ":", line_number, ": ", what));
    };
    if (!IsValidUtf8(line)) return fail("this is not UTF-8; save the file as UTF-8");
    auto entry = ParseLine(line);
    if (!entry.ok()) return fail(FromAbsl(entry.status().message()));
    entries.push_back(*std::move(entry));
  }
  return entries;
}

}  // namespace overstap::words
