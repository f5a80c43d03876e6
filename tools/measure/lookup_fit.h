// Fitting the ranking of lookup to texts of which the concept is known.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "taxonomy/text/concept_index.h"
#include "taxonomy/text/ranking.h"

namespace overstap::measure {

// A text with its candidates; `right` is the candidate that is meant, when it is among them.
struct Example {
  std::string text;
  std::vector<text::ScoredConcept> candidates;
  std::optional<size_t> right;
};

struct FitParams {
  int rounds = 400;
  double rate = 0.2;
  double shrinkage = 1e-3;              // times half the square of each weight
  std::vector<text::Feature> left_out;  // weight 0, for ablations
};

// Weights that make the right candidates likely: the softmax of weights . features over the
// candidates of a text is the chance of each; the mean log chance is maximised by Adam (Kingma and
// Ba, 2015) from 0, no weight below 0: more in common never counts against a concept.
// Deterministic. Examples without a right candidate teach nothing here.
text::Ranking FitWeights(std::span<const Example> examples, const FitParams& params);

// Ranks of the right candidates, best is 1; 0: not among the candidates.
std::vector<int> Ranks(std::span<const Example> examples, const text::Ranking& ranking);

// A result with what calibration looks at, and whether it was right.
struct Outcome {
  double score = 0;
  double log_odds = 0;
  bool right = false;
};
// The best `limit` results of each text, leaving out those with a preferred label of the same text.
std::vector<Outcome> Outcomes(std::span<const Example> examples, const text::Ranking& ranking,
                              size_t limit);

// Sets bias, share and score of `ranking` to the logistic regression of right on the outcomes.
void FitCalibration(std::span<const Outcome> outcomes, text::Ranking* ranking);

struct Quality {
  double reciprocal_rank = 0;  // mean, 0 beyond rank 10
  double at_1 = 0;
  double at_10 = 0;
};
Quality QualityOf(std::span<const int> ranks);

// The five parts of cross-validation: example i is in part (7919 i) mod n mod 5.
inline constexpr size_t kParts = 5;
size_t PartOf(size_t example, size_t examples);

}  // namespace overstap::measure
