#include "taxonomy/extract/lexicon.h"

#include <optional>
#include <span>
#include <utility>

#include "absl/strings/str_split.h"
#include "base/status_macros.h"
#include "base/strings.h"

namespace overstap {
std::span<const std::string_view> EmbeddedExtractionData();  // generated
}

namespace overstap::extract {
namespace {

using Fields = std::vector<std::string>;

std::optional<uint32_t> ValueOf(std::optional<Section> section) {
  if (!section) return std::nullopt;
  return static_cast<uint32_t>(*section);
}

std::optional<uint32_t> DocumentValue(std::string_view name) {
  const auto kind = ParseDocumentKind(name);
  if (!kind) return std::nullopt;
  return static_cast<uint32_t>(*kind);
}

std::optional<uint32_t> ImportanceValue(std::string_view name) {
  const auto importance = ParseImportance(name);
  if (!importance) return std::nullopt;
  return static_cast<uint32_t>(*importance);
}

std::optional<uint32_t> NegationValue(std::string_view name) {
  if (name == "none") return static_cast<uint32_t>(NegationScope::kNone);
  if (name == "forward") return static_cast<uint32_t>(NegationScope::kForward);
  if (name == "clause") return static_cast<uint32_t>(NegationScope::kClause);
  return std::nullopt;
}

struct Destination {
  PhraseTable* table = nullptr;
  std::optional<uint32_t> value;
};

Destination DestinationOf(const std::string& kind, const std::string& value, Lexicon* lexicon) {
  if (kind == "head") return {&lexicon->heads, ValueOf(ParseSection(value))};
  if (kind == "cue") return {&lexicon->cues, ValueOf(ParseSection(value))};
  if (kind == "document") return {&lexicon->documents, DocumentValue(value)};
  if (kind == "strength") return {&lexicon->strengths, ImportanceValue(value)};
  if (kind == "negation") return {&lexicon->negations, NegationValue(value)};
  if (kind == "lead" && value == "skill") return {&lexicon->skill_leads, 0};
  if (kind == "lead" && value == "occupation") return {&lexicon->occupation_leads, 0};
  if (kind == "light") return {&lexicon->light, 0};
  if (kind == "generic") return {&lexicon->generic, 0};
  if (kind == "ignore") return {&lexicon->ignored, 0};
  return {};
}

absl::Status AddPhrases(const Fields& fields, size_t first, uint32_t value, PhraseTable* table) {
  if (fields.size() <= first) return absl::InvalidArgumentError("the line has no phrases");
  for (size_t i = first; i < fields.size(); ++i) {
    if (table->Add(fields[i], value)) continue;
    return absl::InvalidArgumentError(
        StrCat("'", fields[i], "' is no phrase of one to eight words, or has another value above"));
  }
  return absl::OkStatus();
}

absl::Status AddPhraseLine(const Fields& fields, Lexicon* lexicon) {
  if (fields.size() < 3)
    return absl::InvalidArgumentError("a line has a kind, a value and phrases");
  const Destination destination = DestinationOf(fields[0], fields[1], lexicon);
  if (destination.table == nullptr || !destination.value) {
    return absl::InvalidArgumentError(
        StrCat("there is no kind '", fields[0], "' with value '", fields[1], "'"));
  }
  return AddPhrases(fields, 2, *destination.value, destination.table);
}

absl::Status AddLicenceLine(const Fields& fields, Lexicon* lexicon) {
  const std::string& kind = fields[0];
  if (kind == "licence" && fields.size() > 3) {
    lexicon->licences.push_back({fields[1], fields[2]});
    return AddPhrases(fields, 3, static_cast<uint32_t>(lexicon->licences.size() - 1),
                      &lexicon->licence_patterns);
  }
  if (kind == "regulated" && fields.size() > 4) {
    lexicon->regulations.push_back({fields[1], fields[2], fields[3]});
    return AddPhrases(fields, 4, static_cast<uint32_t>(lexicon->regulations.size() - 1),
                      &lexicon->regulated_patterns);
  }
  if (kind == "level" && fields.size() > 3) {
    const std::string& level = fields[1];
    if (level.size() != 1 || level[0] < '1' || level[0] > '4') {
      return absl::InvalidArgumentError(StrCat("'", level, "' is no level 1 to 4"));
    }
    lexicon->levels.push_back({level[0] - '0', fields[2]});
    return AddPhrases(fields, 3, static_cast<uint32_t>(lexicon->levels.size() - 1),
                      &lexicon->level_patterns);
  }
  return absl::InvalidArgumentError(
      StrCat("a line is licence, regulated or level with its fields, not '", kind, "'"));
}

template <class AddLine>
absl::Status ReadLines(std::string_view text, std::string_view source, AddLine add_line) {
  int number = 0;
  for (const auto line : absl::StrSplit(ToAbsl(text), '\n')) {
    ++number;
    if (line.empty() || line.front() == '#') continue;
    const Fields fields = absl::StrSplit(line, '\t');
    absl::Status status;
    for (const std::string& field : fields) {
      if (field.empty()) status = absl::InvalidArgumentError("a field is empty");
    }
    if (status.ok()) status = add_line(fields);
    if (status.ok()) continue;
    return absl::InvalidArgumentError(
        StrCat(source, ":", number, ": ", FromAbsl(status.message())));
  }
  return absl::OkStatus();
}

}  // namespace

absl::StatusOr<Lexicon> ParseLexicon(std::string_view phrases, std::string_view licences) {
  Lexicon lexicon;
  OVERSTAP_RETURN_IF_ERROR(ReadLines(phrases, "phrases.tsv", [&](const Fields& fields) {
    return AddPhraseLine(fields, &lexicon);
  }));
  OVERSTAP_RETURN_IF_ERROR(ReadLines(licences, "licences.tsv", [&](const Fields& fields) {
    return AddLicenceLine(fields, &lexicon);
  }));
  return lexicon;
}

const Lexicon& DefaultLexicon() {
  static const auto* const kLexicon =
      new Lexicon(ParseLexicon(EmbeddedExtractionData()[0], EmbeddedExtractionData()[1]).value());
  return *kLexicon;
}

}  // namespace overstap::extract
