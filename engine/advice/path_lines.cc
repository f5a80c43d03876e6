#include "engine/advice/path_lines.h"

#include <algorithm>
#include <set>
#include <utility>

#include "base/strings.h"
#include "engine/advice/gates.h"
#include "engine/advice/nearest_origin.h"
#include "engine/advice/vacancy_count.h"

namespace overstap::advice {
namespace {

void FillTraining(const Context& context, const plan::Hop& hop, HopLine* line) {
  line->met = hop.gap.met;
  line->required = hop.gap.met + static_cast<int>(hop.gap.required.size());
  line->begins = hop.begins;
  line->finish = hop.plan.finish;
  line->weeks = hop.plan.weeks;
  line->hours = hop.plan.hours;
  line->cost_eur = hop.plan.cost_eur;
  for (const plan::PlannedCourse& planned : hop.plan.courses) {
    const model::Course& course = context.snapshot.catalogue()[planned.course].course;
    line->courses.push_back({course.id, course.title});
  }
  for (const auto* open : {&hop.plan.uncovered, &hop.plan.left_out}) {
    for (const SkillId skill : *open) line->uncovered.push_back(RefOf(context, skill));
  }
}

double PaidWeeks(const Context& context, const plan::Hop& hop) {
  double weeks = 0;
  for (const plan::PlannedCourse& planned : hop.plan.courses) {
    const model::Course& course = context.snapshot.catalogue()[planned.course].course;
    if (course.form == model::CourseForm::kBbl) weeks += planned.weeks;
  }
  return weeks;
}

HopLine LineOf(const Context& context, const Person& person, std::optional<double> radius_km,
               const plan::Hop& hop) {
  HopLine line;
  line.to = RefOf(context, hop.to);
  line.coverage = hop.coverage;
  line.level_gap = hop.level_gap;
  FillTraining(context, hop, &line);
  for (GateLine& gate : GatesOf(context, person, hop.to)) {
    if (gate.state == transition::GateState::kClosed) {
      line.closed_gates.push_back(std::move(gate.name));
    }
  }
  line.vacancies = CountVacancies(context, person.profile, radius_km, hop.to);
  line.km = hop.km;
  return line;
}

// Of what the next hop requires: what is no gap by then, and was one before the path.
std::vector<SkillId> Gained(const Context& context, const Person& person, const plan::Hop& next) {
  const Taxonomy& taxonomy = context.snapshot.taxonomy();
  const match::ScoringParams& scoring = context.snapshot.scoring();
  const plan::Gap today =
      plan::FindGap(person.expanded, taxonomy.Requirements(next.to), taxonomy, scoring);
  std::vector<SkillId> gained;
  for (const plan::GapItem& item : today.required) {
    const auto& left = next.gap.required;
    const bool stays = std::any_of(left.begin(), left.end(), [&item](const plan::GapItem& other) {
      return other.skill == item.skill;
    });
    if (!stays) gained.push_back(item.skill);
  }
  return gained;
}

// The work between two hops. `known`: skills that courses and work before it brought; gets those of
// this hop.
WorkBetween WorkAfter(const Context& context, const Person& person, const HopLine& line,
                      const plan::Hop& hop, const plan::Hop& next, std::set<SkillId>* known) {
  for (const plan::PlannedCourse& planned : hop.plan.courses) {
    const auto& taught = context.snapshot.catalogue()[planned.course].teaches;
    known->insert(taught.begin(), taught.end());
  }
  WorkBetween work = {line.to, line.finish, next.begins, {}, line.vacancies, line.km};
  for (const SkillId skill : Gained(context, person, next)) {
    if (known->insert(skill).second) work.skills.push_back(RefOf(context, skill));
  }
  return work;
}

void ExplainHop(const HopLine& line, explain::Node* path) {
  const std::string from = line.from.uri.empty() ? "the skills of the person" : line.from.label;
  explain::Node& hop = path->Add("hop", StrCat(from, " to ", line.to.label), line.weeks);
  hop.Add("coverage", "covered share of what the work asks by then", line.coverage);
  hop.Add("requirements",
          StrCat("meets ", line.met, " of the ", line.required, " essential things by then"));
  hop.Add("level_gate", line.level_gap ? "the level is within one step" : "level unknown",
          line.level_gap);
  explain::Node& training = hop.Add("training", "weeks of courses", line.weeks);
  for (const CourseRef& course : line.courses) training.Add("course", course.title);
  if (!line.uncovered.empty()) {
    explain::Node& open =
        hop.Add("not_taught", "learnt at work or not: no course in reach is known",
                static_cast<double>(line.uncovered.size()));
    for (const ConceptRef& skill : line.uncovered) open.Add("skill", skill.label);
  }
  for (const std::string& gate : line.closed_gates) hop.Add("gate", StrCat("needs: ", gate));
  hop.Add("travel",
          line.km ? "km to the nearest vacancy, between regions" : "travel to this work is unknown",
          line.km);
}

void Explain(PathLine* path) {
  explain::Node& root = path->explanation;
  root.kind = "path";
  root.text = StrCat("in ", path->hops.size(), " steps to ", path->hops.back().to.label);
  root.value = path->weeks;
  for (const HopLine& hop : path->hops) ExplainHop(hop, &root);
  root.Add("work_in_between",
           "years of work in between, after which it counts as evidence of its skills",
           path->years_between);
  root.Add("income",
           path->dip_eur ? "euros a month less than now, in the work on the way that pays least"
                         : "what the steps do to income is unknown: some pay is not known",
           path->dip_eur);
}

}  // namespace

PathLine DescribePath(const Context& context, const Person& person, std::optional<double> radius_km,
                      const std::optional<PayNow>& now, const plan::Path& path) {
  PathLine line;
  line.weeks = path.cost.weeks;
  line.open = path.cost.open;
  line.years_between = plan::kYearsInBetween * static_cast<double>(path.hops.size() - 1);
  ConceptRef from = NearestOrigin(context, person, path.hops.front()->to);
  for (const auto& hop : path.hops) {
    HopLine next = LineOf(context, person, radius_km, *hop);
    next.from = std::move(from);
    from = next.to;
    line.hours += next.hours;
    line.cost_eur += next.cost_eur;
    line.paid_weeks += PaidWeeks(context, *hop);
    if (next.km) line.km = std::max(line.km.value_or(0), *next.km);
    line.hops.push_back(std::move(next));
  }
  std::set<SkillId> known;
  for (size_t i = 0; i + 1 < path.hops.size(); ++i) {
    line.between.push_back(
        WorkAfter(context, person, line.hops[i], *path.hops[i], *path.hops[i + 1], &known));
    line.between.back().income = IncomeOf(context, now, path.hops[i]->to);
  }
  if (path.cost.dip != plan::kUnknownDip) line.dip_eur = path.cost.dip;
  Explain(&line);
  return line;
}

}  // namespace overstap::advice
