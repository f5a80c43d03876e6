// The numbers of the score (docs/scoring.md says where they come from).
#pragma once

#include <array>
#include <optional>
#include <string>

#include "absl/status/status.h"
#include "engine/model/evidence.h"
#include "taxonomy/importance.h"

namespace overstap::match {

struct ScoringParams {
  // By Importance: essential, important, somewhat, optional. 0..1, essential the largest.
  std::array<double, kImportanceCount> importance = {1.0, 0.6, 0.3, 0.6};

  // e(kind) by EvidenceKind, 0..1, not falling from weaker to stronger evidence.
  std::array<double, model::kEvidenceKindCount> evidence = {0.7, 0.8, 0.9, 0.95, 0.95, 1.0, 1.0};

  // What is optional in an occupation weighs together at most this share of all the rest of it.
  double most_optional = 1;

  // Evidence keeps its strength for `fresh_years`; after that it loses `yearly_loss` of it each
  // year, down to `oldest_share`.
  int fresh_years = 5;
  double yearly_loss = 0.05;
  double oldest_share = 0.5;

  // Someone who did the work has a skill of it with this share of e(work) on day one, growing with
  // every year to all of it; an optional skill, `optional_work_share` of that.
  double first_year_share = 0.6;
  double share_per_year = 0.2;
  double optional_work_share = 0.5;

  // What was read from a text and not stated counts for this share of what it would count for.
  double inferred_share = 0.8;

  // Directed transfer: from a broad skill to a narrower one, and between skills that share a
  // broader concept; below the floor it is nothing.
  double narrower_factor = 0.9;
  double sibling_factor = 0.5;
  double transfer_floor = 0.3;

  // A requirement met with at least this strength is no gap. A course closes a requirement to
  // which what it teaches transfers with at least this strength.
  double met_from = 0.55;

  absl::Status Validate() const;

  double ImportanceWeight(Importance value) const { return importance[static_cast<size_t>(value)]; }

  // Strength of evidence in `this_year`, 0..1; an unknown year counts as fresh.
  double EvidenceStrength(model::EvidenceKind kind, std::optional<int> year, int this_year) const;

  // Share of e(work) after `years` of work, 0..1.
  double ExperienceShare(double years) const;

  // Text in which every number stands; equal parameters, equal text.
  std::string Canonical() const;
};

}  // namespace overstap::match
