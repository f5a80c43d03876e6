#include "taxonomy/extract/document.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <array>

#include "absl/strings/str_split.h"
#include "base/strings.h"
#include "base/text_encoding.h"
#include "taxonomy/normalise.h"
#include "taxonomy/words/stop_words.h"

namespace overstap::extract {
namespace {

// A line of at least this many bytes that is followed by a small letter is wrapped, not ended.
constexpr uint32_t kWrappedLineBytes = 50;

struct Character {
  UChar32 code = 0;  // negative: a byte that is no UTF-8
  uint32_t begin = 0;
  uint32_t end = 0;
};

// Bytes of the character that the byte begins; 1 for a byte that begins none.
uint32_t LengthFrom(unsigned char first) {
  if (first >= 0xf0) return 4;
  if (first >= 0xe0) return 3;
  return first >= 0xc0 ? 2 : 1;
}

Character CharacterAt(std::string_view text, uint32_t at) {
  const auto first = static_cast<unsigned char>(text[at]);
  if (first < 0x80) return {first, at, at + 1};
  const std::string_view bytes = text.substr(at, LengthFrom(first));
  if (bytes.size() < 2 || !IsValidUtf8(bytes)) return {-1, at, at + 1};
  UChar32 code = first & (0xff >> (bytes.size() + 1));
  for (const char c : bytes.substr(1)) code = (code << 6) | (static_cast<unsigned char>(c) & 0x3f);
  return {code, at, at + static_cast<uint32_t>(bytes.size())};
}

bool IsLetterOrDigit(UChar32 c) { return c >= 0 && (u_isalnum(c) || c == '+' || c == '#'); }

// Marks and invisible characters belong to the word around them.
bool ContinuesWord(UChar32 c) {
  if (c < 0) return false;
  if (IsLetterOrDigit(c)) return true;
  const auto type = u_charType(c);
  return type == U_NON_SPACING_MARK || type == U_COMBINING_SPACING_MARK ||
         type == U_ENCLOSING_MARK || type == U_FORMAT_CHAR;
}

bool IsLineEnd(UChar32 c) { return c == '\n' || c == '\r' || c == 0x2028 || c == 0x2029; }

bool IsBullet(UChar32 c) {
  static constexpr std::array<UChar32, 19> kBullets = {
      0x2022, 0x25CF, 0x25AA, 0x25A0, 0x25E6, 0x00B7, 0x2023, 0x2043, 0x27A2, 0x2713,
      0x2714, 0x2705, 0x25BA, 0x25B6, 0x2219, 0xF0B7, 0x27A4, 0x2192, 0x2605};
  return std::find(kBullets.begin(), kBullets.end(), c) != kBullets.end();
}

bool IsLineBullet(UChar32 c) {
  return IsBullet(c) || c == '-' || c == '*' || c == 0x2013 || c == '>';
}

bool EndsSentence(UChar32 c) { return c == '.' || c == '!' || c == '?' || c == ';' || c == 0x2026; }

class Reader {
 public:
  explicit Reader(std::string_view text) { document_.text = text; }

  Document Read() {
    const auto size = static_cast<uint32_t>(document_.text.size());
    for (uint32_t at = 0; at < size;) {
      const Character character = CharacterAt(document_.text, at);
      at = IsLetterOrDigit(character.code) ? ReadWord(character) : ReadSeparator(character);
    }
    EndLine();
    EndSentence();
    return std::move(document_);
  }

 private:
  uint32_t ReadWord(const Character& first) {
    if (wrap_pending_ && !(line_.words.size() == 0 && u_islower(first.code))) EndSentence();
    wrap_pending_ = false;
    Word word;
    word.bytes = {first.begin, first.end};
    word.before = before_;
    word.capital = u_isupper(first.code);
    int letters = 0;
    int capitals = 0;
    bool small = false;
    const auto size = static_cast<uint32_t>(document_.text.size());
    uint32_t at = first.begin;
    while (at < size) {
      const Character next = CharacterAt(document_.text, at);
      if (!ContinuesWord(next.code)) break;
      if (u_isalpha(next.code)) ++letters;
      if (u_isupper(next.code)) {
        ++capitals;
        if (small) word.inner_capital = true;
      }
      if (u_islower(next.code)) small = true;
      at = next.end;
    }
    word.bytes.end = at;
    word.capitals = letters >= 2 && capitals == letters;
    AddWord(std::move(word));
    before_ = 0;
    return at;
  }

  // Folding may give several words ("½"): each gets the whole of the bytes.
  void AddWord(Word word) {
    const std::string_view text = TextOf(document_, word.bytes);
    if (line_.words.size() == 0) line_.bytes.begin = word.bytes.begin;
    line_.bytes.end = word.bytes.end;
    line_.end = 0;
    if (text.size() > 4 * Word::kLongestWord) return Push(std::move(word));
    const std::string folded = FoldLabel(text);
    if (folded.size() > Word::kLongestWord) return Push(std::move(word));
    for (const auto part : absl::StrSplit(folded, ' ', absl::SkipEmpty())) {
      word.folded = std::string(part);
      word.stop = words::IsStopWord(word.folded);
      Push(word);
    }
  }

  void Push(Word word) {
    const auto index = static_cast<uint32_t>(document_.words.size());
    if (sentence_.words.size() == 0) sentence_ = {{index, index}, LineNumber()};
    document_.words.push_back(std::move(word));
    sentence_.words.last = index + 1;
    if (line_.words.size() == 0) line_.words.first = index;
    line_.words.last = index + 1;
    if (sentence_.words.size() == Sentence::kLongestSentence) EndSentence();
  }

  uint32_t ReadSeparator(const Character& c) {
    if (IsLineEnd(c.code)) {
      if (c.code == '\n' || CharacterAtOrEnd(c.end) != '\n') ReadLineEnd();
      return c.end;
    }
    const bool at_line_begin = line_.words.size() == 0;
    if ((at_line_begin && IsLineBullet(c.code)) || IsBullet(c.code)) {
      EndSentence();
      wrap_pending_ = false;
      if (!at_line_begin) EndLine();
      line_.bullet = true;
    } else if (EndsSentence(c.code) && IsSpaceOrEnd(c.end) && !IsAbbreviation()) {
      EndSentence();
    }
    Remember(IsSpacedDash(c) ? '|' : c.code);
    return c.end;
  }

  bool IsSpacedDash(const Character& c) const {
    const bool dash = c.code == '-' || c.code == 0x2013 || c.code == 0x2014;
    return dash && c.begin > 0 && document_.text[c.begin - 1] == ' ' && IsSpaceOrEnd(c.end);
  }

  void Remember(UChar32 c) {
    static constexpr std::string_view kSeparators = ",;:/()-|";
    static constexpr std::string_view kEnds = ".,;:?!";
    if (c == 0x2013 || c == 0x2014) c = '-';
    if (c < 0 || c > 0x7e) return;
    const char ascii = static_cast<char>(c);
    if (kSeparators.find(ascii) != std::string_view::npos) before_ = ascii;
    if (line_.words.size() > 0 && !u_isUWhiteSpace(c)) {
      line_.end = kEnds.find(ascii) != std::string_view::npos ? ascii : char{0};
    }
  }

  // One letter, or letters with points between them ("o.a.", "m.b.t."), or a known short form.
  bool IsAbbreviation() const {
    if (sentence_.words.size() == 0) return false;
    const Word& word = document_.words.back();
    static constexpr std::array<std::string_view, 10> kShort = {
        "bijv", "evt", "incl", "excl", "ca", "nr", "min", "max", "resp", "dhr"};
    return (word.folded.size() == 1 && !word.capital) ||
           std::find(kShort.begin(), kShort.end(), word.folded) != kShort.end();
  }

  UChar32 CharacterAtOrEnd(uint32_t at) const {
    return at < document_.text.size() ? CharacterAt(document_.text, at).code : 0;
  }
  bool IsSpaceOrEnd(uint32_t at) const {
    return at >= document_.text.size() || u_isUWhiteSpace(CharacterAtOrEnd(at)) ||
           EndsSentence(CharacterAtOrEnd(at));
  }

  void ReadLineEnd() {
    if (line_.words.size() == 0) {
      EndSentence();
      after_blank_ = true;
      line_.bullet = false;
      wrap_pending_ = false;
    } else {
      wrap_pending_ = line_.end != ':' && line_.bytes.end - line_.bytes.begin >= kWrappedLineBytes;
      if (!wrap_pending_) EndSentence();
      EndLine();
    }
    before_ = 0;
  }

  uint32_t LineNumber() const { return static_cast<uint32_t>(document_.lines.size()); }

  void EndLine() {
    if (line_.words.size() == 0) return;
    line_.after_blank = after_blank_;
    document_.lines.push_back(line_);
    after_blank_ = false;
    line_ = {};
  }

  void EndSentence() {
    if (sentence_.words.size() > 0) document_.sentences.push_back(sentence_);
    sentence_ = {};
  }

  Document document_;
  Sentence sentence_;
  Line line_;
  char before_ = 0;
  bool after_blank_ = true;
  bool wrap_pending_ = false;
};

}  // namespace

Document ReadDocument(std::string_view text) { return Reader(text).Read(); }

std::string_view TextOf(const Document& document, ByteRange bytes) {
  return document.text.substr(bytes.begin, bytes.end - bytes.begin);
}

ByteRange BytesOf(const Document& document, WordRange words) {
  return {document.words[words.first].bytes.begin, document.words[words.last - 1].bytes.end};
}

}  // namespace overstap::extract
