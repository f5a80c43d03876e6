#include "taxonomy/words/dictd.h"

#include <cstdint>
#include <optional>
#include <utility>

#include "absl/strings/ascii.h"
#include "absl/strings/str_split.h"
#include "base/status_macros.h"
#include "base/strings.h"
#include "base/text_encoding.h"

namespace overstap::words {
namespace {

constexpr std::string_view kDigits =
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
constexpr size_t kMostDigits = 6;  // 36 bits: 64 GB
constexpr size_t kMostArticleBytes = size_t{64} << 10;

std::optional<uint64_t> ParseBase64Number(std::string_view text) {
  if (text.empty() || text.size() > kMostDigits) return std::nullopt;
  uint64_t number = 0;
  for (const char c : text) {
    const size_t digit = kDigits.find(c);
    if (digit == std::string_view::npos) return std::nullopt;
    number = number * kDigits.size() + digit;
  }
  return number;
}

// "2. disposeof, sell" without its number.
std::string_view WithoutNumber(std::string_view line) {
  const size_t dot = line.find(". ");
  if (dot == std::string_view::npos || dot == 0) return line;
  for (const char c : line.substr(0, dot)) {
    if (!absl::ascii_isdigit(static_cast<unsigned char>(c))) return line;
  }
  return line.substr(dot + 2);
}

std::vector<std::string> Translations(std::string_view article) {
  std::vector<std::string> translations;
  const size_t first_line = article.find('\n');
  if (first_line == std::string_view::npos) return translations;
  for (const auto line : absl::StrSplit(ToAbsl(article.substr(first_line + 1)), '\n')) {
    for (const auto piece : absl::StrSplit(ToAbsl(WithoutNumber(FromAbsl(line))), ',')) {
      const auto word = absl::StripAsciiWhitespace(piece);
      if (!word.empty()) translations.emplace_back(word.data(), word.size());
    }
  }
  return translations;
}

absl::StatusOr<std::string_view> Article(std::string_view offset, std::string_view length,
                                         std::string_view body) {
  const auto begin = ParseBase64Number(offset);
  const auto size = ParseBase64Number(length);
  if (!begin || !size) return absl::InvalidArgumentError("offset or length is not a number");
  if (*begin > body.size() || *size > body.size() - *begin) {
    return absl::InvalidArgumentError("the entry lies outside the dictionary; is it cut off?");
  }
  if (*size > kMostArticleBytes) {
    return absl::InvalidArgumentError(
        StrCat("the entry has ", *size, " bytes; at most ", kMostArticleBytes, " are read"));
  }
  return body.substr(*begin, *size);
}

absl::StatusOr<DictionaryEntry> ParseLine(std::string_view line, std::string_view body) {
  const std::vector<std::string> fields = absl::StrSplit(ToAbsl(line), '\t');
  if (fields.size() < 3) {
    return absl::InvalidArgumentError("a line needs a headword, an offset and a length");
  }
  OVERSTAP_ASSIGN_OR_RETURN(const std::string_view article, Article(fields[1], fields[2], body));
  if (!IsValidUtf8(line) || !IsValidUtf8(article)) {
    return absl::InvalidArgumentError("the entry is not UTF-8");
  }
  return DictionaryEntry{std::string(absl::StripAsciiWhitespace(fields[0])), Translations(article)};
}

}  // namespace

absl::StatusOr<std::vector<DictionaryEntry>> ParseDictd(std::string_view index,
                                                        std::string_view body,
                                                        std::string_view source) {
  std::vector<DictionaryEntry> entries;
  int line_number = 0;
  while (!index.empty()) {
    const size_t end = index.find('\n');
    const std::string_view line = index.substr(0, end);
    index.remove_prefix(end == std::string_view::npos ? index.size() : end + 1);
    ++line_number;
    if (line.empty() || line.starts_with("00database")) continue;
    auto entry = ParseLine(line, body);
    if (!entry.ok()) {
      return absl::InvalidArgumentError(
          StrCat(source, ":", line_number, ": ", FromAbsl(entry.status().message())));
    }
    if (!entry->headword.empty() && !entry->translations.empty()) {
      entries.push_back(*std::move(entry));
    }
  }
  return entries;
}

}  // namespace overstap::words
