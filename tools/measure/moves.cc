#include "tools/measure/moves.h"

#include <algorithm>
#include <cmath>
#include <fstream>
#include <numeric>
#include <utility>

#include "absl/strings/str_split.h"
#include "base/csv.h"
#include "base/status_macros.h"
#include "base/strings.h"

namespace overstap::measure {
namespace {

constexpr size_t kShown = 10;

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
      if (origin == destination) continue;
      (table.Cell(type) == "Proche" ? moves_.near : moves_.evolution)[origin].insert(destination);
    }
  }

 private:
  size_t Group(std::string_view code, std::string_view uris) {
    const auto [entry, added] = index_.try_emplace(std::string(code), moves_.groups.size());
    if (added) {
      moves_.groups.emplace_back();
      for (const auto uri : absl::StrSplit(ToAbsl(uris), '|')) {
        if (const auto id = taxonomy_.FindOccupation(FromAbsl(uri))) {
          moves_.groups.back().push_back(*id);
        }
      }
    }
    return entry->second;
  }

  const Taxonomy& taxonomy_;
  Moves moves_;
  std::map<std::string, size_t> index_;
};

// The groups that are ranked from `origin`, best first.
std::vector<size_t> Ranking(const GroupTable& table, size_t groups, size_t origin) {
  std::vector<size_t> order;
  for (size_t group = 0; group < groups; ++group) {
    if (group != origin) order.push_back(group);
  }
  const float* const row = table.data() + origin * groups;
  std::stable_sort(order.begin(), order.end(),
                   [row](size_t a, size_t b) { return row[a] > row[b]; });
  return order;
}

Quality QualityOf(const std::vector<size_t>& order, const std::set<size_t>& near) {
  Quality quality;
  double above = 0;  // groups that are not near, seen so far
  const auto count = static_cast<double>(near.size());
  const double others = static_cast<double>(order.size()) - count;
  for (size_t rank = 0; rank < order.size(); ++rank) {
    if (!near.contains(order[rank])) {
      ++above;
      continue;
    }
    if (rank < kShown) quality.recall10 += 1 / std::min<double>(kShown, count);
    quality.auc += (1 - above / others) / count;
  }
  return quality;
}

}  // namespace

bool Has(const MoveSets& moves, size_t from, size_t to) {
  const auto found = moves.find(from);
  return found != moves.end() && found->second.contains(to);
}

absl::StatusOr<Moves> ReadMoves(const std::string& path, const Taxonomy& taxonomy) {
  return MovesReader(taxonomy).Read(path);
}

GroupTables BestPairs(const RowFiller& fill, const Moves& moves, size_t occupation_count) {
  const size_t count = moves.groups.size();
  GroupTables tables{GroupTable(count * count, -1), GroupTable(count * count, -1)};
  std::vector<float> row(occupation_count);
  for (size_t origin = 0; origin < count; ++origin) {
    for (const OccupationId from : moves.groups[origin]) {
      fill(from, row);
      for (size_t group = 0; group < count; ++group) {
        float& all = tables.all[origin * count + group];
        float& others = tables.others[origin * count + group];
        for (const OccupationId to : moves.groups[group]) {
          all = std::max(all, row[to.index()]);
          if (to != from) others = std::max(others, row[to.index()]);
        }
      }
    }
  }
  return tables;
}

std::vector<Quality> QualityByOrigin(const GroupTable& table, const Moves& moves, bool neutral) {
  std::vector<Quality> qualities;
  for (const auto& [origin, near] : moves.near) {
    std::vector<size_t> order = Ranking(table, moves.groups.size(), origin);
    if (neutral) {
      std::erase_if(order, [&, from = origin, &targets = near](size_t group) {
        return !targets.contains(group) && Has(moves.evolution, from, group);
      });
    }
    qualities.push_back(QualityOf(order, near));
  }
  return qualities;
}

Quality Mean(std::span<const Quality> qualities) {
  Quality mean;
  for (const Quality& quality : qualities) {
    mean.recall10 += quality.recall10 / static_cast<double>(qualities.size());
    mean.auc += quality.auc / static_cast<double>(qualities.size());
  }
  return mean;
}

Direction DirectionOf(const GroupTable& table, const Moves& moves) {
  const size_t count = moves.groups.size();
  std::vector<std::vector<size_t>> ranks(count, std::vector<size_t>(count, 0));
  for (size_t origin = 0; origin < count; ++origin) {
    const std::vector<size_t> order = Ranking(table, count, origin);
    for (size_t rank = 0; rank < order.size(); ++rank) ranks[origin][order[rank]] = rank;
  }
  Direction direction;
  double better = 0;
  for (const auto& [from, destinations] : moves.evolution) {
    for (const size_t to : destinations) {
      if (Has(moves.evolution, to, from) || Has(moves.near, to, from)) continue;
      ++direction.moves;
      if (ranks[from][to] < ranks[to][from]) better += 1;
      if (ranks[from][to] == ranks[to][from]) better += 0.5;
    }
  }
  if (direction.moves == 0) return direction;
  const auto total = static_cast<double>(direction.moves);
  direction.share = better / total;
  direction.deviations = (direction.share - 0.5) / std::sqrt(0.25 / total);
  return direction;
}

}  // namespace overstap::measure
