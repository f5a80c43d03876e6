// What the current taxonomies have, for checking records against them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "absl/container/flat_hash_set.h"
#include "absl/status/statusor.h"
#include "base/strings.h"
#include "engine/model/course.h"
#include "engine/model/profile.h"
#include "engine/model/vacancy.h"
#include "engine/store/store.h"

namespace overstap::ingest {

struct UnknownUri {
  std::string_view code;  // "unknown_skill" or "unknown_occupation"
  std::string_view uri;   // of the record that was looked at
};

// URIs of occupations, and of skills with knowledge areas. Thread-safe after Load.
class KnownUris {
 public:
  // Of the current taxonomy of every scheme; empty when the store has none.
  static absl::StatusOr<KnownUris> Load(const store::Store& store);

  bool HasOccupation(std::string_view uri) const { return occupations_.contains(uri); }

  bool empty() const { return occupations_.empty() && skills_.empty(); }

  // The URIs in the record that no taxonomy has, in the order in which they stand.
  std::vector<UnknownUri> Missing(const model::Vacancy& vacancy) const;
  std::vector<UnknownUri> Missing(const model::Profile& profile) const;
  std::vector<UnknownUri> Missing(const model::Course& course) const;

 private:
  using UriSet = absl::flat_hash_set<std::string, StringHash, std::equal_to<>>;

  void Add(TaxonomySource source);
  void CheckOccupation(std::string_view uri, std::vector<UnknownUri>* missing) const;
  void CheckSkill(std::string_view uri, std::vector<UnknownUri>* missing) const;

  UriSet occupations_;
  UriSet skills_;
};

}  // namespace overstap::ingest
