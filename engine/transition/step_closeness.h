// How near an occupation is to the work that a person does, in the direction of the step.
//
// Half of a person's score, and what the steps of the step table are; thresholds (viable.h,
// transition_class.h, step_table.h) stand on its scale. Two occupations by themselves are compared
// by closeness.h, whose numbers are of another scale (docs/adr/0008).
#pragma once

#include <span>
#include <string>
#include <vector>

#include "absl/status/status.h"
#include "engine/match/params.h"
#include "engine/match/transfer.h"
#include "taxonomy/taxonomy.h"

namespace overstap::transition {

// Shares of the parts in the blend; they sum to 1 (docs/scoring.md has the measurement).
struct StepClosenessParams {
  double coverage = 0.2;   // directed: what A's requirements cover of B's, with transfer
  double overlap = 0.2;    // idf cosine of the two requirement sets
  double hierarchy = 0.4;  // the same after mapping every skill to all that is broader
  double isco = 0.2;       // shared leading digits of the ISCO-08 codes

  absl::Status Validate() const;
  std::string Canonical() const;
};

// What the closeness of a step is made of, each 0..1, before the shares.
struct StepClosenessParts {
  double coverage = 0;
  double overlap = 0;
  double hierarchy = 0;
  double isco = 0;
};

// Immutable after Build and thread-safe; keeps pointers to the taxonomy and the transfer table.
//
//   step(A -> B) = coverage * C(A, B) + overlap * cos(A, B)
//                     + hierarchy * cos(up(A), up(B)) + isco * p(A, B)         0..1
//
// An occupation without requirements is at closeness isco * p only; closeness(A -> A) is 1 for one
// that has them.
class StepCloseness {
 public:
  static StepCloseness Build(const Taxonomy* taxonomy, const match::TransferTable* transfer,
                             const match::ScoringParams& scoring,
                             const StepClosenessParams& params);

  // The definition, one pair at a time: the oracle.
  double Closeness(OccupationId from, OccupationId to) const;
  StepClosenessParts Parts(OccupationId from, OccupationId to) const;

  // Closeness from one occupation to all: `row` has occupation_count() cells and is overwritten.
  // Within 1e-6 of the oracle (float impacts).
  void FillRow(OccupationId from, std::span<float> row) const;

 private:
  struct Entry {
    uint32_t index;  // skill or node
    float value;
  };
  struct Posting {
    uint32_t occupation;
    float value;
  };
  using Vector = std::vector<Entry>;
  using Postings = std::vector<std::vector<Posting>>;

  Vector ExpandedQuery(OccupationId from) const;
  void AddProduct(const Vector& query, const Postings& postings, double factor,
                  std::span<float> row) const;

  const Taxonomy* taxonomy_ = nullptr;
  const match::TransferTable* transfer_ = nullptr;
  match::ScoringParams scoring_;
  StepClosenessParams params_;
  std::vector<Vector> direct_;    // per occupation: unit vector over skills
  std::vector<Vector> upward_;    // per occupation: unit vector over nodes
  std::vector<Vector> coverage_;  // per occupation: w(r) / sum w over skills
  Postings direct_postings_;
  Postings upward_postings_;
  Postings coverage_postings_;
};

}  // namespace overstap::transition
