// Times the index of vacancies against scoring all of them, Xapian and SQLite, in one run.
//
//   bench_match [VACANCIES [FOLDER]]
//
// FOLDER is for Xapian's database; without it the peers are left out. Every question is asked once,
// one after the other, so the caches hold what other questions left there. Every answer of the
// index is compared with scoring all.
#include <array>
#include <charconv>
#include <cmath>
#include <cstdio>
#include <iostream>
#include <memory>
#include <optional>
#include <string>
#include <utility>

#include "engine/match/top_list.h"
#include "tools/bench/match_load.h"
#include "tools/bench/match_peers.h"
#include "tools/bench/timing.h"

namespace overstap::bench {
namespace {

constexpr uint32_t kQuestions = 400;
constexpr uint32_t kPeerQuestions = 40;
constexpr size_t kLimit = 10;

double Mean(const std::vector<double>& times) {
  double sum = 0;
  for (const double time : times) sum += time;
  return times.empty() ? 0 : sum / static_cast<double>(times.size());
}

// Microseconds to add one posting to sums that the first-level cache holds.
double AccumulateCost() {
  constexpr size_t kPostings = 8'192;
  struct Posting {
    uint16_t document;
    uint8_t share;
  };
  std::vector<Posting> postings;
  for (size_t i = 0; i < kPostings; ++i) {
    postings.push_back({static_cast<uint16_t>(i * 12'000 / kPostings), static_cast<uint8_t>(i)});
  }
  std::vector<uint16_t> sums(12'000);
  constexpr int kRounds = 400;
  const double spent = CpuMicroseconds([&] {
    for (int round = 0; round < kRounds; ++round) {
      for (const Posting& posting : postings) {
        sums[posting.document] =
            static_cast<uint16_t>(sums[posting.document] + posting.share * (round & 127));
      }
    }
  });
  if (sums[5] == 1) std::printf(" ");
  return spent / (kRounds * static_cast<double>(kPostings));
}

// Vacancies in order of region and their rows, to score all that are in question.
struct RowScan {
  RowScan(std::vector<match::IndexedVacancy> sorted, const Taxonomy& taxonomy)
      : vacancies(std::move(sorted)), rows(&taxonomy, {}) {
    for (const match::IndexedVacancy& vacancy : vacancies) {
      rows.Add(vacancy.requirements, static_cast<uint32_t>(rows.size()));
      ends[vacancy.traits.place] = rows.size();
    }
    rows.Finish();
  }

  std::pair<size_t, size_t> Range(std::optional<uint16_t> region) const {
    if (!region) return {0, vacancies.size()};
    return {*region == 0 ? 0 : ends[*region - 1], ends[*region]};
  }

  std::vector<match::Ranked> Search(const match::ExpandedProfile& person,
                                    std::optional<uint16_t> region) const {
    match::TopList top(kLimit);
    const auto [begin, end] = Range(region);
    for (size_t row = begin; row < end; ++row) {
      const double score = rows.Score(person, row);
      if (score > 0) top.Offer({row, score});
    }
    return top.Finish();
  }

  size_t PostingsFor(const match::ExpandedProfile& person, std::optional<uint16_t> region) const {
    size_t count = 0;
    const auto [begin, end] = Range(region);
    for (size_t row = begin; row < end; ++row) {
      for (const Requirement& asked : vacancies[row].requirements) {
        count += person.Strength(asked.skill) > 0;
      }
    }
    return count;
  }

  std::vector<match::IndexedVacancy> vacancies;
  match::VacancyRows rows;
  std::array<size_t, MatchLoad::kRegions> ends{};
};

class MatchBench {
 public:
  MatchBench(const MatchLoad& load, const std::string& folder)
      : load_(load),
        scan_(Sorted(load.Vacancies()), load.taxonomy()),
        expanded_(match::TransferTable::Build(load.taxonomy(), {})),
        flat_(match::TransferTable::Build(load.taxonomy(), Flat())) {
    const double spent = CpuMicroseconds(
        [&] { index_.emplace(scan_.vacancies, &load_.taxonomy(), match::ScoringParams()); });
    std::printf("%zu vacancies, %zu postings; index built in %.1f s, %.0f MB\n",
                scan_.vacancies.size(), load_.posting_count(), spent / 1e6,
                static_cast<double>(index_->MemoryBytes()) / 1e6);
    if (folder.empty()) return;
    Add(MakeXapian(folder, scan_.vacancies, load_.taxonomy()));
    Add(MakeSqlite(scan_.vacancies, load_.taxonomy()));
  }

  int Run() {
    std::printf("an accumulate in the first-level cache: %.2f ns\n\n", AccumulateCost() * 1e3);
    PrintHead("question");
    for (const bool expand : {false, true}) {
      for (const bool region : {true, false}) Ask(expand, region);
    }
    std::printf("\n%s%d of %d answers differ from scoring all\n", notes_.c_str(), wrong_, asked_);
    return wrong_ == 0 ? 0 : 1;
  }

 private:
  static match::ScoringParams Flat() {
    match::ScoringParams params;
    params.transfer_floor = 1;
    return params;
  }

  static std::vector<match::IndexedVacancy> Sorted(std::vector<match::IndexedVacancy> vacancies) {
    std::stable_sort(vacancies.begin(), vacancies.end(),
                     [](const match::IndexedVacancy& a, const match::IndexedVacancy& b) {
                       return a.traits.place < b.traits.place;
                     });
    return vacancies;
  }

  void Add(std::unique_ptr<Peer> peer) {
    if (peer) peers_.push_back(std::move(peer));
  }

  void Ask(bool expand, bool in_region) {
    const std::string name =
        std::string(in_region ? "region" : "nation") + (expand ? ", expanded" : ", flat");
    std::vector<double> index_times;
    std::vector<double> filter_times;
    std::vector<double> scan_times;
    std::vector<std::vector<double>> peer_times(peers_.size());
    double postings = 0;
    double terms = 0;
    for (uint32_t i = 0; i < kQuestions; ++i) {
      const match::ExpandedProfile person(load_.Person(i), expand ? expanded_ : flat_,
                                          load_.taxonomy().skill_count());
      const auto region =
          in_region ? std::optional(static_cast<uint16_t>(i % MatchLoad::kRegions)) : std::nullopt;
      match::VacancyWanted wanted;
      wanted.anywhere = !in_region;
      if (region) wanted.places = {*region};
      std::vector<match::Ranked> found;
      index_times.push_back(
          CpuMicroseconds([&] { found = index_->Search(person, wanted, kLimit).best; }));
      terms += static_cast<double>(person.skills().size()) / kQuestions;
      postings += static_cast<double>(scan_.PostingsFor(person, region)) / kQuestions;
      Filter(person, wanted, &filter_times);
      std::vector<match::Ranked> truth;
      scan_times.push_back(CpuMicroseconds([&] { truth = scan_.Search(person, region); }));
      ++asked_;
      wrong_ += found != truth;
      if (i < kPeerQuestions) AskPeers(person, region, truth, &peer_times);
    }
    PrintRow(name + ": index", index_times);
    PrintRow("with hours and day", filter_times);
    PrintRow("scoring all", scan_times);
    for (size_t i = 0; i < peers_.size(); ++i) PrintRow(peers_[i]->name(), peer_times[i]);
    Note(name, terms, postings, Mean(index_times), Mean(filter_times), Mean(scan_times),
         peer_times);
  }

  // About half of the vacancies pass.
  void Filter(const match::ExpandedProfile& person, match::VacancyWanted wanted,
              std::vector<double>* times) const {
    wanted.hours_max = 32;
    wanted.open_on = 60;
    times->push_back(CpuMicroseconds([&] { index_->Search(person, wanted, kLimit); }));
  }

  void AskPeers(const match::ExpandedProfile& person, std::optional<uint16_t> region,
                const std::vector<match::Ranked>& truth, std::vector<std::vector<double>>* times) {
    std::vector<PeerTerm> terms;
    for (const SkillId skill : person.skills()) {
      terms.push_back({skill.value(), person.Strength(skill)});
    }
    for (size_t i = 0; i < peers_.size(); ++i) {
      std::vector<double> scores;
      (*times)[i].push_back(CpuMicroseconds([&] { scores = peers_[i]->Search(terms, region); }));
      const bool same = scores.size() == truth.size() &&
                        (scores.empty() || std::abs(scores[0] - truth[0].score) < 0.005);
      if (!same) std::cerr << peers_[i]->name() << " scores question otherwise\n";
    }
  }

  void Note(const std::string& name, double terms, double postings, double index, double filtered,
            double scan, const std::vector<std::vector<double>>& peer_times) {
    const double floor = postings * AccumulateCost();
    std::array<char, 400> line{};
    std::snprintf(line.data(), line.size(),
                  "%s: %.0f skills, %.0f postings, L1 floor %.1f us, index %.1f us; filtered %.2f "
                  "times the index, all %.0f",
                  name.c_str(), terms, postings, floor, index, filtered / index, scan / index);
    notes_ += line.data();
    for (size_t i = 0; i < peers_.size(); ++i) {
      std::snprintf(line.data(), line.size(), ", %s %.0f", peers_[i]->name().c_str(),
                    Mean(peer_times[i]) / index);
      notes_ += line.data();
    }
    notes_ += "\n";
  }

  const MatchLoad& load_;
  RowScan scan_;
  match::TransferTable expanded_;
  match::TransferTable flat_;
  std::optional<match::VacancyIndex> index_;
  std::vector<std::unique_ptr<Peer>> peers_;
  std::string notes_;
  int wrong_ = 0;
  int asked_ = 0;
};

int Main(const std::vector<std::string>& arguments) {
  LoadRecipe recipe;
  if (arguments.size() > 1) {
    const std::string& text = arguments[1];
    const auto read = std::from_chars(text.data(), text.data() + text.size(), recipe.vacancies);
    if (read.ec != std::errc() || recipe.vacancies == 0) {
      std::cerr << "usage: bench_match [VACANCIES [FOLDER]]\n";
      return 2;
    }
  }
  const auto load = MatchLoad::Make(recipe);
  if (!load.ok()) {
    std::cerr << load.status() << "\n";
    return 1;
  }
  return MatchBench(*load, arguments.size() > 2 ? arguments[2] : "").Run();
}

}  // namespace
}  // namespace overstap::bench

int main(int argc, char** argv) {
  return overstap::bench::Main(std::vector<std::string>(argv, argv + argc));
}
