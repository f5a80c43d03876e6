// The files of a page, held in memory.
#pragma once

#include <map>
#include <span>
#include <string>
#include <string_view>

#include "absl/status/statusor.h"
#include "service/http/message.h"

namespace overstap::http {

// What a page of ours may do: nothing from elsewhere, nothing inline but styles that a script sets.
inline constexpr std::string_view kPagePolicy =
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; "
    "font-src 'self'; connect-src 'self'; manifest-src 'self'; worker-src 'self'; "
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

// Another form of the same content is another thing to a cache: `hash` with what it is packed as.
std::string EtagOf(std::string_view hash, bool is_packed);

// Whether an If-None-Match holds the ETag.
bool Names(std::string_view if_none_match, std::string_view etag);

// Whether an If-None-Match is "*": whatever is there is known (RFC 9110, 13.1.2).
bool NamesAny(std::string_view if_none_match);

// Immutable.
class StaticFile {
 public:
  // The type goes by the ending of the name. Packs the content, if that makes it smaller.
  StaticFile(const std::string& name, std::string cache_control, std::string content);

  // 200 with the content in the form that the client takes, or 304 when it has that.
  Response Answer(std::string_view if_none_match, bool accepts_gzip) const;

 private:
  std::string content_;
  std::string packed_;  // by gzip; empty: not smaller
  std::string content_type_;
  std::string cache_control_;
  std::string hash_;
};

// Immutable; thread-safe. Only what was in the folder at the start can be asked for.
class StaticFiles {
 public:
  StaticFiles() = default;

  // All files of the folder and the folders in it; links and names that begin with '.' are left
  // out. kNotFound when there is no such folder or it has no index.html, kResourceExhausted beyond
  // kMaxBytes.
  static absl::StatusOr<StaticFiles> Load(const std::string& folder);

  // The file at the path. index.html for "/" and for paths without one whose last segment has no
  // '.', which are routes of the page itself. Null when there is none.
  const StaticFile* Find(std::span<const std::string> segments) const;

  static constexpr size_t kMaxBytes = size_t{64} << 20;

 private:
  std::map<std::string, StaticFile, std::less<>> files_;  // by path without the first '/'
};

}  // namespace overstap::http
