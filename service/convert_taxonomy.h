// TaxonomyService: between the public contract and the engine.
#pragma once

#include <string_view>
#include <vector>

#include "absl/status/statusor.h"
#include "engine/advice/context.h"
#include "engine/advice/lookup.h"
#include "engine/store/store.h"
#include "overstap/v1/taxonomy_service.pb.h"

namespace overstap::service {

// kInvalidArgument for a text, kind or limit outside the contract.
absl::StatusOr<advice::LookupParams> FromProto(const v1::LookupRequest& request);
void FillResponse(const advice::LookupResult& result, const model::Versions& versions,
                  v1::LookupResponse* response);

// kNotFound when the taxonomy has no occupation, skill or knowledge area with that URI.
absl::StatusOr<v1::Concept> DescribeConcept(const advice::Context& context, std::string_view uri);

// The page after `page_token`, which is the name of the last version of the page before. Versions
// come in ascending order of name. kInvalidArgument for a page size outside 1..1000.
absl::Status FillPage(const v1::ListVersionsRequest& request,
                      std::vector<store::TaxonomyInfo> versions,
                      v1::ListVersionsResponse* response);

}  // namespace overstap::service
