#include "engine/match/strip_ranges.h"

#include <algorithm>

#include "engine/match/block_bounds.h"

namespace overstap::match {
namespace {

// Places with fewer strips than this share a range.
constexpr uint32_t kSmall = 128;

// Appends the range, to the last one if they touch.
void Append(StripRanges::Range range, std::vector<StripRanges::Range>* ranges) {
  if (range.begin >= range.end) return;
  if (!ranges->empty() && ranges->back().end >= range.begin) {
    ranges->back().end = std::max(ranges->back().end, range.end);
  } else {
    ranges->push_back(range);
  }
}

}  // namespace

void StripRanges::Add(uint16_t place, uint32_t work, Levels levels) {
  if (places_.empty() || places_.back() != place || levels_.back() != levels) {
    places_.Add(place);
    levels_.Add(levels);
    begin_.Add(strip_count());
  }
  works_.Add(work);
}

void StripRanges::Finish(uint32_t most) {
  begin_.Add(strip_count());
  marks_.Add(0);
  for (size_t i = 0; i + 1 < begin_.size();) {
    const uint32_t begin = begin_[i];
    for (const uint16_t place = places_[i]; i < places_.size() && places_[i] == place;) ++i;
    const uint32_t end = begin_[i];
    const bool small = end - begin < kSmall && begin - marks_.back() < kSmall;
    if (begin > marks_.back() && !(small && end - marks_.back() <= most)) marks_.Add(begin);
    while (end - marks_.back() > most) marks_.Add(marks_.back() + most);
  }
  if (marks_.back() < strip_count()) marks_.Add(strip_count());
}

// A strip may hold works from its least to the least of the next one.
void StripRanges::SelectWork(const VacancyWanted& wanted, Range strips,
                             std::vector<Range>* ranges) const {
  const auto begin = works_.begin() + strips.begin;
  const auto end = works_.begin() + strips.end;
  for (const WorkRange& range : wanted.works) {
    auto first = std::lower_bound(begin, end, range.first);
    if (first != begin) --first;
    const auto last = std::upper_bound(first, end, range.last);
    Append({static_cast<uint32_t>(first - works_.begin()),
            static_cast<uint32_t>(last - works_.begin())},
           ranges);
  }
}

void StripRanges::SelectSections(const VacancyWanted& wanted, Range sections,
                                 std::vector<Range>* ranges) const {
  for (uint32_t i = sections.begin; i < sections.end; ++i) {
    if (levels_[i].least > wanted.level_max || levels_[i].most < wanted.level_min) continue;
    const Range strips = {begin_[i], begin_[i + 1]};
    if (wanted.any_work) {
      Append(strips, ranges);
    } else {
      SelectWork(wanted, strips, ranges);
    }
  }
}

void StripRanges::Select(const VacancyWanted& wanted, std::vector<Range>* ranges) const {
  ranges->clear();
  if (wanted.anywhere) {
    return SelectSections(wanted, {0, static_cast<uint32_t>(places_.size())}, ranges);
  }
  for (const uint16_t place : wanted.places) {
    const auto [first, last] = std::equal_range(places_.begin(), places_.end(), place);
    SelectSections(wanted,
                   {static_cast<uint32_t>(first - places_.begin()),
                    static_cast<uint32_t>(last - places_.begin())},
                   ranges);
  }
}

void StripRanges::Cover(std::span<const Range> strips, std::vector<Range>* marks) const {
  marks->clear();
  auto at = marks_.begin();
  for (const Range& range : strips) {
    const auto first = std::upper_bound(at, marks_.end(), range.begin) - 1;
    at = std::lower_bound(first, marks_.end(), range.end);
    Append(
        {static_cast<uint32_t>(first - marks_.begin()), static_cast<uint32_t>(at - marks_.begin())},
        marks);
    at = std::max(first, at - 1);
  }
}

bool StripRanges::IsSound(uint32_t most) const {
  if (works_.size() >= BlockBounds::kMaxBlocks || begin_.size() != places_.size() + 1 ||
      levels_.size() != places_.size()) {
    return false;
  }
  if (!AreBegins(begin_, works_.size()) || !AreBegins(marks_, works_.size())) return false;
  for (size_t i = 1; i < marks_.size(); ++i) {
    if (marks_[i] == marks_[i - 1] || marks_[i] - marks_[i - 1] > most) return false;
  }
  for (size_t i = 1; i < places_.size(); ++i) {
    if (places_[i] < places_[i - 1]) return false;
  }
  return true;
}

size_t StripRanges::MemoryBytes() const {
  return places_.bytes() + levels_.bytes() + begin_.bytes() + works_.bytes() + marks_.bytes();
}

}  // namespace overstap::match
