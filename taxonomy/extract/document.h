// A text as words, sentences and lines that know where they stand.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace overstap::extract {

// A part of the input in bytes, [begin, end), on borders of characters.
struct ByteRange {
  uint32_t begin = 0;
  uint32_t end = 0;

  friend bool operator==(const ByteRange&, const ByteRange&) = default;
};

// A part of a document in words, [first, last).
struct WordRange {
  uint32_t first = 0;
  uint32_t last = 0;

  uint32_t size() const { return last - first; }
  friend bool operator==(const WordRange&, const WordRange&) = default;
};

struct Word {
  std::string folded;  // one word (normalise.h); empty when longer than kLongestWord bytes
  ByteRange bytes;
  char before = 0;  // the last of , ; : / ( ) - | between this word and the one before it, else 0;
                    // a dash with spaces around it counts as |
  bool capital = false;        // begins with a capital
  bool capitals = false;       // two letters or more, all capitals
  bool inner_capital = false;  // a small letter and then a capital: SolidWorks
  bool stop = false;           // words::IsStopWord

  static constexpr size_t kLongestWord = 80;
};

// Some words of one sentence or of one bullet. No longer than kLongestSentence words.
struct Sentence {
  WordRange words;
  uint32_t line = 0;  // on which it begins

  static constexpr uint32_t kLongestSentence = 120;
};

struct Line {
  ByteRange bytes;  // without white space and bullets around it
  WordRange words;
  bool bullet = false;
  bool after_blank = false;  // the first line, or the one above is empty
  char end = 0;              // last byte when it is one of . , ; : ? ! else 0
};

struct Document {
  std::string_view text;
  std::vector<Word> words;
  std::vector<Sentence> sentences;
  std::vector<Line> lines;  // that have words
};

// Takes any bytes; bytes that are no UTF-8 separate words. A sentence ends at . ! ? ; before a
// space, at a bullet and at the end of a line that is not obviously wrapped. `text` outlives the
// document. Time and memory grow with the length of the text. Thread-safe.
Document ReadDocument(std::string_view text);

std::string_view TextOf(const Document& document, ByteRange bytes);
ByteRange BytesOf(const Document& document, WordRange words);  // `words` is not empty

}  // namespace overstap::extract
