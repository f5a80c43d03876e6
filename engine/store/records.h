// Records between our structs and the bytes in the store. The id is in the key and not in the
// bytes.
#pragma once

#include <string>
#include <string_view>

#include "absl/status/statusor.h"
#include "engine/model/course.h"
#include "engine/model/demand.h"
#include "engine/model/place.h"
#include "engine/model/profile.h"
#include "engine/model/region.h"
#include "engine/model/scheme.h"
#include "engine/model/vacancy.h"

namespace overstap::store {

// Equal records give equal bytes. kInvalidArgument, naming the field, for what could not be read
// back: an id that is empty or longer than model::kMaxIdBytes, text that is not UTF-8, a day
// millions of years away. Thread-safe.
absl::StatusOr<std::string> Encode(const model::Vacancy& record);
absl::StatusOr<std::string> Encode(const model::Profile& record);
absl::StatusOr<std::string> Encode(const model::Course& record);
absl::StatusOr<std::string> Encode(const model::Scheme& record);
absl::StatusOr<std::string> Encode(const model::Region& record);
absl::StatusOr<std::string> Encode(const model::Demand& record);
absl::StatusOr<std::string> Encode(const model::Place& record);

// kDataLoss for bytes that Encode does not give. Thread-safe.
absl::StatusOr<model::Vacancy> DecodeVacancy(std::string id, std::string_view bytes);
absl::StatusOr<model::Profile> DecodeProfile(std::string id, std::string_view bytes);
absl::StatusOr<model::Course> DecodeCourse(std::string id, std::string_view bytes);
absl::StatusOr<model::Scheme> DecodeScheme(std::string id, std::string_view bytes);
absl::StatusOr<model::Region> DecodeRegion(std::string code, std::string_view bytes);
absl::StatusOr<model::Demand> DecodeDemand(std::string id, std::string_view bytes);
absl::StatusOr<model::Place> DecodePlace(std::string id, std::string_view bytes);

}  // namespace overstap::store
