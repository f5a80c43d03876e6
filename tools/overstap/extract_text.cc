#include "tools/overstap/extract_text.h"

#include <optional>

#include "absl/strings/str_format.h"
#include "base/strings.h"
#include "taxonomy/importance.h"

namespace overstap::cli {
namespace {

std::string Found(const advice::ConceptRef& ref, double score) {
  return absl::StrFormat("  %s  %.0f%%", ref.label, score * 100);
}

std::string Years(std::optional<int> years) {
  return years ? StrCat(", ", *years, *years == 1 ? " year" : " years") : "";
}

std::string FactsText(const advice::ExtractResult& result) {
  std::string text;
  for (const auto& licence : result.licences) {
    StrAppend(&text, "  ", licence.name);
    if (licence.importance) StrAppend(&text, " (", ImportanceName(*licence.importance), ")");
    StrAppend(&text, "\n");
  }
  for (const auto& regulated : result.regulations) {
    StrAppend(&text, "  regulated: ", regulated.name, " (", regulated.rule, ")\n");
  }
  if (result.level) {
    StrAppend(&text, "  level ", result.level->level, " (", result.level->name, ")\n");
  }
  if (result.hours) {
    StrAppend(&text, "  ", result.hours->min);
    if (result.hours->max != result.hours->min) StrAppend(&text, " to ", result.hours->max);
    StrAppend(&text, " hours a week\n");
  }
  return text;
}

}  // namespace

std::string ToText(const advice::ExtractResult& result) {
  std::string text = "occupations:\n";
  for (const auto& one : result.occupations) {
    StrAppend(&text, Found(one.concept_ref, one.score), Years(one.years), "\n");
  }
  StrAppend(&text, "skills:\n");
  for (const auto& one : result.skills) {
    StrAppend(&text, Found(one.concept_ref, one.score));
    if (one.importance) StrAppend(&text, ", ", ImportanceName(*one.importance));
    StrAppend(&text, Years(one.years), "  [", one.matched_label, "]\n");
  }
  StrAppend(&text, "demands:\n", FactsText(result), "niet herkend (not recognised):\n");
  for (const auto& one : result.unmatched) StrAppend(&text, "  ", one.text, "\n");
  return text;
}

}  // namespace overstap::cli
