#include <cstdint>
#include <sstream>
#include <string>
#include <vector>

#include "base/csv.h"
#include "base/line_reader.h"
#include "base/text_encoding.h"
#include "tests/fuzz/check.h"
#include "tests/fuzz/fuzz_targets.h"

namespace overstap::fuzz {
namespace {

using Rows = std::vector<std::vector<std::string>>;

constexpr size_t kMaxRecordBytes = 4096;

absl::StatusOr<Rows> ReadCsv(const std::string& text, size_t max_record_bytes) {
  std::istringstream in(text);
  CsvOptions options;
  options.max_record_bytes = max_record_bytes;
  CsvReader reader(in, "fuzz.csv", options);
  Rows rows;
  std::vector<std::string> cells;
  int64_t line = 0;
  for (;;) {
    const auto more = reader.Next(&cells);
    if (!more.ok()) {
      OVERSTAP_FUZZ_CHECK(more.status().message().find("fuzz.csv:") == 0);
      return more.status();
    }
    if (!*more) return rows;
    OVERSTAP_FUZZ_CHECK(reader.line() > line);
    line = reader.line();
    size_t bytes = 0;
    for (const std::string& cell : cells) {
      OVERSTAP_FUZZ_CHECK(IsValidUtf8(cell));
      bytes += cell.size();
    }
    OVERSTAP_FUZZ_CHECK(bytes <= max_record_bytes);
    rows.push_back(cells);
  }
}

std::string WriteCsv(const Rows& rows) {
  std::string text;
  for (const auto& cells : rows) {
    for (size_t i = 0; i < cells.size(); ++i) {
      text += i == 0 ? "\"" : ",\"";
      for (const char c : cells[i]) text += c == '"' ? std::string("\"\"") : std::string(1, c);
      text += '"';
    }
    text += '\n';
  }
  return text;
}

// A decoder after the definition in RFC 3629, one character at a time.
bool IsUtf8ByDefinition(std::string_view text) {
  for (size_t at = 0; at < text.size();) {
    const auto lead = static_cast<uint8_t>(text[at]);
    const int more = lead < 0x80             ? 0
                     : (lead & 0xe0) == 0xc0 ? 1
                     : (lead & 0xf0) == 0xe0 ? 2
                     : (lead & 0xf8) == 0xf0 ? 3
                                             : -1;
    if (more < 0 || at + static_cast<size_t>(more) >= text.size()) return false;
    uint32_t number = more == 0 ? lead : lead & (0x3fu >> more);
    for (int i = 1; i <= more; ++i) {
      const auto next = static_cast<uint8_t>(text[at + static_cast<size_t>(i)]);
      if ((next & 0xc0) != 0x80) return false;
      number = (number << 6) | (next & 0x3fu);
    }
    constexpr uint32_t kLeast[] = {0, 0x80, 0x800, 0x10000};
    if (number < kLeast[more] || number > 0x10ffff) return false;
    if (number >= 0xd800 && number <= 0xdfff) return false;
    at += static_cast<size_t>(more) + 1;
  }
  return true;
}

}  // namespace

void FuzzCsv(std::string_view bytes) {
  const auto rows = ReadCsv(std::string(bytes), kMaxRecordBytes);
  if (!rows.ok()) return;
  // What was read, written again, is read as the same.
  const auto again = ReadCsv(WriteCsv(*rows), 4 * kMaxRecordBytes);
  OVERSTAP_FUZZ_CHECK(again.ok() && *again == *rows);
}

void FuzzLineReader(std::string_view bytes) {
  constexpr size_t kMaxLineBytes = 64;
  std::istringstream in{std::string(bytes)};
  LineReader reader(in, kMaxLineBytes);
  std::string line;
  int64_t count = 0;
  for (auto outcome = reader.Next(&line); outcome != LineReader::Outcome::kEnd;
       outcome = reader.Next(&line)) {
    OVERSTAP_FUZZ_CHECK(reader.line_number() == ++count);
    OVERSTAP_FUZZ_CHECK(line.size() <= kMaxLineBytes);
    OVERSTAP_FUZZ_CHECK(line.find('\n') == std::string::npos);
  }
  int64_t expected = bytes.empty() || bytes.back() == '\n' ? 0 : 1;
  for (const char c : bytes) expected += c == '\n' ? 1 : 0;
  OVERSTAP_FUZZ_CHECK(count == expected);
}

void FuzzUtf8(std::string_view bytes) {
  const size_t bad = FindInvalidUtf8(bytes);
  OVERSTAP_FUZZ_CHECK((bad == std::string_view::npos) == IsUtf8ByDefinition(bytes));
  OVERSTAP_FUZZ_CHECK(IsUtf8ByDefinition(bytes.substr(0, bad)));
  if (bad != std::string_view::npos) return;
  for (size_t max = 0; max < bytes.size() && max < 16; ++max) {
    const std::string_view prefix = Utf8Prefix(bytes, max);
    OVERSTAP_FUZZ_CHECK(prefix.size() <= max && max < prefix.size() + 4);
    OVERSTAP_FUZZ_CHECK(IsUtf8ByDefinition(prefix));
  }
}

}  // namespace overstap::fuzz
