// A vacancy as a question to people.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "engine/match/held_skills.h"
#include "engine/match/params.h"
#include "engine/match/term_rows.h"
#include "engine/match/transfer.h"
#include "taxonomy/taxonomy.h"

namespace overstap::match {

// TransferTable seen from the other side. Immutable; thread-safe.
class TransferSources {
 public:
  TransferSources(const TransferTable& transfer, size_t skill_count);

  // Every s with tau(s -> to) > 0, with that strength.
  std::span<const TransferTable::Target> SourcesOf(SkillId to) const {
    return std::span(sources_).subspan(begin_[to.index()],
                                       begin_[to.index() + 1] - begin_[to.index()]);
  }
  size_t MemoryBytes() const {
    return begin_.size() * sizeof(begin_[0]) + sources_.size() * sizeof(sources_[0]);
  }

 private:
  std::vector<uint32_t> begin_;
  std::vector<TransferTable::Target> sources_;
};

// Which requirements a skill of a person says something about. Not thread-safe.
class AskedSkills {
 public:
  struct Weighted {
    SkillId skill;
    double weight = 0;  // w(r)
  };

  // `requirements` as in RequirementSet.
  AskedSkills(std::span<const Requirement> requirements, const Taxonomy& taxonomy,
              const ScoringParams& params, const TransferSources& sources);

  double total() const { return total_; }  // sum of w(r)
  std::span<const Weighted> weighted() const { return weighted_; }

  // Calls Raise for each skill of one person, and then Score, which forgets what was raised:
  // exactly Coverage; 0 when that is nothing.
  bool IsAsked(SkillId skill) const {
    return (is_asked_[skill.index() / 64] >> skill.index() % 64 & 1) != 0;
  }
  void Raise(SkillId skill, double strength);
  double Score();
  // Both at once.
  double ScoreOf(std::span<const HeldSkill> held);

  // What a skill with strength 1 can add to a score at most, of each skill that is asked; nothing
  // when total() is 0.
  TermRows::Query MostOfEach() const;

 private:
  struct Link {
    uint32_t next = 0;  // 1 + index in links_; 0: the last
    uint32_t asked = 0;
    float strength = 0;
  };

  std::vector<Weighted> weighted_;
  std::vector<float> reached_;      // x(r)
  std::vector<uint32_t> first_;     // by skill; 1 + index in links_
  std::vector<uint64_t> is_asked_;  // by skill, a bit: that first_ is not 0
  std::vector<Link> links_;
  double total_ = 0;
};

}  // namespace overstap::match
