#include "engine/advice/recognition.h"

#include <algorithm>
#include <map>
#include <tuple>
#include <utility>

#include "engine/plan/course_filter.h"

namespace overstap::advice {
namespace {

// Less than this is rounding.
constexpr double kVisible = 1e-6;

// The last year in which each skill was used, for those of which no evidence is without a year.
std::map<SkillId, std::optional<int>> LastUsed(const Taxonomy& taxonomy,
                                               const model::Profile& profile) {
  std::map<SkillId, std::optional<int>> years;
  const auto note = [&years](SkillId skill, std::optional<int> year) {
    const auto [found, is_new] = years.try_emplace(skill, year);
    if (!is_new)
      found->second = year && found->second ? std::max(year, found->second) : std::nullopt;
  };
  for (const model::Evidence& evidence : profile.skills) {
    if (const auto skill = taxonomy.FindSkill(evidence.skill_uri)) note(*skill, evidence.year);
  }
  for (const model::WorkExperience& work : profile.occupations) {
    const auto occupation = taxonomy.FindOccupation(work.occupation_uri);
    if (!occupation) continue;
    for (const Requirement& requirement : taxonomy.Requirements(*occupation)) {
      note(requirement.skill, work.until);
    }
  }
  return years;
}

model::Profile WithoutYears(model::Profile profile) {
  for (model::Evidence& evidence : profile.skills) evidence.year.reset();
  for (model::WorkExperience& work : profile.occupations) work.until.reset();
  return profile;
}

// Recognition opened a door: the plan closes something that no course could close before, so that
// its length is not to be compared.
bool ClosesMore(const plan::TrainingPlan& with, const std::vector<plan::GapItem>& left,
                const plan::TrainingPlan& plan) {
  const auto holds = [](const std::vector<SkillId>& skills, SkillId skill) {
    return std::find(skills.begin(), skills.end(), skill) != skills.end();
  };
  return std::any_of(left.begin(), left.end(), [&](const plan::GapItem& item) {
    return holds(plan.uncovered, item.skill) && !holds(with.uncovered, item.skill);
  });
}

// The course in reach that closes the skill in the fewest hours.
const plan::Catalogue::Entry* ShortestFor(const Context& context, SkillId skill,
                                          const plan::PlanParams& params) {
  const plan::Catalogue& catalogue = context.snapshot.catalogue();
  const plan::CourseFilter filter(catalogue, params);
  const plan::Catalogue::Entry* best = nullptr;
  const auto size = [](const plan::Catalogue::Entry& entry) {
    return std::tuple(entry.course.hours, entry.course.weeks, entry.course.price_eur);
  };
  for (const uint32_t index : catalogue.Closing(skill)) {
    if (filter.Of(index) != plan::Barrier::kNone) continue;
    const plan::Catalogue::Entry& entry = catalogue[index];
    if (best == nullptr || size(entry) < size(*best)) best = &entry;
  }
  return best;
}

}  // namespace

std::vector<match::HeldSkill> Recognised(std::vector<match::HeldSkill> held,
                                         const match::ScoringParams& scoring) {
  const double strength = scoring.evidence[static_cast<size_t>(model::EvidenceKind::kEvc)];
  for (match::HeldSkill& skill : held) {
    if (skill.strength >= strength) continue;
    skill.strength = strength;
    skill.kind = model::EvidenceKind::kEvc;
  }
  return held;
}

Recognition::Recognition(const Context& context, const Person& person) : context_(context) {
  const match::ScoringParams& scoring = context.snapshot.scoring();
  std::vector<match::HeldSkill> held = Recognised(person.origin.skills, scoring);
  if (held != person.origin.skills) {
    recognised_ = std::make_unique<View>(Expand(std::move(held)));
  }
  match::ResolvedProfile fresh =
      match::Resolve(WithoutYears(person.profile), context.snapshot.taxonomy(), scoring,
                     static_cast<int>(context.today.year()), &context.snapshot.translator());
  if (fresh.skills == person.origin.skills) return;
  fresh_ = std::make_unique<View>(Expand(std::move(fresh.skills)));
  for (const auto& [skill, year] : LastUsed(context.snapshot.taxonomy(), person.profile)) {
    if (year) last_used_.emplace_back(skill, *year);
  }
}

Recognition::View Recognition::Expand(std::vector<match::HeldSkill> held) const {
  match::ExpandedProfile expanded(held, context_.snapshot.transfer(),
                                  context_.snapshot.taxonomy().skill_count());
  return {std::move(held), std::move(expanded)};
}

ConceptRef Recognition::HeldRef(const View& view, SkillId requirement) const {
  return RefOf(context_, view.held[view.expanded.Source(requirement)].skill);
}

EvcLine Recognition::Evc(const Person& person, const std::vector<plan::GapItem>& required,
                         const plan::TrainingPlan& plan, const plan::PlanParams& params) const {
  EvcLine line;
  if (recognised_ == nullptr) return line;
  const match::ScoringParams& scoring = context_.snapshot.scoring();
  std::vector<plan::GapItem> left;
  for (const plan::GapItem& item : required) {
    const double strength = recognised_->expanded.Strength(item.skill);
    if (strength < scoring.met_from) {
      left.push_back(item);
      continue;
    }
    line.skills.push_back({RefOf(context_, item.skill), HeldRef(*recognised_, item.skill),
                           person.expanded.Strength(item.skill), strength});
  }
  if (line.skills.empty()) return line;
  const plan::TrainingPlan with =
      plan::MakePlan(context_.snapshot.catalogue(), recognised_->expanded, left, scoring, params);
  if (!with.found) return line;
  line.weeks = with.weeks;
  line.cost_eur = with.cost_eur;
  if (!plan.found || ClosesMore(with, left, plan)) return line;
  line.weeks_saved = plan.weeks - with.weeks;
  line.eur_saved = plan.cost_eur - with.cost_eur;
  return line;
}

std::vector<RefreshLine> Recognition::Refresh(const Person& person, OccupationId destination,
                                              const plan::PlanParams& params) const {
  std::vector<RefreshLine> lines;
  if (fresh_ == nullptr) return lines;
  const double met_from = context_.snapshot.scoring().met_from;
  for (const Requirement& requirement : context_.snapshot.taxonomy().Requirements(destination)) {
    if (!IsRequired(requirement.importance)) continue;
    RefreshLine line;
    line.strength = person.expanded.Strength(requirement.skill);
    line.fresh = fresh_->expanded.Strength(requirement.skill);
    // Too little even when fresh is no matter of age.
    if (line.fresh < met_from || line.fresh < line.strength + kVisible) continue;
    line.skill = RefOf(context_, requirement.skill);
    line.held = HeldRef(*fresh_, requirement.skill);
    line.is_met = line.strength >= met_from;
    const SkillId held = fresh_->held[fresh_->expanded.Source(requirement.skill)].skill;
    const auto year = std::lower_bound(last_used_.begin(), last_used_.end(), std::pair(held, 0));
    if (year != last_used_.end() && year->first == held) line.last_used = year->second;
    if (const auto* entry = ShortestFor(context_, requirement.skill, params)) {
      line.course = entry->course.id;
      line.title = entry->course.title;
      line.hours = entry->course.hours;
    }
    lines.push_back(std::move(line));
  }
  std::stable_sort(lines.begin(), lines.end(), [](const RefreshLine& a, const RefreshLine& b) {
    return !a.is_met && b.is_met;
  });
  return lines;
}

}  // namespace overstap::advice
