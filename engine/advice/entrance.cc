#include "engine/advice/entrance.h"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "engine/advice/taught.h"
#include "engine/plan/course_filter.h"
#include "engine/plan/gap.h"
#include "engine/plan/offer.h"

namespace overstap::advice {
namespace {

class EntranceFinder {
 public:
  // All outlive it.
  EntranceFinder(const Context& context, const Person& person, const plan::PlanParams& params)
      : context_(context),
        snapshot_(context.snapshot),
        person_(person),
        params_(params),
        filter_(snapshot_.catalogue(), params) {}

  std::optional<EntranceLine> To(OccupationId destination) const {
    const std::optional<uint32_t> course = MostClosing(destination);
    if (!course) return std::nullopt;
    const plan::Catalogue& catalogue = snapshot_.catalogue();
    const auto& entry = catalogue[*course];
    EntranceLine line;
    line.coverage = CoverageAfter(context_, person_.expanded, destination, entry.teaches);
    if (line.coverage < kEntranceFrom) return std::nullopt;
    const plan::Catalogue::Facts& facts = catalogue.FactsOf(*course);
    line.course = {entry.course.id, entry.course.title};
    line.weeks = plan::WeeksOf(facts, params_);
    const plan::CourseToPlan dated = {catalogue.StartsOf(facts), line.weeks};
    line.days = plan::Schedule({&dated, 1}, params_.start).front();
    return line;
  }

 private:
  std::optional<uint32_t> MostClosing(OccupationId destination) const {
    const plan::Catalogue& catalogue = snapshot_.catalogue();
    const plan::Gap gap =
        plan::FindGap(person_.expanded, snapshot_.taxonomy().Requirements(destination),
                      snapshot_.taxonomy(), snapshot_.scoring());
    std::map<uint32_t, double> closed;  // share of the work, by course
    for (const plan::GapItem& item : gap.required) {
      for (const uint32_t course : catalogue.Closing(item.skill)) {
        if (catalogue.FactsOf(course).form != model::CourseForm::kBbl) continue;
        closed[course] += item.weight * (1 - item.strength);
      }
    }
    std::optional<uint32_t> best;
    for (const auto& [course, share] : closed) {
      if ((!best || share > closed[*best]) && CanBegin(course)) best = course;
    }
    return best;
  }

  bool CanBegin(uint32_t course) const {
    const plan::Catalogue& catalogue = snapshot_.catalogue();
    const plan::Catalogue::Facts& facts = catalogue.FactsOf(course);
    return filter_.Of(facts) == plan::Barrier::kNone &&
           (!params_.budget_eur || facts.price_eur <= *params_.budget_eur) &&
           catalogue[course].unknown_needs.empty() &&
           plan::UnmetNeeds(catalogue, course, person_.expanded, snapshot_.scoring().met_from)
               .empty();
  }

  const Context& context_;
  const snapshot::Snapshot& snapshot_;
  const Person& person_;
  const plan::PlanParams& params_;
  const plan::CourseFilter filter_;
};

}  // namespace

std::optional<EntranceLine> EntranceTo(const Context& context, const Person& person,
                                       OccupationId destination, const plan::PlanParams& params) {
  return EntranceFinder(context, person, params).To(destination);
}

std::vector<Entrance> BestEntrances(const Context& context, const Person& person,
                                    std::span<const transition::Destination> destinations,
                                    const plan::PlanParams& params, size_t limit) {
  const EntranceFinder finder(context, person, params);
  std::vector<Entrance> all;
  for (const transition::Destination& destination : destinations) {
    if (!destination.level.open) continue;
    if (auto line = finder.To(destination.occupation)) {
      all.push_back({destination.occupation, std::move(*line)});
    }
  }
  std::sort(all.begin(), all.end(), [](const Entrance& a, const Entrance& b) {
    return a.line.coverage != b.line.coverage ? a.line.coverage > b.line.coverage
                                              : a.occupation < b.occupation;
  });
  std::vector<Entrance> best;
  std::set<std::string> courses;
  for (Entrance& entrance : all) {
    if (best.size() == limit) break;
    if (courses.insert(entrance.line.course.id).second) best.push_back(std::move(entrance));
  }
  return best;
}

}  // namespace overstap::advice
