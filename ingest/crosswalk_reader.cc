#include "ingest/crosswalk_reader.h"

#include <array>
#include <filesystem>
#include <fstream>

#include "base/enum_names.h"
#include "base/line_reader.h"
#include "base/status_macros.h"
#include "base/strings.h"
#include "ingest/crosswalk_rows.h"
#include "ingest/crosswalk_scheme_names.h"
#include "ingest/input_file.h"

namespace overstap::ingest {
namespace {

namespace fs = std::filesystem;

constexpr std::array<std::string_view, 3> kFormatNames = {"esco-mapping", "isco-brc", "tsv"};
constexpr int kMaxLinesAbove = 100;

bool Contains(std::string_view text, std::string_view part) {
  return text.find(part) != std::string_view::npos;
}

bool ContainsClassification(std::string_view line) {
  return Contains(line, "lassification 1 ") && Contains(line, "lassification 2 ");
}

// What keeps the layout from being seen.
absl::Status UnknownLayout(std::string_view name, std::istream& in) {
  in.clear();
  in.seekg(0);
  std::string head(64, '\0');
  in.read(head.data(), static_cast<std::streamsize>(head.size()));
  head.resize(static_cast<size_t>(in.gcount()));
  std::string_view what = "the layout is not known; name it (esco-mapping, isco-brc or tsv)";
  if (head.empty()) what = "the file is empty";
  if (Contains(head, std::string_view("\0", 1))) {
    what = "text holds U+0000 (is the file UTF-16?); convert it to UTF-8";
  }
  return absl::InvalidArgumentError(StrCat(name, ":1: ", what));
}

std::optional<CrosswalkFormat> FormatOf(std::istream& in) {
  LineReader reader(in);
  std::string line;
  while (reader.Next(&line) != LineReader::Outcome::kEnd &&
         reader.line_number() <= kMaxLinesAbove) {
    if (reader.line_number() == 1 && SchemesOfHeader(line)) return CrosswalkFormat::kTsv;
    if (Contains(line, "ISCO2008unitgroup")) return CrosswalkFormat::kIscoBrc;
    if (ContainsClassification(line) || Contains(line, "O*NET Id")) {
      return CrosswalkFormat::kEscoMapping;
    }
  }
  return std::nullopt;
}

absl::Status ReadRows(CrosswalkFormat format, const CrosswalkImportParams& params, std::istream& in,
                      CrosswalkRows* rows) {
  switch (format) {
    case CrosswalkFormat::kEscoMapping: {
      const std::string scheme = params.scheme.empty()
                                     ? SchemeNameOf(fs::path(params.path).stem().string())
                                     : params.scheme;
      return ReadEscoMapping(in, scheme, rows);
    }
    case CrosswalkFormat::kIscoBrc:
      return ReadIscoBrc(in, rows);
    case CrosswalkFormat::kTsv:
      break;
  }
  return ReadLinkTsv(in, rows);
}

}  // namespace

std::string_view CrosswalkFormatName(CrosswalkFormat format) {
  return EnumName(kFormatNames, format);
}

std::optional<CrosswalkFormat> ParseCrosswalkFormat(std::string_view name) {
  return ParseEnum<CrosswalkFormat>(kFormatNames, name);
}

absl::StatusOr<std::vector<Crosswalk>> ReadCrosswalks(const CrosswalkImportParams& params,
                                                      ImportReport* report, Progress* progress) {
  if (!params.scheme.empty() && !IsSchemeName(params.scheme)) {
    return absl::InvalidArgumentError(
        StrCat("'", params.scheme,
               "' is no name of a scheme; use lower-case letters, digits and hyphens"));
  }
  OVERSTAP_ASSIGN_OR_RETURN(std::ifstream in, OpenInputFile(params.path));
  const std::string name = fs::path(params.path).filename().string();
  std::optional<CrosswalkFormat> format = params.format;
  if (!format) format = FormatOf(in);
  if (!format) return UnknownLayout(name, in);
  in.clear();
  in.seekg(0);
  CrosswalkRows rows(name, report, progress);
  OVERSTAP_RETURN_IF_ERROR(ReadRows(*format, params, in, &rows));
  return rows.Take();
}

}  // namespace overstap::ingest
