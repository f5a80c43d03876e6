#include "engine/match/profile_rows.h"

namespace overstap::match {

void ProfileRows::Add(std::span<const HeldSkill> held, uint32_t number) {
  words_.Add(number);
  for (const HeldSkill& has : held) {
    const auto [at, is_new] = numbered_.try_emplace({has.skill.value(), has.strength},
                                                    static_cast<uint32_t>(held_.size()));
    if (is_new) held_.Add({has.strength, has.skill});
    words_.Add(at->second);
  }
  begin_.Add(static_cast<uint32_t>(words_.size()));
}

bool ProfileRows::IsSound(size_t skill_count, size_t number_end) const {
  for (const Held& held : held_) {
    if (held.skill.index() >= skill_count || !(held.strength >= 0)) return false;
  }
  if (!AreBegins(begin_, words_.size())) return false;
  for (size_t row = 0; row < size(); ++row) {
    if (begin_[row + 1] == begin_[row]) return false;
    const auto entries = RowOf(row);
    if (!entries.empty() && NumberOf(row) >= number_end) return false;
    for (const uint32_t entry : entries) {
      if (entry >= held_.size()) return false;
    }
  }
  return true;
}

size_t ProfileRows::MemoryBytes() const { return words_.bytes() + begin_.bytes() + held_.bytes(); }

}  // namespace overstap::match
