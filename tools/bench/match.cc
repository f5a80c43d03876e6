// Times the index of vacancies against scoring all of them, Xapian and SQLite, in one run.
//
//   bench_match [VACANCIES [FOLDER]]
//
// FOLDER is for Xapian's database, with vacancies as they come in, and FOLDER-by-region for one
// with those of a region together, as the index has them; without it the peers are left out. Each
// engine answers the same questions, one after the other, before the next engine does, as it would
// in a service; of each question the least of kRounds times counts, for every engine. The cost of
// taking the time is taken off. Answers of the index are compared with scoring all.
#include <array>
#include <charconv>
#include <cmath>
#include <cstdio>
#include <cstring>
#include <functional>
#include <iostream>
#include <limits>
#include <memory>
#include <numeric>
#include <optional>
#include <span>
#include <string>
#include <utility>

#include "engine/match/top_list.h"
#include "tools/bench/match_load.h"
#include "tools/bench/match_peers.h"
#include "tools/bench/timing.h"

namespace overstap::bench {
namespace {

constexpr uint32_t kQuestions = 400;
// Questions that are also answered by scoring all, and by peers: fewer when that takes long.
constexpr uint32_t kScanned = 40;
constexpr uint32_t kScannedOfMany = 10;
constexpr size_t kMany = 1'000'000;  // vacancies
constexpr int kRounds = 5;
constexpr size_t kLimit = 10;

struct Question {
  bool expand = false;
  bool in_region = false;
};

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
  const std::function<void()> accumulate = [&] {
    static int factor = 0;
    factor = (factor + 1) & 127;
    for (const Posting& posting : postings) {
      sums[posting.document] =
          static_cast<uint16_t>(sums[posting.document] + posting.share * factor);
    }
  };
  double least = LeastMicroseconds(accumulate, 400);
  if (sums[5] == 1) least += 1e-9;
  return least / static_cast<double>(kPostings);
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
        scanned_(scan_.vacancies.size() > kMany ? kScannedOfMany : kScanned),
        expanded_(match::TransferTable::Build(load.taxonomy(), {})),
        flat_(match::TransferTable::Build(load.taxonomy(), Flat())) {
    const double spent = CpuMicroseconds(
        [&] { index_.emplace(scan_.vacancies, &load_.taxonomy(), match::ScoringParams()); });
    std::printf("%zu vacancies, %zu postings; index built in %.1f s, %.0f MB\n",
                scan_.vacancies.size(), load_.posting_count(), spent / 1e6,
                static_cast<double>(index_->MemoryBytes()) / 1e6);
    DescribeImage();
    if (folder.empty()) return;
    Add(MakeXapian("Xapian", folder, load_.Vacancies(), load_.taxonomy()));
    Add(MakeXapian("Xapian, by region", folder + "-by-region", scan_.vacancies, load_.taxonomy()));
    Add(MakeSqlite(scan_.vacancies, load_.taxonomy()));
  }

  int Run() {
    std::printf("an accumulate in the first-level cache: %.2f ns\n", AccumulateCost() * 1e3);
    for (const bool expand : {false, true}) {
      for (const bool in_region : {true, false}) Ask({expand, in_region});
    }
    std::printf("%d of %d answers differ from scoring all\n", wrong_, asked_);
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

  // How long it takes to begin with an index that was written before.
  void DescribeImage() const {
    struct alignas(match::kImageAlignment) Line : std::array<std::byte, match::kImageAlignment> {};
    match::LargeVector<Line> lines;
    size_t size = 0;
    lines.reserve(index_->MemoryBytes() / sizeof(Line) + 1'000);
    const auto add = [&](std::span<const std::byte> bytes) {
      lines.resize((size + bytes.size()) / sizeof(Line) + 1);
      if (!bytes.empty()) std::memcpy(lines.data()->data() + size, bytes.data(), bytes.size());
      size += bytes.size();
      return absl::OkStatus();
    };
    const absl::Status written = index_->Write("bench", add);
    const std::span<const std::byte> image(lines.data()->data(), size);
    absl::Status opened;
    const double spent = CpuMicroseconds([&] {
      opened = match::VacancyIndex::Open(image, "bench", load_.taxonomy().skill_count(),
                                         scan_.vacancies.size())
                   .status();
    });
    if (!written.ok() || !opened.ok()) std::cerr << written << ", " << opened << "\n";
    std::printf("as bytes %.0f MB, opened in %.2f s\n", static_cast<double>(size) / 1e6,
                spent / 1e6);
  }

  void Add(std::unique_ptr<Peer> peer) {
    if (peer) peers_.push_back(std::move(peer));
  }

  // Mean microseconds of answer(i, person, wanted) over the first `count` questions, each asked as
  // many times in a row.
  template <class Answer>
  double Mean(const Question& question, uint32_t count, Answer answer, int times = 1) {
    std::vector<double> least(count, std::numeric_limits<double>::max());
    for (int round = 0; round < kRounds; ++round) {
      for (uint32_t i = 0; i < count; ++i) {
        const match::ExpandedProfile person(load_.Person(i), question.expand ? expanded_ : flat_,
                                            load_.taxonomy().skill_count());
        const match::VacancyWanted wanted = WantedOf(question, i);
        least[i] = std::min(least[i], LeastMicroseconds([&] { answer(i, person, wanted); }, times));
      }
    }
    return std::accumulate(least.begin(), least.end(), 0.0) / count;
  }

  static match::VacancyWanted WantedOf(const Question& question, uint32_t i) {
    match::VacancyWanted wanted;
    wanted.anywhere = !question.in_region;
    if (question.in_region) wanted.places = {static_cast<uint16_t>(i % MatchLoad::kRegions)};
    return wanted;
  }

  static std::optional<uint16_t> RegionOf(const match::VacancyWanted& wanted) {
    return wanted.anywhere ? std::nullopt : std::optional(wanted.places[0]);
  }

  void Ask(const Question& question) {
    const auto search = [&](uint32_t, const auto& person, const auto& wanted) {
      index_->Search(person, wanted, kLimit);
    };
    const double index = Mean(question, kQuestions, search);
    Describe(question, index);
    constexpr int kInARow = 3;
    const double again = Mean(question, kQuestions, search, kInARow);
    std::printf("| asked again at once | %.2f times |\n", again / index);
    for (const Filter& filter : kFilters) {
      const double filtered =
          Mean(question, kQuestions, [&](uint32_t, const auto& person, const auto& all) {
            match::VacancyWanted wanted = all;
            filter.narrow(&wanted);
            index_->Search(person, wanted, kLimit);
          });
      std::printf("| with %s | %.2f times |\n", filter.name, filtered / index);
    }
    for (const double km : {15.0, 50.0}) {
      const double near =
          Mean(question, kQuestions, [&](uint32_t i, const auto& person, const auto& all) {
            match::VacancyWanted wanted = all;
            load_.AddRadius(i, static_cast<uint16_t>(i % MatchLoad::kRegions), km, &wanted);
            index_->Search(person, wanted, kLimit);
          });
      std::printf("| with a radius of %.0f km | %.2f times |\n", km, near / index);
    }
    AskOthers(question, Mean(question, scanned_, search));
  }

  // Others answer fewer questions; ratios are to the index on those.
  void AskOthers(const Question& question, double index) {
    std::vector<std::vector<match::Ranked>> truth(scanned_);
    const double scan =
        Mean(question, scanned_, [&](uint32_t i, const auto& person, const auto& wanted) {
          truth[i] = scan_.Search(person, RegionOf(wanted));
        });
    Mean(question, scanned_, [&](uint32_t i, const auto& person, const auto& wanted) {
      ++asked_;
      wrong_ += index_->Search(person, wanted, kLimit).best != truth[i];
    });
    std::printf("| scoring all | %.0f times |\n", scan / index);
    for (const auto& peer : peers_) {
      const double spent =
          Mean(question, scanned_, [&](uint32_t i, const auto& person, const auto& wanted) {
            AskPeer(peer.get(), person, wanted, truth[i]);
          });
      std::printf("| %s | %.0f times |\n", peer->name().c_str(), spent / index);
    }
  }

  static void AskPeer(Peer* peer, const match::ExpandedProfile& person,
                      const match::VacancyWanted& wanted, const std::vector<match::Ranked>& truth) {
    std::vector<PeerTerm> terms;
    for (const SkillId skill : person.skills()) {
      terms.push_back({skill.value(), person.Strength(skill)});
    }
    const std::vector<double> scores = peer->Search(terms, RegionOf(wanted));
    const bool same = scores.size() == truth.size() &&
                      (scores.empty() || std::abs(scores[0] - truth[0].score) < 0.005);
    if (!same) std::cerr << peer->name() << " scores a question otherwise\n";
  }

  void Describe(const Question& question, double index) {
    double postings = 0;
    double terms = 0;
    // Regions differ in size: of all questions that are timed.
    const uint32_t count = question.in_region ? kQuestions : scanned_;
    for (uint32_t i = 0; i < count; ++i) {
      const match::ExpandedProfile person(load_.Person(i), question.expand ? expanded_ : flat_,
                                          load_.taxonomy().skill_count());
      terms += static_cast<double>(person.skills().size()) / count;
      postings +=
          static_cast<double>(scan_.PostingsFor(person, RegionOf(WantedOf(question, i)))) / count;
    }
    std::printf("\n| %s, %.0f skills, %.0f postings, L1 floor %.1f us | %.1f us |\n|---|---|\n",
                question.in_region ? "region" : "nation", terms, postings,
                postings * AccumulateCost(), index);
  }

  struct Filter {
    const char* name;
    void (*narrow)(match::VacancyWanted*);
  };
  static constexpr std::array<Filter, 5> kFilters = {
      {{"hours and day, half pass",
        [](match::VacancyWanted* wanted) {
          wanted->hours_max = 32;
          wanted->open_on = 60;
        }},
       {"a level, a quarter", [](match::VacancyWanted* wanted) { wanted->level_min = 4; }},
       {"new, a tenth", [](match::VacancyWanted* wanted) { wanted->published_from = 90; }},
       {"a tenth of all work",
        [](match::VacancyWanted* wanted) {
          wanted->any_work = false;
          wanted->works = {{1'000, 1'299}};
        }},
       {"nine regions of all", [](match::VacancyWanted* wanted) {
          if (!wanted->anywhere) return;
          wanted->anywhere = false;
          for (uint16_t place = 3; place < 12; ++place) wanted->places.push_back(place);
        }}}};

  const MatchLoad& load_;
  RowScan scan_;
  uint32_t scanned_;
  match::TransferTable expanded_;
  match::TransferTable flat_;
  std::optional<match::VacancyIndex> index_;
  std::vector<std::unique_ptr<Peer>> peers_;
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
