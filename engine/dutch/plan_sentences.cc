#include <algorithm>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/strings.h"
#include "engine/dutch/grammar.h"
#include "engine/dutch/phrases.h"
#include "engine/dutch/sentences.h"
#include "engine/dutch/skills.h"

namespace overstap::dutch {
namespace {

using advice::ConceptRef;
using advice::OccupationPlan;
using advice::PlanLines;

std::string MetText(const OccupationPlan& plan) {
  const std::string what = StrCat(" voor het werk als ", plan.destination.label, ".");
  if (!plan.coverage)
    return StrCat("Wij weten niet wat het werk als ", plan.destination.label, " vraagt.");
  if (plan.required == 0) return StrCat("Niets is echt verplicht", what);
  if (plan.required == 1) {
    return StrCat(plan.met == 1 ? "U kunt het belangrijkste al"
                                : "Wij zien nog niet dat u het belangrijkste kunt",
                  what);
  }
  if (plan.met == 0) {
    return StrCat("Wij zien bij u nog niets van de ", plan.required, " belangrijkste dingen", what);
  }
  if (plan.met == plan.required) {
    return StrCat("U kunt alle ", plan.required, " belangrijkste dingen al", what);
  }
  return StrCat("U kunt al ", plan.met, " van de ", plan.required, " belangrijkste dingen", what);
}

bool Holds(const std::vector<advice::GapLine>& gap, const std::string& label) {
  return std::any_of(gap.begin(), gap.end(),
                     [&label](const advice::GapLine& line) { return line.skill.label == label; });
}

bool Holds(const std::vector<ConceptRef>& refs, const std::string& label) {
  return std::any_of(refs.begin(), refs.end(),
                     [&label](const ConceptRef& ref) { return ref.label == label; });
}

void AddSkillsOf(const OccupationPlan& plan, explain::Node* root) {
  for (const explain::Node& child : plan.explanation.children) {
    if (child.kind != "coverage") continue;
    AddSkills(
        child,
        [&plan](const explain::Node& skill, const std::string& label) {
          const bool is_open = Holds(plan.optional_gap, label);
          Judgement judgement = {Grasp::kMet, is_open || Holds(plan.optional_met, label)};
          if (!is_open && !Holds(plan.gap, label)) return judgement;
          judgement.grasp = GraspOf(skill.kind);
          return judgement;
        },
        root);
  }
}

std::string LevelOf(const OccupationPlan& plan) {
  if (!plan.level_gap) return "Wij weten niet of het niveau hoger of lager is dan u gewend bent.";
  if (*plan.level_gap == 0) return "Het niveau is hetzelfde als u gewend bent.";
  return LevelText(*plan.level_gap, !plan.level_open);
}

void AddGates(const OccupationPlan& plan, explain::Node* root) {
  for (const advice::GateLine& gate : plan.gates) {
    if (gate.state == transition::GateState::kClosed) {
      root->Add("gate", GateText(gate.name, gate.opens_with));
    } else if (gate.state == transition::GateState::kAssumed) {
      root->Add("gate", StrCat("Controleer of u dit hebt: ", gate.name,
                               ". Uw werk tot nu toe vroeg het ook."));
    }
  }
}

// What the course brings, and whether it can wait.
std::string BringsText(const advice::CourseLine& line) {
  std::string text;
  if (!line.closes.empty()) {
    StrAppend(&text, " U leert daar: ", Names(line.closes), ". Dat is ",
              Percent(line.coverage_gain), " van het werk.");
  }
  if (!line.opens.empty()) {
    StrAppend(&text, " Hiermee haalt u: ", List(line.opens, kNamesShown), ".");
  }
  if (!line.is_core) StrAppend(&text, " Deze opleiding kan wachten.");
  return text;
}

std::string CourseText(const advice::CourseLine& line) {
  std::string text = StrCat(line.course.title, ": ", Count(line.weeks, "week", "weken"), ", ",
                            Euros(line.course.price_eur), ". ");
  switch (line.days.basis) {
    case plan::StartBasis::kListed:
      return StrCat(text, "De start is op ", Day(line.days.begin), ".");
    case plan::StartBasis::kRepeated:
      return StrCat(text, "De start is waarschijnlijk rond ", Day(line.days.begin), ".");
    case plan::StartBasis::kAnyDay:
      break;
  }
  return StrCat(text, "De startdatum is niet bekend.");
}

// Which courses matter most; nothing when none can wait.
void AddCore(const OccupationPlan& plan, explain::Node* root) {
  const PlanLines& lines = plan.plan;
  if (!lines.core || lines.core->courses == lines.courses.size()) return;
  const advice::CoreLine& core = *lines.core;
  const double all = lines.coverage_after.value_or(0);
  if (core.courses == 0) {
    root->Add("core",
              StrCat("Samen is dat maar ", Percent(all - plan.coverage.value_or(0)),
                     " van het werk. Vraag of u dit op het werk kunt leren."),
              0);
    return;
  }
  const bool is_one = core.courses == 1;
  root->Add("core",
            StrCat("Het belangrijkst ", is_one ? "is " : "zijn ", core.courses, " van de ",
                   lines.courses.size(), " opleidingen. ",
                   is_one ? "Die duurt " : "Die duren samen ", Count(core.weeks, "week", "weken"),
                   is_one ? " en kost " : " en kosten ", Euros(core.cost_eur), ". Daarmee kunt u ",
                   Percent(core.coverage), " van het werk. Met alle opleidingen is dat ",
                   Percent(all), ". Vraag of u de rest op het werk kunt leren."),
            static_cast<double>(core.courses));
}

std::string PlanText(const OccupationPlan& plan) {
  const PlanLines& lines = plan.plan;
  if (!lines.found) {
    return StrCat("Binnen uw budget is er geen plan. De opleidingen kosten samen minstens ",
                  Euros(lines.cheapest_eur.value_or(0)), ".");
  }
  if (lines.courses.empty()) {
    return plan.gap.empty()
               ? "U hoeft eerst niets te leren."
               : "Voor wat u nog moet leren, kennen wij geen opleiding die u kunt volgen.";
  }
  return StrCat("U leert wat nog nodig is met ",
                Count(static_cast<double>(lines.courses.size()), "opleiding", "opleidingen"),
                ". Dat duurt ", Count(lines.weeks, "week", "weken"), " en kost ",
                Euros(lines.cost_eur), ". U kunt klaar zijn op ", Day(lines.finish), ".");
}

void AddOpen(const char* kind, const std::vector<ConceptRef>& skills, std::string_view why,
             explain::Node* root) {
  if (skills.empty()) return;
  root->Add(kind, StrCat(why, Names(skills), "."), static_cast<double>(skills.size()));
}

void AddPlan(const OccupationPlan& plan, explain::Node* root) {
  const PlanLines& lines = plan.plan;
  explain::Node& node = root->Add("plan", PlanText(plan));
  for (const advice::CourseLine& line : lines.courses) {
    node.Add("course", StrCat(CourseText(line), BringsText(line)));
  }
  AddCore(plan, root);
  AddOpen("uncovered", lines.uncovered, kNoCourse, root);
  AddOpen("elsewhere", lines.elsewhere, kElsewhere, root);
  AddOpen("excluded", lines.excluded, kExcluded, root);
  AddOpen("out_of_reach", lines.out_of_reach,
          "Voor deze opleidingen moet u eerst iets anders kunnen: ", root);
  if (lines.evc.weeks_saved && *lines.evc.weeks_saved > 0) {
    root->Add("evc", StrCat("Met een EVC-procedure laat u zien wat u al kunt. Dat scheelt ",
                            Count(*lines.evc.weeks_saved, "week", "weken"),
                            " opleiding. De procedure duurt ongeveer ",
                            Count(advice::kEvcWeeks, "week", "weken"), "."));
  }
}

// `ways` is parallel to the routes, or empty: not asked for.
std::string RoutesText(const advice::RouteResult& result, std::span<const advice::PathsTo> ways) {
  if (result.routes.empty()) {
    return StrCat(
        "Met wat wij van u weten, vinden wij geen werk dat past. Vertel meer over uw werk "
        "of over wat u kunt.\n",
        VersionsText(result.versions), "\n");
  }
  std::string text;
  for (size_t i = 0; i < result.routes.size(); ++i) {
    const advice::Route& route = result.routes[i];
    StrAppend(&text, i > 0 ? "\n" : "", i + 1, ". ", route.plan.destination.label, "\n",
              Text(Explain(route, result.region)));
    if (i >= ways.size()) continue;
    StrAppend(&text, Text(ways[i].income), "\n");
    if (ways[i].entrance) StrAppend(&text, Text(*ways[i].entrance), "\n");
  }
  return text;
}

}  // namespace

std::string VersionsText(const model::Versions& versions) {
  return StrCat("Dit antwoord rust op: ", versions.taxonomy, ", ", versions.data, " en ",
                versions.parameters, ".");
}

// How many people there are for a vacancy, as UWV says it.
std::string DemandText(const advice::DemandLine& line) {
  const std::string where =
      line.region.empty() ? std::string("in Nederland") : StrCat("in de regio ", line.region);
  if (!line.tension) return StrCat("Hoe krap dit werk is ", where, ", weten wij niet.");
  return StrCat("De arbeidsmarkt voor dit werk is ", *line.tension, " ", where, ". Dat zegt ",
                line.tension_source->source, " op ", Day(line.tension_source->as_of), ".");
}

void AddDemand(const advice::DemandLine& line, explain::Node* root) {
  root->Add("demand", DemandText(line));
  if (!line.open_vacancies) return;
  const auto number = static_cast<double>(*line.open_vacancies);
  root->Add("open_vacancies",
            StrCat("Volgens ", line.vacancies_source->source,
                   *line.open_vacancies == 1 ? " is er " : " zijn er ",
                   Count(number, "open vacature", "open vacatures"), " voor dit soort werk."),
            number);
}

explain::Node Explain(const OccupationPlan& plan) {
  explain::Node root = {"destination", MetText(plan), plan.coverage, {}};
  AddSkillsOf(plan, &root);
  if (plan.step) {
    root.Add("class", StrCat("De stap heet: ", transition::DutchName(plan.step->value), ".",
                             plan.step->estimated ? " Dat is een schatting." : ""));
  }
  if (plan.coverage && !plan.obstacles.barriers.empty()) {
    root.Add("not_within_reach", "Dit werk is voor u nu nog niet bereikbaar.");
  }
  root.Add("level_gate", LevelOf(plan), plan.level_gap);
  AddGates(plan, &root);
  AddDemand(plan.demand, &root);
  AddPlan(plan, &root);
  root.Add("versions", VersionsText(plan.versions));
  root.Add("advice", "Dit is een advies. U beslist zelf.");
  return root;
}

explain::Node Explain(const advice::Route& route, const std::string& region) {
  explain::Node root = Explain(route.plan);
  const auto add = [&root](const std::optional<int64_t>& count, const std::string& where) {
    if (!count) return;
    const auto number = static_cast<double>(*count);
    root.Add("vacancies",
             StrCat(where, *count == 1 ? " staat " : " staan ",
                    Count(number, "vacature", "vacatures"), " open."),
             number);
  };
  add(route.vacancies.region, StrCat("In de regio ", region));
  add(route.vacancies.within_radius, "Binnen uw reisafstand");
  return root;
}

std::string Text(const advice::EntranceLine& entrance) {
  return StrCat("U kunt dit werk leren in een baan met loon: ", entrance.course.title, ", ",
                Count(entrance.weeks, "week", "weken"),
                ". Voor zover wij weten, is er geen eis waaraan u niet voldoet. Daarna kunt u ",
                Percent(entrance.coverage), " van het werk. U hebt wel een werkgever nodig.");
}

std::string Text(const advice::RouteResult& result) { return RoutesText(result, {}); }

std::string Text(const advice::RoutesWithPaths& answer) {
  const bool is_far = answer.paths.none_near && !answer.routes.routes.empty();
  return StrCat(is_far
                    ? StrCat("Wij vinden geen ", answer.routes.techniek.empty() ? "" : "technisch ",
                             "werk dat lijkt op wat u nu kunt.\n\n")
                    : std::string(),
                RoutesText(answer.routes, answer.paths.to));
}

}  // namespace overstap::dutch
