#include "ingest/plain_text.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>
#include <utility>

#include "absl/strings/ascii.h"
#include "base/strings.h"

namespace overstap::ingest {
namespace {

constexpr size_t kMaxEntityBytes = 10;
constexpr std::array<std::pair<std::string_view, std::string_view>, 16> kEntities = {{
    {"amp", "&"},
    {"lt", "<"},
    {"gt", ">"},
    {"quot", "\""},
    {"apos", "'"},
    {"nbsp", " "},
    {"euro", "€"},
    {"eacute", "é"},
    {"euml", "ë"},
    {"egrave", "è"},
    {"iuml", "ï"},
    {"ouml", "ö"},
    {"uuml", "ü"},
    {"bull", "-"},
    {"ndash", "–"},
    {"rsquo", "’"},
}};

void AppendUtf8(uint32_t c, std::string* text) {
  if (c == 0 || c > 0x10ffff || (c >= 0xd800 && c <= 0xdfff)) return;
  if (c < 0x80) {
    text->push_back(static_cast<char>(c));
    return;
  }
  const int more = c < 0x800 ? 1 : c < 0x10000 ? 2 : 3;
  constexpr std::array<uint32_t, 4> kLead = {0, 0xc0, 0xe0, 0xf0};
  text->push_back(static_cast<char>(kLead[static_cast<size_t>(more)] | (c >> (6 * more))));
  for (int i = more - 1; i >= 0; --i) {
    text->push_back(static_cast<char>(0x80 | ((c >> (6 * i)) & 0x3f)));
  }
}

std::optional<uint32_t> CodeOf(std::string_view entity) {
  entity.remove_prefix(1);
  const bool hex = entity.starts_with("x") || entity.starts_with("X");
  if (hex) entity.remove_prefix(1);
  if (entity.empty() || entity.size() > 7) return std::nullopt;
  uint32_t code = 0;
  for (const char c : entity) {
    if (!(hex ? absl::ascii_isxdigit(static_cast<unsigned char>(c))
              : absl::ascii_isdigit(static_cast<unsigned char>(c)))) {
      return std::nullopt;
    }
    const auto lower = static_cast<uint32_t>(absl::ascii_tolower(static_cast<unsigned char>(c)));
    code = code * (hex ? 16 : 10) + (lower <= '9' ? lower - '0' : lower - 'a' + 10);
  }
  return code;
}

// Appends the character of the entity that `html` begins with and gives its length; an ampersand
// that begins none stands for itself.
size_t AppendEntity(std::string_view html, std::string* text) {
  const size_t end = html.substr(0, kMaxEntityBytes + 2).find(';');
  if (end != std::string_view::npos && end > 1) {
    const std::string_view name = html.substr(1, end - 1);
    if (name[0] == '#') {
      if (const auto code = CodeOf(name)) {
        AppendUtf8(*code, text);
        return end + 1;
      }
    }
    for (const auto& [entity, character] : kEntities) {
      if (entity == name) {
        text->append(character);
        return end + 1;
      }
    }
  }
  text->push_back('&');
  return 1;
}

bool BreaksLine(std::string_view tag) {
  constexpr std::array<std::string_view, 13> kBlocks = {
      "br", "p", "div", "ul", "ol", "h1", "h2", "h3", "h4", "h5", "h6", "tr", "section"};
  return std::find(kBlocks.begin(), kBlocks.end(), tag) != kBlocks.end();
}

// Length of the element or tag that `html` begins with; what it stands for goes into the text.
size_t SkipTag(std::string_view html, std::string* text) {
  if (html.starts_with("<!--")) {
    const size_t end = html.find("-->");
    return end == std::string_view::npos ? html.size() : end + 3;
  }
  const size_t close = html.find('>');
  if (close == std::string_view::npos) return html.size();
  std::string_view inside = html.substr(1, close - 1);
  const bool ends = inside.starts_with("/");
  if (ends) inside.remove_prefix(1);
  const std::string tag =
      absl::AsciiStrToLower(ToAbsl(inside.substr(0, inside.find_first_of(" /\t\r\n"))));
  if (BreaksLine(tag)) text->push_back('\n');
  if (tag == "li") text->append(ends ? "\n" : "\n- ");
  if (!ends && (tag == "script" || tag == "style")) {
    const size_t end = html.find(StrCat("</", tag), close);
    return end == std::string_view::npos ? html.size() : end;
  }
  return close + 1;
}

}  // namespace

std::string PlainText(std::string_view html) {
  std::string text;
  while (!html.empty()) {
    const size_t plain = std::min(html.find_first_of("<&"), html.size());
    text.append(html.substr(0, plain));
    html.remove_prefix(plain);
    if (html.empty()) break;
    html.remove_prefix(html.front() == '<' ? SkipTag(html, &text) : AppendEntity(html, &text));
  }
  return text;
}

}  // namespace overstap::ingest
