#include "engine/snapshot/version_diff.h"

#include "base/status_macros.h"
#include "engine/store/find_version.h"

namespace overstap::snapshot {

absl::StatusOr<VersionDiff> DiffVersions(const store::Store& store, std::string_view before,
                                         std::string_view after, const LanguageOrder& languages) {
  OVERSTAP_ASSIGN_OR_RETURN(const store::TaxonomyInfo old_info, store::FindVersion(store, before));
  OVERSTAP_ASSIGN_OR_RETURN(const store::TaxonomyInfo new_info, store::FindVersion(store, after));
  OVERSTAP_ASSIGN_OR_RETURN(const TaxonomySource old_source, store.ReadTaxonomy(old_info.version));
  OVERSTAP_ASSIGN_OR_RETURN(const TaxonomySource new_source, store.ReadTaxonomy(new_info.version));
  return VersionDiff{old_info.version, new_info.version,
                     DiffTaxonomies(old_source, new_source, languages)};
}

}  // namespace overstap::snapshot
