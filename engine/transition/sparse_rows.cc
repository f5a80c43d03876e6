#include "engine/transition/sparse_rows.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace overstap::transition {

void Finish(SparseRow* row) {
  std::stable_sort(row->begin(), row->end(),
                   [](const auto& a, const auto& b) { return a.first < b.first; });
  size_t kept = 0;
  for (const auto& [column, value] : *row) {
    if (kept > 0 && (*row)[kept - 1].first == column) {
      (*row)[kept - 1].second += value;
    } else {
      (*row)[kept++] = {column, value};
    }
  }
  row->resize(kept);
}

double Length(const SparseRow& row) {
  double sum = 0;
  for (const auto& [column, value] : row) sum += value * value;
  return std::sqrt(sum);
}

SparseRows::SparseRows(std::span<const SparseRow> rows) {
  begin_.reserve(rows.size() + 1);
  for (const SparseRow& row : rows) {
    for (const auto& [column, value] : row) {
      cells_.push_back({column, static_cast<float>(value)});
      columns_ = std::max(columns_, column + 1);
    }
    begin_.push_back(cells_.size());
  }
}

void SparseRows::AppendColumns(const SparseRows& more, float factor) {
  const size_t rows = more.row_count();
  begin_.resize(rows + 1, 0);
  SparseRows joined;
  joined.cells_.reserve(cells_.size() + more.cells_.size());
  for (size_t row = 0; row < rows; ++row) {
    for (const Cell& cell : Row(row)) joined.cells_.push_back(cell);
    for (const Cell& cell : more.Row(row)) {
      joined.cells_.push_back({cell.column + columns_, cell.value * factor});
    }
    joined.begin_.push_back(joined.cells_.size());
  }
  joined.columns_ = columns_ + more.columns_;
  *this = std::move(joined);
}

SparseRows SparseRows::Transposed() const {
  SparseRows result;
  result.columns_ = static_cast<uint32_t>(row_count());
  result.begin_.assign(columns_ + size_t{1}, 0);
  for (const Cell& cell : cells_) ++result.begin_[cell.column + size_t{1}];
  for (size_t column = 0; column < columns_; ++column) {
    result.begin_[column + 1] += result.begin_[column];
  }
  result.cells_.resize(cells_.size());
  std::vector<size_t> next(result.begin_.begin(), result.begin_.end() - 1);
  for (uint32_t row = 0; row < row_count(); ++row) {
    for (const Cell& cell : Row(row)) result.cells_[next[cell.column]++] = {row, cell.value};
  }
  return result;
}

}  // namespace overstap::transition
