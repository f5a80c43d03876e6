#include "tests/taxonomy/text/text_world.h"

#include <optional>
#include <utility>

#include "absl/strings/ascii.h"
#include "absl/strings/str_split.h"
#include "base/status_macros.h"
#include "base/strings.h"

namespace overstap::text {
namespace {

std::optional<ConceptKind> KindOf(std::string_view name) {
  if (name == "occupation") return ConceptKind::kOccupation;
  if (name == "skill") return ConceptKind::kSkill;
  if (name == "group") return ConceptKind::kIscoGroup;
  return std::nullopt;
}

// "nl! lasser" and the like; false when it is something else.
bool AddText(std::string_view part, ConceptSource* entry) {
  const auto language = Language::Parse(part.substr(0, 2));
  if (!language || part.size() < 4) return false;
  const char mark = part[2];
  const size_t begin = mark == ' ' ? 3 : 4;
  const std::string text(part.substr(begin));
  if (mark == ':') {
    entry->descriptions.push_back({*language, text});
  } else if (mark == '!') {
    entry->labels.push_back({*language, LabelKind::kPreferred, text});
  } else if (mark == '?') {
    entry->labels.push_back({*language, LabelKind::kHidden, text});
  } else if (mark == ' ') {
    entry->labels.push_back({*language, LabelKind::kAlternative, text});
  } else {
    return false;
  }
  return true;
}

absl::StatusOr<ConceptSource> ParseLine(std::string_view line) {
  const std::vector<std::string> parts = absl::StrSplit(ToAbsl(line), '|');
  const std::vector<std::string> head = absl::StrSplit(parts[0], ' ', absl::SkipEmpty());
  const auto kind = head.empty() ? std::nullopt : KindOf(head[0]);
  if (!kind || head.size() != 2) {
    return absl::InvalidArgumentError(StrCat("'", line, "' is no concept"));
  }
  ConceptSource entry;
  entry.uri = StrCat("t:", head[1]);
  entry.kind = *kind;
  if (entry.kind == ConceptKind::kIscoGroup) entry.code = head[1];
  for (size_t i = 1; i < parts.size(); ++i) {
    const std::string part(absl::StripAsciiWhitespace(parts[i]));
    if (AddText(part, &entry)) continue;
    if (part.starts_with("isco ")) {
      entry.code = part.substr(5);
    } else {
      entry.requirements.push_back({StrCat("t:", part), Importance::kEssential});
    }
  }
  return entry;
}

absl::StatusOr<Taxonomy> Build(std::string_view text) {
  TaxonomySource source;
  source.scheme = "test";
  for (const auto piece : absl::StrSplit(ToAbsl(text), '\n')) {
    const auto line = absl::StripAsciiWhitespace(piece);
    if (line.empty()) continue;
    OVERSTAP_ASSIGN_OR_RETURN(ConceptSource entry, ParseLine(FromAbsl(line)));
    source.concepts.push_back(std::move(entry));
  }
  Canonicalise(&source);
  std::string version = ContentVersion(source);
  return Taxonomy::Build(std::move(source), std::move(version));
}

}  // namespace

Taxonomy TextTaxonomy(std::string_view text) { return Build(text).value(); }

Knowledge WithLexicon(std::string_view lexicon) {
  Knowledge knowledge;
  knowledge.lexicon = words::ParseLexicon(lexicon, "lexicon").value();
  return knowledge;
}

RandomText::RandomText(uint32_t seed) : random_(seed) {
  static constexpr std::string_view kOnsets[] = {"l", "b", "m", "st", "k", "r"};
  static constexpr std::string_view kEnds[] = {"as", "er", "ok", "in", "eur", "ard"};
  for (int i = 0; i < 20; ++i) {
    std::string word;
    for (int k = random_.Number(1, 2); k >= 0; --k) {
      StrAppend(&word, kOnsets[random_.Number(0, 5)], kEnds[random_.Number(0, 5)]);
    }
    words_.push_back(word);
  }
  for (int i = 0; i < 10; ++i) words_.push_back(Word() + (i % 2 == 0 ? "s" : "") + Word());
}

const std::string& RandomText::Word() {
  return words_[static_cast<size_t>(random_.Number(0, static_cast<int>(words_.size()) - 1))];
}

std::string RandomText::Words(int least, int most) {
  std::string text = Word();
  for (int i = random_.Number(least, most); i > 1; --i) StrAppend(&text, " ", Word());
  return text;
}

std::string RandomText::Taxonomy(int occupations, int skills) {
  std::string text;
  for (int i = 0; i < skills; ++i) {
    StrAppend(&text, "skill s", i, " | nl! ", Words(1, 3), "\n");
  }
  for (int i = 0; i < occupations; ++i) {
    StrAppend(&text, "occupation o", i, random_.Chance(80) ? " | nl! " : " | en! ", Words(1, 3));
    if (random_.Chance(60)) StrAppend(&text, " | nl ", Words(1, 4));
    if (random_.Chance(30)) StrAppend(&text, " | en ", Words(1, 2));
    if (random_.Chance(20)) StrAppend(&text, " | nl? ", Words(1, 2));
    if (random_.Chance(30)) StrAppend(&text, " | nl: ", Words(3, 9));
    if (skills > 0) StrAppend(&text, " | s", random_.Number(0, skills - 1));
    StrAppend(&text, "\n");
  }
  return text;
}

std::string RandomText::Lexicon(int lines) {
  static constexpr std::string_view kRelations[] = {"same", "kind", "related", "english"};
  std::string text;
  for (int i = 0; i < lines; ++i) {
    StrAppend(&text, kRelations[random_.Number(0, 3)], "\t", Words(1, 2), "\t", Word(), "\n");
  }
  return text;
}

}  // namespace overstap::text
