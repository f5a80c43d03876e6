// What does work pay, and what does the person earn now?
#pragma once

#include <cstdint>
#include <optional>

#include "engine/advice/context.h"
#include "engine/advice/person.h"

namespace overstap::advice {

// Gross euros a month of full-time work (model/pay.h), as open vacancies offer it.
struct WorkPay {
  int month_eur = 0;      // median of the middles
  int64_t vacancies = 0;  // that say what they pay, anywhere; kFewestPaying or more

  friend bool operator==(const WorkPay&, const WorkPay&) = default;
};

// Fewer vacancies say more of an employer than of the work.
inline constexpr int64_t kFewestPaying = 5;

// Of the vacancies that are open today; nothing when fewer than kFewestPaying say what they pay.
std::optional<WorkPay> PayOf(const Context& context, OccupationId occupation);

struct PayNow {
  int month_eur = 0;
  std::optional<WorkPay> of_work;  // nothing: the person said it
  ConceptRef work;                 // of which it is then, else empty
};

// What the person said, else what their last work pays: of the occupations of this taxonomy with
// the latest last year, the best paid one. Nothing when that is not known either.
std::optional<PayNow> PayNowOf(const Context& context, const Person& person);

// What work pays, and the difference with now.
struct IncomeLine {
  std::optional<WorkPay> pay;
  std::optional<int> change_eur;  // a month; less than 0: it pays less than now
};

IncomeLine IncomeOf(const Context& context, const std::optional<PayNow>& now,
                    OccupationId occupation);

}  // namespace overstap::advice
