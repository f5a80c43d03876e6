#include "engine/match/postings.h"

#include <algorithm>
#include <utility>

#ifdef __SSE2__
#include <emmintrin.h>
#endif

namespace overstap::match {

Postings::Postings(size_t term_count, std::span<const uint32_t> marks)
    : term_count_(term_count),
      marks_(marks.begin(), marks.end()),
      cursors_(term_count * (marks.size() - 1) + 1) {}

// Of the list that the pair is in.
size_t Postings::CursorOf(uint32_t term, uint32_t document) {
  while (document >= marks_[mark_ + 1]) ++mark_;
  return mark_ * term_count_ + term;
}

void Postings::Count(uint32_t term, uint32_t document) { ++cursors_[CursorOf(term, document)]; }

void Postings::StartAdding() {
  uint32_t sum = 0;
  for (uint32_t& begin : cursors_) {
    const uint32_t count = begin;
    begin = sum;
    sum += count;
  }
  made_.resize(sum);
  mark_ = 0;
}

void Postings::Add(uint32_t term, uint32_t document, double share) {
  const size_t cursor = CursorOf(term, document);
  const double units = std::clamp(share * 65'536, 0.0, 65'535.0);
  made_[cursors_[cursor]++] = {static_cast<uint16_t>(document - marks_[mark_]),
                               static_cast<uint16_t>(units)};
}

// Every begin has moved to its end, which is where the next one begins.
void Postings::Finish() {
  std::copy_backward(cursors_.begin(), cursors_.end() - 1, cursors_.end());
  cursors_.front() = 0;
  begin_ = Column<uint32_t>(std::exchange(cursors_, {}));
  postings_ = Column<Posting>(std::exchange(made_, {}));
  marks_ = {};
}

bool Postings::IsSound(size_t term_count, std::span<const uint32_t> marks) const {
  if (term_count_ != term_count || marks.empty()) return false;
  if (begin_.size() != term_count * (marks.size() - 1) + 1) return false;
  if (!AreBegins(begin_, postings_.size())) return false;
  for (size_t mark = 0; mark + 1 < marks.size(); ++mark) {
    const uint32_t documents = marks[mark + 1] - marks[mark];
    const uint32_t end = begin_[(mark + 1) * term_count];
    for (uint32_t i = begin_[mark * term_count]; i < end; ++i) {
      if (postings_[i].document >= documents) return false;
    }
  }
  return true;
}

void Postings::AddUpPortable(std::span<const Posting> list, uint32_t strength, uint16_t* sums) {
  for (const Posting& posting : list) {
    const uint32_t part = (strength * posting.share >> 16) + 1;
    sums[posting.document] = static_cast<uint16_t>(sums[posting.document] + part);
  }
}

#ifdef __SSE2__

// Four products at once. The processor adds to memory one after the other, as it must.
void Postings::AddUp(std::span<const Posting> list, uint32_t strength, uint16_t* sums) {
  const __m128i factor = _mm_set1_epi32(static_cast<int32_t>(strength << 16));
  const __m128i one = _mm_set1_epi32(1 << 16);
  const __m128i documents = _mm_set1_epi32(0xFFFF);
  const auto add = [sums](uint64_t two) {
    uint16_t& first = sums[two & 0xFFFF];
    first = static_cast<uint16_t>(first + static_cast<uint16_t>(two >> 16));
    uint16_t& second = sums[(two >> 32) & 0xFFFF];
    second = static_cast<uint16_t>(second + (two >> 48));
  };
  size_t i = 0;
  for (; i + 4 <= list.size(); i += 4) {
    const __m128i four = _mm_loadu_si128(reinterpret_cast<const __m128i*>(list.data() + i));
    const __m128i parts = _mm_add_epi16(_mm_mulhi_epu16(four, factor), one);
    const __m128i both = _mm_or_si128(parts, _mm_and_si128(four, documents));
    add(static_cast<uint64_t>(_mm_cvtsi128_si64(both)));
    add(static_cast<uint64_t>(_mm_cvtsi128_si64(_mm_unpackhi_epi64(both, both))));
  }
  AddUpPortable(list.subspan(i), strength, sums);
}

#else

void Postings::AddUp(std::span<const Posting> list, uint32_t strength, uint16_t* sums) {
  AddUpPortable(list, strength, sums);
}

#endif

size_t Postings::MemoryBytes() const { return begin_.bytes() + postings_.bytes(); }

}  // namespace overstap::match
