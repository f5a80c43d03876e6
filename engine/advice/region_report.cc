#include "engine/advice/region_report.h"

#include <algorithm>
#include <set>
#include <tuple>
#include <utility>

#include "base/status_macros.h"
#include "base/strings.h"
#include "engine/advice/region_moves.h"
#include "engine/advice/shown_counts.h"
#include "engine/model/validation.h"

namespace overstap::advice {
namespace {

// What is known of the region, in numbers that may be shown.
struct Facts {
  std::vector<ShownPeople> people;
  std::vector<int64_t> vacancies;  // by occupation
  bool vacancies_known = false;
  std::vector<std::optional<model::Tension>> tension;  // by occupation; unknown: nothing
};

std::vector<std::optional<model::Tension>> TensionIn(const Context& context,
                                                     const std::string& region) {
  const snapshot::Snapshot& snapshot = context.snapshot;
  std::vector<std::optional<model::Tension>> tension(snapshot.taxonomy().occupation_count());
  for (uint32_t i = 0; i < tension.size(); ++i) {
    const snapshot::DemandFacts facts = snapshot.demand().Find(
        OccupationId(i), region, context.today, snapshot.taxonomy(), snapshot.crosswalks());
    if (facts.tension != nullptr) tension[i] = facts.tension->tension;
  }
  return tension;
}

Facts Gather(const Context& context, const std::string& region) {
  Facts facts;
  facts.people = CountPeople(context, region);
  facts.vacancies.assign(context.snapshot.taxonomy().occupation_count(), 0);
  facts.vacancies_known = !context.snapshot.vacancies().empty();
  for (const snapshot::VacancyRow& row : context.snapshot.vacancies()) {
    if (!row.occupation || row.vacancy.region != region) continue;
    if (model::IsOpen(row.vacancy, context.today)) ++facts.vacancies[row.occupation->index()];
  }
  facts.tension = TensionIn(context, region);
  return facts;
}

std::vector<ShownPeople> Surplus(const Facts& facts) {
  std::vector<ShownPeople> surplus;
  for (const ShownPeople& shown : facts.people) {
    const size_t i = shown.occupation.index();
    const bool is_loose = facts.tension[i] && model::IsLoose(*facts.tension[i]);
    if (is_loose || shown.people > facts.vacancies[i]) surplus.push_back(shown);
  }
  return surplus;
}

std::optional<int64_t> PeopleIn(const Facts& facts, OccupationId occupation) {
  for (const ShownPeople& shown : facts.people) {
    if (shown.occupation == occupation) return shown.people;
  }
  return std::nullopt;
}

std::vector<bool> Wanted(const Context& context, const transition::Techniek* techniek,
                         const Facts& facts) {
  std::vector<bool> wanted(facts.vacancies.size(), false);
  for (uint32_t i = 0; i < context.snapshot.taxonomy().occupation_count(); ++i) {
    const OccupationId occupation(i);
    if (techniek != nullptr && !techniek->IsTechnical(occupation)) continue;
    const bool is_tight = facts.tension[i] && model::IsTight(*facts.tension[i]);
    wanted[i] = (is_tight && facts.vacancies[i] > 0) ||
                facts.vacancies[i] > PeopleIn(facts, occupation).value_or(0);
  }
  return wanted;
}

int64_t PeopleOf(std::span<const ShownPeople> origins, const std::set<size_t>& chosen) {
  int64_t people = 0;
  for (const size_t origin : chosen) people += origins[origin].people;
  return people;
}

int64_t StartsToCome(const model::Course& course, absl::CivilDay today) {
  return std::count_if(course.starts.begin(), course.starts.end(),
                       [today](absl::CivilDay start) { return start >= today; });
}

// Seats of the courses together; nothing when of any of them unknown, or when there is none.
std::optional<int64_t> SeatsOf(const plan::Catalogue& catalogue, const std::set<size_t>& courses) {
  std::optional<int64_t> seats;
  for (const size_t course : courses) {
    if (!catalogue[course].course.seats) return std::nullopt;
    seats = seats.value_or(0) + *catalogue[course].course.seats;
  }
  return seats;
}

template <class Line, class Key>
void SortAndCut(std::vector<Line>* lines, size_t limit, Key key) {
  std::stable_sort(lines->begin(), lines->end(),
                   [&key](const Line& a, const Line& b) { return key(a) < key(b); });
  if (lines->size() > limit) lines->resize(limit);
}

void AddSurplus(const Context& context, const Facts& facts, std::span<const ShownPeople> origins,
                const RegionMoves& found, RegionReport* report) {
  for (size_t i = 0; i < origins.size(); ++i) {
    SurplusLine line;
    line.occupation = RefOf(context, origins[i].occupation);
    line.people = origins[i].people;
    if (facts.vacancies_known) line.vacancies = facts.vacancies[origins[i].occupation.index()];
    line.moves =
        static_cast<int>(std::count_if(found.moves.begin(), found.moves.end(),
                                       [i](const Move& move) { return move.origin == i; }));
    line.demand = DemandOf(context, origins[i].occupation, report->region);
    report->surplus.push_back(std::move(line));
  }
}

void AddShortage(const Context& context, const Facts& facts, const std::vector<bool>& wanted,
                 const RegionMoves& found, RegionReport* report) {
  const plan::Catalogue& catalogue = context.snapshot.catalogue();
  for (uint32_t i = 0; i < wanted.size(); ++i) {
    if (!wanted[i]) continue;
    const OccupationId occupation(i);
    ShortageLine line;
    line.occupation = RefOf(context, occupation);
    line.vacancies = facts.vacancies[i];
    line.people = PeopleIn(facts, occupation);
    line.demand = DemandOf(context, occupation, report->region);
    line.level = context.snapshot.taxonomy().Level(occupation);
    std::set<size_t> courses;
    for (const Move& move : found.moves) {
      if (move.destination.occupation != occupation) continue;
      ++line.moves;
      courses.insert(move.courses.begin(), move.courses.end());
    }
    line.courses = static_cast<int64_t>(courses.size());
    for (const size_t course : courses) {
      line.course_starts += StartsToCome(catalogue[course].course, context.today);
    }
    line.seats = SeatsOf(catalogue, courses);
    report->shortage.push_back(std::move(line));
  }
}

void AddMoves(const Context& context, std::span<const ShownPeople> origins,
              const RegionMoves& found, RegionReport* report) {
  for (const Move& move : found.moves) {
    report->moves.push_back({RefOf(context, origins[move.origin].occupation),
                             RefOf(context, move.destination.occupation),
                             origins[move.origin].people, move.destination.score,
                             move.destination.coverage, move.destination.level.gap, move.weeks,
                             move.missing, move.open_skills});
  }
}

void AddMissing(const Context& context, const std::string& region,
                std::span<const ShownPeople> origins, const RegionMoves& found,
                RegionReport* report) {
  const plan::Catalogue& catalogue = context.snapshot.catalogue();
  for (const auto& [skill, tally] : found.missing) {
    const auto closing = catalogue.Closing(skill);
    const auto offered = std::count_if(closing.begin(), closing.end(), [&](uint32_t course) {
      return model::IsOfferedIn(catalogue[course].course, region);
    });
    report->missing.push_back({RefOf(context, skill), tally.moves, PeopleOf(origins, tally.origins),
                               static_cast<int>(offered)});
  }
}

void AddCourses(const Context& context, std::span<const ShownPeople> origins,
                const RegionMoves& found, RegionReport* report) {
  for (const auto& [index, tally] : found.courses) {
    const model::Course& course = context.snapshot.catalogue()[index].course;
    UnlockLine line;
    line.course = {course.id, course.title};
    line.weeks = course.weeks;
    line.unlocks = tally.unlocks;
    line.serves = tally.serves;
    line.people = PeopleOf(origins, tally.origins);
    line.starts = StartsToCome(course, context.today);
    if (course.seats) line.seats = *course.seats;
    report->courses.push_back(std::move(line));
  }
}

// The lists were filled in order of URI or id, which decides ties.
void Order(size_t limit, RegionReport* report) {
  SortAndCut(&report->surplus, limit, [](const SurplusLine& line) { return -line.people; });
  SortAndCut(&report->shortage, limit, [](const ShortageLine& line) { return -line.vacancies; });
  if (report->moves.size() > limit) report->moves.resize(limit);
  SortAndCut(&report->missing, limit,
             [](const MissingLine& line) { return std::tuple(-line.moves, -line.people); });
  SortAndCut(&report->courses, limit, [](const UnlockLine& line) {
    return std::tuple(-line.unlocks, -line.serves, -line.people, line.weeks);
  });
}

absl::Status CheckRegionIsKnown(const Context& context, const std::string& region) {
  if (context.snapshot.regions().empty() || context.snapshot.FindRegion(region) != nullptr) {
    return absl::OkStatus();
  }
  return absl::NotFoundError(
      StrCat("there is no region '", region, "'; import regions has the codes, such as AM06"));
}

}  // namespace

absl::Status RegionReportParams::Validate() const {
  if (region.empty()) return absl::InvalidArgumentError("say which region, such as AM06");
  OVERSTAP_RETURN_IF_ERROR(model::CheckRegion(region));
  OVERSTAP_RETURN_IF_ERROR(model::CheckRange("min_score", min_score, 0, 1));
  if (limit >= 1 && limit <= 1000) return absl::OkStatus();
  return absl::InvalidArgumentError("limit must be between 1 and 1000");
}

absl::StatusOr<RegionReport> ReportRegion(const Context& context,
                                          const RegionReportParams& params) {
  OVERSTAP_RETURN_IF_ERROR(params.Validate());
  OVERSTAP_RETURN_IF_ERROR(CheckRegionIsKnown(context, params.region));
  OVERSTAP_ASSIGN_OR_RETURN(const transition::Techniek* techniek,
                            ResolveTechniek(context, params.techniek));
  const Facts facts = Gather(context, params.region);
  const std::vector<ShownPeople> origins = Surplus(facts);
  const std::vector<bool> wanted = Wanted(context, techniek, facts);
  OVERSTAP_ASSIGN_OR_RETURN(const RegionMoves found,
                            FindMoves(context, params.region, origins, wanted, params.min_score));
  RegionReport report;
  report.versions = context.snapshot.versions();
  report.as_of = context.today;
  report.region = params.region;
  const model::Region* region = context.snapshot.FindRegion(params.region);
  if (region != nullptr) report.region_name = region->name;
  report.techniek = NameOf(techniek);
  for (const ShownPeople& shown : facts.people) report.people += shown.people;
  if (facts.vacancies_known) {
    report.vacancies = 0;
    for (const int64_t vacancies : facts.vacancies) *report.vacancies += vacancies;
  }
  AddSurplus(context, facts, origins, found, &report);
  AddShortage(context, facts, wanted, found, &report);
  AddMoves(context, origins, found, &report);
  AddMissing(context, params.region, origins, found, &report);
  AddCourses(context, origins, found, &report);
  Order(params.limit, &report);
  return report;
}

}  // namespace overstap::advice
