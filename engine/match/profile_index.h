// The best people for a vacancy, without looking at all of them.
#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <limits>
#include <span>
#include <string_view>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "engine/match/asked_skills.h"
#include "engine/match/block_bounds.h"
#include "engine/match/column.h"
#include "engine/match/index_image.h"
#include "engine/match/oracle.h"
#include "engine/match/profile_rows.h"
#include "engine/match/strip_ranges.h"
#include "engine/match/transfer.h"

namespace overstap::match {

// What decides whether a person comes into question, apart from skills. What is unknown rules
// nothing out.
struct ProfileTraits {
  static constexpr double kNowhere = -1;  // as reach: never comes into question

  uint16_t place = 0;     // any numbering; equal for people at one place
  uint32_t point = 0;     // any numbering, finer than places
  uint32_t work = 0;      // any numbering in which people who did like work are near
  uint8_t hours_min = 0;  // hours a week
  uint8_t hours_max = std::numeric_limits<uint8_t>::max();
  // How far to travel, in any measure that grows with the distance.
  double reach = std::numeric_limits<double>::infinity();
};

struct ProfileWanted {
  // As distance: nobody there comes into question, however far they travel.
  static constexpr double kOutOfReach = std::numeric_limits<double>::quiet_NaN();

  std::vector<uint16_t> places;   // only people there; ascending
  std::vector<double> distances;  // by point, only people with at least this reach; others: 0
  uint8_t hours_min = 0;          // hours overlap when neither side rules the other out
  uint8_t hours_max = std::numeric_limits<uint8_t>::max();
};

struct ProfileAnswer {
  std::vector<Ranked> best;  // exactly what RankAll gives for Coverage, but for what is cut
  int64_t not_scored = 0;    // pass, but nothing is known of what the vacancy asks
};

// People ordered by place and work in strips of 16, with what any of a strip can have of each skill
// at most, transfer included (docs/performance.md). Immutable; thread-safe.
class ProfileIndex {
 public:
  static constexpr size_t kMaxProfiles = 16'000'000;
  static constexpr uint32_t kStrip = 16;

  // `held_of(i)` is what person i has, ascending by skill; it is called once for each. Answers name
  // people by their place in `traits`. `transfer` is of a taxonomy of `skill_count` skills.
  ProfileIndex(std::span<const ProfileTraits> traits,
               const std::function<std::vector<HeldSkill>(uint32_t)>& held_of,
               const TransferTable& transfer, size_t skill_count);

  // As of VacancyIndex.
  absl::Status Write(std::string_view made_for, const ImageSink& sink) const;
  static absl::StatusOr<ProfileIndex> Open(std::span<const std::byte> image,
                                           std::string_view made_for, size_t skill_count,
                                           size_t profile_count);

  // `asked` is of the same transfer, and as before when it returns. `limit` is at least 1. What is
  // gone counts for not_scored all the same.
  ProfileAnswer Search(AskedSkills* asked, const ProfileWanted& wanted, size_t limit,
                       const Cut& cut = {}) const;
  // The same by scoring everybody: its oracle.
  ProfileAnswer SearchAll(AskedSkills* asked, const ProfileWanted& wanted, size_t limit) const;

  size_t MemoryBytes() const;

 private:
  friend class ProfileSearch;
  ProfileIndex() = default;

  struct TraitStrip {
    std::array<uint8_t, kStrip> hours_min{};
    std::array<uint8_t, kStrip> hours_max{};
    std::array<uint32_t, kStrip> point{};
    std::array<double, kStrip> reach{};  // what is filled in is nowhere
  };

  bool IsSound(size_t skill_count, size_t profile_count) const;
  template <class Self, class Visit>
  static void VisitParts(Self& self, Visit& visit);
  void AddProfile(const ProfileTraits& traits, std::span<const HeldSkill> held, uint32_t number);
  void FillStrip();
  void AddBounds(const TransferTable& transfer, size_t skill_count);
  // Bit i: person strip * kStrip + i passes.
  uint32_t PassMask(uint32_t strip, const ProfileWanted& wanted) const;

  ProfileRows rows_;
  Column<TraitStrip> traits_;
  StripRanges ranges_;
  BlockBounds bounds_;
};

}  // namespace overstap::match
