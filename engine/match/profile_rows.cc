#include "engine/match/profile_rows.h"

namespace overstap::match {

void ProfileRows::Add(std::span<const HeldSkill> held, uint32_t number) {
  words_.push_back(number);
  for (const HeldSkill& has : held) {
    const auto [at, is_new] = numbered_.try_emplace({has.skill.value(), has.strength},
                                                    static_cast<uint32_t>(held_.size()));
    if (is_new) held_.push_back({has.strength, has.skill});
    words_.push_back(at->second);
  }
  begin_.push_back(static_cast<uint32_t>(words_.size()));
}

size_t ProfileRows::MemoryBytes() const {
  return (words_.size() + begin_.size()) * sizeof(uint32_t) + held_.size() * sizeof(held_[0]);
}

}  // namespace overstap::match
