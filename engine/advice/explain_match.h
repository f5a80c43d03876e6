// Why does this person match this vacancy as they do, whether or not it is in an answer?
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "absl/status/statusor.h"
#include "engine/advice/match.h"
#include "engine/advice/spot.h"
#include "engine/model/evidence.h"

namespace overstap::advice {

enum class MatchFilterKind : uint8_t { kOpen, kRegion, kRadius, kHours, kRetention };
inline constexpr int kMatchFilterKindCount = 5;

enum class MatchFilterOutcome : uint8_t {
  kPassed,
  kFailed,
  kNotAsked,
  kUnknownPassed,  // asked, and not known of the other; rules nothing out
  kUnknownFailed,  // asked, and not known of the vacancy; rules it out
};

// "open", "region", "radius", "hours", "retention"
std::string_view MatchFilterKindName(MatchFilterKind kind);
// "passed", "failed", "not_asked", "unknown_passed", "unknown_failed"
std::string_view MatchFilterOutcomeName(MatchFilterOutcome outcome);

// What a filter compares, both written alike: a day "2026-11-21", a region "AM06", a distance
// "30 km", hours a week "24-32", "24-" or "-32". Empty: unknown, or nobody asks.
struct MatchFilterReading {
  MatchFilterKind kind = MatchFilterKind::kOpen;
  MatchFilterOutcome outcome = MatchFilterOutcome::kNotAsked;
  std::string asked;
  std::string found;

  bool passes() const {
    return outcome != MatchFilterOutcome::kFailed && outcome != MatchFilterOutcome::kUnknownFailed;
  }
};

// What a requirement of the vacancy adds to the score.
struct MatchContribution {
  ConceptRef skill;
  double weight_share = 0;  // of all requirements, 0..1
  double strength = 0;      // x(r), 0..1
  // The skill of the person that x(r) comes from; nothing when there is none.
  struct Held {
    ConceptRef skill;
    model::EvidenceKind evidence = model::EvidenceKind::kClaimed;
    double strength = 0;  // e(s), 0..1
    double transfer = 0;  // tau(s -> r), 0..1; 1 when it is the same skill
  };
  std::optional<Held> held;

  double contribution() const { return weight_share * strength; }
};

// How far apart the two are, as the crow flies, and between the middles of what that is measured.
struct MatchDistance {
  struct End {
    SpotKind kind = SpotKind::kRegion;
    std::string name;  // "8011", "Druten" or "AM06"
  };
  double km = 0;
  End profile;
  End vacancy;
};

struct ExplainedMatch {
  model::Versions versions;
  std::string profile_id;
  std::string vacancy_id;
  std::optional<double> score;  // C(profile, vacancy); nothing: the vacancy asks nothing known
  bool listed = false;          // in answers of both directions, when the limit is large enough
  std::vector<MatchFilterReading> filters;       // each kind once
  std::optional<MatchDistance> distance;         // nothing: not known (KnownDistanceKm)
  std::vector<MatchContribution> contributions;  // heaviest first, ties by skill
  int unknown = 0;            // requirements of the vacancy that this taxonomy does not have
  explain::Node explanation;  // as in MatchHit; no kind without a score
  Translations translations;  // of both
  std::vector<std::string> unmapped;
};

// `params` as for MatchVacancies, of which limit and explain are not looked at.
absl::StatusOr<ExplainedMatch> ExplainMatch(const Context& context, const model::Profile& profile,
                                            const model::Vacancy& vacancy,
                                            const MatchParams& params);

// The record of the snapshot with that id; kNotFound.
absl::StatusOr<model::Profile> FindProfile(const Context& context, std::string_view id);
absl::StatusOr<model::Vacancy> FindVacancy(const Context& context, std::string_view id);

}  // namespace overstap::advice
