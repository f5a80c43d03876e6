#include "engine/advice/spot.h"

#include <array>

#include "base/enum_names.h"

namespace overstap::advice {
namespace {

constexpr std::array<std::string_view, kSpotKindCount> kKindNames = {"postcode", "town", "region"};

}  // namespace

std::string_view SpotKindName(SpotKind kind) { return EnumName(kKindNames, kind); }

std::optional<Spot> SpotOf(const snapshot::Snapshot& snapshot, std::string_view place,
                           std::string_view region) {
  if (const model::Place* const found = snapshot.places().Find(place, region)) {
    if (found->name.empty()) return Spot{SpotKind::kPostcode, found->postcode, found->point};
    return Spot{SpotKind::kTown, found->name, found->point};
  }
  const model::Region* const found = snapshot.FindRegion(region);
  if (found == nullptr) return std::nullopt;
  return Spot{SpotKind::kRegion, found->code, found->centroid};
}

std::optional<double> DistanceKm(const std::optional<Spot>& a, const std::optional<Spot>& b) {
  if (!a || !b) return std::nullopt;
  return model::DistanceKm(a->point, b->point);
}

std::optional<double> KnownDistanceKm(const std::optional<Spot>& a, const std::optional<Spot>& b) {
  const bool in_one_region =
      a && b && a->kind == SpotKind::kRegion && b->kind == a->kind && a->name == b->name;
  return in_one_region ? std::nullopt : DistanceKm(a, b);
}

bool AreWithin(double km, const Spot& a, const Spot& b) {
  return model::Apart(model::OnSphere(a.point), model::OnSphere(b.point)) <= model::ApartOf(km);
}

}  // namespace overstap::advice
