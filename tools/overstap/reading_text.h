// How a question was read and answered from what data: what answers say in the same words.
#pragma once

#include <string>
#include <vector>

#include "engine/advice/context.h"
#include "engine/model/versions.h"

namespace overstap::cli {

// "a; b; c and 4 more"
std::string Listed(const std::vector<std::string>& items, size_t most);

// "1 week", "13.33 weeks"
std::string WeeksText(double weeks);

// Each a line for every one, or nothing.
std::string UnderstoodText(const std::vector<advice::Understood>& readings);
std::string UnknownText(const std::vector<std::string>& uris);
std::string TranslatedText(const advice::Translations& translations);

std::string VersionsText(const model::Versions& versions);

}  // namespace overstap::cli
