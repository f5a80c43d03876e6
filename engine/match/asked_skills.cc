#include "engine/match/asked_skills.h"

#include <algorithm>

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
    : reached_(requirements.size()), first_(taxonomy.skill_count()) {
  for (const Requirement& requirement : requirements) {
    const auto asked = static_cast<uint32_t>(weighted_.size());
    weighted_.push_back({requirement.skill, RequirementWeight(requirement, taxonomy, params)});
    total_ += weighted_.back().weight;
    for (const auto& source : sources.SourcesOf(requirement.skill)) {
      uint32_t& first = first_[source.skill.index()];
      links_.push_back({first, asked, source.strength});
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

double AskedSkills::Score() {
  double covered = 0;
  for (size_t i = 0; i < weighted_.size(); ++i) {
    covered += weighted_[i].weight * static_cast<double>(reached_[i]);
    reached_[i] = 0;
  }
  return total_ > 0 ? covered / total_ : 0;
}

}  // namespace overstap::match
