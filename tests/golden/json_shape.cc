#include "tests/golden/json_shape.h"

#include "base/strings.h"

namespace overstap {
namespace {

using Json = nlohmann::ordered_json;

std::string KindOf(const Json& value) {
  if (value.is_string()) return "text";
  if (value.is_number_integer()) return "integer";
  if (value.is_number()) return "number";
  if (value.is_boolean()) return "boolean";
  if (value.is_null()) return "null";
  return value.is_array() ? "array" : "object";
}

bool IsOneOf(const std::string& kind, std::string_view names) {
  while (!names.empty()) {
    const size_t end = std::min(names.find('|'), names.size());
    const std::string_view name = names.substr(0, end);
    if (name == kind || name == "anything" || (name == "number" && kind == "integer")) return true;
    names.remove_prefix(std::min(end + 1, names.size()));
  }
  return false;
}

void Check(const Json& value, const Json& shape, const std::string& path,
           std::vector<std::string>* faults) {
  const std::string kind = KindOf(value);
  if (shape.is_string()) {
    const auto names = shape.get<std::string>();
    if (!IsOneOf(kind, names)) faults->push_back(StrCat(path, ": is ", kind, ", not ", names));
  } else if (shape.is_array()) {
    if (!value.is_array()) {
      faults->push_back(StrCat(path, ": is ", kind, ", not array"));
      return;
    }
    if (shape.empty()) return;
    for (size_t i = 0; i < value.size(); ++i) {
      Check(value[i], shape[0], StrCat(path, "[", i, "]"), faults);
    }
  } else if (shape.is_object()) {
    if (!value.is_object()) {
      faults->push_back(StrCat(path, ": is ", kind, ", not object"));
      return;
    }
    for (const auto& [field, wanted] : shape.items()) {
      const std::string inner = path.empty() ? field : StrCat(path, ".", field);
      if (!value.contains(field)) {
        faults->push_back(StrCat(inner, ": is missing"));
      } else {
        Check(value[field], wanted, inner, faults);
      }
    }
  } else {
    faults->push_back(StrCat(path, ": the shape itself is wrong"));
  }
}

}  // namespace

std::vector<std::string> ShapeFaults(const Json& value, const Json& shape) {
  std::vector<std::string> faults;
  Check(value, shape, "", &faults);
  return faults;
}

}  // namespace overstap
