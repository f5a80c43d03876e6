// What people have, one after the other, for the exact score.
#pragma once

#include <cstdint>
#include <span>
#include <utility>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "engine/match/asked_skills.h"
#include "engine/match/column.h"
#include "engine/match/held_skills.h"

namespace overstap::match {

// Immutable after Finish; thread-safe.
class ProfileRows {
 public:
  // A strength that occurs, once for all people who have it.
  struct Held {
    double strength = 0;  // e(s)
    SkillId skill;
    uint32_t reserved = 0;
  };

  // `number` is for the caller.
  void Add(std::span<const HeldSkill> held, uint32_t number);
  // After the last Add.
  void Finish() { numbered_ = {}; }

  size_t size() const { return begin_.size() - 1; }
  std::span<const uint32_t> RowOf(size_t row) const {
    return std::span(words_).subspan(begin_[row] + 1, begin_[row + 1] - begin_[row] - 1);
  }
  const Held& operator[](uint32_t entry) const { return held_[entry]; }
  uint32_t NumberOf(size_t row) const { return words_[begin_[row]]; }

  // Exactly Coverage of the same requirements by the same person; 0 when that is nothing.
  double Score(size_t row, AskedSkills* asked) const {
    for (const uint32_t entry : RowOf(row)) {
      const Held& held = held_[entry];
      if (asked->IsAsked(held.skill)) asked->Raise(held.skill, held.strength);
    }
    return asked->Score();
  }

  // Asks for rows before they are needed.
  void Prefetch(size_t row, size_t end) const {
    constexpr uint32_t kLine = 16;  // words
    for (uint32_t i = begin_[row]; i < begin_[end]; i += kLine) {
      PrefetchLine(words_.data() + i);
    }
  }
  // Calls visit(part) for every number and column (index_image.h).
  template <class Self, class Visit>
  static void VisitParts(Self& self, Visit& visit) {
    visit(self.held_);
    visit(self.words_);
    visit(self.begin_);
  }
  // Whether rows are of what there is, and their numbers below `number_end`.
  bool IsSound(size_t skill_count, size_t number_end) const;
  size_t MemoryBytes() const;

 private:
  absl::flat_hash_map<std::pair<uint32_t, double>, uint32_t> numbered_;  // until Finish
  Column<Held> held_;
  Column<uint32_t> words_;       // of each row its number and then indices in held_
  Column<uint32_t> begin_{{0}};  // by row, in words_
};

}  // namespace overstap::match
