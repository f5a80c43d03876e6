#include "tools/overstap/path_text.h"

#include <algorithm>
#include <cstdlib>
#include <vector>

#include "absl/strings/str_format.h"
#include "base/strings.h"
#include "tools/overstap/reading_text.h"

namespace overstap::cli {
namespace {

constexpr size_t kShown = 4;

std::string HeadText(const advice::PathLine& path) {
  std::vector<std::string> between;
  for (size_t i = 0; i + 1 < path.hops.size(); ++i) between.push_back(path.hops[i].to.label);
  std::string text = "   via ";
  for (size_t i = 0; i < between.size(); ++i) {
    StrAppend(&text, i > 0 ? ", then " : "", between[i]);
  }
  absl::StrAppendFormat(&text, ": %s of courses, € %.0f, about %.4g %s of work in between",
                        WeeksText(path.weeks), path.cost_eur, path.years_between,
                        path.years_between == 1 ? "year" : "years");
  if (path.paid_weeks > 0) {
    StrAppend(&text, "; ", WeeksText(path.paid_weeks), " of the courses with pay");
  }
  if (path.km) absl::StrAppendFormat(&text, "; work within %.0f km", *path.km);
  if (path.dip_eur && *path.dip_eur > 0) {
    absl::StrAppendFormat(&text, "; at worst € %.0f a month less than now", *path.dip_eur);
  }
  return StrCat(text, "\n");
}

std::string IncomeText(const advice::IncomeLine& income) {
  if (!income.pay) return "   pay unknown\n";
  std::string text = absl::StrFormat("   pays € %d a month full-time (%d vacancies)",
                                     income.pay->month_eur, income.pay->vacancies);
  if (income.change_eur && *income.change_eur != 0) {
    absl::StrAppendFormat(&text, ", € %d %s than now", std::abs(*income.change_eur),
                          *income.change_eur > 0 ? "more" : "less");
  }
  return StrCat(text, "\n");
}

std::string Vacancies(int64_t count) {
  return StrCat("; ", count, count == 1 ? " vacancy " : " vacancies ");
}

std::string VacanciesText(const advice::HopLine& hop, const std::string& region) {
  const advice::VacancyCount& count = hop.vacancies;
  if (count.within_radius) return StrCat(Vacancies(*count.within_radius), "within the radius");
  if (count.region) return StrCat(Vacancies(*count.region), "in ", region);
  return "; vacancies near home unknown";
}

// `work`: what is done after it; null for the last one, whose pay is said before.
std::string HopText(size_t number, const advice::HopLine& hop, const advice::WorkBetween* work,
                    const std::string& region) {
  std::vector<std::string> courses;
  for (const advice::CourseRef& course : hop.courses) courses.push_back(course.title);
  std::string text = absl::StrFormat("     %d. %s: meets %d of %d by then; ", number, hop.to.label,
                                     hop.met, hop.required);
  StrAppend(&text,
            courses.empty() ? std::string("no course")
                            : StrCat(Listed(courses, kShown), " (", WeeksText(hop.weeks), ", from ",
                                     absl::FormatCivilTime(hop.begins), ")"),
            VacanciesText(hop, region));
  if (work != nullptr && work->income.pay) {
    StrAppend(&text, "; pays € ", work->income.pay->month_eur);
  }
  StrAppend(&text, "\n");
  if (!hop.closed_gates.empty()) {
    StrAppend(&text, "        needs: ", Listed(hop.closed_gates, kShown), "\n");
  }
  std::vector<std::string> open;
  for (const advice::ConceptRef& skill : hop.uncovered) open.push_back(skill.label);
  if (!open.empty())
    StrAppend(&text, "        geen opleiding bekend: ", Listed(open, kShown), "\n");
  return text;
}

std::string NowText(const std::optional<advice::PayNow>& now) {
  if (!now) return "What is earned now is unknown; --pay-eur says it.\n";
  std::string text = absl::StrFormat("Earned now: € %d a month full-time", now->month_eur);
  if (now->of_work) {
    absl::StrAppendFormat(&text, ", as %s pays (%d vacancies); --pay-eur says it better",
                          now->work.label, now->of_work->vacancies);
  }
  return StrCat(text, ".\n");
}

}  // namespace

std::string ToText(const advice::PathsTo& to, const std::string& region) {
  std::string text = IncomeText(to.income);
  if (to.entrance) {
    const advice::EntranceLine& line = *to.entrance;
    absl::StrAppendFormat(&text,
                          "   learnt in a job with pay: %s (%s, from %s, no unmet requirement "
                          "is known): coverage %.2f\n",
                          line.course.title, WeeksText(line.weeks),
                          absl::FormatCivilTime(line.days.begin), line.coverage);
  }
  for (const advice::PathLine& path : to.paths) {
    StrAppend(&text, HeadText(path));
    for (size_t i = 0; i < path.hops.size(); ++i) {
      const auto* work = i < path.between.size() ? &path.between[i] : nullptr;
      StrAppend(&text, HopText(i + 1, path.hops[i], work, region));
    }
  }
  return text;
}

std::string BasisText(const advice::PathsResult& paths) {
  const bool any = std::any_of(paths.to.begin(), paths.to.end(),
                               [](const advice::PathsTo& to) { return !to.paths.empty(); });
  const std::string now = NowText(paths.pay_now);
  if (!any) return now;
  return StrCat(now, "Ways over other work: what is earned during courses is unknown.",
                paths.vacancies_known ? "" : " Vacancies are unknown, so nobody checked them.",
                paths.travel_known ? "" : " Travel is unknown: no region is known.", "\n");
}

std::string ToText(const std::optional<advice::StayInTechniek>& stay) {
  if (!stay) return "";
  return stay->applied
             ? StrCat("stays in techniek, also in between, by ", stay->techniek, "\n")
             : StrCat("stay in techniek was asked for, but no work of the origin is technical by ",
                      stay->techniek, "\n");
}

}  // namespace overstap::cli
