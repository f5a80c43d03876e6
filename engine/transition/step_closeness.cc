#include "engine/transition/step_closeness.h"

#include <algorithm>
#include <cmath>

#include "base/strings.h"
#include "engine/match/coverage.h"
#include "engine/transition/sparse_rows.h"
#include "taxonomy/isco.h"

namespace overstap::transition {
namespace {

SparseRow Weights(const Taxonomy& taxonomy, const match::ScoringParams& scoring,
                  OccupationId occupation) {
  SparseRow weights;
  for (const Requirement& requirement : taxonomy.Requirements(occupation)) {
    weights.emplace_back(requirement.skill.value(),
                         match::RequirementWeight(requirement, taxonomy, scoring));
  }
  Finish(&weights);
  return weights;
}

// A node weighs its information content times the importance of all that is required below it.
SparseRow UpwardWeights(const Taxonomy& taxonomy, const match::ScoringParams& scoring,
                        OccupationId occupation) {
  SparseRow importance;
  for (const Requirement& requirement : taxonomy.Requirements(occupation)) {
    const double value = scoring.ImportanceWeight(requirement.importance);
    const auto add = [&importance, value](NodeId node) {
      importance.emplace_back(node.value(), value);
    };
    add(NodeOf(requirement.skill));
    for (const NodeId above : taxonomy.hierarchy().Ancestors(NodeOf(requirement.skill))) {
      add(above);
    }
  }
  Finish(&importance);
  for (auto& [node, value] : importance) value *= taxonomy.InformationContent(NodeId(node));
  return importance;
}

double Norm2(const SparseRow& row) {
  double sum = 0;
  for (const auto& [index, value] : row) sum += value * value;
  return std::sqrt(sum);
}

double Norm1(const SparseRow& row) {
  double sum = 0;
  for (const auto& [index, value] : row) sum += value;
  return sum;
}

template <class Entry>
std::vector<Entry> Scaled(const SparseRow& row, double norm) {
  std::vector<Entry> vector;
  if (norm <= 0) return vector;
  vector.reserve(row.size());
  for (const auto& [index, value] : row) {
    vector.push_back({index, static_cast<float>(value / norm)});
  }
  return vector;
}

template <class Vector>
double Dot(const Vector& a, const Vector& b) {
  double sum = 0;
  auto left = a.begin();
  auto right = b.begin();
  while (left != a.end() && right != b.end()) {
    if (left->index < right->index) {
      ++left;
    } else if (right->index < left->index) {
      ++right;
    } else {
      sum += static_cast<double>(left++->value) * static_cast<double>(right++->value);
    }
  }
  return sum;
}

template <class Postings, class Vector>
Postings Invert(const std::vector<Vector>& vectors, size_t width) {
  Postings postings(width);
  for (uint32_t occupation = 0; occupation < vectors.size(); ++occupation) {
    for (const auto& entry : vectors[occupation]) {
      postings[entry.index].push_back({occupation, entry.value});
    }
  }
  return postings;
}

}  // namespace

absl::Status StepClosenessParams::Validate() const {
  for (const double share : {coverage, overlap, hierarchy, isco}) {
    if (!(share >= 0 && share <= 1)) {
      return absl::InvalidArgumentError("closeness shares must lie between 0 and 1");
    }
  }
  if (std::abs(coverage + overlap + hierarchy + isco - 1) > 1e-9) {
    return absl::InvalidArgumentError("closeness shares must sum to 1");
  }
  return absl::OkStatus();
}

std::string StepClosenessParams::Canonical() const {
  return StrCat("step-closeness-1 ", coverage, " ", overlap, " ", hierarchy, " ", isco);
}

StepCloseness StepCloseness::Build(const Taxonomy* taxonomy, const match::TransferTable* transfer,
                                   const match::ScoringParams& scoring,
                                   const StepClosenessParams& params) {
  StepCloseness model;
  model.taxonomy_ = taxonomy;
  model.transfer_ = transfer;
  model.scoring_ = scoring;
  model.params_ = params;
  for (uint32_t i = 0; i < taxonomy->occupation_count(); ++i) {
    const SparseRow direct = Weights(*taxonomy, scoring, OccupationId(i));
    const SparseRow upward = UpwardWeights(*taxonomy, scoring, OccupationId(i));
    model.direct_.push_back(Scaled<Entry>(direct, Norm2(direct)));
    model.coverage_.push_back(Scaled<Entry>(direct, Norm1(direct)));
    model.upward_.push_back(Scaled<Entry>(upward, Norm2(upward)));
  }
  model.direct_postings_ = Invert<Postings>(model.direct_, taxonomy->skill_count());
  model.coverage_postings_ = Invert<Postings>(model.coverage_, taxonomy->skill_count());
  model.upward_postings_ = Invert<Postings>(model.upward_, taxonomy->node_count());
  return model;
}

// x(r) when every requirement of `from` is held in full.
StepCloseness::Vector StepCloseness::ExpandedQuery(OccupationId from) const {
  Vector query;
  for (const Requirement& requirement : taxonomy_->Requirements(from)) {
    for (const auto& target : transfer_->TargetsOf(requirement.skill)) {
      query.push_back({target.skill.value(), target.strength});
    }
  }
  // Of one skill the strongest comes first, and stays.
  std::sort(query.begin(), query.end(), [](const Entry& a, const Entry& b) {
    return a.index != b.index ? a.index < b.index : a.value > b.value;
  });
  const auto same = [](const Entry& a, const Entry& b) { return a.index == b.index; };
  query.erase(std::unique(query.begin(), query.end(), same), query.end());
  return query;
}

StepClosenessParts StepCloseness::Parts(OccupationId from, OccupationId to) const {
  return {Dot(ExpandedQuery(from), coverage_[to.index()]),
          Dot(direct_[from.index()], direct_[to.index()]),
          Dot(upward_[from.index()], upward_[to.index()]),
          IscoProximity(taxonomy_->IscoCode(from), taxonomy_->IscoCode(to))};
}

double StepCloseness::Closeness(OccupationId from, OccupationId to) const {
  const StepClosenessParts parts = Parts(from, to);
  return params_.coverage * parts.coverage + params_.overlap * parts.overlap +
         params_.hierarchy * parts.hierarchy + params_.isco * parts.isco;
}

void StepCloseness::AddProduct(const Vector& query, const Postings& postings, double factor,
                               std::span<float> row) const {
  for (const Entry& entry : query) {
    const float scaled = static_cast<float>(factor) * entry.value;
    for (const Posting& posting : postings[entry.index]) {
      row[posting.occupation] += scaled * posting.value;
    }
  }
}

void StepCloseness::FillRow(OccupationId from, std::span<float> row) const {
  const std::string_view code = taxonomy_->IscoCode(from);
  for (uint32_t to = 0; to < row.size(); ++to) {
    row[to] = static_cast<float>(params_.isco *
                                 IscoProximity(code, taxonomy_->IscoCode(OccupationId(to))));
  }
  if (params_.coverage > 0) {
    AddProduct(ExpandedQuery(from), coverage_postings_, params_.coverage, row);
  }
  AddProduct(direct_[from.index()], direct_postings_, params_.overlap, row);
  AddProduct(upward_[from.index()], upward_postings_, params_.hierarchy, row);
}

}  // namespace overstap::transition
