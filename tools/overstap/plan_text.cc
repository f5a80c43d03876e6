#include "tools/overstap/plan_text.h"

#include <algorithm>
#include <cmath>

#include "absl/strings/str_format.h"
#include "absl/time/civil_time.h"
#include "base/strings.h"
#include "engine/advice/why_not_explanation.h"
#include "tools/overstap/reading_text.h"

namespace overstap::cli {
namespace {

constexpr size_t kSkillsShown = 6;
constexpr size_t kCoursesShown = 2;

std::string Score(const std::optional<double>& value) {
  return value ? absl::StrFormat("%.2f", *value) : "unknown";
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

// How much of the work the course brings, and with which skills.
std::string BringsText(const advice::CourseLine& line, bool has_core) {
  std::string text = absl::StrFormat("     adds %.2f to the coverage", line.coverage_gain);
  if (!line.closes.empty()) {
    StrAppend(&text, ": ", Listed(Labels(line.closes), kSkillsShown));
  }
  StrAppend(&text, "\n");
  if (!line.opens.empty()) {
    StrAppend(&text, "     opens: ", Listed(line.opens, kSkillsShown), "\n");
  }
  if (has_core && !line.is_core) StrAppend(&text, "     can wait: it brings little\n");
  return text;
}

// Nothing when no course can wait.
std::string CoreText(const advice::PlanLines& plan) {
  if (!plan.core || plan.core->courses == plan.courses.size()) return "";
  const advice::CoreLine& core = *plan.core;
  if (core.courses == 0) {
    double gain = 0;
    for (const advice::CourseLine& line : plan.courses) gain += line.coverage_gain;
    return absl::StrFormat("   core: none; all courses together add only %.2f to the coverage\n",
                           gain);
  }
  return absl::StrFormat(
      "   core: %d of the %d courses, %s, %s, over by %s: coverage %.2f of the %.2f\n",
      core.courses, plan.courses.size(), WeeksText(core.weeks), Money(core.cost_eur),
      absl::FormatCivilTime(core.finish), core.coverage, plan.coverage_after.value_or(0));
}

std::string CourseText(const advice::CourseLine& line, bool has_core) {
  const model::Course& course = line.course;
  std::string text =
      absl::StrFormat("   - %s (%s, %s; %s, %.4g hours, %s", course.title, course.provider,
                      std::string(model::CourseFormName(course.form)), WeeksText(line.weeks),
                      course.hours, Money(course.price_eur));
  StrAppend(&text, "; ", DaysText(line), ")\n", BringsText(line, has_core));
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
  StrAppend(&text, CoreText(plan));
  for (const advice::CourseLine& course : plan.courses) {
    StrAppend(&text, CourseText(course, plan.core.has_value()));
  }
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

}  // namespace

std::vector<std::string> Labels(const std::vector<advice::ConceptRef>& refs) {
  std::vector<std::string> labels;
  for (const advice::ConceptRef& ref : refs) labels.push_back(ref.label);
  return labels;
}

std::string Level(const std::optional<int>& gap) {
  if (!gap) return "level unknown";
  return *gap == 0 ? "same level" : absl::StrFormat("level %+d", *gap);
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

}  // namespace overstap::cli
