#include "tests/support/tiny_taxonomy.h"

#include <utility>

#include "base/strings.h"
#include "engine/match/coverage.h"

namespace overstap {
namespace {

constexpr int kThisYear = 2026;

template <class Id>
Id Known(std::optional<Id> id, std::string_view name) {
  if (id) return *id;
  return absl::StatusOr<Id>(absl::NotFoundError(StrCat("no '", name, "' in this tiny world")))
      .value();
}

}  // namespace

snapshot::Parameters TinyParameters() {
  snapshot::Parameters parameters;
  parameters.techniek.push_back(model::TechniekDefinition{
      "tiny", "1", "for tests", "tests", {"21", "25", "31", "35", "7", "8"}, {}});
  return parameters;
}

TinyWorld::TinyWorld(std::string_view text, snapshot::Parameters parameters)
    : snapshot_(
          snapshot::Snapshot::Build(ParseTinyWorld(text).value(), std::move(parameters)).value()) {}

advice::Context TinyWorld::context() const { return {*snapshot_, absl::CivilDay(2026, 11, 21)}; }

OccupationId TinyWorld::Occupation(std::string_view name) const {
  return Known(taxonomy().FindOccupation(TinyUri(name)), name);
}

SkillId TinyWorld::Skill(std::string_view name) const {
  return Known(taxonomy().FindSkill(TinyUri(name)), name);
}

model::Profile TinyWorld::Person(std::string_view person) const {
  model::Profile profile = ParseTinyPerson(person).value();
  for (const auto& work : profile.occupations) Occupation(TinyName(work.occupation_uri));
  for (const auto& evidence : profile.skills) Skill(TinyName(evidence.skill_uri));
  for (const std::string& uri : profile.cannot) Skill(TinyName(uri));
  return profile;
}

std::vector<match::HeldSkill> TinyWorld::Held(std::string_view person) const {
  return match::Resolve(Person(person), taxonomy(), snapshot_->scoring(), kThisYear).skills;
}

match::ExpandedProfile TinyWorld::Expanded(std::string_view person) const {
  return {Held(person), snapshot_->transfer(), taxonomy().skill_count()};
}

std::optional<double> TinyWorld::Coverage(std::string_view person,
                                          std::string_view occupation) const {
  return match::Coverage(Expanded(person), taxonomy().Requirements(Occupation(occupation)),
                         taxonomy(), snapshot_->scoring());
}

double TinyWorld::Closeness(std::string_view from, std::string_view to) const {
  return snapshot_->closeness().Closeness(Occupation(from), Occupation(to));
}

double TinyWorld::StepCloseness(std::string_view from, std::string_view to) const {
  return snapshot_->step_closeness().Closeness(Occupation(from), Occupation(to));
}

plan::Gap TinyWorld::Gap(std::string_view person, std::string_view occupation) const {
  return plan::FindGap(Expanded(person), taxonomy().Requirements(Occupation(occupation)),
                       taxonomy(), snapshot_->scoring());
}

plan::TrainingPlan TinyWorld::Plan(std::string_view person, std::string_view occupation,
                                   const plan::PlanParams& params) const {
  return plan::MakePlan(snapshot_->catalogue(), Expanded(person), Gap(person, occupation).required,
                        snapshot_->scoring(), params);
}

advice::RouteResult TinyWorld::Routes(std::string_view person, size_t limit,
                                      std::string_view techniek) const {
  advice::RouteParams params;
  params.person.profile = Person(person);
  params.techniek = std::string(techniek);
  params.limit = limit;
  return advice::FindRoutes(context(), params).value();
}

std::vector<std::string> TinyWorld::GapOf(std::string_view person,
                                          std::string_view occupation) const {
  std::vector<std::string> names;
  for (const plan::GapItem& item : Gap(person, occupation).required) {
    names.push_back(TinyName(taxonomy().Uri(item.skill)));
  }
  return names;
}

std::vector<std::string> TinyWorld::CoursesOf(std::string_view person, std::string_view occupation,
                                              const plan::PlanParams& params) const {
  std::vector<std::string> names;
  for (const plan::PlannedCourse& planned : Plan(person, occupation, params).courses) {
    names.push_back(snapshot_->catalogue()[planned.course].course.id);
  }
  return names;
}

std::vector<std::string> TinyWorld::DestinationsOf(std::string_view person, size_t limit,
                                                   std::string_view techniek) const {
  std::vector<std::string> names;
  for (const advice::Route& route : Routes(person, limit, techniek).routes) {
    names.push_back(TinyName(route.plan.destination.uri));
  }
  return names;
}

}  // namespace overstap
