#include "tools/generate/draw.h"

#include <array>

namespace overstap::generate {
namespace {

// Some occupations have up to three times the demand of others.
std::vector<int> Demand(uint64_t seed, std::span<const OccupationId> occupations) {
  std::vector<int> weights;
  for (const OccupationId occupation : occupations) {
    weights.push_back(Random(seed, "demand", occupation.value()).Between(2, 6));
  }
  return weights;
}

}  // namespace

Drawer::Drawer(const World& world, uint64_t seed)
    : world_(world),
      seed_(seed),
      technical_weights_(Demand(seed, world.technical)),
      other_weights_(Demand(seed, world.other)) {
  for (const model::Region& region : world.regions) {
    places_.push_back(PlaceOf(region.code));
    place_weights_.push_back(places_.back().weight);
  }
  for (uint32_t i = 0; i < world.taxonomy.skill_count(); ++i) {
    if (world.taxonomy.DocumentFrequency(SkillId(i)) > 0) skills_.emplace_back(i);
  }
}

OccupationId Drawer::Technical(Random* random) const {
  return world_.technical[random->Weighted(technical_weights_)];
}

OccupationId Drawer::Other(Random* random) const {
  return world_.other[random->Weighted(other_weights_)];
}

SkillId Drawer::AnySkill(Random* random) const { return random->Pick(skills_); }

const Place& Drawer::AnyPlace(Random* random) const {
  return places_[random->Weighted(place_weights_)];
}

Hours DrawHours(Random* random) {
  static constexpr std::array<Hours, 8> kWeeks = {
      {{36, 40}, {40, 40}, {32, 40}, {38, 38}, {32, 36}, {24, 32}, {24, 36}, {16, 24}}};
  static constexpr std::array<int, 8> kWeights = {28, 20, 20, 10, 8, 7, 4, 3};
  return kWeeks[random->Weighted(kWeights)];
}

std::string DrawPostcode(const Place& place, int percent_without, Random* random) {
  if (place.postcodes.empty() || random->Percent(percent_without)) return "";
  return std::string(random->Pick(place.postcodes));
}

}  // namespace overstap::generate
