// Which bytes of a label a piece of its folded form comes from.
#pragma once

#include <cstddef>
#include <string_view>

namespace overstap::text {

struct ByteRange {
  size_t begin = 0;
  size_t end = 0;

  friend bool operator==(const ByteRange&, const ByteRange&) = default;
};

// The characters of `label` that the bytes [begin, end) of FoldLabel(label) come from, with the
// accents and other marks that follow them. Never ends inside a character. The whole label when
// its characters cannot be folded one by one. Takes time for the label up to `end` only.
ByteRange Unfold(std::string_view label, std::string_view folded, ByteRange range);

}  // namespace overstap::text
