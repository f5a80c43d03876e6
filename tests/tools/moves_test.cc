#include "tools/measure/moves.h"

#include <gtest/gtest.h>

#include <cmath>
#include <string>
#include <vector>

#include "base/strings.h"
#include "tests/support/temp_folder.h"
#include "tests/support/tiny_taxonomy.h"
#include "tools/measure/idf_cosine.h"
#include "tools/measure/shared_skills.h"

namespace overstap::measure {
namespace {

constexpr char kHead[] = "code_rome,code_rome_cible,type,esco_origin_uris,esco_target_uris\n";

class MovesTest : public ::testing::Test {
 protected:
  Moves Read(const std::string& lines) {
    folder_.Write("moves.csv", StrCat(kHead, lines));
    auto moves = ReadMoves(folder_ / "moves.csv", world_.taxonomy());
    EXPECT_TRUE(moves.ok()) << moves.status();
    return moves.ok() ? *std::move(moves) : Moves();
  }
  std::string Uri(std::string_view name) {
    return std::string(world_.taxonomy().Uri(world_.Occupation(name)));
  }

  TempFolder folder_;
  TinyWorld world_{R"(
    occupation p : a, b
    occupation q : a, c
    occupation r : d
    occupation s : b, e
  )"};
};

TEST_F(MovesTest, GroupsAndMovesAreRead) {
  const Moves moves =
      Read(StrCat("A,B,Proche,", Uri("p"), "|http://none,", Uri("q"), "\nA,C,Evolution,", Uri("p"),
                  ",", Uri("r"), "\nA,A,Proche,", Uri("p"), ",", Uri("p"), "\n"));
  ASSERT_EQ(moves.groups.size(), 3u);
  EXPECT_EQ(moves.groups[0], std::vector<OccupationId>{world_.Occupation("p")});
  EXPECT_EQ(moves.near, (MoveSets{{0, {1}}}));
  EXPECT_EQ(moves.evolution, (MoveSets{{0, {2}}}));
}

TEST_F(MovesTest, TheBestPairCounts) {
  Moves moves;
  moves.groups = {{world_.Occupation("p"), world_.Occupation("r")},
                  {world_.Occupation("q"), world_.Occupation("r")}};
  const auto fill = [](OccupationId from, std::span<float> row) {
    for (size_t to = 0; to < row.size(); ++to) row[to] = to == from.index() ? 1 : 0.25F;
  };
  const GroupTables tables = BestPairs(fill, moves, world_.taxonomy().occupation_count());
  EXPECT_EQ(tables.all[1], 1);
  EXPECT_EQ(tables.others[1], 0.25F);
}

TEST(QualityTest, RecallAucAndNeutralGroups) {
  Moves moves;
  moves.groups.resize(5);
  moves.near = {{0, {1, 2}}};
  moves.evolution = {{0, {3}}};
  GroupTable table(25, 0);
  table[1] = 0.9F;
  table[3] = 0.8F;
  table[2] = 0.7F;
  table[4] = 0.1F;
  const Quality strict = Mean(QualityByOrigin(table, moves, false));
  EXPECT_DOUBLE_EQ(strict.recall10, 1);
  EXPECT_DOUBLE_EQ(strict.auc, 0.75);
  EXPECT_DOUBLE_EQ(Mean(QualityByOrigin(table, moves, true)).auc, 1);
}

TEST(DirectionTest, OnlyOneWayMovesCount) {
  Moves moves;
  moves.groups.resize(4);
  moves.evolution = {{0, {1, 2}}, {2, {0}}};
  GroupTable table(16, 0);
  table[0 * 4 + 1] = 0.9F;  // from 0, 1 ranks first
  table[1 * 4 + 2] = 0.9F;  // from 1, 0 does not
  table[1 * 4 + 3] = 0.8F;
  const Direction direction = DirectionOf(table, moves);
  EXPECT_EQ(direction.moves, 1u);
  EXPECT_EQ(direction.share, 1);
  EXPECT_EQ(DirectionOf(table, Moves{{{}, {}, {}, {}}, {}, {}}).moves, 0u);
}

TEST_F(MovesTest, IdfCosineIsACosine) {
  const Taxonomy& taxonomy = world_.taxonomy();
  const IdfCosine cosine(taxonomy, {});
  std::vector<float> row(taxonomy.occupation_count());
  cosine.FillRow(world_.Occupation("p"), row);
  EXPECT_NEAR(row[world_.Occupation("p").index()], 1, 1e-6);
  EXPECT_EQ(row[world_.Occupation("r").index()], 0);
  const double shared = taxonomy.Idf(*taxonomy.FindSkill(TinyUri("a")));
  const double own = taxonomy.Idf(*taxonomy.FindSkill(TinyUri("c")));
  // p is (shared, shared), since a and b are equally rare; q is (shared, own).
  const double expected =
      shared * shared / (std::sqrt(2 * shared * shared) * std::sqrt(shared * shared + own * own));
  EXPECT_NEAR(row[world_.Occupation("q").index()], expected, 1e-6);
}

TEST_F(MovesTest, SharedSkillsAreAShareOfAll) {
  const SharedSkills shared(world_.taxonomy());
  std::vector<float> row(world_.taxonomy().occupation_count(), 9);
  shared.FillRow(world_.Occupation("p"), row);
  EXPECT_EQ(row[world_.Occupation("p").index()], 1);
  EXPECT_FLOAT_EQ(row[world_.Occupation("q").index()], 1.0F / 3);
  EXPECT_EQ(row[world_.Occupation("r").index()], 0);
}

}  // namespace
}  // namespace overstap::measure
