// Times the index of people against scoring all of them, in one run.
//
//   bench_people [PEOPLE]
//
// Vacancies of a load ask for people, one after the other; of each question the least of kRounds
// times counts, for both. Every answer of the index is compared with scoring all.
#include <charconv>
#include <cstdio>
#include <iostream>
#include <optional>
#include <string>
#include <vector>

#include "tools/bench/match_load.h"
#include "tools/bench/timing.h"

namespace overstap::bench {
namespace {

constexpr uint32_t kQuestions = 60;
constexpr int kRounds = 3;
constexpr size_t kLimit = 10;

struct Spent {
  double index = 0;
  double filtered = 0;
  double all = 0;
  int wrong = 0;
};

match::ProfileWanted WantedOf(bool in_region, uint32_t question) {
  match::ProfileWanted wanted;
  for (uint16_t place = 0; place < MatchLoad::kRegions; ++place) {
    if (!in_region || place == question % MatchLoad::kRegions) wanted.places.push_back(place);
  }
  return wanted;
}

Spent Ask(const match::ProfileIndex& index, const MatchLoad& load,
          const match::TransferSources& sources, bool in_region) {
  const auto vacancies = load.Vacancies();
  Spent spent;
  for (uint32_t i = 0; i < kQuestions; ++i) {
    const auto asked = [&] {
      return match::AskedSkills(vacancies[i].requirements, load.taxonomy(), {}, sources);
    };
    const auto search = [&](const match::ProfileWanted& people) {
      match::AskedSkills skills = asked();
      return index.Search(&skills, people, kLimit).best;
    };
    const match::ProfileWanted wanted = WantedOf(in_region, i);
    const auto search_all = [&] {
      match::AskedSkills skills = asked();
      return index.SearchAll(&skills, wanted, kLimit).best;
    };
    match::ProfileWanted filtered = wanted;
    filtered.hours_max = 24;
    std::vector<match::Ranked> found;
    std::vector<match::Ranked> truth;
    spent.all += LeastMicroseconds([&] { truth = search_all(); }, 1) / kQuestions;
    spent.index += LeastMicroseconds([&] { found = search(wanted); }, kRounds) / kQuestions;
    spent.filtered += LeastMicroseconds([&] { search(filtered); }, kRounds) / kQuestions;
    spent.wrong += found != truth;
  }
  return spent;
}

int Main(uint32_t people) {
  LoadRecipe recipe;
  recipe.vacancies = kQuestions;
  const auto load = MatchLoad::Make(recipe);
  if (!load.ok()) {
    std::cerr << load.status() << "\n";
    return 1;
  }
  std::vector<match::ProfileTraits> traits;
  for (uint32_t i = 0; i < people; ++i) traits.push_back(load->PersonTraits(i));
  const auto transfer = match::TransferTable::Build(load->taxonomy(), {});
  std::optional<match::ProfileIndex> index;
  const double built = CpuMicroseconds([&] {
    index.emplace(
        traits, [&](uint32_t i) { return load->Person(i); }, transfer,
        load->taxonomy().skill_count());
  });
  std::printf("%u people; made and indexed in %.1f s, %.0f MB\n", people, built / 1e6,
              static_cast<double>(index->MemoryBytes()) / 1e6);
  const match::TransferSources sources(transfer, load->taxonomy().skill_count());
  int wrong = 0;
  for (const bool in_region : {true, false}) {
    const Spent spent = Ask(*index, *load, sources, in_region);
    std::printf("| %s | %.0f us | with hours %.2f times | scoring all %.0f times |\n",
                in_region ? "region" : "nation", spent.index, spent.filtered / spent.index,
                spent.all / spent.index);
    wrong += spent.wrong;
  }
  std::printf("%d of %u answers differ from scoring all\n", wrong, 2 * kQuestions);
  return wrong == 0 ? 0 : 1;
}

}  // namespace
}  // namespace overstap::bench

int main(int argc, char** argv) {
  uint32_t people = 1'000'000;
  const std::string text = argc > 1 ? argv[1] : "1000000";
  const auto read = std::from_chars(text.data(), text.data() + text.size(), people);
  if (read.ec != std::errc() || people == 0) {
    std::cerr << "usage: bench_people [PEOPLE]\n";
    return 2;
  }
  return overstap::bench::Main(people);
}
