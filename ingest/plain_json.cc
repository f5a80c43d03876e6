#include "ingest/plain_json.h"

#include <cstdint>
#include <string>
#include <utility>

#include "ingest/json_text.h"

namespace overstap::ingest {
namespace {

using nlohmann::json;

constexpr int kMaxDigits = 18;

class PlainJson {
 public:
  explicit PlainJson(std::string_view text) : next_(text.data()), end_(text.data() + text.size()) {}

  bool Read(json* root) {
    if (!Value(root)) return false;
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

  bool Value(json* value) {
    SkipSpace();
    if (next_ == end_) return false;
    switch (*next_) {
      case '{':
        return Nested(value, &PlainJson::Object);
      case '[':
        return Nested(value, &PlainJson::Array);
      case '"':
        *value = std::string();
        return Text(value->get_ptr<std::string*>());
      case 't':
        *value = true;
        return Word("true");
      case 'f':
        *value = false;
        return Word("false");
      case 'n':
        *value = nullptr;
        return Word("null");
      default:
        return Number(value);
    }
  }

  bool Nested(json* value, bool (PlainJson::*read)(json*)) {
    ++next_;
    if (++depth_ > static_cast<int>(kMaxJsonDepth)) return false;
    const bool well = (this->*read)(value);
    --depth_;
    return well;
  }

  bool Object(json* value) {
    *value = json::object();
    auto& object = *value->get_ptr<json::object_t*>();
    if (Take('}')) return true;
    std::string key;
    do {
      SkipSpace();
      if (next_ == end_ || *next_ != '"' || !Text(&key) || !Take(':')) return false;
      const auto [slot, is_new] = object.emplace(key, nullptr);
      if (!is_new || !Value(&slot->second)) return false;
    } while (Take(','));
    return Take('}');
  }

  bool Array(json* value) {
    *value = json::array();
    auto& array = *value->get_ptr<json::array_t*>();
    if (Take(']')) return true;
    do {
      array.emplace_back(nullptr);
      if (!Value(&array.back())) return false;
    } while (Take(','));
    return Take(']');
  }

  // At the opening quote.
  bool Text(std::string* text) {
    text->clear();
    for (const char* begin = ++next_; next_ != end_; ++next_) {
      const char c = *next_;
      if (c == '"') {
        text->append(begin, next_++);
        return true;
      }
      if (static_cast<unsigned char>(c) < 0x20) return false;
      if (c != '\\') continue;
      text->append(begin, next_);
      if (!Escape(text)) return false;
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

  bool Number(json* value) {
    const bool negative = *next_ == '-';
    if (negative) ++next_;
    const char* const begin = next_;
    int64_t number = 0;
    while (next_ != end_ && *next_ >= '0' && *next_ <= '9' && next_ - begin < kMaxDigits) {
      number = number * 10 + (*next_++ - '0');
    }
    if (next_ == begin || (*begin == '0' && (negative || next_ - begin > 1))) return false;
    if (next_ != end_ && std::string_view("0123456789.eE").find(*next_) != std::string_view::npos) {
      return false;
    }
    if (negative) {
      *value = -number;
    } else {
      *value = static_cast<uint64_t>(number);
    }
    return true;
  }

  const char* next_;
  const char* end_;
  int depth_ = 0;
};

}  // namespace

bool ReadPlainJson(std::string_view text, json* root) { return PlainJson(text).Read(root); }

}  // namespace overstap::ingest
