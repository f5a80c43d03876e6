#include "service/http/target.h"

#include <algorithm>
#include <optional>

#include "base/status_macros.h"
#include "base/strings.h"
#include "base/text_encoding.h"

namespace overstap::http {
namespace {

std::optional<int> HexValue(char digit) {
  if (digit >= '0' && digit <= '9') return digit - '0';
  if (digit >= 'a' && digit <= 'f') return digit - 'a' + 10;
  if (digit >= 'A' && digit <= 'F') return digit - 'A' + 10;
  return std::nullopt;
}

bool IsControl(char byte) { return static_cast<unsigned char>(byte) < 0x20 || byte == 0x7F; }

absl::StatusOr<std::string> Decode(std::string_view text, bool plus_is_space) {
  std::string decoded;
  decoded.reserve(text.size());
  for (size_t i = 0; i < text.size(); ++i) {
    char byte = text[i];
    if (byte == '%') {
      const auto high = i + 2 < text.size() ? HexValue(text[i + 1]) : std::nullopt;
      const auto low = high ? HexValue(text[i + 2]) : std::nullopt;
      if (!low) {
        return absl::InvalidArgumentError("the URL has a '%' without two hexadecimal digits");
      }
      byte = static_cast<char>(*high * 16 + *low);
      i += 2;
    } else if (byte == '+' && plus_is_space) {
      byte = ' ';
    }
    decoded.push_back(byte);
  }
  if (!IsValidUtf8(decoded) || std::any_of(decoded.begin(), decoded.end(), IsControl)) {
    return absl::InvalidArgumentError("the URL holds control characters or is not UTF-8");
  }
  return decoded;
}

absl::Status SplitPath(std::string_view path, std::vector<std::string>* segments) {
  if (path == "/") return absl::OkStatus();
  for (size_t begin = 1;;) {
    const size_t end = path.find('/', begin);
    OVERSTAP_ASSIGN_OR_RETURN(std::string segment, Decode(path.substr(begin, end - begin), false));
    segments->push_back(std::move(segment));
    if (end == std::string_view::npos) return absl::OkStatus();
    begin = end + 1;
  }
}

absl::Status SplitQuery(std::string_view query,
                        std::vector<std::pair<std::string, std::string>>* pairs) {
  while (!query.empty()) {
    const std::string_view pair = query.substr(0, query.find('&'));
    query.remove_prefix(std::min(query.size(), pair.size() + 1));
    if (pair.empty()) continue;
    const size_t mark = pair.find('=');
    OVERSTAP_ASSIGN_OR_RETURN(std::string key, Decode(pair.substr(0, mark), true));
    std::string value;
    if (mark != std::string_view::npos) {
      OVERSTAP_ASSIGN_OR_RETURN(value, Decode(pair.substr(mark + 1), true));
    }
    pairs->emplace_back(std::move(key), std::move(value));
  }
  return absl::OkStatus();
}

}  // namespace

absl::StatusOr<Target> ParseTarget(std::string_view text) {
  if (text.size() > kMaxTargetBytes) {
    return absl::OutOfRangeError(StrCat("the URL is longer than ", kMaxTargetBytes, " bytes"));
  }
  if (!text.starts_with('/') || text.find('#') != std::string_view::npos) {
    return absl::InvalidArgumentError("the request is for no path; it must begin with '/'");
  }
  Target target;
  const size_t mark = text.find('?');
  target.path = std::string(text.substr(0, mark));
  OVERSTAP_RETURN_IF_ERROR(SplitPath(target.path, &target.segments));
  if (mark != std::string_view::npos) {
    OVERSTAP_RETURN_IF_ERROR(SplitQuery(text.substr(mark + 1), &target.query));
  }
  return target;
}

std::string PercentEncode(std::string_view text) {
  constexpr std::string_view kHex = "0123456789ABCDEF";
  constexpr std::string_view kPlain =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~";
  std::string encoded;
  for (const char byte : text) {
    if (kPlain.find(byte) != std::string_view::npos) {
      encoded.push_back(byte);
      continue;
    }
    const auto value = static_cast<unsigned char>(byte);
    encoded.push_back('%');
    encoded.push_back(kHex[value / 16]);
    encoded.push_back(kHex[value % 16]);
  }
  return encoded;
}

}  // namespace overstap::http
