#include "taxonomy/text/prefix_index.h"

#include <algorithm>
#include <limits>
#include <tuple>
#include <utility>

#include "base/text_encoding.h"

namespace overstap::text {
namespace {

constexpr size_t kLengthClass = 8;  // bytes of a folded label that make no difference
constexpr uint32_t kNone = std::numeric_limits<uint32_t>::max();
constexpr size_t kChunk = sizeof(uint64_t);

// The bytes from `depth` on as a number that sorts as they do; zero after the end of the text,
// which has no zero bytes itself.
uint64_t ChunkAt(std::string_view text, size_t depth) {
  uint64_t chunk = 0;
  for (size_t i = 0; i < kChunk; ++i) {
    const size_t at = depth + i;
    chunk = chunk << 8 | (at < text.size() ? static_cast<uint8_t>(text[at]) : 0);
  }
  return chunk;
}

}  // namespace

bool IsSuggestedBefore(const SuggestLabel& a, const SuggestLabel& b) {
  const auto key = [](const SuggestLabel& label) {
    return std::tuple(label.label->kind, (label.folded.size() - 1) / kLengthClass,
                      kNone - label.asked, kNone - label.siblings, label.folded.size(),
                      std::string_view(label.folded), label.owner,
                      std::string_view(label.label->text));
  };
  return key(a) < key(b);
}

struct PrefixIndex::Unsorted {
  uint64_t chunk = 0;
  uint32_t text_begin = 0;
  uint32_t text_end = 0;
  uint32_t label = 0;
  uint32_t rank = 0;
};

PrefixIndex::PrefixIndex(std::vector<SuggestLabel> labels, Language language, StartFinder* starts) {
  std::sort(labels.begin(), labels.end(), IsSuggestedBefore);
  std::vector<Unsorted> unsorted;
  for (uint32_t i = 0; i < labels.size(); ++i) {
    const std::string_view folded = Utf8Prefix(labels[i].folded, kMostLabelBytes);
    const auto begin = static_cast<uint32_t>(text_.size());
    const auto end = static_cast<uint32_t>(begin + folded.size());
    labels_.push_back({labels[i].owner, labels[i].label, begin,  //
                       static_cast<uint32_t>(offsets_.size())});
    for (const LabelStart& start : starts->FindStarts(folded, language)) {
      const auto rank = static_cast<uint32_t>(static_cast<size_t>(start.place) * labels.size() + i);
      unsorted.push_back({0, begin + start.offset, end, i, rank});
      offsets_.push_back(start.offset);
    }
    text_.append(folded);
  }
  Sort(unsorted, 0);
  for (const Unsorted& start : unsorted) {
    starts_.push_back({start.text_begin, start.label});
    ranks_.push_back(start.rank);
  }
  FillBest();
}

void PrefixIndex::Sort(std::span<Unsorted> starts, size_t depth) const {
  const std::string_view all = text_;
  for (Unsorted& start : starts) {
    start.chunk = ChunkAt(all.substr(start.text_begin, start.text_end - start.text_begin), depth);
  }
  std::sort(starts.begin(), starts.end(), [](const Unsorted& a, const Unsorted& b) {
    return std::tie(a.chunk, a.rank, a.text_begin) < std::tie(b.chunk, b.rank, b.text_begin);
  });
  for (size_t begin = 0; begin < starts.size();) {
    const uint64_t chunk = starts[begin].chunk;
    size_t end = begin + 1;
    while (end < starts.size() && starts[end].chunk == chunk) ++end;
    const bool is_ended = (chunk & 0xff) == 0;
    if (end - begin > 1 && !is_ended) Sort(starts.subspan(begin, end - begin), depth + kChunk);
    begin = end;
  }
}

std::string_view PrefixIndex::Folded(uint32_t label) const {
  const size_t end = label + 1 < labels_.size() ? labels_[label + 1].text_begin : text_.size();
  const size_t begin = labels_[label].text_begin;
  return std::string_view(text_).substr(begin, end - begin);
}

std::span<const uint32_t> PrefixIndex::Starts(uint32_t label) const {
  const size_t end = label + 1 < labels_.size() ? labels_[label + 1].starts_begin : offsets_.size();
  return {offsets_.data() + labels_[label].starts_begin, offsets_.data() + end};
}

std::string_view PrefixIndex::TextAt(uint32_t position) const {
  return Folded(LabelAt(position)).substr(OffsetAt(position));
}

StartRange PrefixIndex::Find(std::string_view prefix) const {
  const auto compare = [&](const Start& start) {
    const auto position = static_cast<uint32_t>(&start - starts_.data());
    return TextAt(position).substr(0, prefix.size()).compare(prefix);
  };
  const auto begin = std::partition_point(starts_.begin(), starts_.end(),
                                          [&](const Start& start) { return compare(start) < 0; });
  const auto end = std::partition_point(begin, starts_.end(),
                                        [&](const Start& start) { return compare(start) == 0; });
  return {static_cast<uint32_t>(begin - starts_.begin()),
          static_cast<uint32_t>(end - starts_.begin())};
}

uint32_t PrefixIndex::Better(uint32_t a, uint32_t b) const {
  if (a == kNone || b == kNone) return std::min(a, b);
  return std::pair(ranks_[a], a) < std::pair(ranks_[b], b) ? a : b;
}

void PrefixIndex::FillBest() {
  const auto count = static_cast<uint32_t>(starts_.size());
  best_.resize(size_t{2} * count);
  for (uint32_t i = 0; i < count; ++i) best_[count + i] = i;
  for (uint32_t i = count; i-- > 1;) best_[i] = Better(best_[2 * i], best_[2 * i + 1]);
}

uint32_t PrefixIndex::Best(StartRange range) const {
  uint32_t best = kNone;
  size_t low = starts_.size() + range.begin;
  size_t high = starts_.size() + range.end;
  for (; low < high; low /= 2, high /= 2) {
    if (low % 2 == 1) best = Better(best, best_[low++]);
    if (high % 2 == 1) best = Better(best, best_[--high]);
  }
  return best;
}

bool PrefixIndex::IsLater(const Pending& a, const Pending& b) {
  return std::pair(a.rank, a.position) > std::pair(b.rank, b.position);
}

void PrefixIndex::Push(StartRange range, std::vector<Pending>* heap) const {
  if (range.begin >= range.end) return;
  const uint32_t position = Best(range);
  heap->push_back({ranks_[position], position, range});
  std::push_heap(heap->begin(), heap->end(), IsLater);
}

PrefixIndex::Pending PrefixIndex::Pop(std::vector<Pending>* heap) const {
  std::pop_heap(heap->begin(), heap->end(), IsLater);
  const Pending next = heap->back();
  heap->pop_back();
  return next;
}

}  // namespace overstap::text
