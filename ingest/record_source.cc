#include "ingest/record_source.h"

#include <algorithm>
#include <string_view>
#include <utility>

#include "absl/strings/ascii.h"
#include "base/block_reader.h"
#include "base/line_reader.h"
#include "base/strings.h"

namespace overstap::ingest {
namespace {

constexpr std::string_view kByteOrderMark = "\xef\xbb\xbf";

int64_t LineEnds(std::string_view text) { return std::count(text.begin(), text.end(), '\n'); }

bool IsSkippedLine(std::string_view line) {
  const size_t first = line.find_first_not_of(" \t");
  return first == std::string_view::npos || line[first] == '#';
}

class LineSource final : public RecordSource {
 public:
  explicit LineSource(std::istream& in) : reader_(in, kMaxRecordBytes) {}

  bool Next(RawRecord* record) override {
    for (;;) {
      const LineReader::Outcome outcome = reader_.Next(&record->text);
      if (outcome == LineReader::Outcome::kEnd) return false;
      record->line = reader_.line_number();
      record->too_long = outcome == LineReader::Outcome::kTooLong;
      if (record->too_long || !IsSkippedLine(record->text)) return true;
    }
  }

  bool failed() const override { return reader_.failed(); }

 private:
  LineReader reader_;
};

// Looks at nothing but brackets, commas and texts; whoever reads the value sees what is wrong in
// it.
class ValueSource final : public RecordSource {
 public:
  explicit ValueSource(std::istream& in) : reader_(in) {
    if (reader_.Available().starts_with(kByteOrderMark)) reader_.Skip(kByteOrderMark.size());
  }

  bool Next(RawRecord* record) override {
    *record = {};
    for (int next = reader_.Peek(); next != BlockReader::kEnd; next = reader_.Peek()) {
      const char c = static_cast<char>(next);
      if (!IsBetween(c)) {
        record->line = line_;
        Take(record);
        return true;
      }
      if (c == '\n') ++line_;
      reader_.Skip(1);
    }
    return false;
  }

  bool failed() const override { return reader_.failed(); }

 private:
  static bool IsSpace(char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; }
  static bool IsBetween(char c) { return IsSpace(c) || c == ',' || c == '[' || c == ']'; }

  enum class End { kNot, kBefore, kWith };

  // How many of these bytes are of the value; `ended` when it goes on no further.
  size_t Scan(std::string_view bytes, bool* ended) {
    for (size_t i = 0; i < bytes.size(); ++i) {
      const End end = See(bytes[i]);
      if (end == End::kNot) continue;
      *ended = true;
      return i + (end == End::kWith ? 1 : 0);
    }
    return bytes.size();
  }

  End See(char c) {
    if (std::exchange(escaped_, false)) return End::kNot;
    if (in_text_) {
      escaped_ = c == '\\';
      // A line end may not stand in a text: one that is never closed ends there.
      in_text_ = c != '"' && c != '\n';
      return End::kNot;
    }
    if (open_.empty() && IsBetween(c)) return End::kBefore;
    if (IsSpace(c)) return End::kNot;
    const char before = std::exchange(before_, c);
    if (c == '"') in_text_ = true;
    if (c == '{' || c == '[') return Open(c, before);
    if (c == '}' || c == ']') return Close(c);
    return End::kNot;
  }

  // An object stands in an object behind a colon only; elsewhere those that are open should have
  // been closed.
  End Open(char c, char before) {
    if (c == '{' && before != ':' && deeper_ == 0 && !open_.empty()) {
      Drop('{');
      if (open_.empty()) return End::kBefore;
    }
    if (open_.size() < kMaxFollowed) {
      open_.push_back(c);
    } else {
      ++deeper_;
    }
    return End::kNot;
  }

  // What is open inside of what is closed should have been closed.
  End Close(char c) {
    if (deeper_ > 0) {
      --deeper_;
      return End::kNot;
    }
    Drop(c == '}' ? '[' : '{');
    if (open_.empty()) return c == '}' ? End::kWith : End::kBefore;
    open_.pop_back();
    return open_.empty() ? End::kWith : End::kNot;
  }

  void Drop(char opened) {
    while (!open_.empty() && open_.back() == opened) open_.pop_back();
  }

  void Take(RawRecord* record) {
    open_.clear();
    deeper_ = 0;
    in_text_ = escaped_ = false;
    before_ = '\0';
    bool ended = false;
    for (std::string_view bytes = reader_.Available(); !ended && !bytes.empty();
         bytes = reader_.Available()) {
      const std::string_view part = bytes.substr(0, Scan(bytes, &ended));
      line_ += LineEnds(part);
      record->bytes += static_cast<int64_t>(part.size());
      record->too_long = record->too_long || record->text.size() + part.size() > kMaxRecordBytes;
      if (!record->too_long) record->text.append(part);
      reader_.Skip(part.size());
    }
    record->unclosed = !open_.empty();
    record->last_line = line_;
    if (record->too_long) record->text.clear();
  }

  // Deeper brackets are counted and not told apart; no record is read that is so deep.
  static constexpr size_t kMaxFollowed = 256;

  BlockReader reader_;
  int64_t line_ = 1;
  std::string open_;  // brackets, outermost first
  size_t deeper_ = 0;
  char before_ = '\0';  // what stands before, other than space and in texts
  bool in_text_ = false;
  bool escaped_ = false;
};

// The whole stream; false when it is longer than kMaxPageBytes.
bool ReadAll(BlockReader* reader, std::string* text) {
  for (std::string_view bytes = reader->Available(); !bytes.empty(); bytes = reader->Available()) {
    if (text->size() + bytes.size() > kMaxPageBytes) {
      text->clear();
      return false;
    }
    text->append(bytes);
    reader->Skip(bytes.size());
  }
  if (text->starts_with(kByteOrderMark)) text->erase(0, kByteOrderMark.size());
  return true;
}

class WholeSource final : public RecordSource {
 public:
  explicit WholeSource(std::istream& in) : reader_(in) {}

  bool Next(RawRecord* record) override {
    *record = {};
    record->line = 1;
    record->too_long = !ReadAll(&reader_, &record->text);
    if (std::exchange(given_, true)) return false;
    return record->too_long || !record->text.empty();
  }

  bool failed() const override { return reader_.failed(); }

 private:
  BlockReader reader_;
  bool given_ = false;
};

class PageSource final : public RecordSource {
 public:
  explicit PageSource(std::istream& in) : reader_(in) {}

  bool Next(RawRecord* record) override {
    *record = {};
    record->line = 1;
    if (!std::exchange(read_, true)) {
      if (!ReadAll(&reader_, &page_)) {
        record->too_long = true;
        return true;
      }
      lower_ = absl::AsciiStrToLower(page_);
    }
    while (NextScript()) {
      if (attributes_.find("application/ld+json") == std::string_view::npos) continue;
      // Only from the last one on: a page may hold hundreds of thousands of scripts.
      line_ += LineEnds(std::string_view(page_).substr(counted_, begin_ - counted_));
      counted_ = begin_;
      record->line = line_;
      record->text = page_.substr(begin_, end_ - begin_);
      return true;
    }
    return false;
  }

  bool failed() const override { return reader_.failed(); }

 private:
  // Finds the next script element; what stands in it lies from begin_ to end_.
  bool NextScript() {
    const std::string_view lower = lower_;
    const size_t tag = lower.find("<script", end_);
    if (tag == std::string_view::npos) return false;
    const size_t close = lower.find('>', tag);
    if (close == std::string_view::npos) return false;
    attributes_ = lower.substr(tag, close - tag);
    begin_ = close + 1;
    end_ = std::min(lower.find("</script", begin_), lower.size());
    return true;
  }

  BlockReader reader_;
  std::string page_;
  std::string lower_;
  std::string_view attributes_;  // of lower_
  size_t begin_ = 0;
  size_t end_ = 0;
  int64_t line_ = 1;    // of the byte counted_
  size_t counted_ = 0;  // of page_
  bool read_ = false;
};

}  // namespace

std::string TooLong(RecordLayout layout) {
  if (layout == RecordLayout::kPage) return "the page is longer than 16 MB";
  if (layout == RecordLayout::kWhole) return "the file is longer than 16 MB";
  return "the record is longer than 4 MB";
}

std::string NothingIn(RecordLayout layout) {
  switch (layout) {
    case RecordLayout::kValues:
      return "no record in the file; JSON objects were expected";
    case RecordLayout::kPage:
      return "no record in the page; a script of the type application/ld+json was expected";
    case RecordLayout::kWhole:
      return "no record in the file";
    case RecordLayout::kLines:
      break;
  }
  return "no record in the file; one JSON object a line was expected";
}

std::unique_ptr<RecordSource> RecordSource::Make(RecordLayout layout, std::istream& in) {
  switch (layout) {
    case RecordLayout::kValues:
      return std::make_unique<ValueSource>(in);
    case RecordLayout::kPage:
      return std::make_unique<PageSource>(in);
    case RecordLayout::kWhole:
      return std::make_unique<WholeSource>(in);
    case RecordLayout::kLines:
      break;
  }
  return std::make_unique<LineSource>(in);
}

}  // namespace overstap::ingest
