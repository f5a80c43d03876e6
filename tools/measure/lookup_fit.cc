#include "tools/measure/lookup_fit.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <limits>

namespace overstap::measure {
namespace {

using text::Feature;
using text::Features;
using text::kFeatureCount;
using text::Ranking;

// Minimises by Adam from 0, no coordinate below `least`; `gradient` is asked for the derivative at
// a point.
template <size_t kSize>
std::array<double, kSize> Descend(
    const std::function<std::array<double, kSize>(const std::array<double, kSize>&)>& gradient,
    int rounds, double rate, double least) {
  std::array<double, kSize> point{}, mean{}, square{};
  for (int round = 1; round <= rounds; ++round) {
    const std::array<double, kSize> slope = gradient(point);
    for (size_t j = 0; j < kSize; ++j) {
      mean[j] = 0.9 * mean[j] + 0.1 * slope[j];
      square[j] = 0.999 * square[j] + 0.001 * slope[j] * slope[j];
      const double corrected = mean[j] / (1 - std::pow(0.9, round));
      const double spread = std::sqrt(square[j] / (1 - std::pow(0.999, round)));
      point[j] = std::max(least, point[j] - rate * corrected / (spread + 1e-8));
    }
  }
  return point;
}

std::vector<double> Scores(const Example& example, const Ranking& ranking) {
  std::vector<double> scores;
  for (const text::ScoredConcept& entry : example.candidates) {
    scores.push_back(ranking.Score(entry.features));
  }
  return scores;
}

bool IsSamePreferred(const text::ScoredConcept& entry) {
  return entry.features[static_cast<size_t>(Feature::kSamePreferred)] > 0;
}

void AddSlope(const Example& example, const Ranking& ranking, Features* slope) {
  const std::vector<double> scores = Scores(example, ranking);
  const double log_sum = Ranking::LogSum(scores);
  for (size_t k = 0; k < scores.size(); ++k) {
    const double surplus = std::exp(scores[k] - log_sum) - (k == *example.right ? 1 : 0);
    for (size_t j = 0; j < kFeatureCount; ++j) {
      (*slope)[j] += surplus * example.candidates[k].features[j];
    }
  }
}

}  // namespace

Ranking FitWeights(std::span<const Example> examples, const FitParams& params) {
  const std::function<Features(const Features&)> gradient = [&](const Features& weights) {
    Ranking ranking;
    ranking.weights = weights;
    Features slope{};
    for (const Example& example : examples) {
      if (example.right) AddSlope(example, ranking, &slope);
    }
    for (size_t j = 0; j < kFeatureCount; ++j) {
      slope[j] = slope[j] / static_cast<double>(examples.size()) + params.shrinkage * weights[j];
    }
    for (const Feature feature : params.left_out) slope[static_cast<size_t>(feature)] = 0;
    return slope;
  };
  Ranking ranking;
  ranking.weights = Descend<kFeatureCount>(gradient, params.rounds, params.rate, 0);
  return ranking;
}

std::vector<int> Ranks(std::span<const Example> examples, const Ranking& ranking) {
  std::vector<int> ranks;
  for (const Example& example : examples) {
    int rank = 0;
    if (example.right) {
      rank = 1;
      const std::vector<double> scores = Scores(example, ranking);
      const size_t right = *example.right;
      const int tier = Ranking::Tier(example.candidates[right].features);
      for (size_t k = 0; k < scores.size(); ++k) {
        const int other_tier = Ranking::Tier(example.candidates[k].features);
        const bool better = tier != other_tier ? other_tier > tier
                                               : scores[k] > scores[right] ||
                                                     (scores[k] == scores[right] && k < right);
        if (k != right && better) ++rank;
      }
    }
    ranks.push_back(rank);
  }
  return ranks;
}

std::vector<Outcome> Outcomes(std::span<const Example> examples, const Ranking& ranking,
                              size_t limit) {
  std::vector<Outcome> outcomes;
  for (const Example& example : examples) {
    if (example.candidates.empty()) continue;
    const std::vector<double> scores = Scores(example, ranking);
    const double log_sum = Ranking::LogSumWithNothing(scores);
    std::vector<size_t> order(scores.size());
    for (size_t k = 0; k < order.size(); ++k) order[k] = k;
    std::stable_sort(order.begin(), order.end(),
                     [&](size_t a, size_t b) { return scores[a] > scores[b]; });
    for (size_t i = 0; i < std::min(limit, order.size()); ++i) {
      const size_t k = order[i];
      if (IsSamePreferred(example.candidates[k])) continue;
      outcomes.push_back(
          {scores[k], Ranking::LogOdds(scores[k], log_sum), example.right && *example.right == k});
    }
  }
  return outcomes;
}

void FitCalibration(std::span<const Outcome> outcomes, Ranking* ranking) {
  using Three = std::array<double, 3>;
  const std::function<Three(const Three&)> gradient = [&](const Three& at) {
    Three slope{};
    for (const Outcome& outcome : outcomes) {
      const double logit = at[0] + at[1] * outcome.log_odds + at[2] * outcome.score;
      const double surplus = 1 / (1 + std::exp(-logit)) - (outcome.right ? 1 : 0);
      slope[0] += surplus;
      slope[1] += surplus * outcome.log_odds;
      slope[2] += surplus * outcome.score;
    }
    for (double& value : slope) value /= static_cast<double>(outcomes.size());
    return slope;
  };
  constexpr double kNoLeast = -std::numeric_limits<double>::infinity();
  const Three fitted = Descend<3>(gradient, 3000, 0.02, kNoLeast);
  ranking->bias = fitted[0];
  ranking->share = std::max(0.0, fitted[1]);
  ranking->score = std::max(0.0, fitted[2]);
}

Quality QualityOf(std::span<const int> ranks) {
  Quality quality;
  for (const int rank : ranks) {
    if (rank == 0 || rank > 10) continue;
    quality.reciprocal_rank += 1.0 / rank;
    quality.at_10 += 1;
    if (rank == 1) quality.at_1 += 1;
  }
  const auto count = static_cast<double>(ranks.size());
  return {quality.reciprocal_rank / count, quality.at_1 / count, quality.at_10 / count};
}

size_t PartOf(size_t example, size_t examples) { return example * 7919 % examples % kParts; }

}  // namespace overstap::measure
