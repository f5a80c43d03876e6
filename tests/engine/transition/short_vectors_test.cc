#include "engine/transition/short_vectors.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <random>
#include <vector>

#include "engine/transition/tile_kernels.h"

namespace overstap::transition {
namespace {

class ShortVectorsTest : public testing::Test {
 protected:
  void TearDown() override { ForceTileKernel(nullptr); }

  DenseRows RandomRows(size_t count, size_t dimensions) {
    DenseRows rows{dimensions, std::vector<double>(count * dimensions)};
    for (double& value : rows.values) value = static_cast<double>(random_() % 2001) / 1000 - 1;
    return rows;
  }

  std::mt19937 random_{5};
};

double Cosine(const ShortVectors& vectors, size_t a, size_t b) {
  return static_cast<double>(static_cast<float>(vectors.Product(a, b)) *
                             (vectors.shares()[a] * vectors.shares()[b]));
}

// Every kernel that this processor has gives the plain sums, to the last bit: with tiles that are
// whole and not, from one origin up to more than are taken together, with the largest cells.
TEST_F(ShortVectorsTest, ProductsEqualTheOracle) {
  for (const size_t dimensions : {4u, 16u, 48u, 256u, 1024u}) {
    for (const size_t count : {1u, 31u, 32u, 75u}) {
      DenseRows rows = RandomRows(count, dimensions);
      const auto width = static_cast<std::ptrdiff_t>(dimensions);
      std::fill_n(rows.values.begin(), width, count == 31 ? 0.0 : -1.0);
      std::fill_n(rows.values.end() - width, width, count == 75 ? 1.0 : -1.0);
      const ShortVectors vectors(rows);
      ASSERT_EQ(vectors.count(), count);
      ASSERT_EQ(vectors.tile_count(), (count + kTileRows - 1) / kTileRows);
      for (const NamedTileKernel& named : TileKernels()) {
        ForceTileKernel(named.kernel);
        std::vector<int32_t> products(13 * kTileRows);
        for (size_t from = 0; from < count; ++from) {
          const size_t origins = std::min<size_t>(1 + from % 13, count - from);
          const size_t tile = from % vectors.tile_count();
          std::fill(products.begin(), products.end(), -7);
          vectors.Products(from, origins, tile, products);
          for (size_t cell = 0; cell < origins * kTileRows; ++cell) {
            const size_t to = tile * kTileRows + cell % kTileRows;
            const int32_t plain = to < count ? vectors.Product(from + cell / kTileRows, to) : 0;
            ASSERT_EQ(products[cell], plain) << named.name << ", " << dimensions << " dimensions";
          }
        }
      }
    }
  }
}

TEST_F(ShortVectorsTest, CosinesAreThoseOfTheRowsNearly) {
  DenseRows rows = RandomRows(40, 64);
  std::fill_n(rows.values.begin(), 64, 0.0);
  rows.values[64] = 1e9;  // one large cell: a vector along an axis, nearly
  const ShortVectors vectors(rows);
  const auto exact = [&](size_t a, size_t b) {
    double product = 0;
    double squares_a = 0;
    double squares_b = 0;
    for (size_t k = 0; k < 64; ++k) {
      const double of_a = rows.values[a * 64 + k];
      const double of_b = rows.values[b * 64 + k];
      product += of_a * of_b;
      squares_a += of_a * of_a;
      squares_b += of_b * of_b;
    }
    return product / std::sqrt(squares_a * squares_b);
  };
  for (size_t a = 0; a < vectors.count(); ++a) {
    EXPECT_NEAR(Cosine(vectors, a, a), a == 0 ? 0 : 1, 1e-6);
    for (size_t b = 0; b < vectors.count(); ++b) {
      EXPECT_LE(Cosine(vectors, a, b), 1);
      if (a == 0 || b == 0) {
        EXPECT_EQ(Cosine(vectors, a, b), 0);
      } else {
        EXPECT_NEAR(Cosine(vectors, a, b), exact(a, b), 0.005);
      }
    }
  }
}

TEST_F(ShortVectorsTest, NoRowsNoTiles) {
  const ShortVectors vectors(DenseRows{16, {}});
  EXPECT_EQ(vectors.count(), 0u);
  EXPECT_EQ(vectors.tile_count(), 0u);
}

TEST_F(ShortVectorsTest, TheChosenKernelIsTheForcedOneOrTheFastest) {
  EXPECT_EQ(ChosenTileKernel(), TileKernels().back().kernel);
  ForceTileKernel(TileKernels().front().kernel);
  EXPECT_EQ(ChosenTileKernel(), TileKernels().front().kernel);
}

}  // namespace
}  // namespace overstap::transition
