// Times typeahead against its oracle, which looks at every label, in one run, and compares them.
//
//   bench_suggest STORE occupation|skill FILE
//
// The first tab-separated column of each line of FILE is a text; its beginnings are asked, letter
// by letter as somebody types it, three rounds on one thread; the first round warms up and is not
// counted. The oracle is asked kOracleTexts of them, evenly spread. Ends with 1 when it disagrees.
#include "taxonomy/text/suggest.h"

#include <algorithm>
#include <iostream>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "base/status_macros.h"
#include "base/strings.h"
#include "tools/bench/suggest_oracle.h"
#include "tools/bench/timing.h"
#include "tools/measure/input.h"
#include "tools/overstap/default_parameters.h"

namespace overstap::bench {
namespace {

constexpr int kRounds = 3;
constexpr size_t kLimit = 10;
constexpr size_t kOracleTexts = 50;
constexpr size_t kMostTyped = 30;  // letters of a text

std::vector<std::string> Typed(const std::vector<std::string>& texts) {
  std::vector<std::string> typed;
  for (const std::string& text : texts) {
    for (size_t i = 1; i <= std::min(text.size(), kMostTyped); ++i) {
      typed.push_back(text.substr(0, i));
    }
  }
  return typed;
}

template <class Id>
std::vector<text::OracleSuggestion> Plain(const std::vector<text::Suggestion<Id>>& suggestions) {
  std::vector<text::OracleSuggestion> plain;
  for (const auto& one : suggestions) {
    plain.push_back({one.id.value(), one.label, one.place, one.changes});
  }
  return plain;
}

class SuggestBench {
 public:
  SuggestBench(const Taxonomy* taxonomy, std::shared_ptr<const text::Knowledge> knowledge,
               bool occupations)
      : suggester_(taxonomy, knowledge, {}),
        oracle_(taxonomy, *knowledge, {}),
        occupations_(occupations) {
    const double made = CpuMicroseconds([&] { suggester_.Prepare(); });
    std::cout << "index made in " << static_cast<int64_t>(made / 1000) << " ms\n";
  }

  absl::Status Run(const std::vector<std::string>& typed) {
    std::vector<double> fast, slow;
    for (int round = 0; round < kRounds; ++round) {
      for (const std::string& text : typed) {
        const double time = CpuMicroseconds([&] { Ask(text); });
        if (round > 0) fast.push_back(time);
      }
    }
    const size_t step = std::max<size_t>(1, typed.size() / kOracleTexts);
    for (size_t i = 0; i < typed.size(); i += step) {
      std::vector<text::OracleSuggestion> expected;
      slow.push_back(CpuMicroseconds([&] { expected = AskOracle(typed[i]); }));
      if (Ask(typed[i]) != expected) {
        return absl::InternalError(StrCat("the oracle disagrees on '", typed[i], "'"));
      }
    }
    std::cout << typed.size() << " texts; the oracle agrees on " << slow.size() << "\n\n";
    PrintHead("text");
    PrintRow("index", std::move(fast));
    PrintRow("every label (oracle)", std::move(slow));
    return absl::OkStatus();
  }

 private:
  std::vector<text::OracleSuggestion> Ask(const std::string& text) const {
    return occupations_ ? Plain(suggester_.Occupations(text, kLimit, DefaultLanguageOrder()))
                        : Plain(suggester_.Skills(text, kLimit, DefaultLanguageOrder()));
  }
  std::vector<text::OracleSuggestion> AskOracle(const std::string& text) {
    return occupations_ ? oracle_.Occupations(text, kLimit, DefaultLanguageOrder())
                        : oracle_.Skills(text, kLimit, DefaultLanguageOrder());
  }

  text::Suggester suggester_;
  text::SuggestOracle oracle_;
  const bool occupations_;
};

absl::Status Run(const std::string& folder, bool occupations, const std::string& path) {
  OVERSTAP_ASSIGN_OR_RETURN(const snapshot::Parameters parameters, cli::DefaultParameters());
  OVERSTAP_ASSIGN_OR_RETURN(const Taxonomy taxonomy, measure::StoredTaxonomy(folder));
  OVERSTAP_ASSIGN_OR_RETURN(const std::vector<std::string> texts, measure::FoldedTexts(path));
  return SuggestBench(&taxonomy, parameters.knowledge, occupations).Run(Typed(texts));
}

}  // namespace
}  // namespace overstap::bench

int main(int argc, char** argv) {
  if (argc != 4) {
    std::cerr << "usage: bench_suggest STORE occupation|skill FILE\n";
    return 2;
  }
  const absl::Status status =
      overstap::bench::Run(argv[1], std::string_view(argv[2]) == "occupation", argv[3]);
  if (!status.ok()) std::cerr << "error: " << status.message() << "\n";
  return status.ok() ? 0 : 1;
}
