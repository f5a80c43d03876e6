#include "service/http/static_files.h"

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <system_error>
#include <utility>

#include "base/content_hash.h"
#include "base/strings.h"
#include "service/http/compression.h"

namespace overstap::http {
namespace {

namespace fs = std::filesystem;

constexpr const char* kIndex = "index.html";

// Names of what a bundler puts there hold a hash of the content.
constexpr std::string_view kHashedFolder = "assets/";

std::string TypeOf(const fs::path& path) {
  constexpr std::array<std::pair<std::string_view, std::string_view>, 15> kTypes = {{
      {".css", "text/css; charset=utf-8"},
      {".csv", "text/csv; charset=utf-8"},
      {".html", "text/html; charset=utf-8"},
      {".ico", "image/x-icon"},
      {".jpg", "image/jpeg"},
      {".js", "text/javascript; charset=utf-8"},
      {".json", "application/json"},
      {".mjs", "text/javascript; charset=utf-8"},
      {".pdf", "application/pdf"},
      {".png", "image/png"},
      {".svg", "image/svg+xml"},
      {".txt", "text/plain; charset=utf-8"},
      {".webmanifest", "application/manifest+json"},
      {".webp", "image/webp"},
      {".woff2", "font/woff2"},
  }};
  const std::string extension = path.extension().string();
  for (const auto& [ending, type] : kTypes) {
    if (ending == extension) return std::string(type);
  }
  return "application/octet-stream";
}

std::string CachingOf(const std::string& name) {
  return name.starts_with(kHashedFolder) ? "public, max-age=31536000, immutable" : "no-cache";
}

}  // namespace

std::string EtagOf(std::string_view hash, bool is_packed) {
  return StrCat("\"", hash, is_packed ? "-gzip" : "", "\"");
}

bool Names(std::string_view if_none_match, std::string_view etag) {
  if (if_none_match.empty()) return false;
  // A weak comparison (RFC 9110, 13.1.2): "W/" does not count.
  return if_none_match.find(etag) != std::string_view::npos;
}

bool NamesAny(std::string_view if_none_match) { return if_none_match == "*"; }

StaticFile::StaticFile(const std::string& name, std::string cache_control, std::string content)
    : content_(std::move(content)),
      content_type_(TypeOf(name)),
      cache_control_(std::move(cache_control)) {
  ContentHasher hasher;
  hasher.Add(content_);
  hash_ = hasher.HexDigest(16);
  if (!IsCompressible(content_type_) || content_.size() < kLeastCompressedBytes) return;
  packed_ = Gzip(content_, Effort::kMost);
  if (packed_.size() >= content_.size()) packed_.clear();
}

Response StaticFile::Answer(std::string_view if_none_match, bool accepts_gzip) const {
  const bool is_packed = accepts_gzip && !packed_.empty();
  const std::string etag = EtagOf(hash_, is_packed);
  Response response;
  response.headers = {{"ETag", etag}, {"Cache-Control", cache_control_}};
  if (!packed_.empty()) response.headers.emplace_back("Vary", "Accept-Encoding");
  if (Names(if_none_match, etag) || NamesAny(if_none_match)) {
    response.status = 304;
    return response;
  }
  response.headers.emplace_back("Content-Type", content_type_);
  if (is_packed) response.headers.emplace_back("Content-Encoding", "gzip");
  response.body = is_packed ? packed_ : content_;
  return response;
}

absl::StatusOr<StaticFiles> StaticFiles::Load(const std::string& folder) {
  StaticFiles files;
  size_t bytes = 0;
  std::error_code error;
  fs::recursive_directory_iterator entry(folder, error);
  for (const fs::recursive_directory_iterator end; !error && entry != end; entry.increment(error)) {
    const bool is_hidden = entry->path().filename().string().starts_with('.');
    if (is_hidden && entry->is_directory(error)) entry.disable_recursion_pending();
    if (is_hidden || entry->is_symlink(error) || !entry->is_regular_file(error)) continue;
    std::ifstream in(entry->path(), std::ios::binary);
    std::string content((std::istreambuf_iterator<char>(in)), std::istreambuf_iterator<char>());
    bytes += content.size();
    if (bytes > kMaxBytes) {
      return absl::ResourceExhaustedError(
          StrCat(folder, " holds more than ", kMaxBytes >> 20, " MB; is it the built page?"));
    }
    const std::string name = entry->path().lexically_relative(folder).generic_string();
    files.files_.try_emplace(name, name, CachingOf(name), std::move(content));
  }
  if (error) return absl::NotFoundError(StrCat(folder, ": cannot be read: ", error.message()));
  if (!files.files_.contains(kIndex)) {
    return absl::NotFoundError(StrCat(folder, " has no index.html; build the page first"));
  }
  return files;
}

const StaticFile* StaticFiles::Find(std::span<const std::string> segments) const {
  if (files_.empty()) return nullptr;
  std::string name;
  for (const std::string& segment : segments) {
    // A segment that decodes to more than a name is a path in disguise.
    if (segment == ".." || segment == "." || segment.find_first_of("/\\") != std::string::npos) {
      return nullptr;
    }
    StrAppend(&name, name.empty() ? "" : "/", segment);
  }
  if (const auto found = files_.find(name); found != files_.end()) return &found->second;
  const bool is_file = !segments.empty() && segments.back().find('.') != std::string::npos;
  return is_file ? nullptr : &files_.find(kIndex)->second;
}

}  // namespace overstap::http
