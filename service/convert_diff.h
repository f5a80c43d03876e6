// TaxonomyService.DiffVersions: between the public contract and the engine.
#pragma once

#include "absl/status/status.h"
#include "engine/snapshot/version_diff.h"
#include "overstap/v1/taxonomy_service.pb.h"

namespace overstap::service {

// kInvalidArgument for a version that is not named or a page size outside the contract.
absl::Status CheckRequest(const v1::DiffVersionsRequest& request);

// Fills the names, the counts and the page after `page_token`, which is the number of changes
// before it. `request` is one that CheckRequest accepts. kInvalidArgument for a token that no page
// of this diff gave.
absl::Status FillPage(const v1::DiffVersionsRequest& request, const snapshot::VersionDiff& diff,
                      v1::DiffVersionsResponse* response);

}  // namespace overstap::service
