// Which figures of demand are about this work in this region?
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "absl/time/civil_time.h"
#include "base/strings.h"
#include "engine/model/demand.h"
#include "taxonomy/crosswalk.h"
#include "taxonomy/taxonomy.h"

namespace overstap::snapshot {

// The records that answer; null: unknown. They may be two: a source can give one figure only.
struct DemandFacts {
  const model::Demand* tension = nullptr;
  const model::Demand* open_vacancies = nullptr;
};

// Immutable; thread-safe.
class DemandIndex {
 public:
  DemandIndex() = default;
  explicit DemandIndex(std::vector<model::Demand> records);

  size_t size() const { return records_.size(); }

  // For each figure the record that is nearest to the occupation: about itself, else about its
  // longest ISCO-08 code, else its longest BRC 2014 code, to which `crosswalks` leads. Of those the
  // newest that is not of after `today`; ties by id. Only figures of that very region (empty: of
  // the whole country): a figure of one region says nothing of another.
  DemandFacts Find(OccupationId occupation, std::string_view region, absl::CivilDay today,
                   const Taxonomy& taxonomy, const CrosswalkIndex& crosswalks) const;

 private:
  // Fills what is still unknown from the records about one thing.
  void Take(model::DemandBasis basis, std::string_view code, std::string_view region,
            absl::CivilDay today, DemandFacts* facts) const;
  void TakePrefixes(model::DemandBasis basis, std::string_view code, std::string_view region,
                    absl::CivilDay today, DemandFacts* facts) const;

  std::vector<model::Demand> records_;
  StringMap<std::vector<uint32_t>> about_;  // by what it is about and region; newest first
};

}  // namespace overstap::snapshot
