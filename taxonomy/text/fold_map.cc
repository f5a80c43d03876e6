#include "taxonomy/text/fold_map.h"

#include <algorithm>
#include <string>

#include "base/strings.h"
#include "taxonomy/normalise.h"

namespace overstap::text {
namespace {

bool IsContinuation(char byte) { return (static_cast<uint8_t>(byte) & 0xC0) == 0x80; }

size_t CharacterEnd(std::string_view text, size_t begin) {
  size_t end = begin + 1;
  while (end < text.size() && IsContinuation(text[end])) ++end;
  return end;
}

// What a character becomes inside a word: a space when it separates words, nothing when it leaves
// no trace.
std::string FoldInside(std::string_view character) {
  const std::string folded = FoldLabel(StrCat("a", character, "a"));
  return folded.size() < 2 ? "" : folded.substr(1, folded.size() - 2);
}

// Folds a label character by character and notes where the range begins and ends.
class Unfolder {
 public:
  Unfolder(std::string_view folded, ByteRange range) : folded_(folded), range_(range) {}

  // False when the label does not fold to what it should.
  bool Put(std::string_view character, size_t begin, size_t end) {
    const std::string piece = FoldInside(character);
    if (piece.empty()) {
      if (length_ == range_.end) found_.end = end;
      return true;
    }
    for (const char c : piece) {
      if (c == ' ') {
        gap_ = length_ > 0;
        continue;
      }
      if (gap_ && !PutByte(' ', begin, begin)) return false;
      gap_ = false;
      if (!PutByte(c, begin, end)) return false;
    }
    return true;
  }

  bool is_done() const { return length_ > range_.end || (length_ == range_.end && gap_); }
  bool is_found() const { return length_ >= range_.end; }
  ByteRange found() const { return found_; }

 private:
  bool PutByte(char byte, size_t begin, size_t end) {
    if (length_ < range_.end) {
      if (length_ >= folded_.size() || folded_[length_] != byte) return false;
      if (length_ == range_.begin) found_.begin = begin;
      if (length_ >= range_.begin) found_.end = end;
    }
    ++length_;
    return true;
  }

  std::string_view folded_;
  ByteRange range_;
  size_t length_ = 0;
  bool gap_ = false;
  ByteRange found_;
};

}  // namespace

ByteRange Unfold(std::string_view label, std::string_view folded, ByteRange range) {
  const ByteRange all = {0, label.size()};
  if (range.begin >= range.end) return all;
  Unfolder unfolder(folded, range);
  for (size_t begin = 0; begin < label.size() && !unfolder.is_done();) {
    const size_t end = CharacterEnd(label, begin);
    if (!unfolder.Put(label.substr(begin, end - begin), begin, end)) return all;
    begin = end;
  }
  return unfolder.is_found() ? unfolder.found() : all;
}

}  // namespace overstap::text
