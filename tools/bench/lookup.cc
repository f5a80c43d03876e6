// Times text lookup against its oracle, which compares a text with every concept, in one run.
//
//   bench_lookup STORE occupation|skill FILE
//
// The first tab-separated column of each line of FILE is a text. All texts are asked of one, then
// of the other, three rounds on one thread; the last counts.
#include "taxonomy/text/lookup.h"

#include <cstdio>
#include <iostream>
#include <string>
#include <vector>

#include "base/status_macros.h"
#include "taxonomy/text/concept_index.h"
#include "taxonomy/text/taxonomy_text.h"
#include "tools/bench/timing.h"
#include "tools/measure/input.h"
#include "tools/overstap/default_parameters.h"

namespace overstap::bench {
namespace {

constexpr int kRounds = 3;
constexpr size_t kLimit = 10;

absl::Status Run(const std::string& folder, bool occupations, const std::string& path) {
  OVERSTAP_ASSIGN_OR_RETURN(const snapshot::Parameters parameters, cli::DefaultParameters());
  OVERSTAP_ASSIGN_OR_RETURN(const Taxonomy taxonomy, measure::StoredTaxonomy(folder));
  OVERSTAP_ASSIGN_OR_RETURN(const std::vector<std::string> texts, measure::FoldedTexts(path));
  const text::Lookup lookup(&taxonomy, parameters.knowledge);
  const double made = CpuMicroseconds([&] { lookup.Prepare(); });
  const text::ConceptIndex index(
      &lookup.words(), occupations ? text::OccupationTexts(taxonomy) : text::SkillTexts(taxonomy));
  std::vector<double> fast, slow;
  size_t results = 0;
  for (int round = 0; round < kRounds; ++round) {
    fast.clear();
    slow.clear();
    for (const std::string& text : texts) {
      fast.push_back(CpuMicroseconds([&] {
        results += occupations ? lookup.FindOccupations(text, kLimit).size()
                               : lookup.FindSkills(text, kLimit).size();
      }));
    }
    for (const std::string& text : texts) {
      slow.push_back(CpuMicroseconds([&] { results += index.AllConcepts(text).size(); }));
    }
  }
  std::printf("%zu texts, %zu results; words and both indexes made in %.0f ms\n\n", texts.size(),
              results, made / 1000);
  PrintHead("text");
  PrintRow("lookup, best ten", fast);
  PrintRow("every concept (oracle)", slow);
  return absl::OkStatus();
}

}  // namespace
}  // namespace overstap::bench

int main(int argc, char** argv) {
  if (argc != 4) {
    std::cerr << "usage: bench_lookup STORE occupation|skill FILE\n";
    return 2;
  }
  const absl::Status status =
      overstap::bench::Run(argv[1], std::string_view(argv[2]) == "occupation", argv[3]);
  if (!status.ok()) std::cerr << "error: " << status.message() << "\n";
  return status.ok() ? 0 : 1;
}
