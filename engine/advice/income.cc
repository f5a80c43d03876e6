#include "engine/advice/income.h"

#include <algorithm>
#include <limits>
#include <vector>

namespace overstap::advice {
namespace {

// The last calendar year of work; work that goes on is later than all other.
int LastYear(const model::WorkExperience& work) {
  return work.until.value_or(std::numeric_limits<int>::max());
}

// What somebody looks for, but never did for any time, pays them nothing.
bool IsDone(const model::WorkExperience& work) { return work.years > 0 || !work.inferred; }

std::vector<OccupationId> LastWork(const Taxonomy& taxonomy, const model::Profile& profile) {
  std::vector<OccupationId> last;
  int year = std::numeric_limits<int>::min();
  for (const model::WorkExperience& work : profile.occupations) {
    if (!IsDone(work) || LastYear(work) < year) continue;
    if (LastYear(work) > year) last.clear();
    year = LastYear(work);
    if (const auto id = taxonomy.FindOccupation(work.occupation_uri)) last.push_back(*id);
  }
  return last;
}

}  // namespace

std::optional<WorkPay> PayOf(const Context& context, OccupationId occupation) {
  std::vector<int> pays;
  for (const snapshot::VacancyRow& row : context.snapshot.VacanciesFor(occupation)) {
    const model::VacancyFacts& vacancy = row.vacancy;
    if (vacancy.pay && model::IsOpen(vacancy, context.today)) pays.push_back(*vacancy.pay);
  }
  if (static_cast<int64_t>(pays.size()) < kFewestPaying) return std::nullopt;
  const auto middle = pays.begin() + static_cast<std::ptrdiff_t>(pays.size() / 2);
  std::nth_element(pays.begin(), middle, pays.end());
  if (pays.size() % 2 == 1) return WorkPay{*middle, static_cast<int64_t>(pays.size())};
  const int below = *std::max_element(pays.begin(), middle);
  return WorkPay{below + (*middle - below) / 2, static_cast<int64_t>(pays.size())};
}

std::optional<PayNow> PayNowOf(const Context& context, const Person& person) {
  if (person.pay_eur) return PayNow{*person.pay_eur, std::nullopt, {}};
  std::optional<PayNow> now;
  for (const OccupationId occupation : LastWork(context.snapshot.taxonomy(), person.profile)) {
    const std::optional<WorkPay> pay = PayOf(context, occupation);
    if (!pay || (now && now->month_eur >= pay->month_eur)) continue;
    now = PayNow{pay->month_eur, pay, RefOf(context, occupation)};
  }
  return now;
}

IncomeLine IncomeOf(const Context& context, const std::optional<PayNow>& now,
                    OccupationId occupation) {
  IncomeLine line;
  line.pay = PayOf(context, occupation);
  if (line.pay && now) line.change_eur = line.pay->month_eur - now->month_eur;
  return line;
}

}  // namespace overstap::advice
