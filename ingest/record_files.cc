#include "ingest/record_files.h"

#include <algorithm>
#include <array>
#include <system_error>

#include "base/strings.h"

namespace overstap::ingest {
namespace {

namespace fs = std::filesystem;

constexpr std::streamsize kHeadBytes = 64 * 1024;

bool HasKnownExtension(const fs::path& path) {
  constexpr std::array<std::string_view, 6> kExtensions = {".html",  ".htm",    ".json",
                                                           ".jsonl", ".jsonld", ".xml"};
  return std::find(kExtensions.begin(), kExtensions.end(), path.extension().string()) !=
         kExtensions.end();
}

}  // namespace

absl::StatusOr<std::vector<fs::path>> RecordFilesOf(RecordKind kind,
                                                    std::optional<RecordFormat> format,
                                                    const std::string& path) {
  std::error_code error;
  if (!fs::is_directory(path, error)) return std::vector<fs::path>{path};
  if (!format || *format == RecordFormat::kOverstap) {
    return std::vector<fs::path>{fs::path(path) / StrCat(RecordKindName(kind), ".jsonl")};
  }
  std::vector<fs::path> files;
  for (auto entry = fs::directory_iterator(path, error);
       !error && entry != fs::directory_iterator(); entry.increment(error)) {
    if (HasKnownExtension(entry->path())) files.push_back(entry->path());
  }
  if (error) return absl::PermissionDeniedError(StrCat(path, ": ", error.message()));
  std::sort(files.begin(), files.end());
  if (!files.empty()) return files;
  return absl::NotFoundError(
      StrCat(path, ": no file with the extension html, htm, json, jsonl, jsonld or xml"));
}

absl::StatusOr<SeenFormat> SeeFormatOf(RecordKind kind, std::optional<RecordFormat> given,
                                       std::istream* in) {
  if (in->tellg() == std::istream::pos_type(-1)) {
    in->clear();
    return SeeFormat(kind, given.value_or(RecordFormat::kOverstap), "");
  }
  std::string head(static_cast<size_t>(kHeadBytes), '\0');
  in->read(head.data(), kHeadBytes);
  head.resize(static_cast<size_t>(in->gcount()));
  in->clear();
  in->seekg(0);
  return SeeFormat(kind, given, head);
}

}  // namespace overstap::ingest
