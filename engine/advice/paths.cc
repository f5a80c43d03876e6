#include "engine/advice/paths.h"

#include <algorithm>
#include <memory>
#include <utility>

#include "base/patience.h"
#include "base/status_macros.h"
#include "engine/advice/path_lines.h"
#include "engine/advice/person_plan.h"
#include "engine/advice/routes_of.h"
#include "engine/advice/spot.h"
#include "engine/advice/step_tables.h"
#include "engine/advice/vacancy_count.h"
#include "engine/transition/viable.h"

namespace overstap::advice {
namespace {

// A way to some destination, as compared with ways to others.
struct Option {
  plan::PathCost cost;
  bool km_known = false;
  bool* on_front = nullptr;
};

bool IsBeaten(const Option& one, const Option& other) {
  return one.km_known == other.km_known && other.cost != one.cost &&
         plan::IsNoWorse(other.cost, one.cost);
}

void MarkFront(const std::vector<Option>& options) {
  for (const Option& one : options) {
    *one.on_front = std::none_of(options.begin(), options.end(),
                                 [&one](const Option& other) { return IsBeaten(one, other); });
  }
}

// What a first hop must be, too.
bool IsPossible(const OccupationPlan& direct) {
  const auto& barriers = direct.obstacles.barriers;
  const bool is_too_little =
      std::any_of(barriers.begin(), barriers.end(),
                  [](const Barrier& barrier) { return barrier.kind == BarrierKind::kScore; });
  return direct.coverage && direct.level_open && direct.plan.found && !is_too_little &&
         direct.step && direct.step->value != transition::TransitionClass::kFar;
}

Option OptionOf(const OccupationPlan& direct, std::optional<double> km, const IncomeLine& income) {
  const PlanLines& lines = direct.plan;
  const size_t open = lines.uncovered.size() + lines.elsewhere.size() + lines.excluded.size() +
                      lines.out_of_reach.size() + lines.left_out.size();
  const double dip = income.change_eur ? std::max(0, -*income.change_eur) : plan::kUnknownDip;
  return {{lines.weeks, static_cast<int>(open), km.value_or(0), dip}, km.has_value(), nullptr};
}

Option OptionOf(PathLine* path) {
  return {
      {path->weeks, path->open, path->km.value_or(0), path->dip_eur.value_or(plan::kUnknownDip)},
      path->km.has_value(),
      &path->on_front};
}

std::vector<transition::Destination> Assessed(const Context& context, const Person& person) {
  return transition::AssessAll(ReachOf(context), person.origin, person.expanded);
}

// Everything about one person that the search needs.
class Finder {
 public:
  // `assessed` outlives it.
  Finder(const Context& context, const Person& person,
         const std::vector<transition::Destination>& assessed, const plan::PlanParams& plan,
         const plan::PathParams& params, std::optional<double> radius_km)
      : context_(context),
        person_(person),
        radius_km_(radius_km ? radius_km : person.profile.radius_km),
        plan_(ForPerson(context, person, plan)),
        now_(PayNowOf(context, person)),
        steps_(params.max_hops > 1 ? StepsOf(context.snapshot) : nullptr) {
    if (steps_ == nullptr) return;
    search_.emplace(
        plan::PathContext{context.snapshot.taxonomy(), context.snapshot.transfer(),
                          context.snapshot.scoring(), context.snapshot.catalogue(), *steps_},
        plan::PathPerson{person.origin, person.expanded, assessed, plan_, MonthNow()}, params,
        [this](OccupationId occupation) { return Work(occupation); });
  }

  Finder(const Finder&) = delete;
  Finder& operator=(const Finder&) = delete;

  // `option` becomes the direct step, for the comparison with ways to other destinations.
  PathsTo Find(const OccupationPlan& direct, Option* option) {
    const auto destination =
        context_.snapshot.taxonomy().FindOccupation(direct.destination.uri).value();
    PathsTo to;
    to.income = IncomeOf(context_, now_, destination);
    *option = OptionOf(direct, Near(destination).km, to.income);
    to.direct_possible = IsPossible(direct);
    if (!to.direct_possible && direct.level_open) {
      to.entrance = entrances().To(destination);
    }
    if (!search_) return to;
    const auto cost = to.direct_possible ? std::optional(option->cost) : std::nullopt;
    for (const plan::Path& path : search_->Find(destination, cost)) {
      to.paths.push_back(DescribePath(context_, person_, radius_km_, now_, path));
    }
    return to;
  }

  // Work that is learnt in a job with pay.
  std::vector<OccupationId> Entrances(std::span<const transition::Destination> wanted,
                                      size_t limit) {
    std::vector<OccupationId> found;
    for (const Entrance& entrance : entrances().Best(wanted, limit)) {
      found.push_back(entrance.occupation);
    }
    return found;
  }

  const std::optional<PayNow>& now() const { return now_; }

  // PathSearch::Reached; nothing when only direct steps were asked for.
  std::vector<OccupationId> Reached(std::span<const OccupationId> wanted, size_t limit) {
    return search_ ? search_->Reached(wanted, limit) : std::vector<OccupationId>();
  }

 private:
  EntranceFinder& entrances() {
    if (!entrances_) entrances_.emplace(context_, person_, plan_);
    return *entrances_;
  }

  plan::WorkNear Near(OccupationId occupation) const {
    return FindWork(context_, person_.profile, radius_km_, occupation);
  }

  // With what it pays.
  plan::WorkNear Work(OccupationId occupation) const {
    plan::WorkNear work = Near(occupation);
    if (const auto pay = PayOf(context_, occupation)) work.pay = pay->month_eur;
    return work;
  }

  std::optional<int> MonthNow() const {
    return now_ ? std::optional(now_->month_eur) : std::nullopt;
  }

  const Context& context_;
  const Person& person_;
  const std::optional<double> radius_km_;
  const plan::PlanParams plan_;
  const std::optional<PayNow> now_;
  const std::shared_ptr<const transition::StepTable> steps_;
  std::optional<EntranceFinder> entrances_;  // made when it is first asked
  std::optional<plan::PathSearch> search_;   // nothing: only direct steps were asked for
};

// `direct` is parallel to `all`.
void MarkAll(std::vector<Option> direct, std::vector<PathsTo>* all) {
  std::vector<Option> options;
  for (size_t i = 0; i < all->size(); ++i) {
    PathsTo& to = (*all)[i];
    direct[i].on_front = &to.direct_on_front;
    if (to.direct_possible) options.push_back(direct[i]);
    for (PathLine& path : to.paths) options.push_back(OptionOf(&path));
  }
  MarkFront(options);
}

absl::Status CheckHops(int max_hops) {
  if (max_hops >= 1 && max_hops <= plan::kMostHops) return absl::OkStatus();
  return absl::InvalidArgumentError("the number of hops must be between 1 and 3");
}

absl::StatusOr<PathsResult> PathsToAll(const Context& context, const Person& person,
                                       const std::vector<const OccupationPlan*>& direct,
                                       Finder* finder) {
  PathsResult result;
  result.vacancies_known = !context.snapshot.vacancies().empty();
  result.pay_now = finder->now();
  result.travel_known = SpotOf(context, model::FactsOf(person.profile)).has_value();
  std::vector<Option> options(direct.size());
  for (size_t i = 0; i < direct.size(); ++i) {
    OVERSTAP_RETURN_IF_ERROR(CheckPatience());
    result.to.push_back(finder->Find(*direct[i], &options[i]));
  }
  MarkAll(std::move(options), &result.to);
  return result;
}

std::vector<transition::Destination> Technical(std::vector<transition::Destination> all,
                                               const transition::Techniek* techniek) {
  if (techniek == nullptr) return all;
  std::erase_if(all, [techniek](const transition::Destination& destination) {
    return !techniek->IsTechnical(destination.occupation);
  });
  return all;
}

// All but the first `kept` of the best, in order of occupation.
std::vector<OccupationId> Beyond(const std::vector<transition::Destination>& all,
                                 const std::vector<transition::Destination>& best, size_t kept) {
  std::vector<OccupationId> beyond;
  const auto end = best.begin() + static_cast<std::ptrdiff_t>(std::min(best.size(), kept));
  for (const transition::Destination& destination : all) {
    const bool is_kept = std::any_of(best.begin(), end, [&destination](const auto& one) {
      return one.occupation == destination.occupation;
    });
    if (!is_kept) beyond.push_back(destination.occupation);
  }
  return beyond;
}

bool IsAmong(OccupationId occupation, const std::vector<OccupationId>& list) {
  return std::find(list.begin(), list.end(), occupation) != list.end();
}

// What a first hop must be, as far as that is known without its plan.
bool IsNear(const transition::Destination& destination) {
  const auto size = transition::ClassOf({destination.coverage, destination.closeness, std::nullopt,
                                         destination.level.gap, destination.learnt_at_work});
  return transition::IsSteppingStone(destination) && size &&
         size->value != transition::TransitionClass::kFar;
}

bool AnyNear(const std::vector<transition::Destination>& destinations) {
  return std::any_of(destinations.begin(), destinations.end(), IsNear);
}

// The best ones; when none of them is near, the last half of the places goes to work that ways over
// other work lead to, and before it comes what is viable at least and then what is learnt in a job.
std::vector<transition::Destination> DestinationsFor(
    const std::vector<transition::Destination>& all, size_t limit, Finder* finder) {
  std::vector<transition::Destination> best = transition::BestOf(all, limit);
  if (AnyNear(best)) return best;
  const std::vector<OccupationId> reached =
      finder->Reached(Beyond(all, best, limit - limit / 2), limit / 2);
  std::vector<transition::Destination> others = all;
  std::erase_if(others, [&](const auto& d) { return IsAmong(d.occupation, reached); });
  const size_t places = limit - reached.size();
  std::vector<OccupationId> order;
  const auto add = [&](OccupationId to) {
    if (order.size() < places && !IsAmong(to, reached) && !IsAmong(to, order)) order.push_back(to);
  };
  for (const transition::Destination& d : best) {
    if (transition::IsSteppingStone(d)) add(d.occupation);
  }
  for (const OccupationId to : finder->Entrances(others, places)) add(to);
  for (const transition::Destination& d : best) add(d.occupation);
  order.insert(order.end(), reached.begin(), reached.end());
  std::vector<transition::Destination> chosen;
  for (const OccupationId to : order) {
    chosen.push_back(
        *std::find_if(all.begin(), all.end(), [to](const auto& d) { return d.occupation == to; }));
  }
  return chosen;
}

}  // namespace

absl::Status PathsParams::Validate() const {
  OVERSTAP_RETURN_IF_ERROR(CheckHops(max_hops));
  if (!radius_km || (*radius_km >= 0 && *radius_km <= 500)) return absl::OkStatus();
  return absl::InvalidArgumentError("the radius must be between 0 and 500 km");
}

absl::Status RoutesWithPathsParams::Validate() const {
  OVERSTAP_RETURN_IF_ERROR(CheckHops(max_hops));
  return route.Validate();
}

absl::StatusOr<PathsResult> FindPaths(const Context& context, const PersonParams& person_params,
                                      const plan::PlanParams& plan, const PathsParams& params,
                                      const std::vector<const OccupationPlan*>& direct) {
  OVERSTAP_RETURN_IF_ERROR(params.Validate());
  OVERSTAP_ASSIGN_OR_RETURN(const Person person, MakePerson(context, person_params));
  std::vector<transition::Destination> assessed;
  if (params.max_hops > 1) assessed = Assessed(context, person);
  plan::PathParams search;
  search.max_hops = params.max_hops;
  Finder finder(context, person, assessed, plan, search, params.radius_km);
  return PathsToAll(context, person, direct, &finder);
}

absl::StatusOr<RoutesWithPaths> FindRoutesWithPaths(const Context& context,
                                                    const RoutesWithPathsParams& params) {
  OVERSTAP_RETURN_IF_ERROR(params.Validate());
  OVERSTAP_ASSIGN_OR_RETURN(const Person person, MakePerson(context, params.route.person));
  RoutesWithPaths result;
  if (params.stay_in_techniek) {
    OVERSTAP_ASSIGN_OR_RETURN(result.stay,
                              CheckStay(context, params.route.techniek, person.origin.occupations));
  }
  const bool stays = result.stay && result.stay->applied;
  OVERSTAP_ASSIGN_OR_RETURN(
      const transition::Techniek* techniek,
      ResolveTechniek(context, stays ? result.stay->name : params.route.techniek));
  const auto assessed = Assessed(context, person);
  plan::PathParams search;
  search.max_hops = params.max_hops;
  if (stays) search.within = techniek;
  Finder finder(context, person, assessed, params.route.plan, search, params.route.radius_km);
  const std::vector<transition::Destination> destinations =
      DestinationsFor(Technical(assessed, techniek), params.route.limit, &finder);
  result.routes = RoutesOf(context, params.route, person, techniek, destinations);
  OVERSTAP_RETURN_IF_ERROR(CheckPatience());
  std::vector<const OccupationPlan*> direct;
  for (const Route& route : result.routes.routes) direct.push_back(&route.plan);
  OVERSTAP_ASSIGN_OR_RETURN(result.paths, PathsToAll(context, person, direct, &finder));
  result.paths.none_near = !AnyNear(destinations);
  return result;
}

}  // namespace overstap::advice
