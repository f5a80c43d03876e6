#include "tests/scenarios/scenario.h"

#include <gtest/gtest.h>

#include <set>

#include "base/strings.h"

namespace overstap {
namespace {

const absl::CivilDay kToday(2026, 11, 21);
constexpr size_t kBest = 10;

const advice::Route* FindRouteTo(const advice::RouteResult& result, const std::string& uri) {
  for (const advice::Route& route : result.routes) {
    if (route.plan.destination.uri == uri) return &route;
  }
  return nullptr;
}

std::string Destinations(const advice::RouteResult& result) {
  std::string text;
  for (const advice::Route& route : result.routes) {
    StrAppend(&text, "\n  ", route.plan.destination.label, "  ", route.plan.destination.uri);
  }
  return text;
}

std::set<std::string> GapOf(const advice::Route& route) {
  std::set<std::string> uris;
  for (const advice::GapLine& line : route.plan.gap) uris.insert(line.skill.uri);
  return uris;
}

std::string GapText(const advice::Route& route) {
  std::string text;
  for (const advice::GapLine& line : route.plan.gap) {
    StrAppend(&text, "\n  ", line.skill.label, "  ", line.skill.uri);
  }
  return text;
}

void ExpectTarget(const advice::Route& route, const ScenarioTarget& target) {
  const std::string& name = route.plan.destination.label;
  EXPECT_TRUE(route.plan.level_open) << name << " is more than a level away";
  const std::set<std::string> gap = GapOf(route);
  for (const std::string& skill : target.gap) {
    EXPECT_TRUE(gap.contains(skill))
        << name << ": " << skill << " is not in the gap:" << GapText(route);
  }
  const advice::PlanLines& plan = route.plan.plan;
  EXPECT_TRUE(plan.found) << name;
  EXPECT_FALSE(plan.courses.empty()) << name << ": no plan";
  std::set<std::string> planned;
  for (const advice::CourseLine& line : plan.courses) planned.insert(line.course.id);
  for (const std::string& course : target.courses) {
    EXPECT_TRUE(planned.contains(course)) << name << ": " << course << " is not in the plan";
  }
  if (target.most_weeks > 0) {
    EXPECT_LE(plan.weeks, target.most_weeks) << name;
  }
}

}  // namespace

void PrintTo(const Scenario& scenario, std::ostream* out) { *out << scenario.name; }

advice::RouteResult TenBest(const snapshot::Snapshot& snapshot, const Scenario& scenario) {
  advice::RouteParams params;
  params.person.occupations = scenario.from;
  params.limit = kBest;
  return advice::FindRoutes({snapshot, kToday}, params).value();
}

void ExpectSound(const snapshot::Snapshot& snapshot, const advice::Route& route,
                 const std::string& region) {
  const std::string& name = route.plan.destination.label;
  const advice::PlanLines& plan = route.plan.plan;
  const std::set<std::string> gap = GapOf(route);
  double weeks = 0;
  for (const advice::CourseLine& line : plan.courses) {
    EXPECT_FALSE(line.closes.empty()) << name << ": " << line.course.id << " is of no use";
    weeks += line.weeks;
    for (const advice::SchemeLine& scheme : line.schemes) {
      const model::Scheme* record = snapshot.FindScheme(scheme.id);
      ASSERT_NE(record, nullptr) << scheme.id;
      EXPECT_TRUE(model::IsAvailable(*record, kToday)) << name << ": " << scheme.id << " is over";
    }
  }
  EXPECT_NEAR(plan.weeks, weeks, 1e-9) << name;
  EXPECT_LE(plan.lower_bound_weeks.value_or(0), plan.weeks + 1e-9) << name;
  for (const advice::ConceptRef& skill : plan.uncovered) {
    EXPECT_TRUE(gap.contains(skill.uri)) << name << ": " << skill.label;
    const auto id = snapshot.taxonomy().FindSkill(skill.uri);
    ASSERT_TRUE(id) << skill.uri;
    for (const uint32_t index : snapshot.catalogue().Closing(*id)) {
      const model::Course& course = snapshot.catalogue()[index].course;
      EXPECT_FALSE(model::IsOfferedIn(course, region))
          << name << ": " << course.id << " teaches " << skill.label;
    }
  }
}

void ExpectScenario(const snapshot::Snapshot& snapshot, const Scenario& scenario) {
  const advice::RouteResult result = TenBest(snapshot, scenario);
  ASSERT_EQ(result.routes.size(), kBest);
  EXPECT_EQ(result.techniek, "techniek-isco 2026-11");
  for (const advice::Route& route : result.routes) ExpectSound(snapshot, route, "");
  size_t found = 0;
  for (const ScenarioTarget& target : scenario.targets) {
    const advice::Route* route = FindRouteTo(result, target.occupation);
    if (route == nullptr) continue;
    ++found;
    ExpectTarget(*route, target);
  }
  EXPECT_GE(found, scenario.at_least)
      << "of " << scenario.targets.size() << " targets; the ten best are:" << Destinations(result);
}

}  // namespace overstap
