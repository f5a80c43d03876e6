// Moves between groups of occupations that experts named, and how well closeness finds them.
#pragma once

#include <cstddef>
#include <functional>
#include <map>
#include <set>
#include <span>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "taxonomy/taxonomy.h"

namespace overstap::measure {

using MoveSets = std::map<size_t, std::set<size_t>>;  // origin group -> destination groups
bool Has(const MoveSets& moves, size_t from, size_t to);

struct Moves {
  std::vector<std::vector<OccupationId>> groups;
  MoveSets near;       // type Proche
  MoveSets evolution;  // type Evolution: a next step
};

// A CSV with columns code_rome, code_rome_cible, type, esco_origin_uris and esco_target_uris (URIs
// separated by '|'). URIs that the taxonomy has not are left out.
absl::StatusOr<Moves> ReadMoves(const std::string& path, const Taxonomy& taxonomy);

// Fills closeness from an occupation to all.
using RowFiller = std::function<void(OccupationId, std::span<float>)>;

// Groups to groups, row-major: closeness of the best pair of occupations.
using GroupTable = std::vector<float>;
struct GroupTables {
  GroupTable all;     // an occupation that is in both groups is a pair with itself
  GroupTable others;  // it is not
};
GroupTables BestPairs(const RowFiller& fill, const Moves& moves, size_t occupation_count);

struct Quality {
  double recall10 = 0;  // of at most ten
  double auc = 0;
};

// Of every origin with near moves to others: all other groups ranked, best first, ties in order of
// group. When `neutral`, groups that are an evolution and not near are left out of the ranking.
std::vector<Quality> QualityByOrigin(const GroupTable& table, const Moves& moves, bool neutral);
Quality Mean(std::span<const Quality> qualities);

// Of the moves A -> B of type Evolution where no move B -> A is named: how often B ranks better
// from A than A from B, an equal rank counting half.
struct Direction {
  double share = 0;
  size_t moves = 0;
  double deviations = 0;  // standard deviations above chance
};
Direction DirectionOf(const GroupTable& table, const Moves& moves);

}  // namespace overstap::measure
