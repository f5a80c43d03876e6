#include "engine/store/find_version.h"

#include <algorithm>

#include "base/status_macros.h"
#include "base/strings.h"

namespace overstap::store {
namespace {

absl::Status NoVersion(std::string_view name, const std::vector<TaxonomyInfo>& infos) {
  std::string message = StrCat("the store holds no taxonomy '", name, "'");
  if (infos.empty()) {
    return absl::NotFoundError(StrCat(message, " and no other; run: overstap import esco FOLDER"));
  }
  const char* separator = "; there are: ";
  for (const TaxonomyInfo& info : infos) {
    StrAppend(&message, separator, info.version, info.current ? " (current)" : "");
    separator = ", ";
  }
  return absl::NotFoundError(message);
}

}  // namespace

absl::StatusOr<TaxonomyInfo> FindVersion(const Store& store, std::string_view name) {
  OVERSTAP_ASSIGN_OR_RETURN(const std::vector<TaxonomyInfo> infos, store.ListTaxonomies());
  const auto is_version = [name](const TaxonomyInfo& info) { return info.version == name; };
  const auto is_current_of = [name](const TaxonomyInfo& info) {
    return info.current && info.scheme == name;
  };
  auto found = std::find_if(infos.begin(), infos.end(), is_version);
  if (found == infos.end()) found = std::find_if(infos.begin(), infos.end(), is_current_of);
  if (found == infos.end()) return NoVersion(name, infos);
  return *found;
}

}  // namespace overstap::store
