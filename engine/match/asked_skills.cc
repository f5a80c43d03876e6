#include "engine/match/asked_skills.h"

#include <algorithm>
#include <bit>

#include "engine/match/coverage.h"

namespace overstap::match {

TransferSources::TransferSources(const TransferTable& transfer, size_t skill_count)
    : begin_(skill_count + 1), sources_(transfer.pair_count()) {
  for (uint32_t from = 0; from < skill_count; ++from) {
    for (const auto& target : transfer.TargetsOf(SkillId(from))) ++begin_[target.skill.index() + 1];
  }
  for (size_t i = 1; i < begin_.size(); ++i) begin_[i] += begin_[i - 1];
  std::vector<uint32_t> at(begin_.begin(), begin_.end() - 1);
  for (uint32_t from = 0; from < skill_count; ++from) {
    for (const auto& target : transfer.TargetsOf(SkillId(from))) {
      sources_[at[target.skill.index()]++] = {SkillId(from), target.strength};
    }
  }
}

AskedSkills::AskedSkills(std::span<const Requirement> requirements, const Taxonomy& taxonomy,
                         const ScoringParams& params, const TransferSources& sources)
    : reached_(requirements.size()),
      first_(taxonomy.skill_count()),
      is_asked_(taxonomy.skill_count() / 64 + 1) {
  for (const Requirement& requirement : requirements) {
    const auto asked = static_cast<uint32_t>(weighted_.size());
    weighted_.push_back({requirement.skill, RequirementWeight(requirement, taxonomy, params)});
    total_ += weighted_.back().weight;
    for (const auto& source : sources.SourcesOf(requirement.skill)) {
      uint32_t& first = first_[source.skill.index()];
      links_.push_back({first, asked, source.strength});
      is_asked_[source.skill.index() / 64] |= uint64_t{1} << source.skill.index() % 64;
      first = static_cast<uint32_t>(links_.size());
    }
  }
}

// In the same type as ExpandedProfile, so that both sides round alike.
void AskedSkills::Raise(SkillId skill, double strength) {
  for (uint32_t link = first_[skill.index()]; link != 0; link = links_[link - 1].next) {
    const Link& at = links_[link - 1];
    const auto reached = static_cast<float>(strength * static_cast<double>(at.strength));
    reached_[at.asked] = std::max(reached_[at.asked], reached);
  }
}

double AskedSkills::ScoreOf(std::span<const HeldSkill> held) {
  for (const HeldSkill& has : held) {
    if (IsAsked(has.skill)) Raise(has.skill, has.strength);
  }
  return Score();
}

TermRows::Query AskedSkills::MostOfEach() const {
  TermRows::Query query(first_.size());
  if (total_ <= 0) return query;
  for (size_t word = 0; word < is_asked_.size(); ++word) {
    for (uint64_t bits = is_asked_[word]; bits != 0; bits &= bits - 1) {
      const size_t skill = word * 64 + static_cast<size_t>(std::countr_zero(bits));
      double covered = 0;
      for (uint32_t link = first_[skill]; link != 0; link = links_[link - 1].next) {
        const Link& at = links_[link - 1];
        covered += weighted_[at.asked].weight * static_cast<double>(at.strength);
      }
      query.Add(static_cast<uint32_t>(skill), covered / total_);
    }
  }
  return query;
}

double AskedSkills::Score() {
  double covered = 0;
  for (size_t i = 0; i < weighted_.size(); ++i) {
    covered += weighted_[i].weight * static_cast<double>(reached_[i]);
    reached_[i] = 0;
  }
  return total_ > 0 ? covered / total_ : 0;
}

}  // namespace overstap::match
