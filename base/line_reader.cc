#include "base/line_reader.h"

#include <string_view>

namespace overstap {
namespace {

constexpr std::string_view kByteOrderMark = "\xef\xbb\xbf";

void Trim(std::string* line, bool first) {
  if (!line->empty() && line->back() == '\r') line->pop_back();
  if (first && line->starts_with(kByteOrderMark)) line->erase(0, kByteOrderMark.size());
}

}  // namespace

LineReader::Outcome LineReader::Next(std::string* line) {
  line->clear();
  std::streambuf* buffer = in_.rdbuf();
  if (buffer->sgetc() == std::char_traits<char>::eof()) return Outcome::kEnd;
  ++line_number_;
  bool too_long = false;
  for (int c = buffer->sbumpc(); c != std::char_traits<char>::eof() && c != '\n';
       c = buffer->sbumpc()) {
    if (line->size() < max_line_bytes_) {
      line->push_back(static_cast<char>(c));
    } else {
      too_long = true;
    }
  }
  if (too_long) {
    line->clear();
    return Outcome::kTooLong;
  }
  Trim(line, line_number_ == 1);
  return Outcome::kLine;
}

}  // namespace overstap
