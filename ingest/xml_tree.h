// XML that comes from outside.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "absl/status/statusor.h"
#include "pugixml.hpp"

namespace overstap::ingest {

inline constexpr int kMaxXmlDepth = 64;

// kInvalidArgument, saying where, for text that is not UTF-8 or not well-formed and for elements
// deeper than kMaxXmlDepth. Entities of a document type are not expanded. Thread-safe.
absl::StatusOr<std::unique_ptr<pugi::xml_document>> ParseXml(std::string_view text);

// Names without their prefix: "hr:PersonName" is "PersonName".
std::string_view LocalName(const pugi::xml_node& node);

// The first child element with a local name; a null node when there is none, or no parent.
pugi::xml_node Child(const pugi::xml_node& parent, std::string_view name);
// Child of child of ...: {"Position", "Label"}.
pugi::xml_node Descend(pugi::xml_node node, const std::vector<std::string_view>& path);

// Calls `visit` with every element of a local name below `root`, at any depth, in order.
void ForEachElement(const pugi::xml_node& root, std::string_view name,
                    const std::function<void(const pugi::xml_node&)>& visit);

// The text of an element, without white space around it.
std::string TextOf(const pugi::xml_node& node);

// Whether `holds` says yes of any text or attribute.
bool AnyText(const pugi::xml_node& root, bool (*holds)(std::string_view text));

}  // namespace overstap::ingest
