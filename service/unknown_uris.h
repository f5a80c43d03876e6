// What a record names that no taxonomy has.
#pragma once

#include <string_view>
#include <vector>

#include "engine/model/course.h"
#include "engine/model/demand.h"
#include "engine/model/place.h"
#include "engine/model/profile.h"
#include "engine/model/region.h"
#include "engine/model/scheme.h"
#include "engine/model/vacancy.h"
#include "taxonomy/taxonomy.h"

namespace overstap::service {

// Those that are current, one of each scheme; not null.
using Taxonomies = std::vector<const Taxonomy*>;

struct UnknownUri {
  std::string_view code;  // "unknown_skill" or "unknown_occupation"
  std::string_view uri;   // of the record that was looked at
};

// In the order in which they stand in the record.
std::vector<UnknownUri> FindUnknownUris(const model::Vacancy& vacancy,
                                        const Taxonomies& taxonomies);
std::vector<UnknownUri> FindUnknownUris(const model::Profile& profile,
                                        const Taxonomies& taxonomies);
std::vector<UnknownUri> FindUnknownUris(const model::Course& course, const Taxonomies& taxonomies);
std::vector<UnknownUri> FindUnknownUris(const model::Demand& demand, const Taxonomies& taxonomies);
// These name no concepts.
inline std::vector<UnknownUri> FindUnknownUris(const model::Scheme&, const Taxonomies&) {
  return {};
}
inline std::vector<UnknownUri> FindUnknownUris(const model::Region&, const Taxonomies&) {
  return {};
}
inline std::vector<UnknownUri> FindUnknownUris(const model::Place&, const Taxonomies&) {
  return {};
}

}  // namespace overstap::service
