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
  std::string_view bytes = reader_.Available();
  if (bytes.empty()) return Outcome::kEnd;
  ++line_number_;
  bool too_long = false;
  bool ended = false;
  while (!ended && !bytes.empty()) {
    const size_t end = bytes.find('\n');
    ended = end != std::string_view::npos;
    const std::string_view part = bytes.substr(0, end);
    too_long = too_long || line->size() + part.size() > max_line_bytes_;
    if (!too_long) line->append(part);
    reader_.Skip(part.size() + (ended ? 1 : 0));
    if (!ended) bytes = reader_.Available();
  }
  if (too_long) {
    line->clear();
    return Outcome::kTooLong;
  }
  Trim(line, line_number_ == 1);
  return Outcome::kLine;
}

}  // namespace overstap
