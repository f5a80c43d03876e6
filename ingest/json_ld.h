// Values of JSON-LD: one or a list of them, as text or as an object that says it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "nlohmann/json.hpp"

namespace overstap::ingest {

// The values of a property of an object: none when it is missing or null, those of a list, else
// the one. Pointers into `object`.
std::vector<const nlohmann::json*> ValuesOf(const nlohmann::json& object,
                                            std::string_view property);

// A text or number as text, of an object its @value, name, value or termCode; else empty.
std::string TextOf(const nlohmann::json& value);

// TextOf the first value that has any; else empty.
std::string FirstText(const nlohmann::json& object, std::string_view property);

// Whether an object says that it is of a type: "JobPosting", also with schema.org in front.
bool IsOfType(const nlohmann::json& object, std::string_view type);

}  // namespace overstap::ingest
