#include "engine/transition/reduce.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <random>
#include <vector>

#include "engine/transition/sparse_rows.h"

namespace overstap::transition {
namespace {

double Product(const SparseRow& a, const SparseRow& b) {
  const std::map<uint32_t, double> cells(b.begin(), b.end());
  double sum = 0;
  for (const auto& [column, value] : a) {
    const auto found = cells.find(column);
    if (found != cells.end()) sum += value * found->second;
  }
  return sum;
}

double Product(const DenseRows& rows, size_t a, size_t b) {
  double sum = 0;
  for (size_t k = 0; k < rows.dimensions; ++k) {
    sum += rows.values[a * rows.dimensions + k] * rows.values[b * rows.dimensions + k];
  }
  return sum;
}

std::vector<SparseRow> RandomRows(uint32_t seed, size_t count, uint32_t columns, int cells) {
  std::mt19937 random(seed);
  std::vector<SparseRow> rows(count);
  for (SparseRow& row : rows) {
    for (int i = 0; i < cells; ++i) {
      const auto column = static_cast<uint32_t>(random()) % columns;
      row.emplace_back(column, 0.1 + static_cast<double>(random() % 100) / 100);
    }
    Finish(&row);
  }
  return rows;
}

TEST(ReduceTest, ProductsStayWhenThereIsRoom) {
  for (uint32_t seed = 0; seed < 20; ++seed) {
    std::vector<SparseRow> rows = RandomRows(seed, 1 + seed % 16, 40, 5);
    if (seed % 3 == 0) rows.back().clear();
    if (seed % 4 == 0) rows.front() = rows.back();  // not independent
    const DenseRows reduced = Reduce(SparseRows(rows), 16);
    for (size_t a = 0; a < rows.size(); ++a) {
      for (size_t b = 0; b < rows.size(); ++b) {
        EXPECT_NEAR(Product(reduced, a, b), Product(rows[a], rows[b]), 1e-4) << "seed " << seed;
      }
    }
  }
}

TEST(ReduceTest, TheMostTellingDirectionsStay) {
  // Three groups of rows with a column each and a little noise: three directions say nearly all.
  std::mt19937 random(1);
  std::vector<SparseRow> rows(90);
  for (uint32_t row = 0; row < rows.size(); ++row) {
    rows[row] = {{row % 3, 1}, {3 + row, 0.1}};
  }
  const DenseRows reduced = Reduce(SparseRows(rows), 16);
  for (size_t a = 0; a < rows.size(); ++a) {
    for (size_t b = 0; b < a; ++b) {
      EXPECT_NEAR(Product(reduced, a, b), a % 3 == b % 3 ? 1 : 0, 0.02);
    }
  }
}

TEST(ReduceTest, NothingGivesNothing) {
  EXPECT_TRUE(Reduce(SparseRows(), 16).values.empty());
  const std::vector<SparseRow> empty(3);
  for (const double value : Reduce(SparseRows(empty), 16).values) EXPECT_EQ(value, 0);
}

TEST(SparseRowTest, FinishOrdersColumnsAndAddsUp) {
  SparseRow row = {{7, 1}, {2, 3}, {7, 0.5}, {0, 1}, {2, 1}};
  Finish(&row);
  EXPECT_EQ(row, (SparseRow{{0, 1}, {2, 4}, {7, 1.5}}));
  SparseRow empty;
  Finish(&empty);
  EXPECT_TRUE(empty.empty());
}

TEST(SparseRowsTest, ColumnsAreAppendedAndTransposed) {
  const std::vector<SparseRow> left = {{{0, 1}, {2, 2}}, {}};
  const std::vector<SparseRow> right = {{{1, 3}}, {{0, 4}}};
  SparseRows rows;
  rows.AppendColumns(SparseRows(left), 1);
  rows.AppendColumns(SparseRows(right), 2);
  EXPECT_EQ(rows.row_count(), 2u);
  EXPECT_EQ(rows.column_count(), 5u);
  EXPECT_EQ(rows.cell_count(), 4u);
  EXPECT_EQ(rows.Row(0)[2].column, 4u);
  EXPECT_EQ(rows.Row(0)[2].value, 6);
  const SparseRows columns = rows.Transposed();
  EXPECT_EQ(columns.row_count(), 5u);
  EXPECT_EQ(columns.Row(3)[0].column, 1u);
  EXPECT_EQ(columns.Row(3)[0].value, 8);
  EXPECT_TRUE(columns.Row(1).empty());
}

}  // namespace
}  // namespace overstap::transition
