// A job that is open.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "absl/status/status.h"
#include "absl/time/civil_time.h"
#include "taxonomy/importance.h"

namespace overstap::model {

struct VacancySkill {
  std::string skill_uri;
  Importance importance = Importance::kEssential;
  bool inferred = false;  // read from the text, not stated

  friend bool operator==(const VacancySkill&, const VacancySkill&) = default;
};

struct Vacancy {
  std::string id;  // 1..200 bytes, unique
  std::string title;
  std::string occupation_uri;        // empty when unknown
  std::vector<VacancySkill> skills;  // empty: the requirements of the occupation stand in
  std::string region;                // arbeidsmarktregio "AM06"; empty when unknown
  std::string postcode;              // four digits; empty when unknown
  std::optional<int> hours_min;      // hours a week, 0..80
  std::optional<int> hours_max;
  std::optional<int> level;  // ISCO skill level 1..4
  std::optional<absl::CivilDay> published;
  std::optional<absl::CivilDay> closes;  // last day on which it is open
  std::string employer;
  std::string text;
  bool occupation_inferred = false;  // read from title and text, not stated
  std::string place = {};            // town, which counts without a postcode; empty when unknown
  std::optional<int> pay_min = {};   // euros a month, full-time and gross (pay.h)
  std::optional<int> pay_max = {};

  friend bool operator==(const Vacancy&, const Vacancy&) = default;
};

// What decides whether it comes into question, apart from what it asks. Fields as in Vacancy.
struct VacancyFacts {
  std::string id;
  std::string region;
  std::string place;  // the postcode, else the town; empty when unknown
  std::optional<int> hours_min;
  std::optional<int> hours_max;
  std::optional<int> level;
  std::optional<absl::CivilDay> published;
  std::optional<absl::CivilDay> closes;
  std::optional<int> pay = {};  // the middle of what it pays (MiddleOf)

  friend bool operator==(const VacancyFacts&, const VacancyFacts&) = default;
};

VacancyFacts FactsOf(const Vacancy& vacancy);

// kInvalidArgument naming the field that is out of its range.
absl::Status Validate(const Vacancy& vacancy);

// Not closed yet, or closing day unknown. Of a Vacancy or its facts.
template <class Vacancy>
bool IsOpen(const Vacancy& vacancy, absl::CivilDay today) {
  return !vacancy.closes || *vacancy.closes >= today;
}

}  // namespace overstap::model
