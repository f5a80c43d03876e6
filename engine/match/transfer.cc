#include "engine/match/transfer.h"

#include <algorithm>

namespace overstap::match {
namespace {

using Target = TransferTable::Target;

bool IsSkill(const Taxonomy& taxonomy, NodeId node) {
  return node.index() < taxonomy.skill_count();
}

// Skills at or below each node, least informative first, so that a scan can stop at a bound.
class Below {
 public:
  explicit Below(const Taxonomy& taxonomy) : lists_(taxonomy.node_count()) {
    for (uint32_t i = 0; i < taxonomy.skill_count(); ++i) {
      for (const NodeId above : taxonomy.hierarchy().Ancestors(NodeId(i))) {
        lists_[above.index()].push_back(SkillId(i));
      }
    }
    for (auto& list : lists_) {
      std::stable_sort(list.begin(), list.end(), [&taxonomy](SkillId a, SkillId b) {
        return taxonomy.Idf(a) < taxonomy.Idf(b);
      });
    }
  }

  std::span<const SkillId> operator[](NodeId node) const { return lists_[node.index()]; }

 private:
  std::vector<std::vector<SkillId>> lists_;
};

// Collects the best strength per target skill for one origin at a time.
class Row {
 public:
  explicit Row(size_t skill_count) : best_(skill_count, 0) {}

  void Raise(SkillId skill, double strength) {
    float& best = best_[skill.index()];
    if (best == 0) touched_.push_back(skill);
    best = std::max(best, static_cast<float>(strength));
  }

  void MoveTo(std::vector<Target>* targets) {
    std::sort(touched_.begin(), touched_.end());
    for (const SkillId skill : touched_) {
      targets->push_back({skill, std::exchange(best_[skill.index()], 0.0F)});
    }
    touched_.clear();
  }

 private:
  std::vector<float> best_;
  std::vector<SkillId> touched_;
};

void RaiseBelow(const Taxonomy& taxonomy, std::span<const SkillId> below, double strength_times_ic,
                double floor, Row* row) {
  for (const SkillId target : below) {
    const double strength = strength_times_ic / taxonomy.Idf(target);
    if (strength < floor) return;
    row->Raise(target, strength);
  }
}

}  // namespace

TransferTable TransferTable::Build(const Taxonomy& taxonomy, const ScoringParams& params) {
  const Below below(taxonomy);
  TransferTable table;
  table.begin_.reserve(taxonomy.skill_count() + 1);
  Row row(taxonomy.skill_count());
  for (uint32_t i = 0; i < taxonomy.skill_count(); ++i) {
    const NodeId from(i);
    row.Raise(SkillId(i), 1);
    RaiseBelow(taxonomy, below[from], params.narrower_factor * taxonomy.InformationContent(from),
               params.transfer_floor, &row);
    for (const NodeId above : taxonomy.hierarchy().Ancestors(from)) {
      if (IsSkill(taxonomy, above)) row.Raise(SkillId(above.value()), 1);
      RaiseBelow(taxonomy, below[above], params.sibling_factor * taxonomy.InformationContent(above),
                 params.transfer_floor, &row);
    }
    row.MoveTo(&table.targets_);
    table.begin_.push_back(table.targets_.size());
  }
  return table;
}

double TransferTable::Strength(SkillId from, SkillId to) const {
  const auto targets = TargetsOf(from);
  const auto found =
      std::lower_bound(targets.begin(), targets.end(), to,
                       [](const Target& target, SkillId skill) { return target.skill < skill; });
  return found != targets.end() && found->skill == to ? static_cast<double>(found->strength) : 0.0;
}

double TransferStrength(const Taxonomy& taxonomy, const ScoringParams& params, SkillId from,
                        SkillId to) {
  const Hierarchy& hierarchy = taxonomy.hierarchy();
  if (hierarchy.IsBroaderOrSame(NodeOf(to), NodeOf(from))) return 1;
  double best = 0;
  if (hierarchy.IsBroaderOrSame(NodeOf(from), NodeOf(to))) {
    best = params.narrower_factor * taxonomy.InformationContent(NodeOf(from));
  }
  for (const NodeId above : hierarchy.Ancestors(NodeOf(from))) {
    if (!hierarchy.IsBroaderOrSame(above, NodeOf(to))) continue;
    best = std::max(best, params.sibling_factor * taxonomy.InformationContent(above));
  }
  const double strength = best / taxonomy.Idf(to);
  return strength < params.transfer_floor ? 0 : strength;
}

}  // namespace overstap::match
