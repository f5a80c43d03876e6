#include "ingest/json_ld.h"

#include <algorithm>

namespace overstap::ingest {

using nlohmann::json;

std::vector<const json*> ValuesOf(const json& object, std::string_view property) {
  std::vector<const json*> values;
  if (!object.is_object()) return values;
  const auto found = object.find(std::string(property));
  if (found == object.end() || found->is_null()) return values;
  if (!found->is_array()) return {&*found};
  for (const json& value : *found) {
    if (!value.is_null()) values.push_back(&value);
  }
  return values;
}

std::string TextOf(const json& value) {
  if (value.is_string()) return value.get<std::string>();
  if (value.is_number()) return value.dump();
  if (!value.is_object()) return {};
  for (const char* property : {"@value", "name", "value", "termCode", "codeValue"}) {
    const auto found = value.find(property);
    if (found != value.end() && !found->is_structured()) {
      if (std::string text = TextOf(*found); !text.empty()) return text;
    }
  }
  return {};
}

std::string FirstText(const json& object, std::string_view property) {
  for (const json* value : ValuesOf(object, property)) {
    if (std::string text = TextOf(*value); !text.empty()) return text;
  }
  return {};
}

bool IsOfType(const json& object, std::string_view type) {
  const std::vector<const json*> types = ValuesOf(object, "@type");
  return std::any_of(types.begin(), types.end(), [type](const json* value) {
    if (!value->is_string()) return false;
    std::string_view name = value->get_ref<const std::string&>();
    const size_t prefix = name.find_last_of("/:#");
    if (prefix != std::string_view::npos) name.remove_prefix(prefix + 1);
    return name == type;
  });
}

}  // namespace overstap::ingest
