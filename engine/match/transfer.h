// What having one skill says about another.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "engine/match/params.h"
#include "taxonomy/taxonomy.h"

namespace overstap::match {

// tau(s -> r), directed (docs/scoring.md):
//   1                                        when r is s or broader than s;
//   narrower_factor * IC(s) / IC(r)          when r is narrower than s;
//   sibling_factor  * IC(a) / IC(r)          over the most informative concept a broader than both;
//   0                                        when that is below transfer_floor.
// IC is Taxonomy::InformationContent. Immutable; thread-safe.
class TransferTable {
 public:
  struct Target {
    SkillId skill;
    float strength = 0;  // transfer_floor..1

    friend bool operator==(const Target&, const Target&) = default;
  };

  TransferTable() = default;
  static TransferTable Build(const Taxonomy& taxonomy, const ScoringParams& params);

  // Every r with tau(from -> r) > 0, `from` itself included; ascending by skill.
  std::span<const Target> TargetsOf(SkillId from) const {
    return std::span(targets_).subspan(begin_[from.index()],
                                       begin_[from.index() + 1] - begin_[from.index()]);
  }

  double Strength(SkillId from, SkillId to) const;
  size_t pair_count() const { return targets_.size(); }

 private:
  std::vector<size_t> begin_{0};
  std::vector<Target> targets_;
};

// The definition, pair by pair: the oracle for the table.
double TransferStrength(const Taxonomy& taxonomy, const ScoringParams& params, SkillId from,
                        SkillId to);

}  // namespace overstap::match
