// How much is this work asked for here, who says so, and of when is that?
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "absl/time/civil_time.h"
#include "engine/advice/context.h"

namespace overstap::advice {

// Where a figure comes from: what it is about may be wider than the occupation.
struct FigureSource {
  std::string basis;  // "occupation", "isco" or "brc2014"
  std::string code;   // URI or digits
  absl::CivilDay as_of;
  std::string source;

  friend bool operator==(const FigureSource&, const FigureSource&) = default;
};

// Shown beside an answer; it never decides what is in a list of destinations.
struct DemandLine {
  std::string region;                     // that the figures are of; empty: the whole country
  std::optional<std::string> tension;     // class of UWV, in Dutch; unknown: nothing
  std::optional<int64_t> open_vacancies;  // as the source counts them; unknown: nothing
  std::optional<FigureSource> tension_source;
  std::optional<FigureSource> vacancies_source;
};

// `region` empty: figures of the whole country.
DemandLine DemandOf(const Context& context, OccupationId occupation, const std::string& region);

// "spanning krap; 120 open vacancies (isco 7212, 2026-06-30, UWV)", each with its own source where
// these differ, or "unknown".
std::string TextOf(const DemandLine& line);

}  // namespace overstap::advice
