// Who pays for a course?
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "engine/advice/context.h"
#include "engine/model/scheme_conditions.h"

namespace overstap::advice {

// A scheme that may pay: it holds money on the day, and nothing known of the person, the employer
// and the course rules it out.
struct SchemeLine {
  std::string id;
  std::string name;
  model::SchemeFor who = model::SchemeFor::kBoth;  // who applies
  std::optional<double> max_eur;
  bool certain = false;               // every condition is known to be met
  std::vector<std::string> to_check;  // conditions that are not known to be met, by their key
  std::string note;                   // about the conditions, for people
  std::optional<absl::CivilDay> valid_until;
};

enum class Payer { kNobody, kScheme, kEmployer, kWorker, kUnknown };
std::string_view PayerName(Payer payer);  // "nobody", "scheme", "employer", "worker", "unknown"

struct PayerLine {
  Payer payer = Payer::kUnknown;
  std::string scheme_id;  // of kScheme
  std::string name;
  // Of kScheme: what it pays at most and what is left then; unknown when it names no amount.
  std::optional<double> pays_eur;
  std::optional<double> rest_eur;
};

// The schemes that the course names and that may pay when it begins on `day`, in its order. Closed,
// proposed and outdated ones are never among them.
std::vector<SchemeLine> SchemesFor(const Context& context, const model::Applicant& applicant,
                                   const model::Course& course, absl::CivilDay day);

// Nobody when the course is free; else the certain scheme that pays most, the first of equals; else
// the employer or the worker when it is known whether the employer pays; else unknown.
PayerLine PayerOf(const model::Course& course, const std::vector<SchemeLine>& schemes,
                  const model::Applicant& applicant);

}  // namespace overstap::advice
