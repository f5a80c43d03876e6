// Fits and measures the ranking of `overstap lookup` on texts with the concept that they mean.
//
//   fit_lookup STORE occupation|skill GOLD_TSV [--ablation] [--write FILE]
//
// GOLD_TSV has lines "text <tab> URI". All qualities are those of five-fold cross-validation: each
// text is ranked by weights that were fitted without it. --write stores weights that are fitted on
// all texts, and the calibration that is fitted on the cross-validated results.
#include <cstdio>
#include <fstream>
#include <iostream>
#include <string>

#include "absl/strings/str_split.h"
#include "base/line_reader.h"
#include "base/status_macros.h"
#include "base/strings.h"
#include "taxonomy/normalise.h"
#include "taxonomy/text/taxonomy_text.h"
#include "tools/measure/input.h"
#include "tools/measure/lookup_fit.h"
#include "tools/overstap/default_parameters.h"

namespace overstap::measure {
namespace {

using text::Feature;

constexpr size_t kShown = 10;

struct Options {
  std::string store;
  bool occupations = true;
  std::string gold;
  bool ablation = false;
  std::string write;
};

std::optional<uint32_t> OwnerOf(const Taxonomy& taxonomy, bool occupations,
                                const std::string& uri) {
  if (occupations) {
    const auto id = taxonomy.FindOccupation(uri);
    return id ? std::optional<uint32_t>(id->index()) : std::nullopt;
  }
  const auto id = taxonomy.FindSkill(uri);
  return id ? std::optional<uint32_t>(id->index()) : std::nullopt;
}

absl::StatusOr<std::vector<Example>> ReadExamples(const Options& options, const Taxonomy& taxonomy,
                                                  const text::ConceptIndex& index) {
  std::ifstream in(options.gold, std::ios::binary);
  if (!in) return absl::NotFoundError(StrCat("cannot open ", options.gold));
  LineReader reader(in);
  std::vector<Example> examples;
  std::string line;
  while (reader.Next(&line) == LineReader::Outcome::kLine) {
    const std::vector<std::string> fields = absl::StrSplit(line, '\t');
    if (fields.size() < 2) {
      return absl::InvalidArgumentError(
          StrCat(options.gold, ":", reader.line_number(), ": needs a text, a tab and a URI"));
    }
    Example example{fields[0], index.Candidates(FoldLabel(fields[0])), std::nullopt};
    const auto owner = OwnerOf(taxonomy, options.occupations, fields[1]);
    for (size_t k = 0; k < example.candidates.size(); ++k) {
      if (owner && example.candidates[k].owner == *owner) example.right = k;
    }
    examples.push_back(std::move(example));
  }
  return examples;
}

struct CrossValidated {
  std::vector<int> ranks;
  std::vector<Outcome> outcomes;
};

CrossValidated CrossValidate(const std::vector<Example>& examples, const FitParams& params) {
  CrossValidated result;
  for (size_t part = 0; part < kParts; ++part) {
    std::vector<Example> train, test;
    for (size_t i = 0; i < examples.size(); ++i) {
      (PartOf(i, examples.size()) == part ? test : train).push_back(examples[i]);
    }
    const text::Ranking ranking = FitWeights(train, params);
    const std::vector<int> ranks = Ranks(test, ranking);
    result.ranks.insert(result.ranks.end(), ranks.begin(), ranks.end());
    const std::vector<Outcome> outcomes = Outcomes(test, ranking, kShown);
    result.outcomes.insert(result.outcomes.end(), outcomes.begin(), outcomes.end());
  }
  return result;
}

void Print(std::string_view name, const Quality& quality) {
  std::printf("| %-26s | %.3f | %.3f | %.3f |\n", std::string(name).c_str(),
              quality.reciprocal_rank, quality.at_1, quality.at_10);
}

void PrintAblation(const std::vector<Example>& examples) {
  for (size_t i = 0; i < text::kFeatureCount; ++i) {
    FitParams params;
    params.left_out = {static_cast<Feature>(i)};
    Print(StrCat("without ", text::FeatureName(static_cast<Feature>(i))),
          QualityOf(CrossValidate(examples, params).ranks));
  }
  FitParams letters;
  for (size_t i = 0; i < text::kFeatureCount; ++i) {
    if (static_cast<Feature>(i) != Feature::kLetters) {
      letters.left_out.push_back(static_cast<Feature>(i));
    }
  }
  Print("letters alone", QualityOf(CrossValidate(examples, letters).ranks));
}

void PrintCalibration(const std::vector<Outcome>& outcomes, const text::Ranking& ranking) {
  std::array<int, 10> count{}, right{};
  std::array<double, 10> sum{};
  for (const Outcome& outcome : outcomes) {
    const double chance = ranking.Chance(outcome.score, outcome.log_odds);
    const auto bin = std::min<size_t>(9, static_cast<size_t>(chance * 10));
    ++count[bin];
    sum[bin] += chance;
    if (outcome.right) ++right[bin];
  }
  std::printf("\n| score | results | mean score | right |\n|---|---|---|---|\n");
  for (size_t bin = 0; bin < count.size(); ++bin) {
    if (count[bin] == 0) continue;
    std::printf("| %.1f-%.1f | %d | %.2f | %.2f |\n", 0.1 * static_cast<double>(bin),
                0.1 * static_cast<double>(bin + 1), count[bin], sum[bin] / count[bin],
                static_cast<double>(right[bin]) / count[bin]);
  }
}

// Of the texts that no label of a candidate has.
std::vector<int> RanksOfNoLabel(const std::vector<Example>& examples,
                                const std::vector<int>& ranks) {
  std::vector<int> kept;
  for (size_t i = 0; i < examples.size(); ++i) {
    const auto& candidates = examples[i].candidates;
    const bool is_label = std::any_of(
        candidates.begin(), candidates.end(),
        [](const text::ScoredConcept& entry) { return text::Ranking::Tier(entry.features) > 0; });
    if (!is_label) kept.push_back(ranks[i]);
  }
  return kept;
}

absl::Status Run(const Options& options) {
  OVERSTAP_ASSIGN_OR_RETURN(const snapshot::Parameters parameters, cli::DefaultParameters());
  OVERSTAP_ASSIGN_OR_RETURN(const Taxonomy taxonomy, StoredTaxonomy(options.store));
  const text::WordModel words(taxonomy, *parameters.knowledge);
  const text::ConceptIndex index(
      &words, options.occupations ? text::OccupationTexts(taxonomy) : text::SkillTexts(taxonomy));
  OVERSTAP_ASSIGN_OR_RETURN(const std::vector<Example> examples,
                            ReadExamples(options, taxonomy, index));
  const auto found = std::count_if(examples.begin(), examples.end(),
                                   [](const Example& example) { return example.right; });
  std::printf("%zu texts, %td with the right concept among the candidates\n\n", examples.size(),
              found);
  std::printf("| %-26s | MRR | success@1 | success@10 |\n|---|---|---|---|\n", "");
  const CrossValidated validated = CrossValidate(examples, FitParams());
  Print("all features", QualityOf(validated.ranks));
  Print("texts that are no label", QualityOf(RanksOfNoLabel(examples, validated.ranks)));
  if (options.ablation) PrintAblation(examples);
  text::Ranking ranking = FitWeights(examples, FitParams());
  FitCalibration(validated.outcomes, &ranking);
  PrintCalibration(validated.outcomes, ranking);
  std::printf("\n%s", text::FormatRanking(ranking).c_str());
  if (options.write.empty()) return absl::OkStatus();
  const Quality quality = QualityOf(validated.ranks);
  std::ofstream out(options.write);
  out << "# Fitted by tools/measure/fit_lookup on " << examples.size() << " texts of "
      << taxonomy.version() << ".\n# Five-fold cross-validation: MRR " << quality.reciprocal_rank
      << ", success@1 " << quality.at_1 << ", success@10 " << quality.at_10 << ".\n"
      << text::FormatRanking(ranking);
  return out.flush() ? absl::OkStatus() : absl::InternalError("cannot write " + options.write);
}

int Main(int argc, char** argv) {
  Options options;
  std::vector<std::string> plain;
  for (int i = 1; i < argc; ++i) {
    const std::string argument = argv[i];
    if (argument == "--ablation") {
      options.ablation = true;
    } else if (argument == "--write" && i + 1 < argc) {
      options.write = argv[++i];
    } else {
      plain.push_back(argument);
    }
  }
  if (plain.size() != 3 || (plain[1] != "occupation" && plain[1] != "skill")) {
    std::cerr << "usage: fit_lookup STORE occupation|skill GOLD_TSV [--ablation] [--write FILE]\n";
    return 2;
  }
  options.store = plain[0];
  options.occupations = plain[1] == "occupation";
  options.gold = plain[2];
  const absl::Status status = Run(options);
  if (!status.ok()) std::cerr << "error: " << status.message() << "\n";
  return status.ok() ? 0 : 1;
}

}  // namespace
}  // namespace overstap::measure

int main(int argc, char** argv) { return overstap::measure::Main(argc, argv); }
