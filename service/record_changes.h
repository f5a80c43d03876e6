// Single records from a client on their way to the store.
#pragma once

#include <google/protobuf/repeated_ptr_field.h>

#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "engine/store/store.h"
#include "overstap/v1/data_service.pb.h"
#include "service/record_write.h"
#include "service/unknown_uris.h"

namespace overstap::service {

inline constexpr int kMostChanges = 10'000;  // of one request

// What can be kept of the request; the answer gets counts and problems. A URI that none of the
// taxonomies has is a warning. kInvalidArgument for no records or more than kMostChanges, and when
// none can be kept.
absl::StatusOr<RecordWrite> ReadUpsert(const v1::UpsertVacanciesRequest& request,
                                       const Taxonomies& taxonomies, const store::Store& store,
                                       v1::UpsertVacanciesResponse* response);
absl::StatusOr<RecordWrite> ReadUpsert(const v1::UpsertProfilesRequest& request,
                                       const Taxonomies& taxonomies, const store::Store& store,
                                       v1::UpsertProfilesResponse* response);

// Each id once, in their order. kInvalidArgument for none, more than kMostChanges, or one that is
// no id.
absl::StatusOr<std::vector<std::string>> ReadIds(
    const google::protobuf::RepeatedPtrField<std::string>& ids);

}  // namespace overstap::service
