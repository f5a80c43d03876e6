// The best ways of at most three hops from a person to an occupation.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <vector>

#include "engine/plan/path.h"
#include "engine/plan/path_hops.h"
#include "engine/transition/techniek.h"

namespace overstap::plan {

struct PathParams {
  int max_hops = kMostHops;  // 1..kMostHops; 1: none but the direct step
  // Work in between must be technical; null: any.
  const transition::Techniek* within = nullptr;
  // How much is looked into for one destination: occupations for the first hop, and pairs of
  // occupations for the first two, the most promising ones by the table of steps.
  size_t first_hops = 6;
  size_t pairs = 8;
};

// For one person. Not thread-safe.
class PathSearch {
 public:
  PathSearch(const PathContext& context, const PathPerson& person, const PathParams& params,
             WorkFinder work);

  // The Pareto front of paths of two and more hops by PathCost, of those that were looked into:
  // every occupation in between is a step that the person can take by then (HopMaker), asks
  // something that is known, has open vacancies in reach and was not the person's work before.
  // Without those for which `direct`, the direct step, is no worse; nothing when that is no step
  // that the person can take. Of equal paths the one with fewest hops, then the lowest ids, stays.
  // In order of weeks, open skills, km, dip, hops and ids.
  std::vector<Path> Find(OccupationId destination, const std::optional<PathCost>& direct);

  // Destinations among `wanted` that Find has a path to, whatever the direct step takes: at most
  // `limit`, the shortest way over work in reach by the table of steps first, then the lowest id.
  // Of those not more than kTried for each that is asked for are looked into. `wanted` ascends.
  std::vector<OccupationId> Reached(std::span<const OccupationId> wanted, size_t limit);
  static constexpr size_t kTried = 4;

 private:
  struct Start {  // a first hop that may be
    OccupationId to;
    uint32_t cost = 0;
  };
  struct Promise {  // one or two occupations in between
    OccupationId first;
    OccupationId last;  // the same when there is only one
    uint32_t cost = 0;  // how long the way over them is by the table

    HopMaker::Sequence Between() const;
  };

  using Costs = std::map<OccupationId, uint32_t>;  // of the shortest way, by where it leads

  bool MayBeBetween(OccupationId occupation) const;
  // One step on from each of `from` that has work in reach.
  Costs StepsOn(const Costs& from);
  std::vector<Promise> FirstHops(OccupationId destination);
  std::vector<Promise> Pairs(const std::vector<Promise>& first, OccupationId destination);
  std::vector<Promise> Best(std::vector<Promise> promises, size_t limit);

  const PathContext context_;
  const PathPerson person_;
  const PathParams params_;
  HopMaker hops_;
  std::vector<Start> starts_;
};

}  // namespace overstap::plan
