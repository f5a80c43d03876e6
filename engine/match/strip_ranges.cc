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

void StripRanges::Add(uint16_t place, uint32_t work) {
  if (places_.empty() || places_.back() != place) {
    places_.Add(place);
    place_begin_.Add(strip_count());
  }
  works_.Add(work);
}

void StripRanges::Finish(uint32_t most) {
  place_begin_.Add(strip_count());
  marks_.Add(0);
  for (size_t i = 0; i + 1 < place_begin_.size(); ++i) {
    const uint32_t begin = place_begin_[i];
    const uint32_t end = place_begin_[i + 1];
    const bool small = end - begin < kSmall && begin - marks_.back() < kSmall;
    if (begin > marks_.back() && !(small && end - marks_.back() <= most)) marks_.Add(begin);
    while (end - marks_.back() > most) marks_.Add(marks_.back() + most);
  }
  if (marks_.back() < strip_count()) marks_.Add(strip_count());
}

// A strip may hold works from its least to the least of the next one.
void StripRanges::SelectWork(const VacancyWanted& wanted, Range place,
                             std::vector<Range>* ranges) const {
  const auto begin = works_.begin() + place.begin;
  const auto end = works_.begin() + place.end;
  for (const WorkRange& range : wanted.works) {
    auto first = std::lower_bound(begin, end, range.first);
    if (first != begin) --first;
    const auto last = std::upper_bound(first, end, range.last);
    Append({static_cast<uint32_t>(first - works_.begin()),
            static_cast<uint32_t>(last - works_.begin())},
           ranges);
  }
}

void StripRanges::Select(const VacancyWanted& wanted, std::vector<Range>* ranges) const {
  ranges->clear();
  if (wanted.anywhere && wanted.any_work) return Append({0, strip_count()}, ranges);
  for (size_t i = 0; i < places_.size(); ++i) {
    if (!wanted.HasPlace(places_[i])) continue;
    const Range place = {place_begin_[i], place_begin_[i + 1]};
    if (wanted.any_work) {
      Append(place, ranges);
    } else {
      SelectWork(wanted, place, ranges);
    }
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
  if (works_.size() >= BlockBounds::kMaxBlocks || place_begin_.size() != places_.size() + 1) {
    return false;
  }
  if (!AreBegins(place_begin_, works_.size()) || !AreBegins(marks_, works_.size())) return false;
  for (size_t i = 1; i < marks_.size(); ++i) {
    if (marks_[i] == marks_[i - 1] || marks_[i] - marks_[i - 1] > most) return false;
  }
  for (size_t i = 1; i < places_.size(); ++i) {
    if (places_[i] <= places_[i - 1]) return false;
  }
  return true;
}

size_t StripRanges::MemoryBytes() const {
  return places_.bytes() + place_begin_.bytes() + works_.bytes() + marks_.bytes();
}

}  // namespace overstap::match
