#include "ingest/centroids.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>

#include "base/status_macros.h"
#include "base/strings.h"
#include "base/text_encoding.h"

namespace overstap::ingest {
namespace {

using nlohmann::json;

bool AllDigits(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

absl::StatusOr<model::GeoPoint> ReadPoint(const json& value) {
  const absl::Status expected =
      absl::InvalidArgumentError("{\"c\": [latitude, longitude]} was expected");
  if (!value.is_object() || value.size() != 1) return expected;
  const auto found = value.find("c");
  if (found == value.end() || !found->is_array() || found->size() != 2) return expected;
  if (!(*found)[0].is_number() || !(*found)[1].is_number()) return expected;
  return model::GeoPoint{(*found)[0].get<double>(), (*found)[1].get<double>()};
}

absl::StatusOr<model::Place> ReadPlace(const std::string& key, const json& value) {
  model::Place place;
  (AllDigits(key) ? place.postcode : place.name) = key;
  OVERSTAP_ASSIGN_OR_RETURN(place.point, ReadPoint(value));
  OVERSTAP_RETURN_IF_ERROR(model::Validate(place));
  return place;
}

}  // namespace

std::vector<absl::StatusOr<RecordDraft<model::Place>>> PlacesFromCentroids(const json& object) {
  constexpr size_t kMaxShownBytes = 100;
  std::vector<absl::StatusOr<RecordDraft<model::Place>>> places;
  places.reserve(object.size());
  for (const auto& [key, value] : object.items()) {
    absl::StatusOr<model::Place> place = ReadPlace(key, value);
    if (place.ok()) {
      places.emplace_back().emplace().record = *std::move(place);
    } else {
      places.emplace_back(absl::InvalidArgumentError(
          StrCat("'", Utf8Prefix(key, kMaxShownBytes),
                 "': ", Utf8Prefix(FromAbsl(place.status().message()), kMaxShownBytes * 5))));
    }
  }
  return places;
}

}  // namespace overstap::ingest
