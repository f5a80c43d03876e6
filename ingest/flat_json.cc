#include "ingest/flat_json.h"

#include <algorithm>
#include <charconv>

#include "engine/model/bsn.h"
#include "ingest/json_text.h"

namespace overstap::ingest {
namespace {

constexpr int kMaxDigits = 18;
// A value takes at least as many bytes in records as people have them; a list may be denser.
constexpr size_t kBytesPerValue = 24;

bool IsDigit(char c) { return c >= '0' && c <= '9'; }

}  // namespace

class FlatJsonReader {
 public:
  using Kind = FlatValue::Kind;

  FlatJsonReader(std::string_view text, FlatJson* json)
      : next_(text.data()), end_(next_ + text.size()), values_(json->values_), json_(*json) {
    values_.clear();
    values_.reserve(text.size() / kBytesPerValue + 1);
    json_.unescaped_.clear();
    text_bytes_ = text.size();
  }

  bool Read() {
    if (!Value({})) return false;
    SkipSpace();
    return next_ == end_;
  }

 private:
  void SkipSpace() {
    while (next_ != end_ && (*next_ == ' ' || *next_ == '\n' || *next_ == '\r' || *next_ == '\t')) {
      ++next_;
    }
  }

  // Takes one byte after white space when it is `c`.
  bool Take(char c) {
    SkipSpace();
    if (next_ == end_ || *next_ != c) return false;
    ++next_;
    return true;
  }

  bool Word(std::string_view word) {
    if (static_cast<size_t>(end_ - next_) < word.size()) return false;
    if (std::string_view(next_, word.size()) != word) return false;
    next_ += word.size();
    return true;
  }

  bool Value(std::string_view key) {
    SkipSpace();
    if (next_ == end_) return false;
    const size_t at = values_.size();
    FlatValue& value = values_.emplace_back();
    value.key = key;
    value.end = at + 1;
    switch (*next_) {
      case '{':
        return Nested(at, Kind::kObject, &FlatJsonReader::Members);
      case '[':
        return Nested(at, Kind::kList, &FlatJsonReader::Elements);
      case '"':
        value.kind = Kind::kText;
        return Text(&value.text);
      case 't':
        value.kind = Kind::kTrue;
        return Word("true");
      case 'f':
        value.kind = Kind::kFalse;
        return Word("false");
      case 'n':
        return Word("null");
      default:
        return Number(&value);
    }
  }

  bool Nested(size_t at, Kind kind, bool (FlatJsonReader::*read)(size_t*)) {
    ++next_;
    if (++depth_ > kMaxJsonDepth) return false;
    size_t members = 0;
    if (!(this->*read)(&members)) return false;
    --depth_;
    values_[at].kind = kind;
    values_[at].members = members;
    values_[at].end = values_.size();
    return true;
  }

  bool Members(size_t* members) {
    if (Take('}')) return true;
    std::string_view key;
    do {
      SkipSpace();
      if (next_ == end_ || *next_ != '"' || !Text(&key) || !Take(':') || !Value(key)) return false;
      ++*members;
    } while (Take(','));
    return Take('}');
  }

  bool Elements(size_t* members) {
    if (Take(']')) return true;
    do {
      if (!Value({})) return false;
      ++*members;
    } while (Take(','));
    return Take(']');
  }

  // At the opening quote.
  bool Text(std::string_view* text) {
    const char* const begin = ++next_;
    for (; next_ != end_; ++next_) {
      const char c = *next_;
      if (c == '"') {
        *text = std::string_view(begin, static_cast<size_t>(next_++ - begin));
        return true;
      }
      if (c == '\\') return EscapedText(begin, text);
      if (static_cast<unsigned char>(c) < 0x20) return false;
    }
    return false;
  }

  // At the first backslash of a text that began at `begin`.
  bool EscapedText(const char* begin, std::string_view* text) {
    std::string& unescaped = json_.unescaped_;
    // All texts together are shorter than the whole, so that earlier views stay where they are.
    if (unescaped.empty()) unescaped.reserve(text_bytes_);
    const size_t start = unescaped.size();
    for (; next_ != end_; ++next_) {
      const char c = *next_;
      if (c == '"') {
        unescaped.append(begin, next_++);
        *text = std::string_view(unescaped).substr(start);
        return true;
      }
      if (static_cast<unsigned char>(c) < 0x20) return false;
      if (c != '\\') continue;
      unescaped.append(begin, next_);
      if (!Escape(&unescaped)) return false;
      begin = next_ + 1;
    }
    return false;
  }

  // Ends at the last byte of the escape.
  bool Escape(std::string* text) {
    constexpr std::string_view kLetters = "\"\\/bfnrt";
    constexpr std::string_view kMeant = "\"\\/\b\f\n\r\t";
    if (++next_ == end_) return false;
    const size_t letter = kLetters.find(*next_);
    if (letter == std::string_view::npos) return false;
    text->push_back(kMeant[letter]);
    return true;
  }

  bool Number(FlatValue* value) {
    const char* const begin = next_;
    const bool negative = *next_ == '-';
    if (negative) ++next_;
    const char* const digits = next_;
    if (!Digits() || (*digits == '0' && next_ - digits > 1)) return false;
    value->kind = Kind::kWhole;
    if (next_ != end_ && *next_ == '.') {
      ++next_;
      if (!Digits()) return false;
      value->kind = Kind::kFraction;
    } else if (negative && *digits == '0') {
      return false;
    }
    if (next_ - digits > kMaxDigits) return false;
    if (next_ != end_ && (*next_ == 'e' || *next_ == 'E')) return false;
    value->text = std::string_view(begin, static_cast<size_t>(next_ - begin));
    return std::from_chars(begin, next_, value->number).ec == std::errc();
  }

  // At least one.
  bool Digits() {
    const char* const begin = next_;
    while (next_ != end_ && IsDigit(*next_)) ++next_;
    return next_ != begin;
  }

  const char* next_;
  const char* end_;
  std::vector<FlatValue>& values_;
  FlatJson& json_;
  size_t text_bytes_ = 0;
  size_t depth_ = 0;
};

bool FlatJson::Read(std::string_view text) { return FlatJsonReader(text, this).Read(); }

bool AnyTextHoldsBsn(const FlatJson& json) {
  return std::any_of(json.values().begin(), json.values().end(), [](const FlatValue& value) {
    const bool says = value.kind == FlatValue::Kind::kText ||
                      (value.kind == FlatValue::Kind::kWhole && value.text.front() != '-');
    return model::HoldsBsn(value.key) || (says && model::HoldsBsn(value.text));
  });
}

}  // namespace overstap::ingest
