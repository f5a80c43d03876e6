// What a record names that the taxonomy does not have.
#pragma once

#include <string_view>
#include <vector>

#include "engine/model/course.h"
#include "engine/model/profile.h"
#include "engine/model/region.h"
#include "engine/model/scheme.h"
#include "engine/model/vacancy.h"
#include "taxonomy/taxonomy.h"

namespace overstap::service {

struct UnknownUri {
  std::string_view code;  // "unknown_skill" or "unknown_occupation"
  std::string_view uri;   // of the record that was looked at
};

// In the order in which they stand in the record.
std::vector<UnknownUri> FindUnknownUris(const model::Vacancy& vacancy, const Taxonomy& taxonomy);
std::vector<UnknownUri> FindUnknownUris(const model::Profile& profile, const Taxonomy& taxonomy);
std::vector<UnknownUri> FindUnknownUris(const model::Course& course, const Taxonomy& taxonomy);
// These name no concepts.
inline std::vector<UnknownUri> FindUnknownUris(const model::Scheme&, const Taxonomy&) { return {}; }
inline std::vector<UnknownUri> FindUnknownUris(const model::Region&, const Taxonomy&) { return {}; }

}  // namespace overstap::service
