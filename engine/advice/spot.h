// Where people and vacancies are, as far as that is known, and how far apart.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "engine/advice/context.h"
#include "engine/model/geo.h"
#include "engine/snapshot/snapshot.h"

namespace overstap::advice {

// Known by what.
enum class SpotKind : uint8_t { kPostcode, kTown, kRegion };
inline constexpr int kSpotKindCount = 3;

std::string_view SpotKindName(SpotKind kind);  // "postcode", "town", "region"

struct Spot {
  SpotKind kind = SpotKind::kRegion;
  std::string_view name;  // "8011", "Druten" or "AM06", in the snapshot
  model::GeoPoint point;  // its middle
};

// The middle of `place`, a postcode or town, when the data knows it; else that of the region;
// nothing when that is unknown too.
std::optional<Spot> SpotOf(const snapshot::Snapshot& snapshot, std::string_view place,
                           std::string_view region);

// Of a vacancy, a profile or what is known of either.
template <class Facts>
std::optional<Spot> SpotOf(const Context& context, const Facts& facts) {
  return SpotOf(context.snapshot, facts.place, facts.region);
}

// What is known of a vacancy or profile, with the region of its place when it says none: what rows
// of the snapshot know of theirs.
template <class Record>
auto SettledFactsOf(const Context& context, const Record& record) {
  auto facts = model::FactsOf(record);
  facts.region = std::string(context.snapshot.places().RegionOf(facts.place, facts.region));
  return facts;
}

// As the crow flies; nothing when one of the two is not known.
std::optional<double> DistanceKm(const std::optional<Spot>& a, const std::optional<Spot>& b);

// The same to be told: nothing either when of both no more is known than that they are in one
// region.
std::optional<double> KnownDistanceKm(const std::optional<Spot>& a, const std::optional<Spot>& b);

// Whether two spots are at most so far apart. This and nothing else decides about a radius.
bool AreWithin(double km, const Spot& a, const Spot& b);

}  // namespace overstap::advice
