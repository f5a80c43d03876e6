#include "engine/advice/entrance.h"

#include <algorithm>
#include <set>
#include <utility>

#include "engine/advice/taught.h"
#include "engine/match/coverage.h"
#include "engine/plan/course_filter.h"
#include "engine/plan/offer.h"

namespace overstap::advice {
namespace {

// Less than shares of the work differ; more than sums of them in another order do.
constexpr double kTiny = 1e-12;

class EntranceFinder {
 public:
  // All outlive it.
  EntranceFinder(const Context& context, const Person& person, const plan::PlanParams& params)
      : context_(context), snapshot_(context.snapshot), person_(person), params_(params) {
    FindCourses();
    closed_.assign(courses_.size(), 0);
  }

  std::optional<EntranceLine> To(OccupationId destination) {
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
  // Every bbl that the person can begin, and by skill which of these close it.
  void FindCourses() {
    const plan::Catalogue& catalogue = snapshot_.catalogue();
    const plan::CourseFilter filter(catalogue, params_);
    begin_.assign(snapshot_.taxonomy().skill_count() + 1, 0);
    for (uint32_t course = 0; course < catalogue.size(); ++course) {
      const plan::Catalogue::Facts& facts = catalogue.FactsOf(course);
      if (facts.form != model::CourseForm::kBbl || filter.Of(facts) != plan::Barrier::kNone ||
          !CanBegin(course, facts)) {
        continue;
      }
      courses_.push_back(course);
      for (const SkillId skill : catalogue[course].closes) ++begin_[skill.index() + 1];
    }
    for (size_t i = 1; i < begin_.size(); ++i) begin_[i] += begin_[i - 1];
    closing_.resize(begin_.back());
    std::vector<uint32_t> next = begin_;
    for (uint32_t at = 0; at < courses_.size(); ++at) {
      for (const SkillId skill : catalogue[courses_[at]].closes) {
        closing_[next[skill.index()]++] = at;
      }
    }
  }

  bool CanBegin(uint32_t course, const plan::Catalogue::Facts& facts) const {
    const plan::Catalogue& catalogue = snapshot_.catalogue();
    return (!params_.budget_eur || facts.price_eur <= *params_.budget_eur) &&
           catalogue[course].unknown_needs.empty() &&
           plan::UnmetNeeds(catalogue, course, person_.expanded, snapshot_.scoring().met_from)
               .empty();
  }

  // Of the gap, as plan::FindGap finds it.
  std::optional<uint32_t> MostClosing(OccupationId destination) {
    const Taxonomy& taxonomy = snapshot_.taxonomy();
    const auto requirements = taxonomy.Requirements(destination);
    const double total = match::TotalWeight(requirements, taxonomy, snapshot_.scoring());
    if (total <= 0) return std::nullopt;
    std::fill(closed_.begin(), closed_.end(), 0);
    for (const Requirement& requirement : requirements) {
      const size_t skill = requirement.skill.index();
      const double strength = person_.expanded.Strength(requirement.skill);
      if (begin_[skill] == begin_[skill + 1] || !IsRequired(requirement.importance) ||
          strength >= snapshot_.scoring().met_from) {
        continue;
      }
      const double share =
          match::RequirementWeight(requirement, taxonomy, snapshot_.scoring()) / total;
      for (uint32_t i = begin_[skill]; i < begin_[skill + 1]; ++i) {
        closed_[closing_[i]] += share * (1 - strength);
      }
    }
    std::optional<uint32_t> best;
    double most = kTiny;
    for (size_t at = 0; at < courses_.size(); ++at) {
      if (closed_[at] <= most) continue;
      most = closed_[at] + kTiny;
      best = courses_[at];
    }
    return best;
  }

  const Context& context_;
  const snapshot::Snapshot& snapshot_;
  const Person& person_;
  const plan::PlanParams& params_;
  std::vector<uint32_t> courses_;  // indices in the catalogue, ascending
  std::vector<uint32_t> begin_;    // in closing_, by skill
  std::vector<uint32_t> closing_;  // positions in courses_
  std::vector<double> closed_;     // share of the work, by position in courses_
};

}  // namespace

std::optional<EntranceLine> EntranceTo(const Context& context, const Person& person,
                                       OccupationId destination, const plan::PlanParams& params) {
  return EntranceFinder(context, person, params).To(destination);
}

std::vector<Entrance> BestEntrances(const Context& context, const Person& person,
                                    std::span<const transition::Destination> destinations,
                                    const plan::PlanParams& params, size_t limit) {
  EntranceFinder finder(context, person, params);
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
