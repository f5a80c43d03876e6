#include "engine/transition/reduce.h"

#include <algorithm>
#include <cmath>
#include <cstdint>

namespace overstap::transition {
namespace {

constexpr int kRounds = 3;
constexpr double kNoPivot = 1e-12;  // of the largest diagonal cell

// A symmetric matrix or a lower triangle, row-major.
using Square = std::vector<double>;

// Splitmix64 (Steele, Lea and Flood, 2014): the same signs everywhere.
std::vector<double> RandomSigns(size_t count) {
  std::vector<double> signs(count);
  uint64_t state = 0;
  for (double& sign : signs) {
    state += 0x9e3779b97f4a7c15;
    uint64_t bits = state;
    bits = (bits ^ (bits >> 30)) * 0xbf58476d1ce4e5b9;
    bits = (bits ^ (bits >> 27)) * 0x94d049bb133111eb;
    sign = ((bits ^ (bits >> 31)) & 1) == 0 ? 1 : -1;
  }
  return signs;
}

// sparse * dense, summed in float.
std::vector<float> Product(const SparseRows& sparse, const std::vector<float>& dense,
                           size_t width) {
  std::vector<float> result(sparse.row_count() * width, 0);
  for (size_t row = 0; row < sparse.row_count(); ++row) {
    float* const out = result.data() + row * width;
    for (const SparseRows::Cell& cell : sparse.Row(row)) {
      const float* const in = dense.data() + cell.column * width;
      for (size_t k = 0; k < width; ++k) out[k] += cell.value * in[k];
    }
  }
  return result;
}

// rows * transposed(rows) * dense
std::vector<double> TwoProducts(const SparseRows& rows, const SparseRows& columns,
                                const std::vector<double>& dense, size_t width) {
  const std::vector<float> single(dense.begin(), dense.end());
  const std::vector<float> result = Product(rows, Product(columns, single, width), width);
  return {result.begin(), result.end()};
}

// transposed(a) * b, of which only the lower triangle is filled
Square Gram(const std::vector<double>& a, const std::vector<double>& b, size_t width) {
  Square gram(width * width, 0);
  for (size_t begin = 0; begin < a.size(); begin += width) {
    for (size_t i = 0; i < width; ++i) {
      const double value = a[begin + i];
      double* const out = gram.data() + i * width;
      for (size_t j = 0; j <= i; ++j) out[j] += value * b[begin + j];
    }
  }
  return gram;
}

// Cholesky factor of a symmetric matrix that is positive semidefinite; a column without a pivot
// is 0.
Square Factor(Square matrix, size_t width) {
  double largest = 0;
  for (size_t i = 0; i < width; ++i) largest = std::max(largest, matrix[i * width + i]);
  for (size_t j = 0; j < width; ++j) {
    double* const row = matrix.data() + j * width;
    for (size_t k = 0; k < j; ++k) row[j] -= row[k] * row[k];
    const double pivot = row[j] > kNoPivot * largest ? std::sqrt(row[j]) : 0;
    row[j] = pivot;
    for (size_t i = j + 1; i < width; ++i) {
      double* const below = matrix.data() + i * width;
      double sum = below[j];
      for (size_t k = 0; k < j; ++k) sum -= below[k] * row[k];
      below[j] = pivot > 0 ? sum / pivot : 0;
    }
  }
  return matrix;
}

Square Transposed(const Square& matrix, size_t width) {
  Square result(matrix.size());
  for (size_t i = 0; i < width; ++i) {
    for (size_t j = 0; j < width; ++j) result[j * width + i] = matrix[i * width + j];
  }
  return result;
}

// Columns that span the same space and are orthonormal, or 0 where they depend on those before:
// every row solved for the Cholesky factor.
void Orthonormalise(std::vector<double>* dense, size_t width) {
  const Square factor = Transposed(Factor(Gram(*dense, *dense, width), width), width);
  for (size_t begin = 0; begin < dense->size(); begin += width) {
    double* const row = dense->data() + begin;
    for (size_t k = 0; k < width; ++k) {
      const double* const line = factor.data() + k * width;
      const double solved = line[k] > 0 ? row[k] / line[k] : 0;
      row[k] = solved;
      for (size_t i = k + 1; i < width; ++i) row[i] -= solved * line[i];
    }
  }
}

// dense * factor, in place.
void MultiplyByFactor(const Square& factor, size_t width, std::vector<double>* dense) {
  std::vector<double> sums(width);
  for (size_t begin = 0; begin < dense->size(); begin += width) {
    std::fill(sums.begin(), sums.end(), 0);
    for (size_t i = 0; i < width; ++i) {
      const double value = (*dense)[begin + i];
      const double* const line = factor.data() + i * width;
      for (size_t k = 0; k <= i; ++k) sums[k] += value * line[k];
    }
    std::copy(sums.begin(), sums.end(), dense->begin() + static_cast<std::ptrdiff_t>(begin));
  }
}

}  // namespace

DenseRows Reduce(const SparseRows& rows, size_t dimensions) {
  const SparseRows columns = rows.Transposed();
  std::vector<double> range = RandomSigns(rows.row_count() * dimensions);
  for (int round = 0; round < kRounds; ++round) {
    range = TwoProducts(rows, columns, range, dimensions);
    Orthonormalise(&range, dimensions);
  }
  Orthonormalise(&range, dimensions);  // once more takes away what rounding left
  const std::vector<double> image = TwoProducts(rows, columns, range, dimensions);
  MultiplyByFactor(Factor(Gram(range, image, dimensions), dimensions), dimensions, &range);
  return {dimensions, std::move(range)};
}

}  // namespace overstap::transition
