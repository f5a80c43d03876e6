#include "engine/advice/place.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <utility>

#include "base/enum_names.h"
#include "base/patience.h"
#include "base/status_macros.h"
#include "base/strings.h"
#include "engine/advice/cohort_ways.h"
#include "engine/advice/levers.h"
#include "engine/advice/spot.h"
#include "engine/model/validation.h"
#include "engine/plan/placement_seats.h"

namespace overstap::advice {
namespace {

constexpr std::array<std::string_view, 7> kReasonNames = {
    "nothing_known", "nothing_near",    "level",   "no_vacancies",
    "too_long",      "vacancies_taken", "no_seats"};

// Profiles that are equal but for their id, as they came but for the region of a place, each once.
// kInvalidArgument when more
// than kMaxCohortProfiles differ.
absl::StatusOr<std::vector<model::CohortGroup>> Alike(
    const Context& context, const std::vector<model::CohortGroup>& groups) {
  std::vector<model::CohortGroup> alike;
  std::vector<model::Profile> nameless;    // the same without their ids
  StringMap<std::vector<size_t>> by_work;  // candidates to compare with
  for (const model::CohortGroup& group : groups) {
    OVERSTAP_RETURN_IF_ERROR(CheckPatience());
    const auto& occupations = group.profile.occupations;
    std::vector<size_t>& candidates =
        by_work[StrCat(group.profile.region, "|", group.profile.skills.size(), "|",
                       occupations.empty() ? "" : occupations.front().occupation_uri)];
    model::Profile profile = group.profile;
    profile.id.clear();
    const auto same = std::find_if(candidates.begin(), candidates.end(),
                                   [&](size_t index) { return profile == nameless[index]; });
    if (same != candidates.end()) {
      alike[*same].people += group.people;
      continue;
    }
    if (alike.size() == kMaxCohortProfiles) {
      return absl::InvalidArgumentError(
          StrCat("a cohort has at most ", kMaxCohortProfiles,
                 " profiles that differ; put people who are alike on one line with a count"));
    }
    candidates.push_back(alike.size());
    alike.push_back(group);
    alike.back().profile.region = SettledFactsOf(context, group.profile).region;
    nameless.push_back(std::move(profile));
  }
  return alike;
}

// The ways of all groups as a problem with indices.
struct Assignment {
  std::vector<CohortWays> ways;  // by group
  plan::SeatedProblem problem;
  std::vector<std::pair<size_t, size_t>> edges;  // by edge: group and its way
  std::vector<size_t> limited_courses;           // by course of the problem: index in the catalogue
};

void AddEdges(const Context& context, size_t group, const CohortWays& ways,
              std::map<size_t, size_t>* limited, Assignment* assignment) {
  for (size_t i = 0; i < ways.ways.size(); ++i) {
    const Way& way = ways.ways[i];
    plan::SeatedEdge edge = {group, way.place, way.cost(), {}};
    for (const size_t course : way.courses) {
      const auto& seats = context.snapshot.catalogue()[course].course.seats;
      if (!seats) continue;
      const auto [known, fresh] = limited->try_emplace(course, limited->size());
      if (fresh) {
        assignment->problem.seats.push_back(*seats);
        assignment->limited_courses.push_back(course);
      }
      edge.courses.push_back(known->second);
    }
    std::sort(edge.courses.begin(), edge.courses.end());
    assignment->problem.edges.push_back(std::move(edge));
    assignment->edges.emplace_back(group, i);
  }
}

absl::StatusOr<Assignment> MakeAssignment(const Context& context, const PlaceParams& params,
                                          const std::vector<model::CohortGroup>& groups,
                                          const transition::Techniek* techniek,
                                          const WorkPlaces& places) {
  Assignment assignment;
  std::map<size_t, size_t> limited;
  for (const OpenWork& work : places.all()) {
    assignment.problem.vacancies.push_back(
        std::min<int64_t>(work.vacancies, plan::kMaxPlacementPeople));
  }
  for (size_t group = 0; group < groups.size(); ++group) {
    OVERSTAP_RETURN_IF_ERROR(CheckPatience());
    auto ways = FindWays(context, params, techniek, places, groups[group].profile);
    if (!ways.ok()) return ways.status();
    assignment.problem.people.push_back(groups[group].people);
    AddEdges(context, group, *ways, &limited, &assignment);
    assignment.ways.push_back(*std::move(ways));
  }
  return assignment;
}

WorkPlace PlaceOfWork(const Context& context, const OpenWork& work) {
  return {RefOf(context, work.occupation), work.region};
}

void AddPlacements(const Context& context, const std::vector<model::CohortGroup>& groups,
                   const WorkPlaces& places, const Assignment& assignment,
                   const plan::Placement& placement, PlaceResult* result) {
  std::set<size_t> unlimited;
  for (size_t i = 0; i < assignment.edges.size(); ++i) {
    if (placement.people[i] == 0) continue;
    const auto [group, index] = assignment.edges[i];
    const Way& way = assignment.ways[group].ways[index];
    PlacedPeople placed = {groups[group].profile.id,
                           placement.people[i],
                           PlaceOfWork(context, places.all()[way.place]),
                           way.score,
                           way.weeks,
                           way.open_skills,
                           {}};
    for (const size_t course : way.courses) {
      const model::Course& known = context.snapshot.catalogue()[course].course;
      placed.courses.push_back({known.id, known.title});
      if (!known.seats) unlimited.insert(course);
    }
    result->weeks += way.weeks * static_cast<double>(placement.people[i]);
    result->placements.push_back(std::move(placed));
  }
  result->courses_unlimited = static_cast<int64_t>(unlimited.size());
}

// A group with ways that found no place: whether a vacancy that it can reach stays open.
UnplacedReason WhyLeft(const Assignment& assignment, const std::vector<int64_t>& open,
                       size_t group) {
  const auto& ways = assignment.ways[group].ways;
  const bool vacancy_left = std::any_of(ways.begin(), ways.end(),
                                        [&open](const Way& way) { return open[way.place] > 0; });
  return vacancy_left ? UnplacedReason::kNoSeats : UnplacedReason::kVacanciesTaken;
}

void AddUnplaced(const Context& context, const std::vector<model::CohortGroup>& groups,
                 const Assignment& assignment, const plan::Placement& placement,
                 PlaceResult* result) {
  std::vector<int64_t> open = assignment.problem.vacancies;
  std::vector<int64_t> left = assignment.problem.people;
  for (size_t i = 0; i < assignment.edges.size(); ++i) {
    open[assignment.problem.edges[i].destination] -= placement.people[i];
    left[assignment.edges[i].first] -= placement.people[i];
  }
  for (size_t group = 0; group < groups.size(); ++group) {
    if (left[group] == 0) continue;
    const CohortWays& ways = assignment.ways[group];
    UnplacedPeople unplaced = {groups[group].profile.id, left[group],
                               ways.blocked ? *ways.blocked : WhyLeft(assignment, open, group),
                               std::nullopt};
    if (ways.nearest) unplaced.nearest = RefOf(context, *ways.nearest);
    result->unplaced.push_back(std::move(unplaced));
  }
}

void AddLevers(const Context& context, const WorkPlaces& places, const Assignment& assignment,
               const plan::SeatedPlacement& solved, PlaceResult* result) {
  for (const ScarceThing& scarce : FindScarce(assignment.problem, solved)) {
    Lever lever;
    if (scarce.destination) {
      lever.work = PlaceOfWork(context, places.all()[*scarce.destination]);
      lever.available = assignment.problem.vacancies[*scarce.destination];
    } else {
      const size_t course = assignment.limited_courses[*scarce.course];
      const model::Course& known = context.snapshot.catalogue()[course].course;
      lever.course = CourseRef{known.id, known.title};
      lever.available = assignment.problem.seats[*scarce.course];
    }
    lever.more_used = scarce.gain.used;
    lever.more_placed = scarce.gain.placed;
    lever.more_weeks = static_cast<double>(scarce.gain.cost) / 100;
    result->levers.push_back(std::move(lever));
  }
}

void AddCounts(const Context& context, const std::vector<model::CohortGroup>& groups,
               const WorkPlaces& places, const Assignment& assignment, PlaceResult* result) {
  std::set<std::string> unknown;
  for (size_t i = 0; i < groups.size(); ++i) {
    result->people += groups[i].people;
    if (groups[i].profile.region.empty()) result->without_region += groups[i].people;
    unknown.insert(assignment.ways[i].unknown_uris.begin(), assignment.ways[i].unknown_uris.end());
  }
  result->unknown_uris.assign(unknown.begin(), unknown.end());
  if (context.snapshot.vacancies().empty()) return;
  result->vacancies = 0;
  for (const OpenWork& work : places.all()) *result->vacancies += work.vacancies;
}

}  // namespace

std::string_view UnplacedReasonName(UnplacedReason reason) {
  return EnumName(kReasonNames, reason);
}

absl::Status PlaceParams::Validate() const {
  int64_t people = 0;
  for (const model::CohortGroup& group : groups) {
    OVERSTAP_RETURN_IF_ERROR(model::Validate(group.profile));
    OVERSTAP_RETURN_IF_ERROR(
        model::CheckRange("count", static_cast<double>(group.people), 1, model::kMaxCohortPeople));
    people += group.people;
  }
  if (people > model::kMaxCohortPeople) {
    return absl::InvalidArgumentError(
        StrCat("a cohort has at most ", model::kMaxCohortPeople, " people; split it by region"));
  }
  OVERSTAP_RETURN_IF_ERROR(model::CheckRange("min_score", min_score, 0, 1));
  OVERSTAP_RETURN_IF_ERROR(model::CheckRange("max_weeks", max_weeks, 0, kMaxPlacementWeeks));
  if (radius_km) OVERSTAP_RETURN_IF_ERROR(model::CheckRange("radius_km", *radius_km, 0, 500));
  if (ways < 1 || ways > 100) return absl::InvalidArgumentError("ways must be between 1 and 100");
  return plan.Validate();
}

absl::StatusOr<PlaceResult> PlaceCohort(const Context& context, const PlaceParams& params) {
  OVERSTAP_RETURN_IF_ERROR(params.Validate());
  OVERSTAP_ASSIGN_OR_RETURN(const transition::Techniek* techniek,
                            ResolveTechniek(context, params.techniek));
  OVERSTAP_ASSIGN_OR_RETURN(const std::vector<model::CohortGroup> groups,
                            Alike(context, params.groups));
  const WorkPlaces places(context);
  OVERSTAP_ASSIGN_OR_RETURN(const Assignment assignment,
                            MakeAssignment(context, params, groups, techniek, places));
  OVERSTAP_RETURN_IF_ERROR(assignment.problem.Validate());
  const plan::SeatedPlacement solved = plan::SolveSeatedPlacement(assignment.problem);
  OVERSTAP_RETURN_IF_ERROR(CheckPatience());
  PlaceResult result;
  result.versions = context.snapshot.versions();
  result.as_of = context.today;
  result.techniek = NameOf(techniek);
  result.placed = solved.placement.placed;
  result.optimal = solved.optimal;
  result.most_placed = solved.most_placed;
  AddCounts(context, groups, places, assignment, &result);
  AddPlacements(context, groups, places, assignment, solved.placement, &result);
  AddUnplaced(context, groups, assignment, solved.placement, &result);
  AddLevers(context, places, assignment, solved, &result);
  OVERSTAP_RETURN_IF_ERROR(CheckPatience());
  return result;
}

}  // namespace overstap::advice
