// Every fuzz target over its corpus and over random changes to it, the same ones on every run.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <ostream>
#include <random>
#include <string>
#include <vector>

#include "tests/fuzz/fuzz_targets.h"

namespace overstap::fuzz {

// GoogleTest and CTest show it beside the name of the case.
static void PrintTo(const Target& target, std::ostream* out) { *out << target.name; }

namespace {

constexpr int kMutations = 20000;
constexpr size_t kMaxBytes = 4096;
constexpr std::string_view kTokens[] = {"\"",
                                        "\"\"",
                                        ",",
                                        "\n",
                                        "\r\n",
                                        "#",
                                        "{",
                                        "}",
                                        "[",
                                        "]",
                                        ":",
                                        "null",
                                        "-1",
                                        "1e999",
                                        "NaN",
                                        "\\u0000",
                                        "\xff",
                                        "\xc3",
                                        "\xed\xa0\x80",
                                        "\xef\xbb\xbf",
                                        "\xe2\x80\x8b",
                                        "\xcc\x81",
                                        "\xc2\xad",
                                        "\xef\xac\x80",
                                        "\xf0\x9f\x98\x80",
                                        "99999999999999999999",
                                        "123456782"};

std::vector<std::string> Corpus(std::string_view target) {
  const std::filesystem::path folder =
      std::filesystem::path(OVERSTAP_SOURCE_DIR) / "tests" / "fuzz" / "corpus" / target;
  std::vector<std::filesystem::path> paths;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    paths.push_back(entry.path());
  }
  std::sort(paths.begin(), paths.end());
  std::vector<std::string> inputs;
  for (const auto& path : paths) {
    std::ifstream in(path, std::ios::binary);
    inputs.emplace_back(std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>());
  }
  return inputs;
}

// Makes inputs out of inputs. The same seed makes the same inputs on every machine, so no
// distribution of the standard library is used: those differ.
class Mutator {
 public:
  explicit Mutator(const std::vector<std::string>& corpus) : corpus_(corpus) {}

  std::string Next() {
    std::string input = corpus_[Below(corpus_.size())];
    const size_t changes = 1 + Below(6);
    for (size_t i = 0; i < changes; ++i) Change(&input);
    if (input.size() > kMaxBytes) input.resize(kMaxBytes);
    return input;
  }

 private:
  size_t Below(size_t bound) { return static_cast<size_t>(random_() % bound); }

  void Change(std::string* input) {
    const size_t at = Below(input->size() + 1);
    const size_t length = Below(std::min<size_t>(16, input->size() - at) + 1);
    switch (Below(6)) {
      case 0:
        input->insert(at, 1, static_cast<char>(Below(256)));
        break;
      case 1:
        input->erase(at, length);
        break;
      case 2:
        input->insert(at, input->substr(at, length));
        break;
      case 3:
        input->insert(at, kTokens[Below(std::size(kTokens))]);
        break;
      case 4:
        input->resize(at);
        break;
      default:
        if (at < input->size()) (*input)[at] = static_cast<char>(Below(256));
    }
  }

  const std::vector<std::string>& corpus_;
  std::mt19937_64 random_{20261121};
};

class FuzzSmokeTest : public ::testing::TestWithParam<Target> {};

TEST_P(FuzzSmokeTest, Corpus) {
  const auto corpus = Corpus(GetParam().name);
  ASSERT_FALSE(corpus.empty());
  for (const std::string& input : corpus) GetParam().run(input);
  GetParam().run("");
}

TEST_P(FuzzSmokeTest, Mutations) {
  const auto corpus = Corpus(GetParam().name);
  ASSERT_FALSE(corpus.empty());
  Mutator mutator(corpus);
  for (int i = 0; i < kMutations; ++i) GetParam().run(mutator.Next());
}

INSTANTIATE_TEST_SUITE_P(Targets, FuzzSmokeTest, ::testing::ValuesIn(kTargets),
                         [](const auto& target) { return std::string(target.param.name); });

}  // namespace
}  // namespace overstap::fuzz
