// Fits and measures closeness on moves between groups of occupations that experts named.
//
//   fit_closeness STORE TRANSITIONS_CSV [--ablation] [--fit] [--write FILE]
//
// Without options: the quality of what the program uses, beside plain measures. --ablation: the
// same without each part, or with it when it weighs nothing, and with a part alone. --fit searches
// numbers that are better, and measures the search itself by five-fold cross-validation over origin
// groups; --write stores what it found.
#include <cmath>
#include <cstdio>
#include <fstream>
#include <iostream>
#include <string>
#include <vector>

#include "base/status_macros.h"
#include "base/strings.h"
#include "engine/match/transfer.h"
#include "engine/transition/step_closeness.h"
#include "tools/measure/closeness_search.h"
#include "tools/measure/idf_cosine.h"
#include "tools/measure/input.h"
#include "tools/measure/moves.h"
#include "tools/measure/shared_skills.h"
#include "tools/overstap/default_parameters.h"

namespace overstap::measure {
namespace {

using transition::Block;
using transition::ClosenessParams;

struct Options {
  std::string store;
  std::string moves;
  bool ablation = false;
  bool fit = false;
  std::string write;
};

void PrintHead() {
  std::printf(
      "\n| %-32s | recall@10 | AUC | other occupations only | evolution neutral | direction |\n"
      "|---|---|---|---|---|---|\n",
      "");
}

void Print(std::string_view name, const GroupTables& tables, const Moves& moves) {
  const Quality all = Mean(QualityByOrigin(tables.all, moves, false));
  const Quality others = Mean(QualityByOrigin(tables.others, moves, false));
  const Quality neutral = Mean(QualityByOrigin(tables.all, moves, true));
  const Direction direction = DirectionOf(tables.all, moves);
  std::printf("| %-32s | %.3f | %.3f | %.3f / %.3f | %.3f / %.3f | %.3f |\n",
              std::string(name).c_str(), all.recall10, all.auc, others.recall10, others.auc,
              neutral.recall10, neutral.auc, direction.share);
  std::fflush(stdout);
}

void PrintPlain(const Taxonomy& taxonomy, const match::ScoringParams& scoring, const Moves& moves) {
  const SharedSkills shared(taxonomy);
  const auto fill_shared = [&](OccupationId from, std::span<float> row) {
    shared.FillRow(from, row);
  };
  Print("jaccard of requirements", BestPairs(fill_shared, moves, taxonomy.occupation_count()),
        moves);
  for (const bool damping : {false, true}) {
    const IdfCosine cosine(taxonomy, scoring, damping);
    const auto fill = [&](OccupationId from, std::span<float> row) { cosine.FillRow(from, row); };
    Print(damping ? "idf cosine of requirements" : "the same without idf",
          BestPairs(fill, moves, taxonomy.occupation_count()), moves);
  }
}

void PrintStep(const Taxonomy& taxonomy, const snapshot::Parameters& parameters,
               const Moves& moves) {
  const auto transfer = match::TransferTable::Build(taxonomy, parameters.scoring);
  const auto model = transition::StepCloseness::Build(&taxonomy, &transfer, parameters.scoring,
                                                      parameters.step_closeness);
  const auto fill = [&](OccupationId from, std::span<float> row) { model.FillRow(from, row); };
  Print("closeness of a step", BestPairs(fill, moves, taxonomy.occupation_count()), moves);
}

void PrintDirection(const Direction& direction) {
  // Upper tail of the normal distribution, which a binomial of so many moves is.
  const double chance = std::erfc(direction.deviations / std::sqrt(2.0)) / 2;
  std::printf(
      "\nDirection: of %zu evolutions A to B without a move B to A, B ranks better from A than A "
      "from B in %.1f%%, an equal rank counting half: %.1f standard deviations above chance, "
      "p = %.1e.\n",
      direction.moves, 100 * direction.share, direction.deviations, chance);
}

struct Variant {
  std::string name;
  ClosenessParams params;
};

ClosenessParams OnlyBlock(ClosenessParams params, Block block) {
  params.blocks.fill(0);
  params.blocks[static_cast<size_t>(block)] = 1;
  return params;
}

std::vector<Variant> Ablation(const ClosenessParams& chosen) {
  std::vector<Variant> variants;
  const auto add = [&](std::string name, auto change) {
    variants.push_back({std::move(name), chosen});
    change(&variants.back().params);
  };
  for (size_t i = 0; i < transition::kBlockCount; ++i) {
    const std::string name(transition::BlockName(static_cast<Block>(i)));
    if (chosen.blocks[i] > 0) {
      add("without " + name, [i](ClosenessParams* p) { p->blocks[i] = 0; });
    } else {
      add("with 0.3 " + name, [i](ClosenessParams* p) { p->blocks[i] = 0.3; });
    }
    add(name + " alone", [i](ClosenessParams* p) {
      *p = OnlyBlock(*p, static_cast<Block>(i));
      p->step_down = p->step_up = 0;
    });
  }
  add("without steps in level", [](ClosenessParams* p) { p->step_down = p->step_up = 0; });
  add("without damping (idf)", [](ClosenessParams* p) { p->damping = 0; });
  for (const int dimensions : {64, 128, 160, 384}) {
    add(StrCat(dimensions, " dimensions"), [=](ClosenessParams* p) { p->dimensions = dimensions; });
  }
  return variants;
}

absl::Status Write(const std::string& path, const std::string& version, const Quality& validated,
                   const Quality& fitted, const ClosenessParams& params) {
  std::ofstream out(path);
  out << "# Fitted by tools/measure/fit_closeness on expert-named moves, " << version
      << ".\n# On all origins: recall@10 " << fitted.recall10 << ", AUC " << fitted.auc
      << ". Five-fold cross-validation over origins: recall@10 " << validated.recall10 << ", AUC "
      << validated.auc << ".\n"
      << transition::FormatClosenessParams(params);
  return out.flush() ? absl::OkStatus() : absl::InternalError(StrCat("cannot write ", path));
}

absl::Status Run(const Options& options) {
  OVERSTAP_ASSIGN_OR_RETURN(const snapshot::Parameters parameters, cli::DefaultParameters());
  OVERSTAP_ASSIGN_OR_RETURN(const Taxonomy taxonomy, StoredTaxonomy(options.store));
  const std::string& version = taxonomy.version();
  OVERSTAP_ASSIGN_OR_RETURN(const Moves moves, ReadMoves(options.moves, taxonomy));
  ClosenessSearch search(taxonomy, parameters.scoring, moves);
  std::printf("%s, %zu groups, %zu origins\n", version.c_str(), moves.groups.size(),
              moves.near.size());
  PrintHead();
  PrintPlain(taxonomy, parameters.scoring, moves);
  PrintStep(taxonomy, parameters, moves);
  ClosenessParams chosen = parameters.closeness;
  Print("closeness", search.TablesOf(chosen), moves);
  if (options.fit) {
    const ClosenessParams start = chosen;
    chosen = search.Search(start, {});
    const Quality validated = search.CrossValidate(start);
    const GroupTables tables = search.TablesOf(chosen);
    Print("fitted", tables, moves);
    std::printf("\nFive-fold cross-validation: recall@10 %.3f, AUC %.3f\n\n%s", validated.recall10,
                validated.auc, transition::FormatClosenessParams(chosen).c_str());
    if (!options.write.empty()) {
      OVERSTAP_RETURN_IF_ERROR(Write(options.write, version, validated,
                                     Mean(QualityByOrigin(tables.all, moves, false)), chosen));
    }
    if (options.ablation) PrintHead();
  }
  if (options.ablation) {
    for (const Variant& variant : Ablation(chosen)) {
      Print(variant.name, search.TablesOf(variant.params), moves);
    }
  }
  PrintDirection(DirectionOf(search.TablesOf(chosen).all, moves));
  return absl::OkStatus();
}

int Main(int argc, char** argv) {
  Options options;
  std::vector<std::string> plain;
  for (int i = 1; i < argc; ++i) {
    const std::string argument = argv[i];
    if (argument == "--ablation") {
      options.ablation = true;
    } else if (argument == "--fit") {
      options.fit = true;
    } else if (argument == "--write" && i + 1 < argc) {
      options.write = argv[++i];
    } else {
      plain.push_back(argument);
    }
  }
  if (plain.size() != 2) {
    std::cerr << "usage: fit_closeness STORE TRANSITIONS_CSV [--ablation] [--fit] [--write FILE]\n";
    return 2;
  }
  options.store = plain[0];
  options.moves = plain[1];
  const absl::Status status = Run(options);
  if (!status.ok()) std::cerr << "error: " << status.message() << "\n";
  return status.ok() ? 0 : 1;
}

}  // namespace
}  // namespace overstap::measure

int main(int argc, char** argv) { return overstap::measure::Main(argc, argv); }
