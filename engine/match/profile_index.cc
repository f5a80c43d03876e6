#include "engine/match/profile_index.h"

#include <algorithm>
#include <bit>
#include <tuple>

#include "base/give_way.h"
#include "base/status_macros.h"
#include "engine/match/bound_search.h"

namespace overstap::match {
namespace {

constexpr uint32_t kMaxRange = 768;  // strips between marks

std::vector<uint32_t> OrderOf(std::span<const ProfileTraits> traits) {
  std::vector<uint32_t> order(traits.size());
  for (uint32_t i = 0; i < order.size(); ++i) order[i] = i;
  std::sort(order.begin(), order.end(), [&](uint32_t a, uint32_t b) {
    return std::tie(traits[a].place, traits[a].work, a) <
           std::tie(traits[b].place, traits[b].work, b);
  });
  return order;
}

VacancyWanted PlacesOf(const ProfileWanted& wanted) {
  VacancyWanted places;
  places.anywhere = false;
  places.places = wanted.places;
  return places;
}

}  // namespace

// One question, from its start to its end.
class ProfileSearch {
 public:
  ProfileSearch(const ProfileIndex& index, AskedSkills* asked, const ProfileWanted& wanted,
                size_t limit, const Cut& cut)
      : index_(index),
        wanted_(wanted),
        limit_(limit),
        cut_(cut),
        asked_(*asked),
        scratch_(SearchScratch::OfThread()),
        top_(limit, cut.least) {
    index.ranges_.Select(PlacesOf(wanted), &scratch_.ranges);
    index.ranges_.Cover(scratch_.ranges, &scratch_.marks);
  }

  ProfileAnswer Run(bool all) {
    if (asked_.total() <= 0) return {{}, CountPassing()};
    if (all) {
      ForEachStrip([&](uint32_t strip) { Look(std::span(&strip, 1)); });
      return {top_.Finish(), 0};
    }
    scratch_.terms.clear();
    for (const AskedSkills::Weighted& asked : asked_.weighted()) {
      scratch_.terms.push_back(
          {asked.skill.value(), RoundedUpStrength(asked.weight / asked_.total())});
    }
    BoundSearch(index_.bounds_, index_.ranges_.marks(), &scratch_).Run(top_, limit_, this);
    return {top_.Finish(), 0};
  }

  // What BoundSearch asks for.
  bool MayPass(uint32_t) const { return true; }
  void Prefetch(uint32_t strip) const {
    index_.rows_.Prefetch(size_t{strip} * kStrip, size_t{strip + 1} * kStrip);
  }
  void Finish() {}
  void Look(std::span<const uint32_t> strips) {
    for (const uint32_t strip : strips) {
      uint32_t passing = index_.PassMask(strip, wanted_);
      for (; passing != 0; passing &= passing - 1) {
        const size_t row = strip * kStrip + static_cast<uint32_t>(std::countr_zero(passing));
        const double score = index_.rows_.Score(row, &asked_);
        if (score <= 0 || score < top_.Threshold()) continue;
        const uint32_t number = index_.rows_.NumberOf(row);
        if (!cut_.IsGone(number)) top_.Offer({number, score});
      }
    }
  }

 private:
  static constexpr uint32_t kStrip = ProfileIndex::kStrip;

  template <class Visit>
  void ForEachStrip(Visit visit) const {
    for (const StripRanges::Range& range : scratch_.ranges) {
      for (uint32_t strip = range.begin; strip < range.end; ++strip) visit(strip);
    }
  }

  int64_t CountPassing() const {
    int64_t count = 0;
    ForEachStrip([&](uint32_t strip) { count += std::popcount(index_.PassMask(strip, wanted_)); });
    return count;
  }

  const ProfileIndex& index_;
  const ProfileWanted& wanted_;
  const size_t limit_;
  const Cut& cut_;
  AskedSkills& asked_;
  SearchScratch& scratch_;
  TopList top_;
};

ProfileIndex::ProfileIndex(std::span<const ProfileTraits> traits,
                           const std::function<std::vector<HeldSkill>(uint32_t)>& held_of,
                           const TransferTable& transfer, size_t skill_count) {
  uint16_t place = 0;
  for (const uint32_t number : OrderOf(traits)) {
    if (place != traits[number].place) FillStrip();
    if (rows_.size() % kStrip == 0) GiveWay();
    place = traits[number].place;
    AddProfile(traits[number], held_of(number), number);
  }
  FillStrip();
  rows_.Finish();
  ranges_.Finish(kMaxRange);
  AddBounds(transfer, skill_count);
}

void ProfileIndex::AddProfile(const ProfileTraits& traits, std::span<const HeldSkill> held,
                              uint32_t number) {
  const size_t lane = rows_.size() % kStrip;
  if (lane == 0) {
    ranges_.Add(traits.place, traits.work);
    traits_.Add({});
  }
  rows_.Add(held, number);
  traits_.Edit([&](auto& strips) {
    TraitStrip& strip = strips.back();
    strip.hours_min[lane] = traits.hours_min;
    strip.hours_max[lane] = traits.hours_max;
    strip.point[lane] = traits.point;
    strip.reach[lane] = traits.reach;
  });
}

void ProfileIndex::FillStrip() {
  while (rows_.size() % kStrip != 0) {
    traits_.Edit([&](auto& strips) {
      strips.back().reach[rows_.size() % kStrip] = ProfileTraits::kNowhere;
    });
    rows_.Add({}, 0);
  }
}

void ProfileIndex::AddBounds(const TransferTable& transfer, size_t skill_count) {
  static_assert(kMaxRange <= BlockBounds::kMaxRange);
  bounds_ = BlockBounds(skill_count, ranges_.marks());
  std::vector<float> most(skill_count);  // of a strip, by skill
  std::vector<uint32_t> touched;
  for (uint32_t strip = 0; strip < ranges_.strip_count(); ++strip) {
    GiveWay();
    for (size_t row = strip * kStrip; row < (strip + 1) * kStrip; ++row) {
      for (const uint32_t entry : rows_.RowOf(row)) {
        const ProfileRows::Held& held = rows_[entry];
        for (const TransferTable::Target& target : transfer.TargetsOf(held.skill)) {
          float& x = most[target.skill.index()];
          if (x == 0) touched.push_back(target.skill.value());
          x = std::max(x, static_cast<float>(held.strength * static_cast<double>(target.strength)));
        }
      }
    }
    for (const uint32_t skill : touched) {
      if (most[skill] > 0) bounds_.Add(skill, strip, static_cast<double>(most[skill]));
      most[skill] = 0;
    }
    touched.clear();
  }
  bounds_.Finish();
}

template <class Self, class Visit>
void ProfileIndex::VisitParts(Self& self, Visit& visit) {
  ProfileRows::VisitParts(self.rows_, visit);
  visit(self.traits_);
  StripRanges::VisitParts(self.ranges_, visit);
  BlockBounds::VisitParts(self.bounds_, visit);
}

absl::Status ProfileIndex::Write(std::string_view made_for, const ImageSink& sink) const {
  ImageWriter writer(ImageKind::kProfiles, made_for);
  VisitParts(*this, writer);
  return writer.Write(sink);
}

absl::StatusOr<ProfileIndex> ProfileIndex::Open(std::span<const std::byte> image,
                                                std::string_view made_for, size_t skill_count,
                                                size_t profile_count) {
  OVERSTAP_ASSIGN_OR_RETURN(ImageReader reader,
                            ImageReader::Open(image, ImageKind::kProfiles, made_for));
  ProfileIndex index;
  VisitParts(index, reader);
  if (!reader.HasMatched() || !index.IsSound(skill_count, profile_count)) return ImageIsUnsound();
  return index;
}

bool ProfileIndex::IsSound(size_t skill_count, size_t profile_count) const {
  return ranges_.IsSound(kMaxRange) && traits_.size() == ranges_.strip_count() &&
         rows_.size() == traits_.size() * kStrip && rows_.IsSound(skill_count, profile_count) &&
         bounds_.IsSound(skill_count, ranges_.marks());
}

uint32_t ProfileIndex::PassMask(uint32_t number, const ProfileWanted& wanted) const {
  const TraitStrip& strip = traits_[number];
  const auto& distances = wanted.distances;
  uint32_t mask = 0;
  for (uint32_t i = 0; i < kStrip; ++i) {
    const double distance = strip.point[i] < distances.size() ? distances[strip.point[i]] : 0;
    const int passes = int{strip.hours_min[i] <= wanted.hours_max} &
                       int{strip.hours_max[i] >= wanted.hours_min} &
                       int{strip.reach[i] >= distance};
    mask |= static_cast<uint32_t>(passes) << i;
  }
  return mask;
}

ProfileAnswer ProfileIndex::Search(AskedSkills* asked, const ProfileWanted& wanted, size_t limit,
                                   const Cut& cut) const {
  return ProfileSearch(*this, asked, wanted, limit, cut).Run(false);
}

ProfileAnswer ProfileIndex::SearchAll(AskedSkills* asked, const ProfileWanted& wanted,
                                      size_t limit) const {
  return ProfileSearch(*this, asked, wanted, limit, {}).Run(true);
}

size_t ProfileIndex::MemoryBytes() const {
  return rows_.MemoryBytes() + traits_.bytes() + ranges_.MemoryBytes() + bounds_.MemoryBytes();
}

}  // namespace overstap::match
