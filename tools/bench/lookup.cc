// Times text lookup against its oracle, which compares a text with every concept, in one run.
//
//   bench_lookup STORE occupation|skill FILE
//
// The first tab-separated column of each line of FILE is a text. All texts are asked of one,
// then of the other, three rounds on one thread; the first round warms up and is not counted.
#include "taxonomy/text/lookup.h"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <fstream>
#include <functional>
#include <iostream>
#include <string>
#include <vector>

#include "base/line_reader.h"
#include "base/status_macros.h"
#include "base/strings.h"
#include "engine/store/store.h"
#include "taxonomy/normalise.h"
#include "taxonomy/text/concept_index.h"
#include "taxonomy/text/taxonomy_text.h"
#include "tools/overstap/default_parameters.h"

namespace overstap::bench {
namespace {

constexpr int kRounds = 3;

double Microseconds(const std::function<void()>& work) {
  const auto start = std::chrono::steady_clock::now();
  work();
  const std::chrono::duration<double, std::micro> taken = std::chrono::steady_clock::now() - start;
  return taken.count();
}

void Print(const char* name, std::vector<double> times) {
  std::sort(times.begin(), times.end());
  const auto at = [&](double share) {
    return times[static_cast<size_t>(share * static_cast<double>(times.size() - 1))];
  };
  double sum = 0;
  for (const double time : times) sum += time;
  std::printf("| %-22s | %8.0f | %8.0f | %8.0f |\n", name, at(0.5), at(0.99),
              sum / static_cast<double>(times.size()));
}

absl::StatusOr<std::vector<std::string>> ReadTexts(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  LineReader reader(in);
  std::vector<std::string> texts;
  std::string line;
  while (reader.Next(&line) == LineReader::Outcome::kLine) {
    std::string folded = FoldLabel(line.substr(0, line.find('\t')));
    if (!folded.empty()) texts.push_back(std::move(folded));
  }
  if (texts.empty()) return absl::NotFoundError(StrCat("there are no texts in ", path));
  return texts;
}

absl::Status Run(const std::string& folder, bool occupations, const std::string& path) {
  OVERSTAP_ASSIGN_OR_RETURN(const snapshot::Parameters parameters, cli::DefaultParameters());
  OVERSTAP_ASSIGN_OR_RETURN(const auto store,
                            store::Store::Open(folder, store::OpenMode::kReadOnly));
  OVERSTAP_ASSIGN_OR_RETURN(const std::string version, store->CurrentTaxonomy());
  OVERSTAP_ASSIGN_OR_RETURN(TaxonomySource source, store->ReadTaxonomy(version));
  OVERSTAP_ASSIGN_OR_RETURN(const Taxonomy taxonomy, Taxonomy::Build(std::move(source), version));
  OVERSTAP_ASSIGN_OR_RETURN(const std::vector<std::string> texts, ReadTexts(path));
  std::unique_ptr<text::WordModel> words;
  std::unique_ptr<text::ConceptIndex> index;
  const double words_time = Microseconds(
      [&] { words = std::make_unique<text::WordModel>(taxonomy, *parameters.knowledge); });
  const double index_time = Microseconds([&] {
    index = std::make_unique<text::ConceptIndex>(
        words.get(), occupations ? text::OccupationTexts(taxonomy) : text::SkillTexts(taxonomy));
  });
  const text::Lookup lookup(&taxonomy, parameters.knowledge);
  lookup.Prepare();
  const auto look_up = [&](const std::string& text) {
    constexpr size_t kLimit = 10;
    return occupations ? lookup.FindOccupations(text, kLimit).size()
                       : lookup.FindSkills(text, kLimit).size();
  };
  std::vector<double> whole, fast, slow;
  size_t kept = 0;
  for (int round = 0; round < kRounds; ++round) {
    for (const std::string& text : texts) {
      whole.push_back(Microseconds([&] { kept += look_up(text); }));
    }
    for (const std::string& text : texts) {
      fast.push_back(Microseconds([&] { kept += index->Candidates(text).size(); }));
    }
    for (const std::string& text : texts) {
      slow.push_back(Microseconds([&] { kept += index->AllConcepts(text).size(); }));
    }
    if (round > 0) continue;
    for (auto* const times : {&whole, &fast, &slow}) times->clear();
  }
  std::printf("%zu texts, %zu results; words %.0f ms, index %.0f ms\n\n", texts.size(), kept,
              words_time / 1000, index_time / 1000);
  std::printf("| microseconds a text     |      p50 |      p99 |     mean |\n|---|---|---|---|\n");
  Print("lookup, best ten", whole);
  Print("its candidates", fast);
  Print("every concept (oracle)", slow);
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
