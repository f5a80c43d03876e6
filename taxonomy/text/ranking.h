// How the likeness of a text and a concept is weighed.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "absl/status/statusor.h"

namespace overstap::text {

// What is measured of a text and a concept; each 0..1.
enum class Feature : uint8_t {
  kLetters,           // cosine of letter 3-5-grams with the label that is most like it
  kLettersPreferred,  // the same with its preferred labels only
  kDice,              // weight that text and label share, best label, with all that words stand for
  kTextCovered,       // share of the text's weight that this label says
  kLabelCovered,      // share of the label's weight that the text says
  kConceptCovers,     // share of the text's weight that any label of the concept says
  kHead,              // how well the head of the text is said by the head of a label
  kPassages,          // share of the text's weight that descriptions and relatives say
  kOwnLanguage,       // 1: the concept has a preferred label in Dutch
  kSameText,          // 1: a label has the same letters and digits after folding
  kSamePreferred,     // 1: a preferred label has
  kCount
};
inline constexpr size_t kFeatureCount = static_cast<size_t>(Feature::kCount);

std::string_view FeatureName(Feature feature);

using Features = std::array<double, kFeatureCount>;

// Ranks the concepts that a text may mean by weights . features, and says how sure the ranking is.
// Weights and calibration are fitted by tools/measure/fit_lookup (docs/scoring.md).
struct Ranking {
  // Without fitted data: what is about right for any taxonomy.
  Features weights = {2, 2, 2, 0.5, 4, 3, 1, 5, 0, 0, 2};

  // The chance that a result is right = 1 / (1 + exp(-(bias + share ln(p / (1 - p)) + score w.f))),
  // where p is its part of the sum of exp(w.f) over all candidates and exp(kNothing). The logarithm
  // is held within kMostLogOdds of 0. share and score are 0 or more.
  double bias = -1;
  double share = 1;
  double score = 0.1;

  double Score(const Features& features) const;
  double Chance(double own_score, double log_odds) const;

  // ln(p / (1 - p)) of one of the scores w.f of all candidates.
  static double LogOdds(double own_score, double log_sum_of_all);
  // ln of the sum of exp(score).
  static double LogSum(std::span<const double> scores);
  // The same with exp(kNothing) added.
  static double LogSumWithNothing(std::span<const double> scores);
  // The score of the answer that no candidate is meant: without it a text that is a little like a
  // single concept would be sure to mean it.
  static constexpr double kNothing = 2;

  // 2: a preferred label is the same text; 1: another label is; 0: none. The greater comes first,
  // whatever the score: who types a name means what has that name.
  static int Tier(const Features& features);

  static constexpr double kMostLogOdds = 8;

  friend bool operator==(const Ranking&, const Ranking&) = default;
};

// Lines "name <tab> number", for every feature and for bias, share and score; '#' begins a comment.
// kInvalidArgument, with "source:line: what", for a name that is unknown, twice or missing, or a
// number that is not finite. Format gives a text that Parse reads back to the same ranking.
absl::StatusOr<Ranking> ParseRanking(std::string_view text, std::string_view source);
std::string FormatRanking(const Ranking& ranking);

}  // namespace overstap::text
