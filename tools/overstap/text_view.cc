#include "tools/overstap/text_view.h"

#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

#include "absl/strings/str_format.h"
#include "absl/time/civil_time.h"
#include "base/strings.h"
#include "engine/advice/why_not_explanation.h"
#include "engine/dutch/sentences.h"
#include "tools/overstap/path_text.h"
#include "tools/overstap/reading_text.h"

namespace overstap::cli {
namespace {

constexpr size_t kSkillsShown = 6;
constexpr size_t kCoursesShown = 2;
constexpr size_t kReasonsShown = 5;

std::vector<std::string> Labels(const std::vector<advice::ConceptRef>& refs) {
  std::vector<std::string> labels;
  for (const advice::ConceptRef& ref : refs) labels.push_back(ref.label);
  return labels;
}

std::string Score(const std::optional<double>& value) {
  return value ? absl::StrFormat("%.2f", *value) : "unknown";
}

std::string Level(const std::optional<int>& gap) {
  if (!gap) return "level unknown";
  return *gap == 0 ? "same level" : absl::StrFormat("level %+d", *gap);
}

std::string Money(double euros) { return absl::StrFormat("€ %.0f", euros); }

std::string SkillsText(const char* title, const std::vector<std::string>& labels) {
  return labels.empty() ? "" : StrCat("   ", title, Listed(labels, kSkillsShown), "\n");
}

// What is missing, and of that what the plan does not close, by the reason.
std::string GapText(const std::vector<advice::GapLine>& gap, const advice::PlanLines& plan) {
  std::vector<std::string> closed;
  for (const advice::GapLine& line : gap) {
    const auto is_it = [&line](const advice::ConceptRef& ref) { return ref == line.skill; };
    const auto holds = [&is_it](const std::vector<advice::ConceptRef>& refs) {
      return std::any_of(refs.begin(), refs.end(), is_it);
    };
    if (!holds(plan.uncovered) && !holds(plan.elsewhere) && !holds(plan.excluded) &&
        !holds(plan.out_of_reach)) {
      closed.push_back(line.skill.label);
    }
  }
  return StrCat(
      SkillsText("missing: ", closed),
      SkillsText("missing, geen opleiding bekend: ", Labels(plan.uncovered)),
      SkillsText("missing, only taught in other regions: ", Labels(plan.elsewhere)),
      SkillsText("missing, only taught in a form or at a level left out: ", Labels(plan.excluded)),
      SkillsText("missing, entry requirements out of reach: ", Labels(plan.out_of_reach)));
}

std::string DaysText(const advice::CourseLine& line) {
  const std::string begin = absl::FormatCivilTime(line.days.begin);
  switch (line.days.basis) {
    case plan::StartBasis::kListed:
      return StrCat("begins ", begin);
    case plan::StartBasis::kRepeated:
      return StrCat("begins about ", begin, " (no such day is known; as the year before)");
    case plan::StartBasis::kAnyDay:
      break;
  }
  return StrCat("can begin ", begin, " (start days unknown)");
}

std::string PayerText(const advice::CourseLine& line) {
  std::string text = line.is_paid_work ? "with a job and pay; " : "";
  switch (line.payer.payer) {
    case advice::Payer::kNobody:
      return StrCat(text, "free");
    case advice::Payer::kEmployer:
      return StrCat(text, "the employer pays");
    case advice::Payer::kWorker:
      return StrCat(text, "the worker pays");
    case advice::Payer::kScheme:
      StrAppend(&text, "paid by: ", line.payer.name);
      if (line.payer.pays_eur) StrAppend(&text, ", up to ", Money(*line.payer.pays_eur));
      if (line.payer.rest_eur) StrAppend(&text, "; left: ", Money(*line.payer.rest_eur));
      return text;
    case advice::Payer::kUnknown:
      break;
  }
  return StrCat(text, "who pays is unknown");
}

std::string CourseText(const advice::CourseLine& line) {
  const model::Course& course = line.course;
  std::string text =
      absl::StrFormat("   - %s (%s, %s; %s, %.4g hours, %s", course.title, course.provider,
                      std::string(model::CourseFormName(course.form)), WeeksText(line.weeks),
                      course.hours, Money(course.price_eur));
  StrAppend(&text, "; ", DaysText(line), ")\n");
  if (line.is_paid_work || line.payer.payer != advice::Payer::kUnknown) {
    StrAppend(&text, "     ", PayerText(line), "\n");
  }
  if (!line.level_open) {
    absl::StrAppendFormat(&text, "     %+d levels from the person\n", line.level_gap.value_or(0));
  }
  if (!line.unchecked_needs.empty()) {
    StrAppend(&text, "     has entry requirements that this taxonomy does not know\n");
  }
  return text;
}

std::string SchemesText(const std::vector<advice::SchemeLine>& lines) {
  if (lines.empty()) return "";
  std::vector<std::string> schemes;
  for (const advice::SchemeLine& scheme : lines) {
    schemes.push_back(StrCat(scheme.name, " (", model::SchemeForName(scheme.who),
                             scheme.certain ? ")" : "; conditions to be checked)"));
  }
  return StrCat("   may pay: ", Listed(schemes, kSkillsShown), "\n");
}

const char* BestText(plan::Minimise minimise) {
  switch (minimise) {
    case plan::Minimise::kEuros:
      return "cheapest";
    case plan::Minimise::kMix:
      return "best mix";
    case plan::Minimise::kFinish:
      return "earliest";
    case plan::Minimise::kWeeks:
      break;
  }
  return "shortest";
}

std::string EvcText(const advice::EvcLine& evc) {
  if (evc.skills.empty()) return "";
  std::vector<std::string> skills;
  for (const advice::RecognisedSkill& skill : evc.skills) skills.push_back(skill.skill.label);
  std::string text = StrCat("   an EVC procedure (about ", WeeksText(advice::kEvcWeeks),
                            ", price unknown) would count for: ", Listed(skills, kSkillsShown));
  if (evc.weeks_saved) StrAppend(&text, "; saves ", WeeksText(*evc.weeks_saved));
  if (evc.eur_saved) StrAppend(&text, " and ", Money(*evc.eur_saved));
  return StrCat(text, "\n");
}

std::string RefreshText(const std::vector<advice::RefreshLine>& lines) {
  std::vector<std::string> skills;
  for (const advice::RefreshLine& line : lines) {
    skills.push_back(StrCat(line.skill.label, " (",
                            line.title ? *line.title : std::string("geen opleiding bekend"), ")"));
  }
  return SkillsText("long ago, an opfriscursus would help: ", skills);
}

std::string PlanText(const advice::PlanLines& plan, bool nothing_missing) {
  if (!plan.found) {
    return StrCat("   no plan within the budget: the courses cost at least ",
                  Money(plan.cheapest_eur.value_or(0)), "\n");
  }
  std::string text;
  if (plan.courses.empty()) {
    text =
        nothing_missing ? "   plan: nothing to learn first\n" : "   plan: no course closes this\n";
  } else {
    text = absl::StrFormat(
        "   plan: %s, %.4g hours, %s, %s\n", WeeksText(plan.weeks), plan.hours,
        Money(plan.cost_eur),
        StrCat(plan.optimal ? "proven " : "perhaps not the ", BestText(plan.minimise)));
    absl::StrAppendFormat(&text, "   from %s to %s, of which %s waiting%s\n",
                          absl::FormatCivilTime(plan.start), absl::FormatCivilTime(plan.finish),
                          WeeksText(std::round(plan.waiting_weeks)),
                          plan.start_was_past ? " (the day asked for is past)" : "");
  }
  for (const advice::CourseLine& course : plan.courses) StrAppend(&text, CourseText(course));
  StrAppend(&text, SchemesText(plan.schemes), EvcText(plan.evc), RefreshText(plan.refresh));
  if (!plan.left_out.empty()) {
    StrAppend(&text, "   plan these afterwards: ", Listed(Labels(plan.left_out), kSkillsShown),
              "\n");
  }
  return text;
}

// What is open needs no word.
std::string GatesText(const std::vector<advice::GateLine>& gates) {
  std::string text;
  for (const advice::GateLine& gate : gates) {
    if (gate.state == transition::GateState::kOpen) continue;
    if (gate.state == transition::GateState::kAssumed) {
      StrAppend(&text, "   check: ", gate.name, " (the work done asks it too)\n");
      continue;
    }
    StrAppend(&text, "   needs: ", gate.name, ". ", gate.opens_with, "\n");
    std::vector<std::string> courses;
    for (const advice::CourseRef& course : gate.courses) courses.push_back(course.title);
    if (!courses.empty()) {
      StrAppend(&text, "     opened by: ", Listed(courses, kCoursesShown), "\n");
    }
  }
  return text;
}

std::string StepText(const std::optional<transition::StepClass>& step) {
  if (!step) return "";
  return StrCat(transition::DutchName(step->value), step->estimated ? " (estimated)" : "", "; ");
}

// The first barrier, unless it has a line of its own below.
std::string ReachText(const advice::OccupationPlan& plan) {
  if (!plan.coverage || plan.obstacles.barriers.empty()) return "";
  const advice::Barrier& first = plan.obstacles.barriers.front();
  const bool is_below =
      first.kind == advice::BarrierKind::kGate || first.kind == advice::BarrierKind::kBudget;
  return StrCat("   not within reach yet",
                is_below ? std::string() : StrCat(": ", advice::TextOf(first)), "\n");
}

std::string PlanBody(const advice::OccupationPlan& plan) {
  std::string text = StrCat("   ", StepText(plan.step));
  absl::StrAppendFormat(&text, "coverage %s, closeness %s, %s%s; meets %d of %d\n",
                        Score(plan.coverage), Score(plan.closeness), Level(plan.level_gap),
                        plan.level_open ? "" : " (more than one step)", plan.met, plan.required);
  StrAppend(&text, "   demand",
            plan.demand.region.empty() ? std::string() : StrCat(" in ", plan.demand.region), ": ",
            advice::TextOf(plan.demand), "\n");
  StrAppend(&text, ReachText(plan));
  StrAppend(&text, GapText(plan.gap, plan.plan), GatesText(plan.gates),
            PlanText(plan.plan, plan.gap.empty()));
  return text;
}

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
  const bool any_near = std::any_of(answer.paths.to.begin(), answer.paths.to.end(),
                                    [](const advice::PathsTo& to) { return to.direct_possible; });
  if (!result.routes.empty() && !any_near) {
    StrAppend(
        &text,
        "\nNone of this is one step away. Where there is a way over other work, it is shown.\n");
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
