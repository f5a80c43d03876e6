// How far the estimated classes of steps agree with moves that experts named.
//
//   step_classes STORE TRANSITIONS_CSV
//
// A person has done one occupation of the origin group for five years and nothing else; a pair of
// groups has the smallest class, and the largest closeness, of any such person and any occupation
// of the destination group. No courses: every class is an estimate. Elementary work is left out:
// that it is learnt at work says its class. The tables say of the pairs in each class and in each
// band of closeness how many experts named as near or as an evolution.
#include <algorithm>
#include <array>
#include <cstdio>
#include <iostream>
#include <optional>
#include <string>
#include <vector>

#include "base/status_macros.h"
#include "engine/match/held_skills.h"
#include "engine/match/transfer.h"
#include "engine/match/work_weights.h"
#include "engine/transition/reach.h"
#include "engine/transition/step_closeness.h"
#include "engine/transition/transition_class.h"
#include "tools/measure/input.h"
#include "tools/measure/moves.h"
#include "tools/overstap/default_parameters.h"

namespace overstap::measure {
namespace {

using transition::TransitionClass;

constexpr double kYears = 5;
constexpr int kThisYear = 2026;
constexpr int kClasses = 4;
constexpr int kBands = 13;
constexpr double kBand = 0.05;  // the last one has everything above

struct PairFacts {
  TransitionClass step = TransitionClass::kFar;
  double closeness = 0;
  bool is_judged = false;
};

struct Tally {
  size_t pairs = 0;
  size_t near = 0;
  size_t evolution = 0;
};

class Classes {
 public:
  Classes(const Taxonomy& taxonomy, const snapshot::Parameters& parameters, const Moves& moves)
      : taxonomy_(taxonomy),
        scoring_(parameters.scoring),
        moves_(moves),
        transfer_(match::TransferTable::Build(taxonomy, parameters.scoring)),
        weights_(taxonomy, parameters.scoring),
        closeness_(transition::StepCloseness::Build(&taxonomy, &transfer_, parameters.scoring,
                                                    parameters.step_closeness)),
        groups_of_(taxonomy.occupation_count()) {
    for (size_t group = 0; group < moves.groups.size(); ++group) {
      for (const OccupationId occupation : moves.groups[group]) {
        groups_of_[occupation.index()].push_back(group);
      }
    }
  }

  void Count() {
    for (size_t origin = 0; origin < moves_.groups.size(); ++origin) {
      const std::vector<PairFacts> pairs = PairsFrom(origin);
      for (size_t to = 0; to < pairs.size(); ++to) {
        if (to != origin && pairs[to].is_judged) Add(origin, to, pairs[to]);
      }
    }
  }

  void Print() const {
    constexpr std::array<const char*, kClasses> kNames = {"direct inzetbaar", "korte scholing",
                                                          "omscholing", "ver weg"};
    PrintHead("estimated class");
    for (size_t i = 0; i < by_class_.size(); ++i) PrintRow(kNames[i], by_class_[i]);
    PrintHead("closeness of a step");
    for (int i = 0; i < kBands; ++i) {
      std::array<char, 32> name{};
      std::snprintf(name.data(), name.size(), "from %.2f", i * kBand);
      PrintRow(name.data(), by_band_[static_cast<size_t>(i)]);
    }
  }

 private:
  std::vector<PairFacts> PairsFrom(size_t origin) const {
    std::vector<PairFacts> pairs(moves_.groups.size());
    for (const OccupationId occupation : moves_.groups[origin]) {
      model::Profile profile;
      profile.occupations.push_back({std::string(taxonomy_.Uri(occupation)), kYears, std::nullopt});
      match::ResolvedProfile held = match::Resolve(profile, taxonomy_, scoring_, kThisYear);
      const match::ExpandedProfile expanded(held.skills, transfer_, taxonomy_.skill_count());
      const transition::Origin person = {held.occupations, held.skills, std::nullopt, held.shares};
      for (const transition::Destination& to :
           AssessAll({taxonomy_, transfer_, scoring_, weights_, closeness_}, person, expanded)) {
        Raise(to, &pairs);
      }
    }
    return pairs;
  }

  void Raise(const transition::Destination& to, std::vector<PairFacts>* pairs) const {
    if (to.learnt_at_work) return;
    const auto step =
        transition::ClassOf({to.coverage, to.closeness, std::nullopt, to.level.gap, false});
    for (const size_t group : groups_of_[to.occupation.index()]) {
      PairFacts& pair = (*pairs)[group];
      pair.is_judged = true;
      if (step) pair.step = std::min(pair.step, step->value);
      pair.closeness = std::max(pair.closeness, to.closeness.value_or(0));
    }
  }

  void Add(size_t origin, size_t to, const PairFacts& pair) {
    const auto band = static_cast<size_t>(pair.closeness / kBand);
    for (Tally* tally : {&all_, &by_class_[static_cast<size_t>(pair.step)],
                         &by_band_[std::min<size_t>(band, kBands - 1)]}) {
      ++tally->pairs;
      const bool is_near = Has(moves_.near, origin, to);
      tally->near += is_near;
      tally->evolution += !is_near && Has(moves_.evolution, origin, to);
    }
  }

  static void PrintHead(const char* what) {
    std::printf(
        "\n| %-20s | of all pairs | named near | named evolution | times chance | of all near | "
        "of all evolutions |\n|---|--:|--:|--:|--:|--:|--:|\n",
        what);
  }

  void PrintRow(const char* name, const Tally& tally) const {
    const auto share = [](size_t part, size_t whole) {
      return whole == 0 ? 0 : 100 * static_cast<double>(part) / static_cast<double>(whole);
    };
    const double chance = share(all_.near + all_.evolution, all_.pairs);
    std::printf("| %-20s | %.1f %% | %.1f %% | %.1f %% | %.1f | %.0f %% | %.0f %% |\n", name,
                share(tally.pairs, all_.pairs), share(tally.near, tally.pairs),
                share(tally.evolution, tally.pairs),
                share(tally.near + tally.evolution, tally.pairs) / chance,
                share(tally.near, all_.near), share(tally.evolution, all_.evolution));
  }

  const Taxonomy& taxonomy_;
  const match::ScoringParams& scoring_;
  const Moves& moves_;
  const match::TransferTable transfer_;
  const match::WorkWeights weights_;
  const transition::StepCloseness closeness_;
  std::vector<std::vector<size_t>> groups_of_;  // by occupation
  Tally all_;
  std::array<Tally, kClasses> by_class_;
  std::array<Tally, kBands> by_band_;
};

absl::Status Run(const std::string& store, const std::string& csv) {
  OVERSTAP_ASSIGN_OR_RETURN(const snapshot::Parameters parameters, cli::DefaultParameters());
  OVERSTAP_ASSIGN_OR_RETURN(const Taxonomy taxonomy, StoredTaxonomy(store));
  OVERSTAP_ASSIGN_OR_RETURN(const Moves moves, ReadMoves(csv, taxonomy));
  std::printf("%s, %zu groups\n", taxonomy.version().c_str(), moves.groups.size());
  Classes classes(taxonomy, parameters, moves);
  classes.Count();
  classes.Print();
  return absl::OkStatus();
}

}  // namespace
}  // namespace overstap::measure

int main(int argc, char** argv) {
  if (argc != 3) {
    std::cerr << "usage: step_classes STORE TRANSITIONS_CSV\n";
    return 2;
  }
  const absl::Status status = overstap::measure::Run(argv[1], argv[2]);
  if (status.ok()) return 0;
  std::cerr << status.message() << "\n";
  return 1;
}
