#include "tools/overstap/diff_text.h"

#include <optional>
#include <string_view>
#include <vector>

#include "base/strings.h"

namespace overstap::cli {
namespace {

std::string Text(const DiffConcept& entry) {
  return StrCat(entry.label.empty() ? "(no label)" : entry.label, " <", entry.uri, ">");
}

std::string Text(const std::vector<DiffConcept>& concepts) {
  std::string text;
  for (const DiffConcept& entry : concepts) StrAppend(&text, text.empty() ? "" : "; ", Text(entry));
  return text;
}

std::string Text(const ReplacedConcept& change) {
  return StrCat(Text(change.from), " is now ", Text(change.into));
}

std::string Text(const SplitConcept& change) {
  return StrCat(Text(change.from), " into ", Text(change.into));
}

std::string Text(const MergedConcept& change) {
  return StrCat(Text(change.from), " into ", Text(change.into));
}

std::string Text(const RenamedConcept& change) {
  const auto shown = [](const std::string& label) {
    return label.empty() ? std::string("no label") : StrCat("'", label, "'");
  };
  return StrCat(shown(change.before), " is now ", shown(change.after), " (", change.language.code(),
                ") <", change.subject.uri, ">");
}

std::string Text(const RelationChange& change) {
  const auto shown = [](std::optional<Importance> importance) {
    return importance ? ImportanceName(*importance) : std::string_view("not required");
  };
  return StrCat(Text(change.occupation), " and ", Text(change.skill), ": ", shown(change.before),
                ", now ", shown(change.after));
}

std::string Text(const MovedConcept& change) {
  std::string text = Text(change.subject);
  if (!change.from.empty()) StrAppend(&text, ", no longer below ", Text(change.from));
  if (!change.to.empty()) StrAppend(&text, ", now below ", Text(change.to));
  return text;
}

std::string Text(const DetailChange& change) {
  std::string text = StrCat(Text(change.subject), ":");
  for (const DetailKind what : change.what) StrAppend(&text, " ", DetailKindName(what));
  return text;
}

template <class T>
void AddList(std::string_view title, const std::vector<T>& changes, size_t limit,
             std::string* text) {
  if (changes.empty()) return;
  StrAppend(text, "\n", title, ": ", changes.size(), "\n");
  for (size_t i = 0; i < changes.size() && i < limit; ++i) {
    StrAppend(text, "  ", Text(changes[i]), "\n");
  }
  if (changes.size() > limit) StrAppend(text, "  and ", changes.size() - limit, " more\n");
}

}  // namespace

std::string ToText(const snapshot::VersionDiff& diff, size_t limit) {
  std::string text = StrCat("from ", diff.before, "\nto   ", diff.after, "\n");
  const TaxonomyDiff& changes = diff.diff;
  if (changes.empty()) return StrCat(text, "\nthe two are the same\n");
  AddList("added", changes.added, limit, &text);
  AddList("removed", changes.removed, limit, &text);
  AddList("under another URI", changes.replaced, limit, &text);
  AddList("split", changes.split, limit, &text);
  AddList("merged", changes.merged, limit, &text);
  AddList("renamed", changes.renamed, limit, &text);
  AddList("requirements changed", changes.relations, limit, &text);
  AddList("moved in the hierarchy", changes.moved, limit, &text);
  AddList("other details changed", changes.details, limit, &text);
  return text;
}

}  // namespace overstap::cli
