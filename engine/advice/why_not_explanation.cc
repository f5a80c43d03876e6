#include "engine/advice/why_not_explanation.h"

#include <cmath>

#include "absl/strings/str_format.h"
#include "absl/time/civil_time.h"
#include "base/strings.h"

namespace overstap::advice {
namespace {

std::string Number(double value) { return absl::StrFormat("%.4g", value); }

std::string Euros(double value) { return absl::StrFormat("€ %.0f", value); }

std::string Counted(double count, const char* one, const char* many) {
  return StrCat(Number(count), " ", count == 1 ? one : many);
}

std::string Labels(const std::vector<ConceptRef>& refs) {
  std::string text;
  for (const ConceptRef& ref : refs) StrAppend(&text, text.empty() ? "" : "; ", ref.label);
  return text;
}

std::string ValueOf(const std::optional<double>& value) {
  return value ? Number(*value) : std::string("unknown");
}

// What it takes, as far as that is known.
std::string PriceOf(const Change& change) {
  std::string text = change.weeks ? Counted(*change.weeks, "week", "weeks") : "weeks unknown";
  return StrCat(text, ", ", change.eur ? Euros(*change.eur) : std::string("price unknown"));
}

std::string TextOf(const TriedChange& tried, bool within_reach) {
  std::string text = advice::TextOf(tried.change);
  if (tried.left.empty()) {
    return StrCat(text,
                  within_reach ? "; then nothing stays open" : "; then nothing stands in the way");
  }
  StrAppend(&text, "; then left: ");
  for (size_t i = 0; i < tried.left.size(); ++i) {
    StrAppend(&text, i > 0 ? ", " : "", BarrierKindName(tried.left[i]));
  }
  return text;
}

std::string RobustnessText(const Robustness& robustness) {
  if (robustness.tried == 0) return "every skill is confirmed";
  const size_t deciding = robustness.unseated_by.size();
  const std::string tried = robustness.tried == 1
                                ? std::string("the 1 skill that nobody confirmed")
                                : StrCat("the ", robustness.tried, " skills that nobody confirmed");
  if (deciding == 0) return StrCat("it stays first without any one of ", tried);
  return StrCat(deciding, " of ", tried,
                deciding == 1 ? " decides that: without it another comes first"
                              : " decide that: without any one of them another comes first");
}

void AddRobustness(const Robustness& robustness, explain::Node* root) {
  if (!robustness.first) return;
  explain::Node& node = root->Add(
      "robustness",
      StrCat("first of the list: ", robustness.first->label, "; ", RobustnessText(robustness)),
      static_cast<double>(robustness.unseated_by.size()));
  for (const Unseating& line : robustness.unseated_by) {
    node.Add("unseated_by", StrCat("without ", line.skill.label, ": ",
                                   line.first ? line.first->label : std::string("nothing")));
  }
}

}  // namespace

std::string TextOf(const Barrier& barrier) {
  switch (barrier.kind) {
    case BarrierKind::kOwnWork:
      return "the person does this work already";
    case BarrierKind::kUnknownWork:
      return "nothing is known of what this work asks";
    case BarrierKind::kNotTechnical:
      return StrCat("it is not technical work by ", barrier.id);
    case BarrierKind::kLevel:
      return StrCat("the level is ", absl::StrFormat("%+d", std::lround(barrier.value.value_or(0))),
                    ", more than one step");
    case BarrierKind::kGate:
      return StrCat("it needs ", barrier.name, ". ", barrier.opens_with);
    case BarrierKind::kScore:
      return absl::StrFormat("score %.2f, while a step is viable from %.2f",
                             barrier.value.value_or(0), barrier.allowed.value_or(0));
    case BarrierKind::kRank:
      return StrCat("it is number ", ValueOf(barrier.value), " of the list, of which ",
                    ValueOf(barrier.allowed), " are shown");
    case BarrierKind::kNoCourse:
      return StrCat("no course is known (geen opleiding bekend) for: ", Labels(barrier.skills));
    case BarrierKind::kEntry:
      return StrCat("entry requirements are out of reach for: ", Labels(barrier.skills));
    case BarrierKind::kForm:
      return StrCat("only taught in a form or at a level left out: ", Labels(barrier.skills));
    case BarrierKind::kTravel:
      return StrCat("only taught further away than the person travels: ", Labels(barrier.skills));
    case BarrierKind::kBudget:
      return StrCat("the courses cost at least ", Euros(barrier.value.value_or(0)),
                    ", the budget is ", Euros(barrier.allowed.value_or(0)));
    case BarrierKind::kTime:
      return absl::StrFormat("the courses take %.1f weeks at least, there are %.1f",
                             barrier.value.value_or(0), barrier.allowed.value_or(0));
  }
  return "";
}

std::string TextOf(const Change& change) {
  const double setting = change.setting.value_or(0);
  switch (change.kind) {
    case ChangeKind::kDefinition:
      return StrCat("count as technical what ", change.name, " counts");
    case ChangeKind::kForm:
      return StrCat("also take courses of the form ", change.name);
    case ChangeKind::kLevelStep:
      return StrCat("also take courses ", Counted(setting, "level", "levels"), " away");
    case ChangeKind::kHours:
      return StrCat("study ", Counted(setting, "hour", "hours"), " a week, ",
                    Number(change.hours_a_week), " more");
    case ChangeKind::kTravel:
      return StrCat("travel ", Number(setting), " km to a course, ", Number(change.km), " more");
    case ChangeKind::kBudget:
      return StrCat("a budget of ", Euros(setting), ", ", Euros(change.eur.value_or(0)), " more");
    case ChangeKind::kCourse:
      return StrCat("take the course ", change.name, " (", PriceOf(change), ")");
    case ChangeKind::kCertificate:
      return StrCat("get: ", change.name, " (", PriceOf(change), ")");
    case ChangeKind::kLanguage:
      return StrCat("learn: ", change.name, " (", PriceOf(change), ")");
    case ChangeKind::kEvc:
      return StrCat("have what the person can do recognised by an EVC procedure (", PriceOf(change),
                    ")");
    case ChangeKind::kFinish:
      return StrCat("finish on ", absl::FormatCivilTime(change.finish.value_or(absl::CivilDay())),
                    ", ", absl::StrFormat("%.1f", change.weeks.value_or(0)), " weeks later");
  }
  return "";
}

std::string TextOf(const NextQuestion& question) {
  const auto label = [](const std::optional<ConceptRef>& ref) {
    return ref ? ref->label : std::string("nothing");
  };
  const std::string text = StrCat("ask next: can the person do this: ", question.skill.label, "? ");
  if (question.first_if_yes != question.first_if_no) {
    return StrCat(text, "If so ", label(question.first_if_yes), " comes first, if not ",
                  label(question.first_if_no), ".");
  }
  return StrCat(
      text, absl::StrFormat("Either way %s stays first; below it the list changes by %.0f%% if so, "
                            "by %.0f%% if not.",
                            label(question.first_if_yes), 100 * question.change_if_yes,
                            100 * question.change_if_no));
}

explain::Node ExplainWhyNot(const WhyNotResult& result) {
  explain::Node root = {
      "why_not",
      StrCat(result.destination.label,
             result.barriers.empty() ? ": nothing stands in the way" : ": what stands in the way"),
      static_cast<double>(result.barriers.size()),
      {}};
  for (const Barrier& barrier : result.barriers) {
    root.Add(StrCat("barrier_", BarrierKindName(barrier.kind)), TextOf(barrier), barrier.value);
  }
  for (const Barrier& shortcoming : result.shortcomings) {
    root.Add(StrCat("shortcoming_", BarrierKindName(shortcoming.kind)), TextOf(shortcoming),
             shortcoming.value);
  }
  const bool within_reach = result.barriers.empty();
  for (const TriedChange& step : result.way.steps) {
    root.Add(StrCat("change_", ChangeKindName(step.change.kind)), TextOf(step, within_reach),
             step.change.setting);
  }
  for (const TriedChange& other : result.way.others) {
    root.Add(StrCat("other_", ChangeKindName(other.change.kind)), TextOf(other, within_reach),
             other.change.setting);
  }
  if (!result.barriers.empty() && result.way.steps.empty()) {
    root.Add("no_change", "no single change that we know takes away the first of these");
  }
  AddRobustness(result.robustness, &root);
  if (result.question) {
    root.Add("question", TextOf(*result.question), result.question->expected_change);
  }
  return root;
}

}  // namespace overstap::advice
