// Vectors with few cells that are not 0, one for each occupation.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <utility>
#include <vector>

namespace overstap::transition {

// A column and its value. A row is finished when its columns ascend and stand there once each.
using SparseRow = std::vector<std::pair<uint32_t, double>>;

// Finishes a row: values of one column are added up in the order in which they stand.
void Finish(SparseRow* row);

// Euclidean length of a finished row.
double Length(const SparseRow& row);

// Immutable once filled; then thread-safe.
class SparseRows {
 public:
  struct Cell {
    uint32_t column;
    float value;
  };

  SparseRows() = default;
  // Finished rows, in order of row.
  explicit SparseRows(std::span<const SparseRow> rows);

  // Puts the columns of `more`, which has as many rows (any number when this has none yet), behind
  // its own, multiplied by `factor`.
  void AppendColumns(const SparseRows& more, float factor);

  size_t row_count() const { return begin_.size() - 1; }
  uint32_t column_count() const { return columns_; }
  size_t cell_count() const { return cells_.size(); }
  std::span<const Cell> Row(size_t row) const {
    return std::span(cells_).subspan(begin_[row], begin_[row + 1] - begin_[row]);
  }

  // The same cells by column: a row for each column.
  SparseRows Transposed() const;

 private:
  std::vector<size_t> begin_{0};
  std::vector<Cell> cells_;
  uint32_t columns_ = 0;
};

}  // namespace overstap::transition
