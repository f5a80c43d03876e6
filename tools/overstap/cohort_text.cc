#include "tools/overstap/cohort_text.h"

#include <optional>

#include "absl/strings/str_format.h"
#include "absl/time/civil_time.h"
#include "base/strings.h"
#include "tools/overstap/reading_text.h"

namespace overstap::cli {
namespace {

std::string Number(const std::optional<int64_t>& number) {
  return number ? StrCat(*number) : "unknown";
}

std::string Counted(int64_t count, const char* one, const char* more) {
  return StrCat(count, " ", count == 1 ? one : more);
}

std::string People(int64_t count) { return Counted(count, "person", "people"); }

std::string Place(const advice::WorkPlace& work) {
  return StrCat(work.occupation.label, ", ",
                work.region.empty() ? std::string("region unknown") : work.region);
}

std::string Techniek(const std::string& techniek) {
  return techniek.empty() ? "every occupation" : StrCat("technical work by ", techniek);
}

const char* ReasonText(advice::UnplacedReason reason) {
  switch (reason) {
    case advice::UnplacedReason::kNothingKnown:
      return "nothing is known of what they can do";
    case advice::UnplacedReason::kNothingNear:
      return "no such work is near enough";
    case advice::UnplacedReason::kLevel:
      return "what is near is more than one level away";
    case advice::UnplacedReason::kNoVacancies:
      return "no open vacancies within travel for what is near";
    case advice::UnplacedReason::kTooLong:
      return "the training takes too long or costs more than the budget";
    case advice::UnplacedReason::kVacanciesTaken:
      return "others have the vacancies that they could reach";
    case advice::UnplacedReason::kNoSeats:
      return "there are vacancies, but no seats in the courses";
  }
  return "";
}

std::string Line(const advice::PlacedPeople& placed) {
  std::string text =
      StrCat("  ", placed.group, ": ", People(placed.people), " to ", Place(placed.work),
             " (score ", absl::StrFormat("%.2f", placed.score), "; ", WeeksText(placed.weeks));
  if (placed.open_skills > 0) {
    StrAppend(&text, "; ", Counted(placed.open_skills, "skill", "skills"), " without a course");
  }
  StrAppend(&text, ")\n");
  for (const advice::CourseRef& course : placed.courses) {
    StrAppend(&text, "    - ", course.title, "\n");
  }
  return text;
}

std::string Line(const advice::UnplacedPeople& unplaced) {
  std::string text = StrCat("  ", unplaced.group, ": ", People(unplaced.people), ": ",
                            ReasonText(unplaced.reason));
  if (unplaced.nearest) StrAppend(&text, " (nearest: ", unplaced.nearest->label, ")");
  return StrCat(text, "\n");
}

std::string Line(const advice::Lever& lever) {
  const char* things = lever.work ? "vacancies" : "seats";
  const std::string where = lever.work ? Place(*lever.work) : lever.course->title;
  return StrCat("  ", lever.more_used, " more ", things, " (now ", lever.available, ") place ",
                lever.more_placed, " more: ", where, "\n");
}

std::string Line(const advice::SurplusLine& line) {
  return StrCat("  ", line.occupation.label, ": about ", People(line.people), ", ",
                line.vacancies ? Counted(*line.vacancies, "vacancy", "vacancies")
                               : std::string("vacancies unknown"),
                ", tension ", line.demand.tension.value_or("unknown"), "; ",
                Counted(line.moves, "move", "moves"), "\n");
}

std::string Line(const advice::ShortageLine& line) {
  std::string text =
      StrCat("  ", line.occupation.label, ": ", Counted(line.vacancies, "vacancy", "vacancies"),
             line.people ? StrCat(", about ", People(*line.people)) : std::string(), ", tension ",
             line.demand.tension.value_or("unknown"), "; ", Counted(line.moves, "move", "moves"));
  if (line.courses > 0) {
    StrAppend(&text, "; ", Counted(line.courses, "course", "courses"), ", ",
              Counted(line.course_starts, "start", "starts"), ", seats ", Number(line.seats));
  }
  return StrCat(text, "\n");
}

std::string Line(const advice::MoveLine& line) {
  std::string text = StrCat("  ", line.origin.label, " to ", line.destination.label, ": score ",
                            absl::StrFormat("%.2f", line.score), ", ");
  StrAppend(&text, line.level_gap ? absl::StrFormat("level %+d", *line.level_gap)
                                  : std::string("level unknown"));
  StrAppend(&text, ", ", line.missing, " missing, ", WeeksText(line.weeks));
  if (line.open_skills > 0) StrAppend(&text, ", ", line.open_skills, " without a course");
  return StrCat(text, "\n");
}

std::string Line(const advice::MissingLine& line) {
  return StrCat("  ", line.skill.label, ": in ", Counted(line.moves, "move", "moves"), "; ",
                line.courses > 0 ? Counted(line.courses, "course", "courses")
                                 : std::string("geen opleiding bekend"),
                "\n");
}

std::string Line(const advice::UnlockLine& line) {
  return StrCat("  ", line.course.title, ": unlocks ", line.unlocks, ", serves ", line.serves, "; ",
                WeeksText(line.weeks), ", ", Counted(line.starts, "start", "starts"), ", seats ",
                Number(line.seats), "\n");
}

template <class Item>
void AddList(const char* title, const std::vector<Item>& items, std::string* text) {
  if (items.empty()) return;
  StrAppend(text, "\n", title, "\n");
  for (const Item& item : items) StrAppend(text, Line(item));
}

}  // namespace

std::string ToText(const advice::PlaceResult& result) {
  std::string text =
      StrCat(result.placed, " of ", People(result.people), " placed in ", Techniek(result.techniek),
             ", ", WeeksText(result.weeks), " of training together, on ",
             absl::FormatCivilTime(result.as_of), "\n");
  if (!result.vacancies) StrAppend(&text, "vacancies: unknown, the store has none\n");
  if (!result.optimal) {
    StrAppend(&text, "seats are shared by several ways: a good division, not proven best; at most ",
              result.most_placed, " can be placed\n");
  }
  if (result.without_region > 0) {
    StrAppend(&text, "travel not checked, region unknown: ", People(result.without_region), "\n");
  }
  if (result.courses_unlimited > 0) {
    StrAppend(&text, "seats unknown, so not counted: ",
              Counted(result.courses_unlimited, "course", "courses"), "\n");
  }
  AddList("placed:", result.placements, &text);
  AddList("not placed:", result.unplaced, &text);
  AddList("what would place more, each by itself:", result.levers, &text);
  if (!result.unknown_uris.empty()) {
    StrAppend(&text, "\nnot in this taxonomy, so left out: ",
              Counted(static_cast<int64_t>(result.unknown_uris.size()), "URI", "URIs"), "\n");
  }
  return StrCat(text, "\n", VersionsText(result.versions));
}

std::string ToText(const advice::RegionReport& report) {
  std::string text =
      StrCat(report.region, report.region_name ? " " : "", report.region_name.value_or(""), ", ",
             Techniek(report.techniek), ", on ", absl::FormatCivilTime(report.as_of), "\n");
  const std::string people =
      report.people == 0 ? StrCat("no occupation has ", advice::kFewestShown, " people or more")
                         : StrCat("about ", People(report.people), " in the occupations shown");
  StrAppend(&text, people, "; ", Number(report.vacancies), " open vacancies\n");
  StrAppend(&text, "fewer than ", advice::kFewestShown,
            " people in an occupation are not shown and not counted; numbers of people are rounded "
            "to ",
            advice::kCountBase, "\n");
  AddList("more people than vacancies:", report.surplus, &text);
  AddList("more vacancies than people:", report.shortage, &text);
  AddList("moves:", report.moves, &text);
  AddList("most often missing:", report.missing, &text);
  AddList("courses, by the moves that each alone would unlock:", report.courses, &text);
  return StrCat(text, "\n", VersionsText(report.versions));
}

}  // namespace overstap::cli
