#include "engine/match/term_rows.h"

#include <algorithm>
#include <cmath>

namespace overstap::match {
namespace {

// More than what rounding to floats can amount to.
constexpr double kSlack = 2e-6;

uint16_t RoundedUp(double share, uint32_t one) {
  return static_cast<uint16_t>(std::min(std::ceil(share * one * (1 + kSlack)), one + 1.0));
}

}  // namespace

TermRows::Query::Query(size_t term_count) : factors_(std::min<size_t>(term_count, kTerms)) {}

void TermRows::Query::Add(uint32_t term, double factor) {
  uint16_t& known = factors_[TermOf(term)];
  known = std::max(known, RoundedUp(factor, kFactorOne));
}

void TermRows::Add(std::span<const Part> parts) {
  for (const Part& part : parts) {
    if (part.share <= 0) continue;
    entries_.push_back(
        {static_cast<uint16_t>(TermOf(part.term)), RoundedUp(part.share, kFactorOne)});
  }
  begin_.push_back(static_cast<uint32_t>(entries_.size()));
}

void TermRows::Add(const TermRows& others, size_t row) {
  entries_.insert(entries_.end(), others.entries_.begin() + others.begin_[row],
                  others.entries_.begin() + others.begin_[row + 1]);
  begin_.push_back(static_cast<uint32_t>(entries_.size()));
}

uint64_t TermRows::LeastSum(double least) {
  constexpr double kOne = double{kFactorOne} * kFactorOne;
  constexpr double kLargest = 1e18;
  return static_cast<uint64_t>(std::clamp(std::floor(least * kOne * (1 - kSlack)), 1.0, kLargest));
}

}  // namespace overstap::match
