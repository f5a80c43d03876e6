// Rows of terms in few bytes, for an upper bound of what each scores: for rows that come one after
// the other and are not worth an index yet.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace overstap::match {

// Immutable after the last Add; thread-safe.
class TermRows {
 public:
  struct Part {
    uint32_t term = 0;
    double share = 0;  // 0..1
  };

  // How much a unit of each term counts. Immutable after the last Add; thread-safe.
  class Query {
   public:
    // Of terms below that number.
    explicit Query(size_t term_count);
    // Each term at most once; `factor` is 0..1.
    void Add(uint32_t term, double factor);

   private:
    friend class TermRows;
    std::vector<uint16_t> factors_;  // by TermOf
  };

  // The next row; a term at most once.
  void Add(std::span<const Part> parts);
  // The next row, as one of others.
  void Add(const TermRows& others, size_t row);

  size_t size() const { return begin_.size() - 1; }

  // Calls visit(row), ascending, for every row whose sum of factor * share may be `least` or more,
  // and more than 0, if that is off by a millionth of it; for hardly any other.
  template <class Visit>
  void ForEach(const Query& query, double least, Visit visit) const {
    const uint64_t least_sum = LeastSum(least);
    for (size_t row = 0; row < size(); ++row) {
      if (Sum(query, row) >= least_sum) visit(row);
    }
  }

 private:
  struct Entry {
    uint16_t term = 0;   // as TermOf
    uint16_t share = 0;  // rounded up
  };
  static constexpr uint32_t kTerms = 1U << 16;
  static constexpr uint32_t kFactorOne = 65'534;

  // Terms that are taken together.
  static uint32_t TermOf(uint32_t term) { return term % kTerms; }
  static uint64_t LeastSum(double least);
  uint64_t Sum(const Query& query, size_t row) const {
    uint64_t sum = 0;
    for (uint32_t i = begin_[row]; i < begin_[row + 1]; ++i) {
      sum += uint64_t{query.factors_[entries_[i].term]} * entries_[i].share;
    }
    return sum;
  }

  std::vector<Entry> entries_;
  std::vector<uint32_t> begin_ = {0};  // by row, in entries_
};

}  // namespace overstap::match
