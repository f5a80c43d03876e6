#include "ingest/xml_tree.h"

#include "absl/strings/ascii.h"
#include "base/strings.h"
#include "base/text_encoding.h"

namespace overstap::ingest {
namespace {

// The node after `node` below `root`, parents before children; `depth` follows along.
pugi::xml_node Next(pugi::xml_node node, const pugi::xml_node& root, int* depth) {
  if (node.first_child()) {
    ++*depth;
    return node.first_child();
  }
  while (node && node != root && !node.next_sibling()) {
    --*depth;
    node = node.parent();
  }
  return node == root ? pugi::xml_node() : node.next_sibling();
}

}  // namespace

absl::StatusOr<std::unique_ptr<pugi::xml_document>> ParseXml(std::string_view text) {
  if (const size_t bad = FindInvalidUtf8(text); bad != std::string_view::npos) {
    return absl::InvalidArgumentError(
        StrCat("byte ", bad + 1, " is not UTF-8 (is the file Latin-1?); convert it to UTF-8"));
  }
  auto document = std::make_unique<pugi::xml_document>();
  const pugi::xml_parse_result result =
      document->load_buffer(text.data(), text.size(), pugi::parse_default, pugi::encoding_utf8);
  if (!result) {
    return absl::InvalidArgumentError(
        StrCat("not well-formed XML at byte ", result.offset + 1, ": ", result.description()));
  }
  int depth = 0;
  for (pugi::xml_node node = *document; node; node = Next(node, *document, &depth)) {
    if (depth > kMaxXmlDepth) {
      return absl::InvalidArgumentError(StrCat("elements are deeper than ", kMaxXmlDepth));
    }
  }
  return document;
}

std::string_view LocalName(const pugi::xml_node& node) {
  std::string_view name = node.name();
  const size_t colon = name.find(':');
  return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

pugi::xml_node Child(const pugi::xml_node& parent, std::string_view name) {
  for (const pugi::xml_node& child : parent.children()) {
    if (LocalName(child) == name) return child;
  }
  return {};
}

pugi::xml_node Descend(pugi::xml_node node, const std::vector<std::string_view>& path) {
  for (const std::string_view name : path) node = Child(node, name);
  return node;
}

void ForEachElement(const pugi::xml_node& root, std::string_view name,
                    const std::function<void(const pugi::xml_node&)>& visit) {
  int depth = 0;
  for (pugi::xml_node node = root; node; node = Next(node, root, &depth)) {
    if (node != root && LocalName(node) == name) visit(node);
  }
}

std::string TextOf(const pugi::xml_node& node) {
  std::string text;
  for (const pugi::xml_node& child : node.children()) text += child.value();
  return std::string(absl::StripAsciiWhitespace(text));
}

bool AnyText(const pugi::xml_node& root, bool (*holds)(std::string_view text)) {
  int depth = 0;
  for (pugi::xml_node node = root; node; node = Next(node, root, &depth)) {
    if (holds(node.value())) return true;
    for (const pugi::xml_attribute& attribute : node.attributes()) {
      if (holds(attribute.value())) return true;
    }
  }
  return false;
}

}  // namespace overstap::ingest
