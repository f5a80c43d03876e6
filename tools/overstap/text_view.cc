#include "tools/overstap/text_view.h"

#include <string>
#include <vector>

#include "absl/strings/str_format.h"
#include "absl/time/civil_time.h"
#include "base/strings.h"
#include "engine/dutch/sentences.h"
#include "tools/overstap/path_text.h"
#include "tools/overstap/plan_text.h"
#include "tools/overstap/reading_text.h"

namespace overstap::cli {
namespace {

constexpr size_t kReasonsShown = 5;

std::string VacancyText(const advice::VacancyCount& count, const std::string& region) {
  if (!count.region && !count.within_radius) return "";
  std::vector<std::string> parts;
  if (count.region) parts.push_back(StrCat(*count.region, " in ", region));
  if (count.within_radius) parts.push_back(StrCat(*count.within_radius, " within the radius"));
  return StrCat("   vacancies: ", Listed(parts, 2), "\n");
}

std::string Titled(size_t number, const std::string& label, double score) {
  return absl::StrFormat("\n%d. %s (score %.2f)\n", number, label, score);
}

std::string TitleOf(const advice::Context& context, const std::string& id) {
  const auto row = context.snapshot.vacancies().Find(id);
  return row != context.snapshot.vacancies().end() ? row->Record()->title : std::string();
}

}  // namespace

std::string ToText(const advice::LookupResult& result) {
  if (result.hits.empty()) return StrCat("niet herkend (not understood): ", result.text, "\n");
  std::string text;
  if (!result.hits.front().recognised) {
    StrAppend(&text, "niet herkend (not recognised): ", result.text, "; nearest:\n");
  }
  for (const advice::LookupHit& hit : result.hits) {
    absl::StrAppendFormat(&text, "%.2f  %s", hit.score, hit.concept_ref.label);
    if (hit.matched_label != hit.concept_ref.label) {
      StrAppend(&text, "  (by: ", hit.matched_label, ")");
    }
    StrAppend(&text, "\n      ", hit.concept_ref.uri, "\n");
    for (const explain::Node& reason : hit.explanation.children) {
      absl::StrAppendFormat(&text, "      %.2f  %s\n", reason.value.value_or(0), reason.text);
    }
  }
  return text;
}

std::string ToText(const advice::ClosestResult& result) {
  std::string text =
      StrCat("Closest to: ", result.origin.label, "\ncloseness: in the space of work\n");
  if (result.understood) StrAppend(&text, UnderstoodText({*result.understood}));
  StrAppend(&text, TranslatedText(result.translations));
  if (!result.techniek.empty()) StrAppend(&text, "techniek: ", result.techniek, "\n");
  for (const advice::ClosestItem& item : result.items) {
    absl::StrAppendFormat(&text, "%.3f  %s  (%s)\n", item.closeness, item.occupation.label,
                          Level(item.level_gap));
  }
  return StrCat(text, VersionsText(result.versions));
}

std::string ToText(const advice::OccupationPlan& plan) {
  return StrCat("Towards: ", plan.destination.label, "\n", UnderstoodText(plan.understood),
                TranslatedText(plan.translations), UnknownText(plan.unknown_uris), PlanBody(plan),
                VersionsText(plan.versions));
}

std::string ToText(const advice::RoutesWithPaths& answer) {
  const advice::RouteResult& result = answer.routes;
  std::string text = "From: ";
  StrAppend(&text, result.origin.empty() ? "the skills given" : Listed(Labels(result.origin), 3));
  if (!result.region.empty()) StrAppend(&text, ", region ", result.region);
  StrAppend(&text, ", on ", absl::FormatCivilTime(result.as_of), "\n",
            result.techniek.empty() ? "to: every occupation"
                                    : StrCat("to: technical work by ", result.techniek),
            "\n", ToText(answer.stay), UnderstoodText(result.understood),
            TranslatedText(result.translations), UnknownText(result.unknown_uris));
  if (result.routes.empty()) {
    StrAppend(&text,
              "\nNo occupation is within reach of what is known of this person. Add "
              "occupations or skills.\n");
  }
  if (!result.routes.empty() && answer.paths.none_near) {
    StrAppend(
        &text, "\nNo ", result.techniek.empty() ? "" : "technical ",
        "work is near by what is known of this person's skills. Where work can be learnt in a job "
        "with pay, or over other work, it is said.\n");
  }
  for (size_t i = 0; i < result.routes.size(); ++i) {
    const advice::Route& route = result.routes[i];
    StrAppend(&text, Titled(i + 1, route.plan.destination.label, route.score), PlanBody(route.plan),
              VacancyText(route.vacancies, result.region),
              ToText(answer.paths.to[i], result.region));
  }
  return StrCat(text, "\n", BasisText(answer.paths), VersionsText(result.versions));
}

std::string ToText(const advice::Context& context, const advice::MatchResult& result,
                   bool with_explanation) {
  std::string text = StrCat("For ", result.id, ":\n", TranslatedText(result.translations),
                            UnknownText(result.unmapped));
  if (result.hits.empty()) StrAppend(&text, "nothing fits\n");
  for (const advice::MatchHit& hit : result.hits) {
    absl::StrAppendFormat(&text, "%.3f  %s  %s", hit.score, hit.id, TitleOf(context, hit.id));
    if (hit.distance_km) absl::StrAppendFormat(&text, " (%.0f km)", *hit.distance_km);
    StrAppend(&text, "\n");
    if (!with_explanation) continue;
    size_t shown = 0;
    for (const explain::Node& reason : hit.explanation.children) {
      if (++shown > kReasonsShown) break;
      StrAppend(&text, "         ", reason.text, "\n");
    }
  }
  if (result.not_scored > 0) {
    StrAppend(&text, result.not_scored, " not scored: nothing is known of what they ask\n");
  }
  return StrCat(text, VersionsText(result.versions));
}

std::string ToText(const advice::ExplainedMatch& match) {
  std::string text = StrCat(match.profile_id, " and ", match.vacancy_id, ": ");
  if (match.score) {
    absl::StrAppendFormat(&text, "%.3f", *match.score);
  } else {
    StrAppend(&text, "nothing is known of what the vacancy asks");
  }
  StrAppend(&text, match.listed ? "\n" : "; not in answers\n", TranslatedText(match.translations),
            UnknownText(match.unmapped));
  for (const advice::MatchContribution& part : match.contributions) {
    absl::StrAppendFormat(&text, "%.3f of %.3f  %s", part.contribution(), part.weight_share,
                          part.skill.label);
    if (part.held) {
      absl::StrAppendFormat(&text, "  <- %s (%s %.2f, transfer %.2f)", part.held->skill.label,
                            std::string(model::EvidenceKindName(part.held->evidence)),
                            part.held->strength, part.held->transfer);
    }
    StrAppend(&text, "\n");
  }
  StrAppend(&text, "\n", dutch::Text(dutch::Explain(match)));
  return StrCat(text, VersionsText(match.versions));
}

}  // namespace overstap::cli
