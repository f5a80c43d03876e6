#include "ingest/record_format.h"

#include <algorithm>
#include <array>

#include "base/enum_names.h"
#include "base/strings.h"

namespace overstap::ingest {
namespace {

constexpr std::array<std::string_view, 5> kFormatNames = {"overstap", "jobposting", "vum",
                                                          "europass", "centroids"};
constexpr std::array<std::string_view, 7> kKindNames = {
    "vacancies", "profiles", "courses", "schemes", "regions", "demand", "places"};
constexpr std::string_view kSpace = " \t\r\n";
constexpr std::string_view kByteOrderMark = "\xef\xbb\xbf";

absl::Status CheckReadable(std::string_view head) {
  if (head.starts_with("\xff\xfe") || head.starts_with("\xfe\xff") ||
      (head.size() >= 2 && (head[0] == '\0') != (head[1] == '\0'))) {
    return absl::InvalidArgumentError(
        "is UTF-16; convert it to UTF-8 first: iconv -f UTF-16 -t UTF-8");
  }
  if (head.starts_with("\x1f\x8b") || head.starts_with("PK\x03\x04")) {
    return absl::InvalidArgumentError("is compressed; unpack it first");
  }
  return absl::OkStatus();
}

// What stands after white space, a byte order mark, and lines that begin with '#'.
std::string_view Content(std::string_view head) {
  if (head.starts_with(kByteOrderMark)) head.remove_prefix(kByteOrderMark.size());
  for (;;) {
    head.remove_prefix(std::min(head.find_first_not_of(kSpace), head.size()));
    if (!head.starts_with("#")) return head;
    head.remove_prefix(std::min(head.find('\n'), head.size()));
  }
}

// Whether every bracket of a line is closed in it.
bool IsBalanced(std::string_view line) {
  int open = 0;
  bool in_text = false;
  for (size_t i = 0; i < line.size(); ++i) {
    const char c = line[i];
    if (in_text) {
      if (c == '\\') ++i;
      if (c == '"') in_text = false;
    } else if (c == '"') {
      in_text = true;
    } else if (c == '{' || c == '[') {
      ++open;
    } else if (c == '}' || c == ']') {
      --open;
    }
  }
  return open == 0 && !in_text;
}

bool IsOneObjectALine(std::string_view content) {
  const size_t end = std::min(content.find('\n'), content.size());
  if (!content.starts_with("{")) return !content.starts_with("[");
  const std::string_view line = content.substr(0, content.find_last_not_of(kSpace, end) + 1);
  if (end == content.size() || IsBalanced(line)) return true;
  // A value that goes on in the next line, or a bad line before a good one?
  constexpr std::string_view kGoesOn = "[{,";
  return kGoesOn.find(line.back()) == std::string_view::npos &&
         Content(content.substr(end)).starts_with("{");
}

bool Holds(std::string_view head, std::string_view word) {
  return head.find(word) != std::string_view::npos;
}

RecordFormat GuessFormat(RecordKind kind, std::string_view content) {
  if (kind == RecordKind::kVacancies) {
    if (content.starts_with("<") ||
        (Holds(content, "\"@type\"") && Holds(content, "JobPosting\""))) {
      return RecordFormat::kJobPosting;
    }
    if (Holds(content, "\"idVacature\"")) return RecordFormat::kVum;
  }
  if (kind == RecordKind::kProfiles) {
    if (content.starts_with("<")) return RecordFormat::kEuropass;
    if (Holds(content, "\"idWerkzoekende\"")) return RecordFormat::kVum;
  }
  if (kind == RecordKind::kPlaces && Holds(content, "\"c\"") && !Holds(content, "\"latitude\"")) {
    return RecordFormat::kCentroids;
  }
  return RecordFormat::kOverstap;
}

RecordLayout LayoutOf(RecordFormat format, std::string_view content) {
  if (format == RecordFormat::kOverstap) return RecordLayout::kLines;
  if (format == RecordFormat::kEuropass || format == RecordFormat::kCentroids) {
    return RecordLayout::kWhole;
  }
  if (content.starts_with("<")) return RecordLayout::kPage;
  return IsOneObjectALine(content) ? RecordLayout::kLines : RecordLayout::kValues;
}

}  // namespace

std::string_view RecordKindName(RecordKind kind) { return EnumName(kKindNames, kind); }

std::optional<RecordKind> ParseRecordKind(std::string_view name) {
  return ParseEnum<RecordKind>(kKindNames, name);
}

std::string_view RecordFormatName(RecordFormat format) { return EnumName(kFormatNames, format); }

std::optional<RecordFormat> ParseRecordFormat(std::string_view name) {
  return ParseEnum<RecordFormat>(kFormatNames, name);
}

std::vector<RecordFormat> FormatsOf(RecordKind kind) {
  if (kind == RecordKind::kVacancies) {
    return {RecordFormat::kOverstap, RecordFormat::kJobPosting, RecordFormat::kVum};
  }
  if (kind == RecordKind::kProfiles) {
    return {RecordFormat::kOverstap, RecordFormat::kVum, RecordFormat::kEuropass};
  }
  if (kind == RecordKind::kPlaces) return {RecordFormat::kOverstap, RecordFormat::kCentroids};
  return {RecordFormat::kOverstap};
}

absl::StatusOr<SeenFormat> SeeFormat(RecordKind kind, std::optional<RecordFormat> given,
                                     std::string_view head) {
  if (absl::Status status = CheckReadable(head); !status.ok()) return status;
  const std::string_view content = Content(head);
  const RecordFormat format = given.value_or(GuessFormat(kind, content));
  const std::vector<RecordFormat> formats = FormatsOf(kind);
  if (std::find(formats.begin(), formats.end(), format) == formats.end()) {
    return absl::InvalidArgumentError(StrCat(RecordKindName(kind), " do not come in the format '",
                                             RecordFormatName(format), "'"));
  }
  return SeenFormat{format, LayoutOf(format, content)};
}

}  // namespace overstap::ingest
