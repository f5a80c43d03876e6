#include "engine/explain/tree.h"

#include <gtest/gtest.h>

namespace overstap::explain {
namespace {

TEST(TreeTest, AddGivesTheChildThatWasAdded) {
  Node root{"root", "why", 1.0, {}};
  root.Add("a", "first", 0.5).Add("b", "below first");
  root.Add("c", "second");
  EXPECT_EQ(CountNodes(root), 4u);
  ASSERT_EQ(root.children.size(), 2u);
  EXPECT_EQ(root.children[0].children[0].text, "below first");
  EXPECT_FALSE(root.children[1].value.has_value());
}

}  // namespace
}  // namespace overstap::explain
