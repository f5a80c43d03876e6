#include "service/http/compression.h"

#include <zlib.h>

#include <algorithm>
#include <array>
#include <new>

#include "absl/strings/ascii.h"
#include "absl/strings/numbers.h"
#include "base/strings.h"

namespace overstap::http {
namespace {

constexpr int kGzipWindow = 15 + 16;  // the largest, with the frame of gzip
constexpr int kMemory = 8;            // the usual

// The text up to the mark, which is taken off `rest` with it.
std::string_view TakeUntil(char mark, std::string_view* rest) {
  const size_t end = std::min(rest->find(mark), rest->size());
  const std::string_view part = rest->substr(0, end);
  rest->remove_prefix(std::min(end + 1, rest->size()));
  return FromAbsl(absl::StripAsciiWhitespace(ToAbsl(part)));
}

// "gzip;q=0.5": a weight that is no number counts as 0.
bool IsWanted(std::string_view parameters) {
  while (!parameters.empty()) {
    const std::string_view parameter = TakeUntil(';', &parameters);
    if (!parameter.starts_with("q=") && !parameter.starts_with("Q=")) continue;
    double weight = 0;
    return absl::SimpleAtod(ToAbsl(parameter.substr(2)), &weight) && weight > 0;
  }
  return true;
}

}  // namespace

std::string Gzip(std::string_view text, Effort effort) {
  z_stream stream{};
  const int level = effort == Effort::kMost ? Z_BEST_COMPRESSION : Z_BEST_SPEED;
  if (deflateInit2(&stream, level, Z_DEFLATED, kGzipWindow, kMemory, Z_DEFAULT_STRATEGY) != Z_OK) {
    throw std::bad_alloc();
  }
  std::string packed(deflateBound(&stream, text.size()), '\0');
  // zlib reads and writes unsigned bytes, and does not change what it reads.
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(text.data()));
  stream.avail_in = static_cast<uInt>(text.size());
  stream.next_out = reinterpret_cast<Bytef*>(packed.data());
  stream.avail_out = static_cast<uInt>(packed.size());
  deflate(&stream, Z_FINISH);  // the bound leaves room for all of it
  packed.resize(stream.total_out);
  deflateEnd(&stream);
  return packed;
}

bool AcceptsGzip(std::string_view accept_encoding) {
  bool any = false;
  while (!accept_encoding.empty()) {
    std::string_view parameters = TakeUntil(',', &accept_encoding);
    const std::string name = absl::AsciiStrToLower(ToAbsl(TakeUntil(';', &parameters)));
    if (name == "gzip" || name == "x-gzip") return IsWanted(parameters);
    if (name == "*") any = IsWanted(parameters);
  }
  return any;
}

bool IsCompressible(std::string_view content_type) {
  constexpr std::array<std::string_view, 3> kOthers = {"application/json", "image/svg+xml",
                                                       "application/manifest+json"};
  const std::string_view type = content_type.substr(0, content_type.find(';'));
  return type.starts_with("text/") || type.ends_with("+json") ||
         std::find(kOthers.begin(), kOthers.end(), type) != kOthers.end();
}

}  // namespace overstap::http
