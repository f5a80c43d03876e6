// Scores closeness against moves between groups of occupations that experts named.
//
//   measure_closeness STORE TRANSITIONS_CSV
//
// The file has columns code_rome, code_rome_cible, type, esco_origin_uris, esco_target_uris (URIs
// separated by '|'). For every origin group with moves of type Proche all other groups are ranked
// by the best pair of occupations. recall@10 (of at most ten) and AUC are means over origins.
// Prints a row for each variant of the blend.
#include "engine/transition/closeness.h"

#include <algorithm>
#include <cstdio>
#include <fstream>
#include <iostream>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "absl/strings/str_split.h"
#include "base/csv.h"
#include "base/status_macros.h"
#include "engine/match/transfer.h"
#include "tools/measure/input.h"

namespace overstap {
namespace {

struct Moves {
  std::vector<std::vector<OccupationId>> groups;
  std::map<size_t, std::set<size_t>> near;  // Proche: origin group -> destination groups
};

class MovesReader {
 public:
  explicit MovesReader(const Taxonomy& taxonomy) : taxonomy_(taxonomy) {}

  absl::StatusOr<Moves> Read(const std::string& path) {
    std::ifstream in(path, std::ios::binary);
    OVERSTAP_ASSIGN_OR_RETURN(CsvTable table, CsvTable::Open(in, path));
    OVERSTAP_ASSIGN_OR_RETURN(const size_t from, table.Column("code_rome"));
    OVERSTAP_ASSIGN_OR_RETURN(const size_t to, table.Column("code_rome_cible"));
    OVERSTAP_ASSIGN_OR_RETURN(const size_t type, table.Column("type"));
    OVERSTAP_ASSIGN_OR_RETURN(const size_t from_uris, table.Column("esco_origin_uris"));
    OVERSTAP_ASSIGN_OR_RETURN(const size_t to_uris, table.Column("esco_target_uris"));
    for (;;) {
      OVERSTAP_ASSIGN_OR_RETURN(const bool more, table.Next());
      if (!more) return std::move(moves_);
      const size_t origin = Group(table.Cell(from), table.Cell(from_uris));
      const size_t destination = Group(table.Cell(to), table.Cell(to_uris));
      if (table.Cell(type) == "Proche") moves_.near[origin].insert(destination);
    }
  }

 private:
  size_t Group(std::string_view code, std::string_view uris) {
    const auto [entry, added] = index_.try_emplace(std::string(code), moves_.groups.size());
    if (added) {
      moves_.groups.emplace_back();
      for (const std::string& uri :
           static_cast<std::vector<std::string>>(absl::StrSplit(ToAbsl(uris), '|'))) {
        if (const auto id = taxonomy_.FindOccupation(uri)) moves_.groups.back().push_back(*id);
      }
    }
    return entry->second;
  }

  const Taxonomy& taxonomy_;
  Moves moves_;
  std::map<std::string, size_t> index_;
};

struct Quality {
  double recall10 = 0;
  double auc = 0;
};

// Best pair between the group and every other group.
std::vector<float> GroupScores(const transition::ClosenessModel& model, const Moves& moves,
                               size_t origin, size_t occupation_count) {
  std::vector<float> best(moves.groups.size(), 0);
  std::vector<float> row(occupation_count);
  for (const OccupationId from : moves.groups[origin]) {
    model.FillRow(from, row);
    for (size_t group = 0; group < moves.groups.size(); ++group) {
      for (const OccupationId to : moves.groups[group]) {
        best[group] = std::max(best[group], row[to.index()]);
      }
    }
  }
  return best;
}

Quality Score(const std::vector<float>& scores, size_t origin, const std::set<size_t>& near) {
  std::vector<size_t> order;
  for (size_t group = 0; group < scores.size(); ++group) {
    if (group != origin) order.push_back(group);
  }
  std::stable_sort(order.begin(), order.end(),
                   [&](size_t a, size_t b) { return scores[a] > scores[b]; });
  Quality quality;
  double above = 0;  // groups that are not near, seen so far
  const auto others = static_cast<double>(order.size() - near.size());
  for (size_t rank = 0; rank < order.size(); ++rank) {
    if (!near.contains(order[rank])) {
      ++above;
      continue;
    }
    if (rank < 10) quality.recall10 += 1 / static_cast<double>(std::min<size_t>(10, near.size()));
    quality.auc += (1 - above / others) / static_cast<double>(near.size());
  }
  return quality;
}

Quality Measure(const Taxonomy& taxonomy, const match::TransferTable& transfer, const Moves& moves,
                const match::ScoringParams& scoring, const transition::ClosenessParams& params) {
  const auto model = transition::ClosenessModel::Build(&taxonomy, &transfer, scoring, params);
  Quality mean;
  double origins = 0;
  for (const auto& [origin, near] : moves.near) {
    std::set<size_t> others = near;
    others.erase(origin);
    if (others.empty()) continue;
    const Quality one =
        Score(GroupScores(model, moves, origin, taxonomy.occupation_count()), origin, others);
    mean.recall10 += one.recall10;
    mean.auc += one.auc;
    ++origins;
  }
  return {mean.recall10 / origins, mean.auc / origins};
}

absl::Status Run(const std::string& folder, const std::string& path) {
  OVERSTAP_ASSIGN_OR_RETURN(const Taxonomy taxonomy, measure::StoredTaxonomy(folder));
  OVERSTAP_ASSIGN_OR_RETURN(const Moves moves, MovesReader(taxonomy).Read(path));
  const match::ScoringParams scoring;
  const auto transfer = match::TransferTable::Build(taxonomy, scoring);
  std::printf("%s, %zu transfer pairs, %zu groups, %zu origins\n", taxonomy.version().c_str(),
              transfer.pair_count(), moves.groups.size(), moves.near.size());
  std::printf("%9s %9s %9s %9s   recall@10   AUC\n", "coverage", "overlap", "hierarchy", "isco");
  const transition::ClosenessParams chosen;
  for (const transition::ClosenessParams& params :
       {transition::ClosenessParams{0, 1, 0, 0}, transition::ClosenessParams{1, 0, 0, 0},
        transition::ClosenessParams{0, 0, 1, 0}, transition::ClosenessParams{0, .7, .3, 0},
        transition::ClosenessParams{.2, .3, .5, 0}, transition::ClosenessParams{0, .4, .4, .2},
        chosen}) {
    const Quality quality = Measure(taxonomy, transfer, moves, scoring, params);
    std::printf("%9.2f %9.2f %9.2f %9.2f       %.3f  %.3f\n", params.coverage, params.overlap,
                params.hierarchy, params.isco, quality.recall10, quality.auc);
  }
  return absl::OkStatus();
}

}  // namespace
}  // namespace overstap

int main(int argc, char** argv) {
  if (argc != 3) {
    std::cerr << "usage: measure_closeness STORE TRANSITIONS_CSV\n";
    return 2;
  }
  const absl::Status status = overstap::Run(argv[1], argv[2]);
  if (!status.ok()) std::cerr << "measure_closeness: " << status.message() << "\n";
  return status.ok() ? 0 : 1;
}
