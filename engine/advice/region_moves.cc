#include "engine/advice/region_moves.h"

#include <algorithm>
#include <tuple>
#include <utility>

#include "base/status_macros.h"
#include "engine/plan/training_plan.h"
#include "engine/transition/viable.h"

namespace overstap::advice {
namespace {

// One origin at a time.
class Tally {
 public:
  Tally(const Context& context, const std::string& region, double min_score, RegionMoves* found)
      : context_(context), region_(region), min_score_(min_score), found_(found) {}

  void Add(size_t origin, const Person& person, const transition::Destination& destination) {
    const snapshot::Snapshot& snapshot = context_.snapshot;
    const plan::Gap gap =
        plan::FindGap(person.expanded, snapshot.taxonomy().Requirements(destination.occupation),
                      snapshot.taxonomy(), snapshot.scoring());
    const std::map<size_t, double> gains = CourseGains(person, gap);
    if (!transition::IsViable(destination, min_score_)) {
      CountUnlocks(origin, destination, gains);
      return;
    }
    for (const auto& [course, gain] : gains) {
      CourseTally& tally = found_->courses[course];
      ++tally.serves;
      tally.origins.insert(origin);
    }
    for (const plan::GapItem& item : gap.required) {
      SkillTally& tally = found_->missing[item.skill];
      ++tally.moves;
      tally.origins.insert(origin);
    }
    AddMove(origin, person, destination, gap);
  }

 private:
  bool CanStart(const Person& person, const plan::Catalogue::Entry& entry) const {
    if (!model::IsOfferedIn(entry.course, region_)) return false;
    return std::all_of(entry.needs.begin(), entry.needs.end(), [&](SkillId skill) {
      return person.expanded.Strength(skill) >= context_.snapshot.scoring().met_from;
    });
  }

  // By how much each course that the person can start would raise the coverage.
  std::map<size_t, double> CourseGains(const Person& person, const plan::Gap& gap) const {
    const plan::Catalogue& catalogue = context_.snapshot.catalogue();
    std::map<size_t, double> gains;
    for (const auto* items : {&gap.required, &gap.optional}) {
      for (const plan::GapItem& item : *items) {
        for (const uint32_t course : catalogue.Closing(item.skill)) {
          if (!CanStart(person, catalogue[course])) continue;
          gains[course] += item.weight * (1 - item.strength);
        }
      }
    }
    return gains;
  }

  void CountUnlocks(size_t origin, const transition::Destination& destination,
                    const std::map<size_t, double>& gains) {
    // The score is the mean of coverage and closeness.
    for (const auto& [course, gain] : gains) {
      transition::Destination after = destination;
      after.score += gain / 2;
      if (!transition::IsViable(after, min_score_)) continue;
      CourseTally& tally = found_->courses[course];
      ++tally.unlocks;
      tally.origins.insert(origin);
    }
  }

  void AddMove(size_t origin, const Person& person, const transition::Destination& destination,
               const plan::Gap& gap) {
    plan::PlanParams params;
    params.region = region_;
    const plan::TrainingPlan plan =
        plan::MakePlan(context_.snapshot.catalogue(), person.expanded, gap.required,
                       context_.snapshot.scoring(), params);
    Move move = {origin,
                 destination,
                 plan.weeks,
                 static_cast<int>(gap.required.size()),
                 static_cast<int>(plan.uncovered.size() + plan.left_out.size()),
                 {}};
    for (const plan::PlannedCourse& planned : plan.courses) move.courses.push_back(planned.course);
    found_->moves.push_back(std::move(move));
  }

  const Context& context_;
  const std::string& region_;
  const double min_score_;
  RegionMoves* found_;
};

}  // namespace

absl::StatusOr<RegionMoves> FindMoves(const Context& context, const std::string& region,
                                      std::span<const ShownPeople> origins,
                                      const std::vector<bool>& wanted, double min_score) {
  const snapshot::Snapshot& snapshot = context.snapshot;
  const transition::ReachContext reach = {snapshot.taxonomy(), snapshot.transfer(),
                                          snapshot.scoring(), snapshot.step_closeness()};
  RegionMoves found;
  Tally tally(context, region, min_score, &found);
  for (size_t origin = 0; origin < origins.size(); ++origin) {
    PersonParams asks;
    asks.occupations = {std::string(snapshot.taxonomy().Uri(origins[origin].occupation))};
    asks.region = region;
    OVERSTAP_ASSIGN_OR_RETURN(const Person person, MakePerson(context, asks));
    for (const transition::Destination& destination : transition::FindDestinations(
             reach, person.origin, person.expanded, snapshot.taxonomy().occupation_count())) {
      if (!wanted[destination.occupation.index()] || !destination.level.open) continue;
      tally.Add(origin, person, destination);
    }
  }
  std::stable_sort(found.moves.begin(), found.moves.end(), [](const Move& a, const Move& b) {
    return std::tuple(-a.destination.score, a.origin, a.destination.occupation) <
           std::tuple(-b.destination.score, b.origin, b.destination.occupation);
  });
  return found;
}

}  // namespace overstap::advice
