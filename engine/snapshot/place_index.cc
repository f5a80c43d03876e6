#include "engine/snapshot/place_index.h"

#include <algorithm>
#include <array>
#include <utility>

#include "engine/model/validation.h"
#include "taxonomy/normalise.h"

namespace overstap::snapshot {
namespace {

// What towns are called beside their official names, both folded.
constexpr std::array<std::pair<std::string_view, std::string_view>, 2> kOtherNames = {{
    {"den haag", "s gravenhage"},
    {"den bosch", "s hertogenbosch"},
}};

std::string_view OfficialName(std::string_view name) {
  for (const auto& [other, official] : kOtherNames) {
    if (name == other) return official;
  }
  return name;
}

}  // namespace

PlaceIndex::PlaceIndex(std::vector<model::Place> records) : records_(std::move(records)) {
  for (uint32_t i = 0; i < records_.size(); ++i) {
    const model::Place& place = records_[i];
    if (place.name.empty()) {
      by_postcode_[place.postcode] = i;
      continue;
    }
    const std::string full = FoldLabel(place.name);
    const std::string bare = FoldLabel(place.name.substr(0, place.name.find('(')));
    by_name_[full].push_back(i);
    if (bare != full && !bare.empty()) by_name_[bare].push_back(i);
  }
}

const model::Place* PlaceIndex::Find(std::string_view place, std::string_view region) const {
  if (place.empty() || records_.empty()) return nullptr;
  if (model::CheckPostcode(place).ok()) {
    const auto found = by_postcode_.find(place);
    return found == by_postcode_.end() ? nullptr : &records_[found->second];
  }
  return FindTown(FoldLabel(place), region);
}

const model::Place* PlaceIndex::FindTown(const std::string& name, std::string_view region) const {
  const auto found = by_name_.find(OfficialName(name));
  if (found == by_name_.end()) return nullptr;
  std::vector<const model::Place*> meant;
  for (const uint32_t i : found->second) {
    if (!region.empty() && records_[i].region == region) meant.push_back(&records_[i]);
  }
  if (meant.empty()) {
    for (const uint32_t i : found->second) meant.push_back(&records_[i]);
  }
  const bool is_one = std::all_of(meant.begin(), meant.end(), [&](const model::Place* other) {
    return model::DistanceKm(meant.front()->point, other->point) <= kSamePlaceKm;
  });
  return is_one ? meant.front() : nullptr;
}

}  // namespace overstap::snapshot
