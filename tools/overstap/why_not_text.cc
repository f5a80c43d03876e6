#include "tools/overstap/why_not_text.h"

#include "absl/strings/str_format.h"
#include "base/strings.h"
#include "engine/advice/why_not_explanation.h"
#include "tools/overstap/reading_text.h"

namespace overstap::cli {
namespace {

std::string StandingText(const advice::WhyNotResult& result) {
  std::string text = absl::StrFormat("   meets %d of %d", result.met, result.required);
  if (result.score) absl::StrAppendFormat(&text, "; score %.2f", *result.score);
  if (result.place) StrAppend(&text, "; number ", *result.place, " of ", result.list_size);
  return StrCat(text, "\n");
}

std::string ChangesText(const char* title, const std::vector<advice::TriedChange>& steps) {
  if (steps.empty()) return "";
  std::string text = StrCat(title, "\n");
  for (const advice::TriedChange& step : steps) {
    StrAppend(&text, "   - ", advice::TextOf(step.change), "\n");
    if (step.left.empty()) continue;
    StrAppend(&text, "     then left: ");
    for (size_t i = 0; i < step.left.size(); ++i) {
      StrAppend(&text, i > 0 ? ", " : "", advice::BarrierKindName(step.left[i]));
    }
    StrAppend(&text, "\n");
  }
  return text;
}

std::string RobustnessText(const advice::Robustness& robustness) {
  if (!robustness.first) return "";
  std::string text = StrCat("First of the list: ", robustness.first->label);
  if (robustness.tried == 0) return StrCat(text, "; every skill is confirmed\n");
  if (robustness.unseated_by.empty()) {
    return StrCat(text, "; it stays the first when any one of ", robustness.tried,
                  " unconfirmed skills is dropped\n");
  }
  StrAppend(&text, "; not without:\n");
  for (const advice::Unseating& line : robustness.unseated_by) {
    StrAppend(&text, "   - ", line.skill.label, " (", model::EvidenceKindName(line.evidence),
              "), then: ", line.first ? line.first->label : std::string("nothing"), "\n");
  }
  return text;
}

std::string QuestionText(const std::optional<advice::NextQuestion>& question) {
  if (!question) return "";
  std::string text = advice::TextOf(*question);
  text.front() = 'A';
  return StrCat(text, "\n");
}

}  // namespace

std::string ToText(const advice::WhyNotResult& result) {
  std::string text = StrCat("Why not: ", result.destination.label, "\n",
                            UnderstoodText(result.understood), TranslatedText(result.translations),
                            UnknownText(result.unknown_uris), StandingText(result));
  if (result.barriers.empty()) StrAppend(&text, "Nothing stands in the way.\n");
  for (size_t i = 0; i < result.barriers.size(); ++i) {
    StrAppend(&text, i == 0 ? "In the way: " : "       and: ", advice::TextOf(result.barriers[i]),
              "\n");
  }
  for (const advice::Barrier& shortcoming : result.shortcomings) {
    StrAppend(&text, "Stays open: ", advice::TextOf(shortcoming), "\n");
  }
  if (!result.barriers.empty() && result.way.steps.empty()) {
    StrAppend(&text, "No single change that we know takes away the first of these.\n");
  }
  StrAppend(&text,
            ChangesText(result.barriers.empty() ? "What leaves less open:" : "The smallest change:",
                        result.way.steps),
            ChangesText("Or:", result.way.others), RobustnessText(result.robustness),
            QuestionText(result.question));
  return StrCat(text, VersionsText(result.versions));
}

}  // namespace overstap::cli
