#include "tests/architecture/include_scanner.h"

#include <algorithm>
#include <array>

namespace overstap::architecture {
namespace {

bool IsDigit(char c) { return c >= '0' && c <= '9'; }
bool IsWordStart(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_'; }
bool IsBlank(char c) { return c == ' ' || c == '\t' || c == '\r'; }

class Scanner {
 public:
  explicit Scanner(std::string_view text) : text_(text) {}

  std::vector<Include> Run() {
    bool line_start = true;  // nothing but blanks and comments on this line so far
    while (!AtEnd()) {
      const char c = Peek();
      if (c == '\n') {
        Skip(1);
        line_start = true;
      } else if (IsBlank(c)) {
        Skip(1);
      } else if (!SkipComment()) {
        if (c == '#' && line_start) {
          ReadDirective();
        } else {
          SkipToken();
        }
        line_start = false;
      }
    }
    return std::move(includes_);
  }

 private:
  bool AtEnd() const { return at_ >= text_.size(); }
  char Peek(size_t ahead = 0) const {
    return at_ + ahead < text_.size() ? text_[at_ + ahead] : '\0';
  }
  bool StartsWith(std::string_view what) const { return text_.substr(at_).starts_with(what); }

  void Skip(size_t count) {
    const size_t end = std::min(at_ + count, text_.size());
    line_ += static_cast<int>(std::count(text_.begin() + static_cast<std::ptrdiff_t>(at_),
                                         text_.begin() + static_cast<std::ptrdiff_t>(end), '\n'));
    at_ = end;
  }

  // To just behind `what`, or to the end.
  void SkipPast(std::string_view what) {
    const size_t found = text_.find(what, at_);
    Skip(found == std::string_view::npos ? text_.size() - at_ : found + what.size() - at_);
  }

  bool SkipComment() {
    if (StartsWith("/*")) {
      Skip(2);
      SkipPast("*/");
      return true;
    }
    if (!StartsWith("//")) return false;
    while (!AtEnd() && Peek() != '\n') Skip(Peek() == '\\' ? 2 : 1);
    return true;
  }

  void SkipToken() {
    const char c = Peek();
    if (c == '"' || c == '\'') {
      SkipQuoted(c);
    } else if (IsDigit(c)) {  // a quote inside a number separates digits
      while (IsDigit(Peek()) || IsWordStart(Peek()) || Peek() == '\'' || Peek() == '.') Skip(1);
    } else if (IsWordStart(c)) {
      SkipWord();
    } else {
      Skip(1);
    }
  }

  void SkipWord() {
    const size_t begin = at_;
    while (IsWordStart(Peek()) || IsDigit(Peek())) Skip(1);
    static constexpr std::array<std::string_view, 5> kRawPrefixes = {"R", "LR", "uR", "UR", "u8R"};
    const std::string_view word = text_.substr(begin, at_ - begin);
    if (Peek() == '"' && std::ranges::find(kRawPrefixes, word) != kRawPrefixes.end()) SkipRaw();
  }

  void SkipQuoted(char quote) {
    Skip(1);
    while (!AtEnd() && Peek() != quote && Peek() != '\n') Skip(Peek() == '\\' ? 2 : 1);
    if (Peek() == quote) Skip(1);
  }

  void SkipRaw() {
    Skip(1);
    const size_t open = text_.find('(', at_);
    if (open == std::string_view::npos) return;
    std::string end(")");
    end.append(text_.substr(at_, open - at_)).push_back('"');
    SkipPast(end);
  }

  void ReadDirective() {
    Skip(1);
    SkipBlanks();
    if (!StartsWith("include")) return;
    Skip(std::string_view("include").size());
    SkipBlanks();
    const char open = Peek();
    if (open != '"' && open != '<') return;
    const char close = open == '<' ? '>' : '"';
    const size_t end = text_.find_first_of(close == '>' ? ">\n" : "\"\n", at_ + 1);
    if (end == std::string_view::npos || text_[end] != close) return;
    includes_.push_back({std::string(text_.substr(at_ + 1, end - at_ - 1)), open == '<', line_});
    Skip(end + 1 - at_);
  }

  void SkipBlanks() {
    while (!AtEnd()) {
      if (IsBlank(Peek())) {
        Skip(1);
      } else if (StartsWith("\\\n")) {
        Skip(2);
      } else if (!StartsWith("/*") || !SkipComment()) {
        return;
      }
    }
  }

  std::string_view text_;
  size_t at_ = 0;
  int line_ = 1;
  std::vector<Include> includes_;
};

}  // namespace

std::vector<Include> ScanIncludes(std::string_view source) { return Scanner(source).Run(); }

}  // namespace overstap::architecture
