#include "engine/match/strip_ranges.h"

#include <algorithm>

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
    places_.push_back(place);
    place_begin_.push_back(strip_count());
  }
  works_.push_back(work);
}

void StripRanges::Finish(uint32_t most) {
  place_begin_.push_back(strip_count());
  marks_.push_back(0);
  for (size_t i = 0; i + 1 < place_begin_.size(); ++i) {
    const uint32_t begin = place_begin_[i];
    const uint32_t end = place_begin_[i + 1];
    const bool small = end - begin < kSmall && begin - marks_.back() < kSmall;
    if (begin > marks_.back() && !(small && end - marks_.back() <= most)) marks_.push_back(begin);
    while (end - marks_.back() > most) marks_.push_back(marks_.back() + most);
  }
  if (marks_.back() < strip_count()) marks_.push_back(strip_count());
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

size_t StripRanges::MemoryBytes() const {
  return places_.size() * sizeof(places_[0]) +
         (place_begin_.size() + works_.size() + marks_.size()) * sizeof(uint32_t);
}

}  // namespace overstap::match
