#include "taxonomy/text/ranking.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>
#include <vector>

#include "absl/strings/numbers.h"
#include "absl/strings/str_format.h"
#include "absl/strings/str_split.h"
#include "base/strings.h"
#include "base/text_encoding.h"

namespace overstap::text {
namespace {

using Setting = std::pair<std::string_view, double*>;

std::vector<Setting> Settings(Ranking* ranking) {
  std::vector<Setting> settings;
  for (size_t i = 0; i < kFeatureCount; ++i) {
    settings.emplace_back(FeatureName(static_cast<Feature>(i)), &ranking->weights[i]);
  }
  settings.emplace_back("calibration_bias", &ranking->bias);
  settings.emplace_back("calibration_share", &ranking->share);
  settings.emplace_back("calibration_score", &ranking->score);
  return settings;
}

// Empty when all is well, else what is wrong.
std::string ReadSetting(std::string_view line, std::vector<Setting>* open) {
  if (!IsValidUtf8(line)) return "this is not UTF-8; save the file as UTF-8";
  const std::vector<std::string> fields = absl::StrSplit(ToAbsl(line), '\t');
  if (fields.size() != 2) return "a line needs a name and a number with a tab between them";
  for (auto setting = open->begin(); setting != open->end(); ++setting) {
    if (setting->first != fields[0]) continue;
    if (!absl::SimpleAtod(fields[1], setting->second) || !std::isfinite(*setting->second)) {
      return StrCat("'", fields[1], "' is not a number");
    }
    open->erase(setting);
    return "";
  }
  return StrCat("'", fields[0], "' is not a setting of the ranking, or is there twice");
}

}  // namespace

std::string_view FeatureName(Feature feature) {
  static constexpr std::array<std::string_view, kFeatureCount> kNames = {
      "letters",       "letters_preferred", "dice",          "text_covered",
      "label_covered", "concept_covers",    "head",          "passages",
      "own_language",  "same_text",         "same_preferred"};
  return kNames[static_cast<size_t>(feature)];
}

double Ranking::Score(const Features& features) const {
  double sum = 0;
  for (size_t i = 0; i < kFeatureCount; ++i) sum += weights[i] * features[i];
  return sum;
}

double Ranking::Chance(double own_score, double log_odds) const {
  return 1 / (1 + std::exp(-(bias + share * log_odds + score * own_score)));
}

int Ranking::Tier(const Features& features) {
  if (features[static_cast<size_t>(Feature::kSamePreferred)] > 0) return 2;
  return features[static_cast<size_t>(Feature::kSameText)] > 0 ? 1 : 0;
}

double Ranking::LogSum(std::span<const double> scores) {
  const double most = *std::max_element(scores.begin(), scores.end());
  double sum = 0;
  for (const double value : scores) sum += std::exp(value - most);
  return most + std::log(sum);
}

double Ranking::LogSumWithNothing(std::span<const double> scores) {
  const std::array<double, 2> both = {LogSum(scores), kNothing};
  return LogSum(both);
}

double Ranking::LogOdds(double own_score, double log_sum_of_all) {
  const double log_share = std::min(0.0, own_score - log_sum_of_all);
  const double others = -std::expm1(log_share);  // 1 - p
  const double odds = others > 0 ? log_share - std::log(others) : kMostLogOdds;
  return std::clamp(odds, -kMostLogOdds, kMostLogOdds);
}

absl::StatusOr<Ranking> ParseRanking(std::string_view text, std::string_view source) {
  Ranking ranking;
  std::vector<Setting> open = Settings(&ranking);
  int line_number = 0;
  for (const auto piece : absl::StrSplit(ToAbsl(text), '\n')) {
    ++line_number;
    const std::string_view line = FromAbsl(piece);
    if (line.empty() || line.front() == '#') continue;
    const std::string wrong = ReadSetting(line, &open);
    if (!wrong.empty()) {
      return absl::InvalidArgumentError(StrCat(source, ":", line_number, ": ", wrong));
    }
  }
  if (!open.empty()) {
    return absl::InvalidArgumentError(
        StrCat(source, ":", line_number, ": '", open.front().first, "' is missing"));
  }
  if (ranking.share < 0 || ranking.score < 0) {
    return absl::InvalidArgumentError(
        StrCat(source, ": calibration_share and calibration_score must be 0 or more"));
  }
  return ranking;
}

std::string FormatRanking(const Ranking& ranking) {
  Ranking copy = ranking;
  std::string text;
  for (const auto& [name, value] : Settings(&copy)) {
    StrAppend(&text, name, "\t", absl::StrFormat("%.17g", *value), "\n");
  }
  return text;
}

}  // namespace overstap::text
