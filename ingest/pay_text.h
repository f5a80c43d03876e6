// What a vacancy pays, in words.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "engine/model/pay.h"
#include "engine/model/vacancy.h"

namespace overstap::ingest {

struct PayRange {
  std::optional<double> least;  // euros for each period
  std::optional<double> most;
  model::PayPeriod period = model::PayPeriod::kMonth;

  friend bool operator==(const PayRange&, const PayRange&) = default;
};

// "minimaal 2250 euro per maand", "€ 2.500 - € 3.200,50 p/m", "14 euro per uur": the least and the
// most, equal when one amount stands there without a word that says which. Nothing when no period
// or more than one is named, one amount is said to be both, or there are more than two: then it is
// not clear what is meant.
std::optional<PayRange> ReadPayText(std::string_view text);

// "hour", "HUR", "MONTH", "maand", ...: the names that schema.org, UN/CEFACT and people use.
std::optional<model::PayPeriod> PayPeriodOf(std::string_view name);

// Pay into a vacancy. What cannot be becomes unknown. Gives what to warn of, empty when all is
// well.
std::string SetPay(const PayRange& range, model::Vacancy* vacancy);

}  // namespace overstap::ingest
