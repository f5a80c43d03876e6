#include "engine/advice/changes.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <set>
#include <tuple>
#include <utility>

#include "base/enum_names.h"
#include "base/patience.h"
#include "base/strings.h"
#include "engine/advice/person_plan.h"
#include "engine/advice/vacancy_filter.h"
#include "engine/plan/course_filter.h"
#include "engine/plan/offer.h"

namespace overstap::advice {
namespace {

constexpr std::array<std::string_view, kChangeKindCount> kNames = {
    "definition", "form",        "level_step", "hours", "travel", "budget",
    "course",     "certificate", "language",   "evc",   "finish"};

constexpr double kHourStep = 4;
constexpr double kMostHours = 40;
constexpr double kKmStep = 10;
constexpr double kMostKm = 500;

double OrLast(const std::optional<double>& value) {
  return value.value_or(std::numeric_limits<double>::infinity());
}

auto OrderOf(const Change& change) {
  return std::tuple(OrLast(change.weeks), OrLast(change.eur), change.km, change.hours_a_week,
                    change.kind, std::string_view(change.id), change.setting.value_or(0));
}

const model::GateRule* RuleOf(const Context& context, const std::string& id) {
  for (const model::GateRule& rule : context.snapshot.parameters().gates) {
    if (rule.id == id) return &rule;
  }
  return nullptr;
}

void Expand(const Context& context, Person* person) {
  person->expanded = match::ExpandedProfile(person->origin.skills, context.snapshot.transfer(),
                                            context.snapshot.taxonomy().skill_count());
}

// What the person has after a course: what it teaches, its paper, and of a bbl or bol, which lead
// to a diploma, its level.
void Take(const Context& context, uint32_t index, Person* person) {
  const plan::Catalogue::Entry& entry = context.snapshot.catalogue()[index];
  match::RaiseTaught(entry.teaches, context.snapshot.scoring(), &person->origin.skills);
  person->profile.certificates.push_back(entry.course.title);
  if (!entry.course.credential.empty()) {
    person->profile.certificates.push_back(entry.course.credential);
  }
  const bool is_diploma =
      entry.course.form == model::CourseForm::kBbl || entry.course.form == model::CourseForm::kBol;
  const auto level = transition::LevelOf(person->origin, context.snapshot.taxonomy());
  if (is_diploma && level && entry.course.level > level) {
    person->origin.level = entry.course.level;
  }
  Expand(context, person);
}

class Finder {
 public:
  Finder(const Context& context, const Situation& situation, const Standing& standing)
      : context_(context),
        situation_(situation),
        standing_(standing),
        params_(ForPerson(context, situation.person, situation.plan)),
        filter_(context.snapshot.catalogue(), params_) {}

  std::vector<Candidate> Find() {
    if (Has(BarrierKind::kOwnWork) || Has(BarrierKind::kUnknownWork)) return {};
    AddDefinitions();
    AddForms();
    AddHours();
    AddTravel();
    AddBudget();
    AddCourses();
    AddGateKeys();
    AddEvc();
    AddLaterFinish();
    std::sort(candidates_.begin(), candidates_.end(),
              [](const Candidate& a, const Candidate& b) { return IsSmaller(a.change, b.change); });
    if (candidates_.size() > kMostTried) candidates_.resize(kMostTried);
    return std::move(candidates_);
  }

 private:
  bool Has(BarrierKind kind) const { return standing_.Has(kind); }
  void Add(Change change, std::function<void(Situation*)> apply) {
    candidates_.push_back({std::move(change), std::move(apply)});
  }

  void AddDefinitions() {
    if (!Has(BarrierKind::kNotTechnical)) return;
    for (const transition::Techniek& other : context_.snapshot.techniek()) {
      if (!other.lacks().empty() || !other.IsTechnical(situation_.destination)) continue;
      const std::string& name = other.definition().name;
      Add({ChangeKind::kDefinition, name, name},
          [&other](Situation* changed) { changed->techniek = &other; });
    }
  }

  void AddForms() {
    if (!Has(BarrierKind::kForm)) return;
    using model::CourseForm;
    for (const CourseForm form : {CourseForm::kBbl, CourseForm::kBol, CourseForm::kAvond,
                                  CourseForm::kOnline, CourseForm::kWerkplek}) {
      const auto& wanted = params_.forms;
      if (wanted.empty() || std::find(wanted.begin(), wanted.end(), form) != wanted.end()) continue;
      const std::string name(model::CourseFormName(form));
      Add({ChangeKind::kForm, name, name},
          [form](Situation* changed) { changed->plan.forms.push_back(form); });
    }
    if (!params_.max_level_step || *params_.max_level_step >= 3) return;
    const int step = *params_.max_level_step + 1;
    Change change = {ChangeKind::kLevelStep, "", ""};
    change.setting = step;
    Add(std::move(change), [step](Situation* changed) { changed->plan.max_level_step = step; });
  }

  void AddHours() {
    if (!Has(BarrierKind::kTime) || !params_.hours_a_week) return;
    for (double more = kHourStep; *params_.hours_a_week + more <= kMostHours; more += kHourStep) {
      const double hours = *params_.hours_a_week + more;
      Change change = {ChangeKind::kHours, "", ""};
      change.hours_a_week = more;
      change.setting = hours;
      Add(std::move(change), [hours](Situation* changed) { changed->plan.hours_a_week = hours; });
    }
  }

  // In steps, as far as the centroid of each region where a course is given.
  void AddTravel() {
    const auto here = SpotOf(context_, model::FactsOf(situation_.person.profile));
    if (!Has(BarrierKind::kTravel) || !here) return;
    const double now =
        params_.travel_km ? *params_.travel_km : situation_.person.profile.radius_km.value_or(0);
    std::set<double> distances;
    for (const model::Region& region : context_.snapshot.regions()) {
      const double more = model::DistanceKm(here->point, region.centroid) - now;
      if (more > 0) distances.insert(std::ceil(more / kKmStep) * kKmStep);
    }
    for (const double more : distances) {
      if (now + more > kMostKm) break;
      Change change = {ChangeKind::kTravel, "", ""};
      change.km = more;
      change.setting = now + more;
      Add(std::move(change),
          [km = now + more](Situation* changed) { changed->plan.travel_km = km; });
    }
  }

  void AddBudget() {
    const auto& cheapest = standing_.plan.plan.cheapest_eur;
    if (!Has(BarrierKind::kBudget) || !cheapest || !params_.budget_eur) return;
    Change change = {ChangeKind::kBudget, "", ""};
    change.eur = *cheapest - *params_.budget_eur;
    change.setting = cheapest;
    Add(std::move(change),
        [eur = *cheapest](Situation* changed) { changed->plan.budget_eur = eur; });
  }

  // Courses that teach what is missing or open a gate, and that the person can start.
  void AddCourses() {
    const plan::Catalogue& catalogue = context_.snapshot.catalogue();
    std::set<uint32_t> courses;
    const bool by_skills = Has(BarrierKind::kScore) || Has(BarrierKind::kRank) ||
                           Has(BarrierKind::kGate) || Has(BarrierKind::kLevel);
    for (const GapLine& line : standing_.plan.gap) {
      const auto skill = context_.snapshot.taxonomy().FindSkill(line.skill.uri);
      if (!by_skills || !skill) continue;
      courses.insert(catalogue.Closing(*skill).begin(), catalogue.Closing(*skill).end());
    }
    for (const uint32_t rule : ClosedRules()) {
      const auto opening = context_.snapshot.CoursesOpening(rule);
      courses.insert(opening.begin(), opening.end());
    }
    const double met_from = context_.snapshot.scoring().met_from;
    for (const uint32_t course : courses) {
      if (filter_.Of(course) != plan::Barrier::kNone) continue;
      if (params_.budget_eur && catalogue.FactsOf(course).price_eur > *params_.budget_eur) continue;
      if (!plan::UnmetNeeds(catalogue, course, situation_.person.expanded, met_from).empty()) {
        continue;
      }
      AddCourse(course);
    }
  }

  void AddCourse(uint32_t index) {
    const model::Course& course = context_.snapshot.catalogue()[index].course;
    const plan::Catalogue::Facts& facts = context_.snapshot.catalogue().FactsOf(index);
    const plan::CourseToPlan to_plan = {context_.snapshot.catalogue().StartsOf(facts),
                                        plan::WeeksOf(facts, params_)};
    const absl::CivilDay end = plan::Schedule({&to_plan, 1}, params_.start).front().end;
    Change change = {ChangeKind::kCourse, course.id, course.title};
    change.weeks = to_plan.weeks;
    change.eur = course.price_eur;
    Add(std::move(change), [&context = context_, index, end](Situation* changed) {
      Take(context, index, &changed->person);
      changed->plan.start = end;
      if (changed->plan.budget_eur) {
        *changed->plan.budget_eur -= context.snapshot.catalogue().FactsOf(index).price_eur;
      }
    });
  }

  std::vector<uint32_t> ClosedRules() const {
    std::vector<uint32_t> rules;
    const auto& all = context_.snapshot.parameters().gates;
    for (const Barrier& barrier : standing_.barriers) {
      if (barrier.kind != BarrierKind::kGate) continue;
      if (const model::GateRule* rule = RuleOf(context_, barrier.id)) {
        rules.push_back(static_cast<uint32_t>(rule - all.data()));
      }
    }
    return rules;
  }

  void AddGateKeys() {
    for (const uint32_t index : ClosedRules()) {
      const model::GateRule& rule = context_.snapshot.parameters().gates[index];
      if (rule.kind == model::GateKind::kCondition) continue;
      const bool is_language = rule.kind == model::GateKind::kLanguage;
      if (!is_language && rule.proof.empty()) continue;
      Change change = {is_language ? ChangeKind::kLanguage : ChangeKind::kCertificate, rule.id,
                       rule.name};
      change.weeks.reset();
      change.eur.reset();
      Add(std::move(change), [&rule, is_language](Situation* changed) {
        model::Profile& profile = changed->person.profile;
        if (is_language) {
          profile.dutch = std::max(profile.dutch.value_or(rule.dutch), rule.dutch);
        } else {
          profile.certificates.push_back(rule.proof.front());
        }
      });
    }
  }

  void AddEvc() {
    auto raised = Recognised(situation_.person.origin.skills, context_.snapshot.scoring());
    if (raised == situation_.person.origin.skills) return;
    Change change = {ChangeKind::kEvc, "", "EVC"};
    change.weeks = kEvcWeeks;
    change.eur.reset();
    const absl::CivilDay end = params_.start + static_cast<int>(kEvcWeeks * 7);
    Add(std::move(change),
        [&context = context_, end, raised = std::move(raised)](Situation* changed) {
          changed->person.origin.skills = raised;
          Expand(context, &changed->person);
          changed->plan.start = end;
        });
  }

  void AddLaterFinish() {
    if (!Has(BarrierKind::kTime)) return;
    const Barrier& late = standing_.barriers.back();
    if (!late.value || !late.allowed) return;
    Change change = {ChangeKind::kFinish, "", ""};
    change.weeks = *late.value - *late.allowed;
    const absl::CivilDay finish =
        *situation_.finish_by + static_cast<int>(std::lround(*change.weeks * 7));
    change.finish = finish;
    Add(std::move(change), [finish](Situation* changed) { changed->finish_by = finish; });
  }

  const Context& context_;
  const Situation& situation_;
  const Standing& standing_;
  const plan::PlanParams params_;
  const plan::CourseFilter filter_;
  std::vector<Candidate> candidates_;
};

using Obstructions = std::vector<Barrier>;

std::vector<BarrierKind> KindsOf(const Obstructions& obstructions) {
  std::vector<BarrierKind> kinds;
  for (const Barrier& barrier : obstructions) kinds.push_back(barrier.kind);
  return kinds;
}

// The first of `before` is gone, and none came before its place.
bool TakesAwayFirst(const Obstructions& before, const Obstructions& after) {
  const Barrier& first = before.front();
  return std::none_of(after.begin(), after.end(), [&first](const Barrier& left) {
    return left.kind < first.kind || (left.kind == first.kind && left.id == first.id);
  });
}

struct Tried {
  TriedChange change;
  Situation situation;
  Standing standing;
};

// Looks for steps that take away the barriers, or the shortcomings of work without barriers.
class StepFinder {
 public:
  StepFinder(const Context& context, const Judge& judge, bool within_reach)
      : context_(context),
        judge_(judge),
        within_reach_(within_reach),
        list_(within_reach ? &Standing::shortcomings : &Standing::barriers) {}

  bool IsEnough(const Standing& standing) const {
    return standing.barriers.empty() && (standing.*list_).empty();
  }

  // The smallest change that is enough, else the smallest that takes away the first obstruction.
  std::optional<Tried> SmallestStep(const Situation& situation, const Standing& standing,
                                    std::vector<TriedChange>* others, size_t* tried) const {
    std::optional<Tried> best;
    for (const Candidate& candidate : CandidatesFor(context_, situation, standing)) {
      if (!IsAwaited()) break;
      Situation changed = situation;
      candidate.apply(&changed);
      Standing after = judge_.Look(changed);
      ++*tried;
      if (within_reach_ && !after.barriers.empty()) continue;
      TriedChange change = {candidate.change, KindsOf(after.*list_)};
      const bool enough = IsEnough(after);
      if (enough && best && IsEnough(best->standing)) {
        others->push_back(std::move(change));
        if (others->size() >= kMostOthers) break;
      } else if (enough || (!best && TakesAwayFirst(standing.*list_, after.*list_))) {
        best = Tried{std::move(change), std::move(changed), std::move(after)};
      }
    }
    return best;
  }

 private:
  const Context& context_;
  const Judge& judge_;
  const bool within_reach_;
  Obstructions Standing::*const list_;
};

}  // namespace

std::string_view ChangeKindName(ChangeKind kind) { return EnumName(kNames, kind); }

bool IsSmaller(const Change& a, const Change& b) { return OrderOf(a) < OrderOf(b); }

std::vector<Candidate> CandidatesFor(const Context& context, const Situation& situation,
                                     const Standing& standing) {
  return Finder(context, situation, standing).Find();
}

WayIn FindWayIn(const Context& context, const Judge& judge, const Situation& situation,
                const Standing& standing) {
  const StepFinder finder(context, judge, standing.barriers.empty());
  WayIn way;
  Situation now = situation;
  Standing stands = standing;
  while (!finder.IsEnough(stands) && way.steps.size() < kMostSteps) {
    std::vector<TriedChange> others;
    auto step = finder.SmallestStep(now, stands, &others, &way.tried);
    if (!step) break;
    if (way.steps.empty()) way.others = std::move(others);
    way.steps.push_back(std::move(step->change));
    now = std::move(step->situation);
    stands = std::move(step->standing);
  }
  return way;
}

}  // namespace overstap::advice
