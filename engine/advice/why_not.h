// Why is this occupation not within this person's reach, and what would bring it there?
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "engine/advice/barriers.h"
#include "engine/advice/changes.h"
#include "engine/advice/stability.h"
#include "engine/explain/tree.h"

namespace overstap::advice {

struct WhyNotParams {
  PersonParams person;
  std::string occupation;  // URI or title
  std::string techniek;    // name of a definition, kEveryOccupation, or empty for the default
  size_t limit = 5;        // length of the list that the occupation is to be in, 1..100
  plan::PlanParams plan;
  std::optional<absl::CivilDay> finish_by;  // last day on which the courses may end

  absl::Status Validate() const;
};

struct WhyNotResult {
  model::Versions versions;
  absl::CivilDay as_of;
  std::string techniek;  // name and version; empty: every occupation
  std::vector<Understood> understood;
  std::vector<std::string> unknown_uris;  // that lead to nothing in this taxonomy
  Translations translations;              // of the other URIs that it has not
  ConceptRef destination;
  std::optional<double> coverage;     // 0..1; unknown: nothing is known of the occupation
  std::optional<double> closeness;    // of the step, 0..1; unknown without an occupation of origin
  std::optional<double> score;        // what the order of the list follows, 0..1
  std::optional<size_t> place;        // in the list without an end, from 1; nothing: not in it
  size_t list_size = 0;               // of that list
  int met = 0;                        // essential and important requirements that are met
  int required = 0;                   // and how many there are
  std::vector<Barrier> barriers;      // the first is the one to take first; none: within reach
  std::vector<Barrier> shortcomings;  // what stays open all the same
  WayIn way;
  Robustness robustness;
  std::optional<NextQuestion> question;
  explain::Node explanation;
};

// kNotFound when the occupation or the definition is not understood.
absl::StatusOr<WhyNotResult> AskWhyNot(const Context& context, const WhyNotParams& params);

}  // namespace overstap::advice
