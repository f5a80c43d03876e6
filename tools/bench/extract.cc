// Times extraction against its oracle, which tries every label on every sentence, in one run, and
// compares them.
//
//   bench_extract STORE FILE...
//
// Each FILE is a text, read as it is and also repeated or cut to kCharacters bytes, the length of a
// vacancy. Five rounds on one thread; the first warms up and is not counted. The oracle is asked
// once for each text. Ends with 1 when it disagrees.
#include <algorithm>
#include <fstream>
#include <iostream>
#include <iterator>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "base/status_macros.h"
#include "base/strings.h"
#include "taxonomy/extract/extractor.h"
#include "taxonomy/text/lookup.h"
#include "tools/bench/timing.h"
#include "tools/measure/input.h"
#include "tools/overstap/default_parameters.h"

namespace overstap::bench {
namespace {

constexpr int kRounds = 5;
constexpr size_t kCharacters = 3000;

absl::StatusOr<std::vector<std::string>> ReadTexts(const std::vector<std::string>& paths) {
  std::vector<std::string> texts;
  for (const std::string& path : paths) {
    std::ifstream in(path, std::ios::binary);
    std::string text{std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
    if (text.empty()) return absl::NotFoundError(StrCat("there is no text in ", path));
    texts.push_back(std::move(text));
  }
  return texts;
}

std::vector<std::string> AtLength(const std::vector<std::string>& texts) {
  std::vector<std::string> cut;
  for (size_t i = 0; i < texts.size(); ++i) {
    std::string text;
    for (size_t k = i; text.size() < kCharacters; ++k) {
      StrAppend(&text, texts[k % texts.size()], "\n\n");
    }
    text.resize(kCharacters);
    cut.push_back(std::move(text));
  }
  return cut;
}

bool SameSkills(const extract::Extraction& a, const extract::Extraction& b) {
  return std::equal(a.skills.begin(), a.skills.end(), b.skills.begin(), b.skills.end(),
                    [](const extract::FoundSkill& x, const extract::FoundSkill& y) {
                      return x.id == y.id && x.score == y.score && x.bytes == y.bytes;
                    });
}

absl::Status Measure(const extract::Extractor& extractor, const std::string& name,
                     const std::vector<std::string>& texts) {
  std::vector<double> fast, slow;
  for (int round = 0; round < kRounds; ++round) {
    for (const std::string& text : texts) {
      const double time = CpuMicroseconds([&] { (void)extractor.Extract(text); });
      if (round > 0) fast.push_back(time);
    }
  }
  extract::ExtractParams every;
  every.spans.every_label = true;
  for (const std::string& text : texts) {
    absl::StatusOr<extract::Extraction> expected = absl::UnknownError("");
    slow.push_back(CpuMicroseconds([&] { expected = extractor.Extract(text, every); }));
    OVERSTAP_RETURN_IF_ERROR(expected.status());
    OVERSTAP_ASSIGN_OR_RETURN(const extract::Extraction found, extractor.Extract(text));
    if (!SameSkills(found, *expected)) return absl::InternalError("the oracle disagrees");
  }
  PrintRow(name, std::move(fast));
  PrintRow(StrCat(name, ", oracle"), std::move(slow));
  return absl::OkStatus();
}

absl::Status Run(const std::string& folder, const std::vector<std::string>& paths) {
  OVERSTAP_ASSIGN_OR_RETURN(const snapshot::Parameters parameters, cli::DefaultParameters());
  OVERSTAP_ASSIGN_OR_RETURN(const Taxonomy taxonomy, measure::StoredTaxonomy(folder));
  OVERSTAP_ASSIGN_OR_RETURN(const std::vector<std::string> texts, ReadTexts(paths));
  const text::Lookup lookup(&taxonomy, parameters.knowledge);
  std::unique_ptr<extract::Extractor> extractor;
  const double made = CpuMicroseconds(
      [&] { extractor = std::make_unique<extract::Extractor>(&taxonomy, &lookup); });
  std::cout << texts.size() << " texts; words and index made in "
            << static_cast<int64_t>(made / 1000) << " ms\n\n";
  PrintHead("text");
  OVERSTAP_RETURN_IF_ERROR(Measure(*extractor, "as it is", texts));
  return Measure(*extractor, StrCat(kCharacters, " bytes"), AtLength(texts));
}

}  // namespace
}  // namespace overstap::bench

int main(int argc, char** argv) {
  if (argc < 3) {
    std::cerr << "usage: bench_extract STORE FILE...\n";
    return 2;
  }
  const absl::Status status = overstap::bench::Run(argv[1], {argv + 2, argv + argc});
  if (!status.ok()) std::cerr << "error: " << status.message() << "\n";
  return status.ok() ? 0 : 1;
}
