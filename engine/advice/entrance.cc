#include "engine/advice/entrance.h"

#include <algorithm>
#include <set>
#include <string>
#include <utility>

#include "engine/plan/course_filter.h"
#include "engine/plan/offer.h"

namespace overstap::advice {
namespace {

// Less than shares of the work differ; more than sums of them in another order do.
constexpr double kTiny = 1e-12;

}  // namespace

EntranceFinder::EntranceFinder(const Context& context, const Person& person,
                               const plan::PlanParams& params)
    : snapshot_(context.snapshot), person_(person), params_(params), taught_(context.snapshot) {
  FindCourses();
  closed_.assign(courses_.size(), 0);
}

void EntranceFinder::FindCourses() {
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

bool EntranceFinder::CanBegin(uint32_t course, const plan::Catalogue::Facts& facts) const {
  const plan::Catalogue& catalogue = snapshot_.catalogue();
  return (!params_.budget_eur || facts.price_eur <= *params_.budget_eur) &&
         catalogue[course].unknown_needs.empty() &&
         plan::UnmetNeeds(catalogue, course, person_.expanded, snapshot_.scoring().met_from)
             .empty();
}

std::optional<uint32_t> EntranceFinder::MostClosing(OccupationId destination) {
  const auto requirements = snapshot_.taxonomy().Requirements(destination);
  const std::span<const double> weights = snapshot_.work_weights().Of(destination);
  const double total = snapshot_.work_weights().Total(destination);
  if (total <= 0) return std::nullopt;
  std::vector<uint32_t> touched;  // positions in courses_
  for (size_t asked = 0; asked < requirements.size(); ++asked) {
    const size_t skill = requirements[asked].skill.index();
    const double strength = person_.expanded.Strength(requirements[asked].skill);
    if (begin_[skill] == begin_[skill + 1] || !IsRequired(requirements[asked].importance) ||
        strength >= snapshot_.scoring().met_from) {
      continue;
    }
    const double share = weights[asked] / total;
    for (uint32_t i = begin_[skill]; i < begin_[skill + 1]; ++i) {
      double& closed = closed_[closing_[i]];
      if (closed == 0) touched.push_back(closing_[i]);
      closed += share * (1 - strength);
    }
  }
  std::optional<uint32_t> best;
  double most = kTiny;
  std::sort(touched.begin(), touched.end());
  for (const uint32_t at : touched) {
    const double closed = std::exchange(closed_[at], 0);
    if (closed <= most) continue;
    most = closed + kTiny;
    best = courses_[at];
  }
  return best;
}

double EntranceFinder::CoverageAfter(OccupationId destination) const {
  const auto requirements = snapshot_.taxonomy().Requirements(destination);
  const std::span<const double> weights = snapshot_.work_weights().Of(destination);
  double sum = 0;
  for (size_t i = 0; i < requirements.size(); ++i) {
    const SkillId skill = requirements[i].skill;
    sum += weights[i] * std::max(taught_.Strength(skill), person_.expanded.Strength(skill));
  }
  const double total = snapshot_.work_weights().Total(destination);
  return total > 0 ? sum / total : 0;
}

EntranceLine EntranceFinder::LineOf(uint32_t course, double coverage) const {
  const plan::Catalogue& catalogue = snapshot_.catalogue();
  const plan::Catalogue::Facts& facts = catalogue.FactsOf(course);
  EntranceLine line;
  line.coverage = coverage;
  line.course = {catalogue[course].course.id, catalogue[course].course.title};
  line.weeks = plan::WeeksOf(facts, params_);
  const plan::CourseToPlan dated = {catalogue.StartsOf(facts), line.weeks};
  line.days = plan::Schedule({&dated, 1}, params_.start).front();
  return line;
}

std::optional<EntranceLine> EntranceFinder::To(OccupationId destination) {
  const std::optional<uint32_t> course = MostClosing(destination);
  if (!course) return std::nullopt;
  taught_.Set(snapshot_.catalogue()[*course].teaches);
  const double coverage = CoverageAfter(destination);
  if (coverage < kEntranceFrom) return std::nullopt;
  return LineOf(*course, coverage);
}

std::vector<Entrance> EntranceFinder::ToAll(std::span<const transition::Destination> destinations) {
  std::vector<std::pair<uint32_t, OccupationId>> most;  // course and occupation
  for (const transition::Destination& destination : destinations) {
    if (!destination.level.open) continue;
    const std::optional<uint32_t> course = MostClosing(destination.occupation);
    if (course) most.emplace_back(*course, destination.occupation);
  }
  std::sort(most.begin(), most.end());
  std::vector<Entrance> all;
  for (size_t i = 0; i < most.size(); ++i) {
    const auto [course, occupation] = most[i];
    if (i == 0 || course != most[i - 1].first) {
      taught_.Set(snapshot_.catalogue()[course].teaches);
    }
    const double coverage = CoverageAfter(occupation);
    if (coverage >= kEntranceFrom) all.push_back({occupation, LineOf(course, coverage)});
  }
  return all;
}

std::vector<Entrance> EntranceFinder::Best(std::span<const transition::Destination> destinations,
                                           size_t limit) {
  std::vector<Entrance> all = ToAll(destinations);
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
