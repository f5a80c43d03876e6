// How near one occupation is to another when no person asks, in the direction from the first to the
// second. What a step means for a person is step_closeness.h.
#pragma once

#include <memory>
#include <mutex>
#include <span>
#include <vector>

#include "engine/match/params.h"
#include "engine/transition/closeness_params.h"
#include "engine/transition/short_vectors.h"
#include "taxonomy/taxonomy.h"

namespace overstap::transition {

// What the closeness of a pair is made of, each 0..1.
struct ClosenessParts {
  double likeness = 0;  // cosine in the space of work, in float; below kLeastLikeness: 0
  double step = 0;      // share lost to the step in ISCO skill level; 0 when a level is unknown
};

// Immutable after Build and thread-safe; keeps a pointer to the taxonomy. The space of work is made
// at the first question, which takes about a second for ESCO.
//
//   closeness(A -> B) = (1 - step(A, B)) * cos(v(A), v(B))   0..1
//
// v is the space of work: the rows of WorkFeatures in the parameters' number of dimensions
// (Reduce), learnt from the taxonomy alone, in 8 bits a cell (ShortVectors). One of which nothing
// is known is at no point: its vector is 0. step(A, B) is step_down for each ISCO skill level that
// B lies below A, step_up for each above. closeness(A -> A) is 1 (within 1e-6) unless nothing is
// known of A.
class ClosenessModel {
 public:
  ClosenessModel() = default;
  static ClosenessModel Build(const Taxonomy* taxonomy, const match::ScoringParams& scoring,
                              const ClosenessParams& params);

  // The definition, one pair at a time: the oracle.
  double Closeness(OccupationId from, OccupationId to) const;
  ClosenessParts Parts(OccupationId from, OccupationId to) const;

  // Closeness from one occupation to all: `row` has occupation_count() cells and is overwritten.
  // Within 1e-6 of the oracle (float sums).
  void FillRow(OccupationId from, std::span<float> row) const;

  // The same for `count` occupations from `first` on, one row behind the other. Rows at once cost
  // less each, up to about kRowsAtOnce.
  void FillRows(OccupationId first, size_t count, std::span<float> rows) const;
  static constexpr size_t kRowsAtOnce = 8;

  // Makes what the first question would.
  void Prepare() const { space(); }

  // Less than this is chance, and what is left of rounding.
  static constexpr float kLeastLikeness = 0.01F;

 private:
  struct Lazy {
    std::once_flag once;
    ShortVectors space;
  };

  const ShortVectors& space() const;
  // The cells of a row from `begin` on, from the products with as many occupations.
  void FillCells(OccupationId from, size_t begin, std::span<const int32_t> products,
                 std::span<float> cells) const;

  const Taxonomy* taxonomy_ = nullptr;
  match::ScoringParams scoring_;
  ClosenessParams params_;
  std::vector<int> levels_;               // ISCO skill level of each occupation, 0: unknown
  std::vector<std::vector<float>> kept_;  // by level of the origin: 1 - step to each occupation
  std::unique_ptr<Lazy> lazy_;
};

}  // namespace overstap::transition
