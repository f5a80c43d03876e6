#include <cmath>

#include "base/strings.h"
#include "engine/dutch/grammar.h"
#include "engine/dutch/sentences.h"
#include "engine/model/pay.h"

namespace overstap::dutch {
namespace {

// A median is no exact amount.
std::string Tens(int euros) { return Euros(std::round(euros / 10.0) * 10); }

}  // namespace

std::string Text(const advice::IncomeLine& income) {
  if (!income.pay) return "Wat dit werk betaalt, weten wij niet.";
  std::string text = StrCat("Dit werk betaalt ongeveer ", Tens(income.pay->month_eur),
                            " bruto per maand, bij ", model::kFullTimeHours,
                            " uur per week. Dat zeggen ", income.pay->vacancies, " vacatures.");
  if (!income.change_eur) return text;
  if (std::abs(*income.change_eur) < 5) return StrCat(text, " Dat is net zoveel als nu.");
  return StrCat(text, " Dat is ", Tens(std::abs(*income.change_eur)),
                *income.change_eur > 0 ? " meer dan nu." : " minder dan nu.");
}

}  // namespace overstap::dutch
