// The last diff that was asked for, so that its pages cost one computation.
#pragma once

#include <memory>
#include <mutex>
#include <string>
#include <utility>
#include <vector>

#include "absl/status/statusor.h"
#include "base/status_macros.h"
#include "engine/snapshot/version_diff.h"
#include "engine/store/find_version.h"

namespace overstap::service {

// Thread-safe. While one diff is computed others wait; a page of the diff that is kept is given at
// once.
class DiffCache {
 public:
  // `store` outlives the cache.
  explicit DiffCache(const store::Store* store) : store_(*store) {}

  // As snapshot::DiffVersions.
  absl::StatusOr<std::shared_ptr<const snapshot::VersionDiff>> Diff(
      const std::string& before, const std::string& after, const LanguageOrder& languages) {
    const std::lock_guard lock(mutex_);
    OVERSTAP_ASSIGN_OR_RETURN(const store::TaxonomyInfo from, store::FindVersion(store_, before));
    OVERSTAP_ASSIGN_OR_RETURN(const store::TaxonomyInfo to, store::FindVersion(store_, after));
    Key key = {from.version, from.sequence, to.version, to.sequence, languages};
    if (kept_ != nullptr && key == key_) return kept_;
    OVERSTAP_ASSIGN_OR_RETURN(snapshot::VersionDiff diff,
                              snapshot::DiffVersions(store_, from.version, to.version, languages));
    kept_ = std::make_shared<const snapshot::VersionDiff>(std::move(diff));
    key_ = std::move(key);
    return kept_;
  }

 private:
  struct Key {
    std::string before;
    int64_t before_sequence = 0;  // a version can be written again with other content
    std::string after;
    int64_t after_sequence = 0;
    LanguageOrder languages;

    friend bool operator==(const Key&, const Key&) = default;
  };

  const store::Store& store_;
  std::mutex mutex_;
  Key key_;
  std::shared_ptr<const snapshot::VersionDiff> kept_;
};

}  // namespace overstap::service
