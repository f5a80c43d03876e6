// Stores with records at random, to measure a service on.
#pragma once

#include <random>
#include <string>
#include <vector>

#include "absl/status/status.h"
#include "engine/model/profile.h"
#include "engine/model/vacancy.h"
#include "taxonomy/taxonomy.h"

namespace overstap::bench {

// The same records for the same taxonomy. Not thread-safe.
class LiveLoad {
 public:
  explicit LiveLoad(const Taxonomy& taxonomy);

  model::Vacancy Vacancy(size_t number);
  model::Profile Profile(size_t number);
  size_t Below(size_t limit) { return random_() % limit; }

 private:
  OccupationId Occupation();
  std::vector<std::string> Skills(OccupationId occupation, size_t count);
  std::string Region();

  const Taxonomy& taxonomy_;
  std::mt19937 random_;
  std::vector<double> zipf_;
};

// Makes a store in `folder`, with the current taxonomy of the store in `taxonomy_store` and so many
// records.
absl::Status FillStore(const std::string& folder, const std::string& taxonomy_store,
                       size_t vacancies, size_t profiles);

}  // namespace overstap::bench
